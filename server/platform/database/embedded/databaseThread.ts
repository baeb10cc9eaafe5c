import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { Interruption } from '../interruption.ts'
import { type OpenPort, type PortOwner, PortStream } from './portStream.ts'
import { startWorker } from './startWorker.ts'
import type { FromWorker, ToWorker, WorkerStart } from './workerMessages.ts'

/**
 * Keeps one database thread alive: opens it, watches it, and when a query runs past the deadline or the engine fails, ends it and opens it anew.
 * PGlite cannot cancel a query, so ending its thread is the only way; the write-ahead log then restores all that was committed.
 * Connections made meanwhile wait for the new thread.
 */
export class DatabaseThread implements PortOwner {
  readonly deadlineMs: number
  readonly #start: WorkerStart
  readonly #streams = new Set<PortStream>()
  readonly #watch: NodeJS.Timeout
  #state: 'open' | 'closed' | 'lost' = 'open'
  #opening: Promise<Worker> | undefined
  #running: Worker | undefined
  #longest = { request: 0, since: 0 }

  constructor(start: WorkerStart, deadlineMs: number) {
    this.#start = start
    this.deadlineMs = deadlineMs
    this.#watch = setInterval(() => this.#endOverdue(), Math.min(1000, deadlineMs / 10)).unref()
  }

  /** The running thread, opened if there is none. A failed opening is tried again by whoever asks next. */
  open(): Promise<Worker> {
    if (this.#state !== 'open') return Promise.reject(new Interruption(this.#state))
    return this.#opening ?? this.#openAfter(Promise.resolve())
  }

  #openAfter(gone: Promise<unknown>): Promise<Worker> {
    const opening = gone.then(() => this.#startWatched())
    this.#opening = opening
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = undefined
    })
    return opening
  }

  async #startWatched(): Promise<Worker> {
    this.#start.requests.fill(0)
    const worker = await startWorker(this.#start)
    this.#running = worker
    worker.on('error', () => this.#ended(worker, new Interruption('stopped')))
    worker.once('exit', () => this.#ended(worker, new Interruption('stopped')))
    return worker
  }

  /** What the driver takes for a socket. */
  stream(): PortStream {
    const stream = new PortStream(this)
    stream.once('connect', () => this.#streams.add(stream))
    stream.once('close', () => this.#streams.delete(stream))
    return stream
  }

  async openPort(): Promise<OpenPort> {
    for (;;) {
      const worker = await this.open()
      const { port1, port2 } = new MessageChannel()
      tell(worker, { kind: 'connect', port: port2 }, [port2])
      const greeting = await firstMessage(port1, worker)
      if (greeting) return { port: port1, greeting }
    }
  }

  /** A request that was already running when looked at a deadline ago is ended, with the thread it occupies. */
  #endOverdue(): void {
    const begun = Atomics.load(this.#start.requests, 0)
    const idle = begun === Atomics.load(this.#start.requests, 1)
    if (idle || begun !== this.#longest.request) this.#longest = { request: begun, since: performance.now() }
    if (!this.#running || idle || performance.now() - this.#longest.since < this.deadlineMs) return
    this.#ended(this.#running, new Interruption('query-overdue', this.deadlineMs), this.#running.terminate())
  }

  /** Forgets a thread that has ended or is ending, starts the next as soon as it is gone, and tells all who are connected to it why. */
  #ended(worker: Worker, reason: Interruption, gone: Promise<unknown> = Promise.resolve()): void {
    if (this.#running !== worker) return
    this.#running = undefined
    this.#opening = undefined
    if (this.#state === 'open' && this.#start.folder === undefined) this.#state = 'lost'
    if (this.#state === 'open') this.#openAfter(gone).catch(() => {})
    for (const stream of this.#streams) stream.destroy(reason)
  }

  /** The whole database as an archive, from which `template` starts others. */
  async archive(): Promise<Uint8Array> {
    const worker = await this.open()
    return new Promise((resolve, reject) => {
      const failed = () => reject(new Interruption('stopped'))
      worker.once('exit', failed)
      worker.once('message', (message: FromWorker) => {
        worker.off('exit', failed)
        if (message.kind === 'archived') resolve(message.bytes)
      })
      tell(worker, { kind: 'archive' })
    })
  }

  /** Shuts the engine down in order: its last checkpoint is written and synced. */
  async close(): Promise<void> {
    const opening = this.#opening
    this.#state = 'closed'
    this.#opening = undefined
    clearInterval(this.#watch)
    const worker = await opening?.catch(() => undefined)
    if (!worker || this.#running !== worker) return
    this.#running = undefined
    const gone = new Promise((resolve) => worker.once('exit', resolve))
    tell(worker, { kind: 'close' })
    await gone
  }
}

function tell(worker: Worker, message: ToWorker, transfer: MessagePort[] = []): void {
  worker.postMessage(message, transfer)
}

/** What comes first through the port; undefined if the thread ends before anything does. */
function firstMessage(port: MessagePort, worker: Worker): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const ended = () => resolve(undefined)
    worker.once('exit', ended)
    port.once('message', (message: Uint8Array) => {
      worker.off('exit', ended)
      resolve(message)
    })
  })
}
