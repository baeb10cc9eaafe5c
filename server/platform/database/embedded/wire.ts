/** The little of PostgreSQL's wire protocol that a relay must know: where a request ends, how a session greets, how a fatal error reads. */

const query = 'Q'.charCodeAt(0)
const sync = 'S'.charCodeAt(0)
const terminate = 'X'.charCodeAt(0)
const readyForQuery = 'Z'.charCodeAt(0)

/** Collects what a client sends and hands out whole requests: everything up to the last Query or Sync, after which the client waits for an answer. */
export class Requests {
  #bytes: Uint8Array = new Uint8Array(0)

  /** `run`: a whole request, or several; `end`: the client says goodbye; `wait`: not all of it is here yet. */
  take(chunk: Uint8Array): { kind: 'wait' | 'end' } | { kind: 'run'; request: Uint8Array } {
    this.#bytes = joined(this.#bytes, chunk)
    let at = 0
    let end = 0
    while (at + 5 <= this.#bytes.length) {
      const kind = this.#bytes[at]
      const next = at + 1 + lengthAt(this.#bytes, at + 1)
      if (next > this.#bytes.length) break
      at = next
      if (kind === terminate) return { kind: 'end' }
      if (kind === query || kind === sync) end = at
    }
    if (end === 0) return { kind: 'wait' }
    const request = new Uint8Array(this.#bytes.subarray(0, end))
    this.#bytes = this.#bytes.subarray(end)
    return { kind: 'run', request }
  }
}

/** The server's side of a login that asks for nothing. */
export function greeting(serverVersion: string): Uint8Array {
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    message('S', cstrings('server_version', serverVersion)),
    message('S', cstrings('client_encoding', 'UTF8')),
    message('S', cstrings('DateStyle', 'ISO, MDY')),
    message('K', Buffer.alloc(8)),
    message('Z', Buffer.from('I')),
  ])
}

export function simpleQuery(text: string): Uint8Array {
  return message('Q', cstrings(text))
}

/** The parts of an answer put together; an answer of one part is not copied. */
export function inOnePiece(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  return parts.length === 1 && first ? first : Uint8Array.from(Buffer.concat(parts))
}

/** Whether an answer ends as every answer to a request must: with ReadyForQuery, six bytes, the last of them the state of the session. */
export function isComplete(answer: Uint8Array): boolean {
  return answer.at(-6) === readyForQuery
}

/** Whether an answer leaves the session inside a transaction: its state is not I(dle) but T(ransaction) or E(rror in one). */
export function leavesTransactionOpen(answer: Uint8Array): boolean {
  return isComplete(answer) && answer.at(-1) !== 'I'.charCodeAt(0)
}

function message(kind: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind, 0)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

function cstrings(...texts: string[]): Buffer {
  return Buffer.from(texts.map((text) => `${text}\0`).join(''))
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
