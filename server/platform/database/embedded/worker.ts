import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { archive, openInFolder, openInMemory } from './engine.ts'
import { greeting, inOnePiece, isComplete, Requests, simpleQuery } from './wire.ts'
import type { FromWorker, ToWorker, WorkerStart } from './workerMessages.ts'

/**
 * Runs the embedded database in a thread of its own, since a query occupies the thread that runs it. A connection is a message port that
 * speaks the wire protocol; requests run one after the other. An error of the engine itself (not of a query) is left to end
 * the thread: the owner then opens the folder anew, and the write-ahead log brings back everything acknowledged.
 */
const start: WorkerStart = workerData
const database = start.folder === undefined ? await openInMemory(start.template) : await openInFolder({ ...start, folder: start.folder })
const version = await database.query<{ server_version: string }>('show server_version')
const hello = greeting(version.rows[0]?.server_version ?? '')

let queue: Promise<unknown> = Promise.resolve()
const later = (step: () => Promise<unknown>) => {
  queue = queue.then(step)
}
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer)

/**
 * Runs a request of a client, and lets the owner see that it is running: only the owner can stop it. The answer is taken as raw bytes:
 * PGlite's own `execProtocolRaw` also parses every row and keeps what it parsed for good, a third of the time and a gigabyte in a year
 * of the demonstration. PGlite keeps quiet when its own stack overflows and answers nothing; such an engine is not to be trusted any further.
 */
async function run(request: Uint8Array): Promise<Uint8Array> {
  Atomics.add(start.requests, 0, 1)
  const parts: Uint8Array[] = []
  await database.execProtocolRawStream(request, { onRawData: (bytes) => parts.push(bytes.slice()) })
  const answer = inOnePiece(parts)
  if (!isComplete(answer)) throw new Error('The engine broke off in the middle of a request')
  Atomics.add(start.requests, 1, 1)
  return answer
}

/** There is one session. A new connection takes it over once all that the last one asked for has run and its traces are cleared. */
let session: MessagePort | undefined

function serve(port: MessagePort): void {
  const requests = new Requests()
  session?.close()
  session = port
  later(async () => {
    await clearSession()
    port.postMessage(hello)
  })
  port.on('message', (chunk: Uint8Array) => {
    const next = requests.take(chunk)
    if (next.kind === 'end') port.close()
    if (next.kind === 'run') {
      later(async () => {
        const answer = await run(next.request)
        port.postMessage(answer, [answer.buffer as ArrayBuffer])
      })
    }
  })
  port.on('close', () => {
    if (session === port) later(clearSession)
  })
}

/** What a connection leaves behind (an open transaction, settings, prepared statements) must not reach the next. */
async function clearSession(): Promise<void> {
  if (database.isInTransaction()) await run(simpleQuery('rollback'))
  await run(simpleQuery('discard all'))
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'connect') serve(message.port)
  if (message.kind === 'archive') {
    later(async () => {
      const bytes = await archive(database)
      say({ kind: 'archived', bytes })
    })
  }
  if (message.kind === 'close') {
    later(async () => {
      await database.close()
      process.exit(0)
    })
  }
})

say({ kind: 'ready' })
