import { scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import type { answerMapping } from '@milepost/contract/diagnose/waves'
import { Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { cellText } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Table, TableRow } from '../../platform/spreadsheet/table.ts'
import type { NewText } from './data.ts'
import { findDuration } from './findDuration.ts'
import { readAnswer } from './readAnswer.ts'
import type { NewAnswer } from './storedAnswers.ts'

export type Mapping = z.infer<typeof answerMapping>
export type ReadSheet = {
  row: number
  sourceKey: string
  stratum: string
  seconds: number | null
  answers: NewAnswer[]
  texts: NewText[]
  problems: CellProblem[]
}
type Stratum = { code: string; name_zh: string; name_en: string }

const STRATUM_HEADINGS = ['stratum', '层', '层级', '所在层级', '您所在的单位层级', 'level']

/** Reads a plain table (headings are item codes or texts) or an export of 问卷星 ("12、题目", "3、矩阵—(2)题目"; -2 and -3 mean skipped). */
export function readSheets(table: Table, given: { instrument: Instrument; strata: readonly Stratum[]; mapping: Mapping }): ReadSheet[] {
  const { instrument, strata, mapping } = given
  const headings = table.columns.map(plainHeading)
  const at = findItems(table, instrument, mapping)
  const stratumAt = findStratumColumn(table, headings, mapping)
  const only = mapping.stratum ?? (strata.length === 1 ? strata[0]?.code : undefined)
  if (stratumAt < 0 && only === undefined) throw new Refusal('column-missing', { columns: ['层级 / stratum'], found: table.columns })

  const secondsOf = findDuration(table, mapping)
  const seen = new Map<string, number>()
  return table.rows.map((row) => {
    const problems: CellProblem[] = []
    const stratum = stratumAt < 0 ? (only ?? '') : stratumOf(row, stratumAt, { strata, table, problems })
    const answers: NewAnswer[] = []
    const texts: NewText[] = []
    for (const item of instrument.items) {
      const position = at.get(item.code)
      if (position === undefined) continue
      const read = readAnswer(row.cells[position] ?? null, item, scaleOf(instrument, item), mapping)
      if (read.kind === 'wrong') problems.push({ column: table.columns[position] ?? item.code, message: read.message })
      if (read.kind !== 'given') continue
      if (item.kind === 'text') texts.push({ itemCode: item.code, said: read.answer.choice ?? '' })
      else answers.push({ itemCode: item.code, ...read.answer })
    }
    const seconds = secondsOf(row.cells, problems)
    return { row: row.row, stratum, seconds, answers, texts, problems, sourceKey: keyOf(row, table, seen) }
  })
}

/** Two people may answer alike, so the n-th identical row of a file is told apart from the first; the row is hashed, never stored. */
function keyOf(row: TableRow, table: Table, seen: Map<string, number>): string {
  const hash = contentHash(row.cells.map((cell, at) => [table.columns[at] ?? '', cell instanceof Date ? cell.toISOString() : cell]))
  const times = (seen.get(hash) ?? 0) + 1
  seen.set(hash, times)
  return `${hash}#${times}`
}

/** "12、我清楚…", "Q3. …", "5、矩阵题—(2)…" -> the words of the question. */
function plainHeading(heading: string): string {
  const withoutNumber = heading.replace(/^\s*Q?\d+\s*[、.．:：)）]\s*/i, '')
  const inMatrix = /[—-]+\s*[(（]?\d*[)）]?\s*(.+)$/.exec(withoutNumber)
  return comparable(/[—]/.test(withoutNumber) && inMatrix?.[1] ? inMatrix[1] : withoutNumber)
}

const comparable = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」*]+/g, '')
    .replace(/[。.?？]+$/, '')

/** Which column holds which item: as told, or by its code or its words. */
export function guessColumns(table: Table, instrument: Instrument, mapping: Mapping = {}): Map<string, number> {
  const headings = table.columns.map(plainHeading)
  const at = new Map<string, number>()
  for (const item of instrument.items) {
    const named = mapping.columns?.[item.code]
    const position =
      named === undefined
        ? headings.findIndex((heading) => [item.code, item.text.zh, item.text.en].map(comparable).includes(heading))
        : table.columns.indexOf(named)
    if (position >= 0) at.set(item.code, position)
  }
  return at
}

export const guessStratumColumn = (table: Table): string | null =>
  table.columns[findStratumColumn(table, table.columns.map(plainHeading), {})] ?? null

/** An item told to stand in no column (an empty heading) is left out; words of one's own and days may be missing without a word. */
function findItems(table: Table, instrument: Instrument, mapping: Mapping): Map<string, number> {
  const at = guessColumns(table, instrument, mapping)
  const mayLack = (code: string, kind: string) => mapping.columns?.[code] === '' || kind === 'text' || kind === 'date'
  const missing = instrument.items.filter((item) => !at.has(item.code) && !mayLack(item.code, item.kind))
  if (missing.length > 0) {
    throw new Refusal('column-missing', {
      columns: missing.map((item) => `${item.code} ${item.text.zh || item.text.en}`),
      found: table.columns,
    })
  }
  return at
}

function findStratumColumn(table: Table, headings: readonly string[], mapping: Mapping): number {
  if (mapping.stratum !== undefined) return -1
  if (mapping.stratumColumn !== undefined) {
    const position = table.columns.indexOf(mapping.stratumColumn)
    if (position < 0) throw new Refusal('column-missing', { columns: [mapping.stratumColumn], found: table.columns })
    return position
  }
  return headings.findIndex((heading) => STRATUM_HEADINGS.some((name) => comparable(name) === heading))
}

function stratumOf(row: TableRow, at: number, given: { strata: readonly Stratum[]; table: Table; problems: CellProblem[] }): string {
  const text = cellText(row.cells[at] ?? null)
  const wanted = text.ok ? text.value.toLowerCase() : ''
  const found = given.strata.find((one) => [one.code, one.name_zh, one.name_en].some((name) => name.toLowerCase() === wanted))
  if (found) return found.code
  // what was exported from here comes back: LEVEL counts the levels in their order
  const place =
    given.table.columns[at]?.toUpperCase() === 'LEVEL' && /^\d{1,2}$/.test(wanted) ? given.strata[Number(wanted) - 1] : undefined
  if (place) return place.code
  const all = given.strata
  given.problems.push({
    column: given.table.columns[at] ?? 'stratum',
    message: {
      zh: `“${wanted}”不是本轮次的层：${all.map((one) => one.name_zh).join('、')}。`,
      en: `“${wanted}” is not a stratum of this wave: ${all.map((one) => one.name_en || one.name_zh).join(', ')}.`,
    },
  })
  return ''
}
