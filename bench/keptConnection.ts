import { connect, type Socket } from 'node:net'

/** One connection of one respondent, kept open, with as little work of its own as can be: the load must not compete with what it measures. */
export class KeptConnection {
  readonly #socket: Socket
  readonly #host: string
  #given: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (answer: { status: number; body: Buffer }) => void; reject: (fault: unknown) => void } | undefined

  constructor(base: string) {
    const { hostname, port, host } = new URL(base)
    this.#host = host
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (fault) => this.#waiting?.reject(fault))
  }

  ask(method: 'GET' | 'POST', path: string, body = ''): Promise<{ status: number; body: Buffer }> {
    const length = Buffer.byteLength(body)
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\naccept-encoding: gzip\r\n`
    const sent = length > 0 ? `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}` : '\r\n'
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(head + sent)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  /** An answer is complete when as many bytes have come as its head says. */
  #take(chunk: Buffer): void {
    this.#given = this.#given.length === 0 ? chunk : Buffer.concat([this.#given, chunk])
    const end = this.#given.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#given.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) this.#waiting?.reject(new Error(`an answer without its length: ${head}`))
    if (this.#given.length < end + 4 + length) return
    const body = this.#given.subarray(end + 4)
    this.#given = Buffer.alloc(0)
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}
