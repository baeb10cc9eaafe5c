import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate'

/** Writes a ZIP piece by piece, so that no file of it need ever be in memory as a whole. */
export class ZipWriter {
  bytes = 0
  readonly #zip: Zip
  readonly #write: (bytes: Uint8Array) => Promise<unknown>
  #ready: Uint8Array[] = []

  constructor(write: (bytes: Uint8Array) => Promise<unknown>) {
    this.#write = write
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error
      this.#ready.push(bytes)
    })
  }

  /** Begins a file; end it before the next one begins. */
  add(name: string): { write(bytes: Uint8Array): Promise<void>; end(): Promise<void> } {
    const file = new ZipDeflate(name, { level: 6 })
    this.#zip.add(file)
    const push = (bytes: Uint8Array, last: boolean) => {
      file.push(bytes, last)
      return this.#flush()
    }
    return { write: (bytes) => push(bytes, false), end: () => push(new Uint8Array(0), true) }
  }

  async addText(name: string, text: string): Promise<void> {
    const file = this.add(name)
    await file.write(Buffer.from(text))
    await file.end()
  }

  async end(): Promise<void> {
    this.#zip.end()
    await this.#flush()
  }

  async #flush(): Promise<void> {
    const ready = this.#ready
    this.#ready = []
    for (const bytes of ready) {
      this.bytes += bytes.length
      await this.#write(bytes)
    }
  }
}

/** A piece of a file in a ZIP; the last piece of each file may be empty. */
export type ZipPiece = { name: string; bytes: Uint8Array; last: boolean }

/** Reads a ZIP piece by piece, its files in the order in which they were written. */
export async function* readZip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ZipPiece> {
  let ready: ZipPiece[] = []
  const unzip = new Unzip((file) => {
    file.ondata = (error, bytes, last) => {
      if (error) throw error
      ready.push({ name: file.name, bytes, last })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of chunks) {
    unzip.push(chunk)
    yield* ready
    ready = []
  }
}
