import { Refusal } from '@milepost/contract/refusals'
import type { FastifyRequest } from 'fastify'
import { readTable } from '../spreadsheet/readTable.ts'
import type { FileIn, Table } from '../spreadsheet/table.ts'

const MB = 1_048_576
/** What the other field and the frames of a multipart body may add to the file. */
const FRAME_MB = 1

/** The file of an upload as a table, and the rest of its input. A body that says it is too large is refused unread. */
export async function readUpload(request: FastifyRequest, uploadMb: number): Promise<{ fields: object; table: Table }> {
  const { fields, file } = await readAttachment(request, uploadMb)
  return { fields, table: withChosenColumns(await readTable(file), fields) }
}

/** The file as it is, and the rest of the input. */
export async function readAttachment(request: FastifyRequest, uploadMb: number): Promise<{ fields: object; file: FileIn }> {
  if (!request.isMultipart()) throw new Refusal('file-missing')
  const tooLarge = new Refusal('file-too-large', { limitMb: uploadMb })
  if (Number(request.headers['content-length'] ?? 0) > (uploadMb + FRAME_MB) * MB) throw tooLarge
  const { file, input } = await readParts(request).catch((fault: unknown) => {
    throw codeOf(fault) === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge : new Refusal('upload-broken')
  })
  if (!file) throw new Refusal('file-missing')
  return { fields: fieldsOf(input), file }
}

async function readParts(request: FastifyRequest): Promise<{ file: FileIn | undefined; input: string }> {
  let file: FileIn | undefined
  let input = '{}'
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename || 'file', bytes: await part.toBuffer() }
    else if (part.fieldname === 'input') input = String(part.value)
  }
  return { file, input }
}

function fieldsOf(input: string): object {
  try {
    const fields: unknown = JSON.parse(input)
    if (fields !== null && typeof fields === 'object' && !Array.isArray(fields)) return fields
  } catch {
    // not JSON: refused like any other input that is not what was asked for
  }
  throw new Refusal('input-invalid')
}

/** Which column is which, where the person has said so; anything else in its place is left to the check of the input. */
function withChosenColumns(table: Table, fields: object): Table {
  const columns = 'columns' in fields ? fields.columns : null
  if (columns === null || typeof columns !== 'object') return table
  const chosen = Object.entries(columns).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { ...table, chosen: Object.fromEntries(chosen) }
}

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : undefined)
