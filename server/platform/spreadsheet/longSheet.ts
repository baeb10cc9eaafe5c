import { constants, createDeflateRaw } from 'node:zlib'
import { strFromU8, unzipSync, Zip, ZipPassThrough } from 'fflate'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'

const SHEET = 'xl/worksheets/sheet1.xml'
const END_OF_ROWS = '</sheetData>'
/** So many rows are written out and folded at a time. */
const ROWS_AT_ONCE = 1000

type Cell = string | number | null

/** The workbook with these rows of plain cells below what its first sheet holds already (its heading, in row 1). */
export async function withRows(workbook: Uint8Array, rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const files = unzipSync(workbook)
  const sheet = strFromU8(files[SHEET] ?? new Uint8Array())
  const end = sheet.indexOf(END_OF_ROWS)
  if (end < 0) throw new RangeError('the workbook has no rows to add to')
  const folded: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    folded.push(bytes)
  })
  for (const [name, bytes] of Object.entries({ ...files, [SHEET]: null })) {
    const file = new FoldedFile(name)
    zip.add(file)
    if (bytes) await file.write(bytes)
    else {
      await file.write(Buffer.from(sheet.slice(0, end)))
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
        await file.write(Buffer.from(rowsXml(rows.slice(at, at + ROWS_AT_ONCE), at + 2)))
      await file.write(Buffer.from(sheet.slice(end)))
    }
    await file.end()
  }
  zip.end()
  return Buffer.concat(folded)
}

/** A file of a ZIP that is folded beside, in a thread of the runtime. */
class FoldedFile extends ZipPassThrough {
  readonly #fold = createDeflateRaw({ level: constants.Z_BEST_SPEED })

  constructor(name: string) {
    super(name)
    this.compression = 8
    this.#fold.on('data', (bytes: Uint8Array<ArrayBuffer>) => this.ondata(null, bytes, false))
  }

  protected override process(): void {}

  write(bytes: Uint8Array): Promise<void> {
    this.push(bytes as Uint8Array<ArrayBuffer>, false)
    return new Promise((resolve, reject) => this.#fold.write(bytes, (error) => (error ? reject(error) : resolve())))
  }

  end(): Promise<void> {
    this.push(new Uint8Array(0), true)
    return new Promise((resolve, reject) => {
      this.#fold.once('error', reject)
      this.#fold.once('end', () => {
        this.ondata(null, new Uint8Array(0), true)
        resolve()
      })
      this.#fold.end()
    })
  }
}

function rowsXml(rows: readonly (readonly Cell[])[], first: number): string {
  const letters = (rows[0] ?? []).map((_, place) => getCellAddress(0, place).slice(0, -1))
  let xml = ''
  for (const [at, row] of rows.entries()) {
    xml += `<row r="${first + at}">`
    for (const [place, cell] of row.entries()) {
      if (cell === null || cell === '') continue
      const where = `${letters[place]}${first + at}`
      xml +=
        typeof cell === 'number'
          ? `<c r="${where}"><v>${cell}</v></c>`
          : `<c r="${where}" t="inlineStr"><is><t xml:space="preserve">${sanitizeTextContent(cell)}</t></is></c>`
    }
    xml += '</row>'
  }
  return xml
}
