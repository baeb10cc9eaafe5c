import { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { leavesTransactionOpen } from './wire.ts'

/** What a stream needs of the embedded database: a way in, and somebody to call when time is up. */
export type PortOwner = {
  /** A fresh port to the database thread, once that is open. */
  openPort(): Promise<MessagePort>
  deadlineMs(): number
  /** A request has gone unanswered for longer than the deadline. */
  overdue(): void
  /** Nothing was asked for longer than the deadline while a transaction is open. */
  idle(stream: PortStream): void
}

/** The "socket" the driver writes to: a message port to the database thread, with a clock on every request. */
export class PortStream extends Duplex {
  #port: MessagePort | undefined
  #alarm: NodeJS.Timeout | undefined
  readonly #owner: PortOwner

  constructor(owner: PortOwner) {
    super()
    this.#owner = owner
  }

  connect(): this {
    this.#owner.openPort().then(
      (port) => {
        if (this.destroyed) return port.close()
        this.#port = port
        port.on('message', (answer: Uint8Array) => this.#answered(answer))
        port.on('close', () => this.push(null))
        this.emit('connect')
      },
      (error: Error) => this.destroy(error),
    )
    return this
  }

  #answered(answer: Uint8Array): void {
    this.#setAlarm(leavesTransactionOpen(answer) ? () => this.#owner.idle(this) : undefined)
    this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
  }

  #setAlarm(ring: (() => void) | undefined): void {
    clearTimeout(this.#alarm)
    this.#alarm = ring && setTimeout(ring, this.#owner.deadlineMs())
  }

  #send(bytes: Uint8Array): void {
    this.#setAlarm(() => this.#owner.overdue())
    const copy = Uint8Array.from(bytes)
    this.#port?.postMessage(copy, [copy.buffer])
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#send(chunk)
    done()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _read(): void {}

  override _final(done: () => void): void {
    this.#setAlarm(undefined)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#setAlarm(undefined)
    this.#port?.close()
    done(error)
  }

  // What the driver also expects of a socket, and a port has no use for.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}
