import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { Interruption } from '../interruption.ts'
import { type PortOwner, PortStream } from './portStream.ts'
import { startWorker } from './startWorker.ts'
import type { FromWorker, ToWorker, WorkerStart } from './workerMessages.ts'

/**
 * Keeps one database thread alive: opens it, watches it, and when a query runs past the deadline or the engine fails, ends it and opens it anew.
 * PGlite cannot cancel a query, so ending its thread is the only way; the write-ahead log then restores all that was committed.
 * Connections made meanwhile wait for the new thread.
 */
export class DatabaseThread implements PortOwner {
  readonly #start: WorkerStart
  readonly #streams = new Set<PortStream>()
  #opening: Promise<Worker> | undefined
  #state: 'open' | 'closed' | 'lost' = 'open'
  #deadlineMs: number

  constructor(start: WorkerStart, deadlineMs: number) {
    this.#start = start
    this.#deadlineMs = deadlineMs
  }

  /** The running thread, opened if there is none. A failed opening is tried again by whoever asks next. */
  open(): Promise<Worker> {
    if (this.#state !== 'open') return Promise.reject(new Interruption(this.#state))
    this.#opening ??= this.#startWatched().catch((error) => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  async #startWatched(): Promise<Worker> {
    const worker = await startWorker(this.#start)
    worker.on('error', () => this.#ended(worker, new Interruption('stopped')))
    worker.once('exit', () => this.#ended(worker, new Interruption('stopped')))
    return worker
  }

  stream(): PortStream {
    const stream = new PortStream(this)
    this.#streams.add(stream)
    stream.once('close', () => this.#streams.delete(stream))
    return stream
  }

  async openPort(): Promise<MessagePort> {
    const worker = await this.open()
    const { port1, port2 } = new MessageChannel()
    tell(worker, { kind: 'connect', port: port2 }, [port2])
    return port1
  }

  deadlineMs(): number {
    return this.#deadlineMs
  }

  overdue(): void {
    const reason = new Interruption('query-overdue', this.#deadlineMs)
    this.#opening?.then(async (worker) => {
      this.#ended(worker, reason, worker.terminate())
    })
  }

  idle(stream: PortStream): void {
    stream.destroy(new Interruption('transaction-idle', this.#deadlineMs))
  }

  /** Forgets a thread that has ended or is ending, tells all who wait on it why, and starts the next as soon as it is gone. */
  #ended(worker: Worker, reason: Interruption, gone: Promise<unknown> = Promise.resolve()): void {
    worker.removeAllListeners()
    if (this.#start.folder === undefined) this.#state = this.#state === 'closed' ? 'closed' : 'lost'
    this.#opening = undefined
    if (this.#state === 'open') {
      this.#opening = gone
        .then(() => this.#startWatched())
        .catch((error) => {
          this.#opening = undefined
          throw error
        })
      this.#opening.catch(() => {})
    }
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
    const worker = await opening?.catch(() => undefined)
    if (!worker) return
    worker.removeAllListeners()
    const gone = new Promise((resolve) => worker.once('exit', resolve))
    tell(worker, { kind: 'close' })
    await gone
  }
}

function tell(worker: Worker, message: ToWorker, transfer: MessagePort[] = []): void {
  worker.postMessage(message, transfer)
}
