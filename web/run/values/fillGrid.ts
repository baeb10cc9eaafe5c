import type { Gap } from '@milepost/contract/run/gap'
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
  given: { readonly keys: readonly string[]; readonly at: { readonly key: string; readonly column: Filled }; readonly pasted: string },
): Grid {
  const { keys, at, pasted } = given
  const [row, column] = [keys.indexOf(at.key), FILLED.indexOf(at.column)]
  const next: Record<string, GridRow> = { ...grid }
  pastedCells(pasted).forEach((cells, down) => {
    const key = keys[row + down]
    if (key === undefined || row < 0) return
    const here: Record<Filled, string> = { ...(next[key] ?? EMPTY_ROW) }
    cells.forEach((text, right) => {
      const name = FILLED[column + right]
      if (name !== undefined) here[name] = text.trim()
    })
    next[key] = here
  })
  return next
}

export const isFilled = (row: GridRow | undefined): boolean => row !== undefined && (row.value.trim() !== '' || row.numerator.trim() !== '')

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
