import { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { Interruption } from '../interruption.ts'
import { leavesTransactionOpen } from './wire.ts'

/** A way into the database: a port, and what the database says to whoever comes in. */
export type OpenPort = { port: MessagePort; greeting: Uint8Array }

/** What a stream needs of the embedded database. */
export type PortOwner = {
  /** A fresh port, once the database is open and has nothing else to do. */
  openPort(): Promise<OpenPort>
  /** How long a transaction may stay open without anything being asked. */
  deadlineMs: number
}

/** The "socket" the driver writes to: a message port to the database thread. */
export class PortStream extends Duplex {
  #open: OpenPort | undefined
  #introduced = false
  #alarm: NodeJS.Timeout | undefined
  readonly #owner: PortOwner

  constructor(owner: PortOwner) {
    super()
    this.#owner = owner
  }

  connect(): this {
    this.#owner.openPort().then(
      (open) => {
        if (this.destroyed) return open.port.close()
        this.#open = open
        open.port.on('message', (answer: Uint8Array) => this.#answered(answer))
        open.port.on('close', () => this.push(null))
        this.emit('connect')
      },
      (error: Error) => this.destroy(error),
    )
    return this
  }

  #answered(answer: Uint8Array): void {
    if (leavesTransactionOpen(answer)) this.#alarm = setTimeout(() => this.#neglected(), this.#owner.deadlineMs)
    this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
  }

  #neglected(): void {
    this.destroy(new Interruption('transaction-idle', this.#owner.deadlineMs))
  }

  /** The first thing a driver sends is its introduction, which asks for nothing and is answered with the greeting. */
  #send(bytes: Uint8Array): void {
    clearTimeout(this.#alarm)
    if (this.#introduced) {
      const copy = Uint8Array.from(bytes)
      this.#open?.port.postMessage(copy, [copy.buffer])
    } else {
      this.#introduced = true
      this.push(this.#open?.greeting)
    }
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
    clearTimeout(this.#alarm)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#alarm)
    this.#open?.port.close()
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
