import { suppressCross } from '@milepost/anonymity/crossSuppression'
import type { Standing } from '@milepost/anonymity/suppression'
import { reportingRules } from '@milepost/anonymity/threshold'
import type { readCross } from '@milepost/contract/diagnose/statistics'
import type { OutputOf } from '@milepost/contract/endpoint'
import { type Division, UNSAID } from './division.ts'

type Answer = OutputOf<typeof readCross>
type Cell = NonNullable<Answer['table']>['total']
type Group = Division['groups'][number]
type Asked = {
  readonly rows: Division
  readonly columns: Division
  /** A score a sheet, null where it has none: only sheets with one are counted. */
  readonly figure?: readonly (number | null)[]
}

/** So many cells a screen can show, and hiding can be weighed in a moment. */
const MOST_CELLS = 2000

/** Counts and means by two divisions: what is too few is kept back, and with it whatever would give it away over rows, columns or totals. */
export function crossOf({ rows, columns, figure }: Asked, leastCell: number): Pick<Answer, 'because' | 'table'> {
  const k = reportingRules({ leastForNumbers: leastCell }).rules.leastForNumbers
  // in the order of their codes, as where levels stand alone: of two equally small the same is hidden everywhere
  const [across, down] = [columns, rows].map(({ groups, of }) => [
    ...groups.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ...(of.some((one) => one === null || !groups.some(({ code }) => code === one)) ? [UNSAID] : []),
  ]) as [Group[], Group[]]
  if (across.length * down.length > MOST_CELLS) return { because: 'too-many-cells', table: null }
  const placeOf = (groups: readonly Group[]) => new Map(groups.map(({ code }, at) => [code, at]))
  const [downAt, acrossAt] = [placeOf(down), placeOf(across)]
  const counts = down.map(() => across.map(() => 0))
  const sums = down.map(() => across.map(() => 0))
  for (const [sheet, group] of rows.of.entries()) {
    const score = figure === undefined ? 0 : (figure[sheet] ?? null)
    if (score === null) continue
    const row = downAt.get(group ?? '') ?? down.length - 1
    const column = acrossAt.get(columns.of[sheet] ?? '') ?? across.length - 1
    const [countLine, sumLine] = [counts[row], sums[row]]
    if (!countLine || !sumLine) continue
    countLine[column] = (countLine[column] ?? 0) + 1
    sumLine[column] = (sumLine[column] ?? 0) + score
  }
  const withheld = { rows: rows.withheld ?? new Set<string>(), columns: columns.withheld ?? new Set<string>() }
  const judged = suppressCross({ rows: down.map(({ code }) => code), columns: across.map(({ code }) => code), counts, withheld }, k)
  if (judged.kind === 'undefined') return { because: 'too-few', table: null }
  const cell = (standing: Standing, n: number, sum: number): Cell => {
    if (standing === 'empty') return { n: 0, mean: null, standing }
    if (standing !== 'shown') return { n: null, mean: null, standing }
    return { n, mean: figure === undefined ? null : sum / n, standing }
  }
  const sumOf = (list: readonly (number | undefined)[]) => list.reduce<number>((total, one) => total + (one ?? 0), 0)
  const columnOf = (table: readonly (readonly number[])[], at: number) => sumOf(table.map((line) => line[at]))
  const lines = down.map((group, row) => ({
    ...group,
    total: cell(judged.rows[row] ?? 'too-few', sumOf(counts[row] ?? []), sumOf(sums[row] ?? [])),
    cells: across.map((_, column) => cell(judged.cells[row]?.[column] ?? 'too-few', counts[row]?.[column] ?? 0, sums[row]?.[column] ?? 0)),
  }))
  // shown in the order in which they are asked, those who did not say last
  const inOrder = (groups: readonly Group[]) => [...groups.map(({ code }) => code), UNSAID.code]
  const [rowOrder, columnOrder] = [inOrder(rows.groups), inOrder(columns.groups)]
  const columnPlaces = across
    .map((_, at) => at)
    .toSorted((a, b) => columnOrder.indexOf(across[a]?.code ?? '') - columnOrder.indexOf(across[b]?.code ?? ''))
  const everybody = sumOf(counts.flat())
  return {
    because: null,
    table: {
      rows: lines
        .toSorted((a, b) => rowOrder.indexOf(a.code) - rowOrder.indexOf(b.code))
        .map((line) => ({ ...line, cells: columnPlaces.map((at) => line.cells[at] as Cell) })),
      columns: columnPlaces.map((at) => ({
        ...(across[at] as Group),
        total: cell(judged.columns[at] ?? 'too-few', columnOf(counts, at), columnOf(sums, at)),
      })),
      total: cell(everybody === 0 ? 'empty' : 'shown', everybody, sumOf(sums.flat())),
    },
  }
}
