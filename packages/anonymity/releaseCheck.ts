import { type ShownGroup, type SmallDifference, smallDifferences } from './differences.ts'
import { type AnswerCell, type CellReport, mayShowText, type ReportingRules, reportCell } from './threshold.ts'

/** A cell of a table somebody wants to release: hidden ones stay in the table, since their number is part of what can be worked out. */
export type ReleaseCell = {
  id: string
  n: number
  isHidden: boolean
  answers: AnswerCell | null
  showsDistribution: boolean
  texts: number
}

export type ReleaseTable = {
  /** What people are divided by, e.g. ["unit"] or ["unit", "role"]. */
  dividedBy: readonly string[]
  total: number
  cells: readonly ReleaseCell[]
  /** Whether open answers are printed, and whether a row of them also carries what people are divided by. */
  text: 'none' | 'apart' | 'beside-divisions'
  /** Rows in random order, or in one that follows a list of people. */
  rowOrder: 'shuffled' | 'follows-roster' | 'no-rows'
  /** The cells shown, by answer; with those of earlier releases of the same people, for the check of differences. Empty: not known. */
  groups: readonly ShownGroup[]
}

export type ReleaseReason =
  | { code: 'too-many-divisions'; allowed: number }
  | { code: 'cells-exceed-total'; cellsTotal: number }
  | { code: 'cell-too-small'; cell: string; least: number }
  | { code: 'rest-too-small'; rest: number; least: number }
  | { code: 'answers-too-alike'; cell: string; report: CellReport }
  | ({ code: 'difference-too-small' } & SmallDifference)
  | { code: 'too-few-texts'; cell: string; least: number }
  | { code: 'text-beside-divisions' }
  | { code: 'rows-follow-roster' }

export type ReleaseVerdict = {
  mayRelease: boolean
  reasons: readonly ReleaseReason[]
  /** Checks that could not be made. */
  unchecked: readonly 'differences'[]
}

/**
 * Whether a small table may leave the house, and every reason against it. It may when no shown cell, no remainder and no difference
 * of shown cells holds 1 to k-1 people, no shown distribution gives everybody's answer away, and open text stands apart from divisions.
 */
export function releaseCheck(table: ReleaseTable, rules: ReportingRules, options: { divisionsAllowed: number }): ReleaseVerdict {
  const least = rules.leastForNumbers
  const shown = table.cells.filter(({ isHidden }) => !isHidden)
  const cellsTotal = table.cells.reduce((sum, { n }) => sum + n, 0)
  const rest = table.total - shown.reduce((sum, { n }) => sum + n, 0)
  const reasons: ReleaseReason[] = []
  if (table.dividedBy.length > options.divisionsAllowed) reasons.push({ code: 'too-many-divisions', allowed: options.divisionsAllowed })
  if (cellsTotal > table.total) reasons.push({ code: 'cells-exceed-total', cellsTotal })
  for (const cell of shown) reasons.push(...reasonsOfCell(cell, table, rules))
  if (rest > 0 && rest < least) reasons.push({ code: 'rest-too-small', rest, least })
  for (const difference of smallDifferences(table.groups, least)) reasons.push({ code: 'difference-too-small', ...difference })
  if (table.text === 'beside-divisions') reasons.push({ code: 'text-beside-divisions' })
  if (table.rowOrder === 'follows-roster') reasons.push({ code: 'rows-follow-roster' })
  return { mayRelease: reasons.length === 0, reasons, unchecked: table.groups.length === 0 ? ['differences'] : [] }
}

function reasonsOfCell(
  { id, n, answers, showsDistribution, texts }: ReleaseCell,
  { text }: ReleaseTable,
  rules: ReportingRules,
): ReleaseReason[] {
  const reasons: ReleaseReason[] = []
  if (n > 0 && n < rules.leastForNumbers) reasons.push({ code: 'cell-too-small', cell: id, least: rules.leastForNumbers })
  const report = answers && showsDistribution ? reportCell(answers, rules) : null
  if (report && (report.kind === 'banded' || report.kind === 'hidden')) reasons.push({ code: 'answers-too-alike', cell: id, report })
  if (text !== 'none' && texts > 0 && !mayShowText(texts, rules))
    reasons.push({ code: 'too-few-texts', cell: id, least: rules.leastForText })
  return reasons
}
