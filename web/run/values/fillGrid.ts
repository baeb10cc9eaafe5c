import type { ImportReport } from '@milepost/contract/importing'
import type { Gap } from '@milepost/contract/run/gap'
import { hasDoubtfulComma, plainNumber } from '@milepost/exact/written'
import { csvCell, pastedCells } from '../../parts/table/csv.ts'

/** The cells of the grid that are filled in, in the order they stand. */
export const FILLED = ['value', 'numerator', 'denominator', 'n', 'note'] as const
export type Filled = (typeof FILLED)[number]
export type GridRow = Readonly<Record<Filled, string>>
export type Grid = Readonly<Record<string, GridRow>>

export const EMPTY_ROW: GridRow = { value: '', numerator: '', denominator: '', n: '', note: '' }

/** A block copied from a spreadsheet, laid over the grid from one cell on; what reaches past the last row or column is left out. */
export function pasteInto(
  grid: Grid,
  given: { readonly gaps: readonly Gap[]; readonly at: { readonly key: string; readonly column: Filled }; readonly pasted: string },
): Grid {
  const { gaps, at, pasted } = given
  const row = gaps.findIndex(({ key }) => key === at.key)
  const next: Record<string, GridRow> = { ...grid }
  if (row < 0) return grid
  pastedCells(pasted).forEach((cells, down) => {
    const gap = gaps[row + down]
    if (gap === undefined) return
    const here: Record<Filled, string> = { ...(next[gap.key] ?? EMPTY_ROW) }
    const from = FILLED.indexOf(isPair(gap, at.column, cells) ? 'numerator' : at.column)
    cells.forEach((text, right) => {
      const name = FILLED[from + right]
      if (name !== undefined) here[name] = text.trim()
    })
    next[gap.key] = asPair(gap, here)
  })
  return next
}

/** Two cells laid on the value of a ratio are its numerator and denominator. */
const isPair = ({ needs }: Gap, column: Filled, cells: readonly string[]) => needs === 'parts' && column === 'value' && cells.length === 2

/** "193/200" in the value of a ratio is its two parts. */
export function asPair({ needs }: Pick<Gap, 'needs'>, row: GridRow): GridRow {
  const pair = needs === 'parts' && row.numerator === '' && row.denominator === '' ? /^([^/÷]+)[/÷]([^/÷]+)$/.exec(row.value.trim()) : null
  const [numerator, denominator] = [pair?.[1]?.trim() ?? '', pair?.[2]?.trim() ?? '']
  return plainNumber(numerator) === null || plainNumber(denominator) === null ? row : { ...row, value: '', numerator, denominator }
}

/** What is wrong with a cell before it is sent; the rest the server knows. */
export type CellFault = 'not-a-number' | 'doubtful-comma' | 'needs-parts' | 'needs-other-part' | 'needs-answers' | 'needs-weight'

const NOT_APPLICABLE = ['n/a', '不适用', 'not applicable']

export function faultsOf({ needs, measure }: Pick<Gap, 'needs' | 'measure'>, row: GridRow): Partial<Record<Filled, CellFault>> {
  const faults: Partial<Record<Filled, CellFault>> = {}
  const value = row.value.trim()
  if (NOT_APPLICABLE.includes(value.toLowerCase())) return faults
  for (const column of ['value', 'numerator', 'denominator', 'n'] as const) {
    const text = column === 'value' ? withoutUnit(value, measure.unit) : row[column].trim()
    if (text !== '' && plainNumber(text) === null) faults[column] = hasDoubtfulComma(text) ? 'doubtful-comma' : 'not-a-number'
  }
  const has = (column: Filled) => row[column].trim() !== ''
  if (needs === 'parts' && has('value') && !has('numerator') && !has('denominator')) faults.value ??= 'needs-parts'
  if (has('numerator') && !has('denominator')) faults.denominator ??= 'needs-other-part'
  if (has('denominator') && !has('numerator') && (needs === 'parts' || !has('value')))
    faults[needs === 'weight' ? 'value' : 'numerator'] ??= 'needs-other-part'
  if (needs === 'answers' && has('value') && !has('n')) faults.n ??= 'needs-answers'
  if (needs === 'weight' && has('value') && !has('denominator')) faults.denominator ??= 'needs-weight'
  return faults
}

/** A figure may carry the measure's own unit behind it: 96.5 %. */
function withoutUnit(text: string, unit: Gap['measure']['unit']): string {
  const plain = text.normalize('NFKC')
  const own = [unit.zh, unit.en].map((name) => name.normalize('NFKC')).find((name) => name !== '' && plain.endsWith(name))
  return own === undefined ? plain : plain.slice(0, plain.length - own.length).trim()
}

export const isFilled = (row: GridRow | undefined): boolean =>
  row !== undefined && [row.value, row.numerator, row.denominator].some((text) => text.trim() !== '')

/** The filled rows as the file the import reads, so that a grid and a file are judged alike. */
export function csvOfGrid(gaps: readonly Gap[], grid: Grid): string {
  const head = ['measureCode', 'scope', 'level', 'periodCode', ...FILLED]
  const rows = gaps
    .filter((gap) => isFilled(grid[gap.key]))
    .map((gap) => {
      const row = grid[gap.key] ?? EMPTY_ROW
      const scope = gap.holder.kind === 'institution' ? 'institution' : gap.holderCode
      return [gap.measure.code, scope, gap.holder.kind, gap.period.code, ...FILLED.map((name) => row[name].trim())]
    })
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** What the server said of a row: of single cells, or of the place itself. */
export type SaidOfRow = Partial<Record<Filled | 'row', string>>
export type Said = Readonly<Record<string, SaidOfRow>>

/** The verdicts of the rows that were sent, at the cells they are about. The first row of what was sent stood in line 2 of the file. */
export function saidOf(report: ImportReport, sent: readonly Gap[], pick: (text: { zh: string; en: string }) => string): Said {
  const said: Record<string, SaidOfRow> = {}
  for (const { row, verdict, problems } of report.rows) {
    const gap = verdict === 'wrong' ? sent[row - 2] : undefined
    if (gap === undefined) continue
    const of: Partial<Record<Filled | 'row', string>> = {}
    for (const { column, message } of problems) {
      const at = FILLED.find((one) => one === column) ?? 'row'
      of[at] = [of[at], pick(message)].filter((one) => one !== undefined).join(' ')
    }
    said[gap.key] = problems.length === 0 ? { row: '' } : of
  }
  return said
}
