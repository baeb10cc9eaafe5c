import type { TargetRow } from '@milepost/contract/design/localTargets'
import { retarget, targetCell } from '@milepost/scorecard/retarget'
import { pastedCells } from '../../parts/table/csv.ts'

/** What was typed, by line; a line that is not here stands as it was saved. */
export type Typed = Readonly<Record<string, string>>

export const shownIn = (typed: Typed, line: NonNullable<TargetRow['lines'][number]>): string =>
  typed[line.cardMeasureId] ?? targetCell(line.rule)

/** A block copied from a spreadsheet, laid over the grid from one cell on; cells without a target and blank ones are passed over. */
export function pasteTargets(
  typed: Typed,
  given: { readonly rows: readonly TargetRow[]; readonly row: number; readonly column: number; readonly pasted: string },
): Typed {
  const next: Record<string, string> = { ...typed }
  pastedCells(given.pasted).forEach((cells, down) => {
    cells.forEach((text, right) => {
      const line = given.rows[given.row + down]?.lines[given.column + right]
      if (line && text.trim() !== '') next[line.cardMeasureId] = text.trim()
    })
  })
  return next
}

/** The cells that say something else than what is saved, by card, as they are sent. */
export function changedCards(rows: readonly TargetRow[], typed: Typed) {
  return rows.flatMap(({ cardId, revision, lines }) => {
    const cells = lines.flatMap((line) => {
      const figures = line === null ? undefined : typed[line.cardMeasureId]
      return line && figures !== undefined && figures !== targetCell(line.rule) ? [{ cardMeasureId: line.cardMeasureId, figures }] : []
    })
    return cells.length === 0 ? [] : [{ cardId, revision, cells }]
  })
}

/** A cell that would be refused, before it is sent. */
export const isUnfit = (typed: Typed, line: NonNullable<TargetRow['lines'][number]>): boolean => {
  const figures = typed[line.cardMeasureId]
  return figures !== undefined && retarget(line.rule, figures).kind === 'refused'
}
