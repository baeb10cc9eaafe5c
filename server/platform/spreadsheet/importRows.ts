import type { ImportReport, ImportStep, RowVerdict } from '@milepost/contract/importing'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellProblem } from './columns.ts'

/** What a row changes in one column: what stands there today and what the file says. */
export type CellChange = { readonly column: string; readonly before: Bilingual; readonly now: Bilingual }

/** What an import makes of one row before anything is written. */
export type JudgedRow<T> = {
  readonly row: number
  readonly key: string
  /** What a right row does that one may not expect. */
  readonly notes?: readonly CellProblem[]
  /** What a row changes of what is stored. */
  readonly changes?: readonly CellChange[]
  readonly judged:
    | { readonly verdict: 'new' | 'changed'; readonly save: T }
    | { readonly verdict: 'same' }
    | { readonly verdict: 'wrong'; readonly problems: readonly CellProblem[] }
}

/** Faults and changes name the column as the file does: `headings` as `headingsIn` gives them. */
export function inFileWords<T>(row: JudgedRow<T>, headings: ReadonlyMap<string, string>): JudgedRow<T> {
  const named = <N extends { readonly column: string }>(one: N): N => ({ ...one, column: headings.get(one.column) ?? one.column })
  if (row.judged.verdict !== 'wrong') return { ...row, changes: (row.changes ?? []).map(named) }
  return { ...row, judged: { verdict: 'wrong', problems: row.judged.problems.map(named) } }
}

/** New and unchanged rows shown in a report; rows that are wrong, change something or have a note are all shown. */
const MOST_RIGHT_ROWS_SHOWN = 200

/**
 * The one way rows are saved: with step `check` nothing is written; with `save` nothing is written while any row is wrong;
 * with `save-right-rows` the wrong rows are left out. `save` writes inside the caller's transaction.
 */
export async function importRows<T>(
  step: ImportStep,
  rows: readonly JudgedRow<T>[],
  save: (right: readonly { readonly row: number; readonly verdict: 'new' | 'changed'; readonly save: T }[]) => Promise<void>,
): Promise<ImportReport> {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 }
  const toSave: { row: number; verdict: 'new' | 'changed'; save: T }[] = []
  for (const { row, judged } of rows) {
    counts[judged.verdict] += 1
    if (judged.verdict === 'new' || judged.verdict === 'changed') toSave.push({ row, verdict: judged.verdict, save: judged.save })
  }
  const saved = step === 'save-right-rows' || (step === 'save' && counts.wrong === 0)
  if (saved && toSave.length > 0) await save(toSave)
  return { saved, counts, rows: shownRows(rows), rowsInFile: rows.length }
}

function shownRows<T>(rows: readonly JudgedRow<T>[]): RowVerdict[] {
  const verdicts = rows.map(({ row, key, judged, notes, changes }) => ({
    row,
    key,
    verdict: judged.verdict,
    problems:
      judged.verdict === 'wrong' ? judged.problems.map((problem) => ({ column: problem.column, message: { ...problem.message } })) : [],
    notes: judged.verdict === 'wrong' ? [] : (notes ?? []).map((note) => ({ column: note.column, message: { ...note.message } })),
    changes:
      judged.verdict === 'wrong'
        ? []
        : (changes ?? []).map(({ column, before, now }) => ({ column, before: { ...before }, now: { ...now } })),
  }))
  const telling = (row: RowVerdict) => row.verdict === 'wrong' || row.verdict === 'changed' || row.notes.length > 0
  const rightShown = verdicts.filter((row) => !telling(row)).slice(0, MOST_RIGHT_ROWS_SHOWN)
  return [...verdicts.filter(telling), ...rightShown].sort((a, b) => a.row - b.row)
}
