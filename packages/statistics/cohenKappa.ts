import { type Excluded, type Interval, leftOut, notComputed, type Result } from './evidence.ts'
import type { Category } from './frequencies.ts'
import { sum } from './moments.ts'
import { normalQuantile } from './normal.ts'

export type CohenKappa = {
  /** Share of cases on which both agree, 0 to 1; the share expected by chance. */
  readonly agreement: number
  readonly byChance: number
  /** Agreement beyond chance. */
  readonly kappa: number
  /** Partial credit for near misses, by distance between the levels in their order, or by its square. */
  readonly linear: number
  readonly quadratic: number
  /** Large-sample standard error of kappa (Fleiss, Cohen & Everitt 1969) and its interval. */
  readonly se: number
  readonly interval: Interval
  /** Cases by level of the first (rows) and second judge (columns). */
  readonly table: readonly (readonly number[])[]
}
export type CohenKappaResult = Result<'cohen-kappa-1960', CohenKappa>

/**
 * Agreement of two judges over the same cases (Cohen 1960, weighted 1968). `levels` in their order; by default the values seen, sorted. Cases one of them
 * did not judge are left out. Undefined without a case, with fewer than two levels, or when both used a single level only: no disagreement was
 * possible.
 */
export function cohenKappa(
  first: readonly (Category | null)[],
  second: readonly (Category | null)[],
  options: { levels?: readonly Category[]; level?: number } = {},
): CohenKappaResult {
  const method = 'cohen-kappa-1960'
  if (first.length !== second.length) throw new RangeError('both judges need the same cases')
  const levels = options.levels ?? levelsOf([...first, ...second])
  const { table, excluded } = tableOf(first, second, levels)
  const n = sum(table.flat())
  if (n === 0) return notComputed(method, 'no-complete-cases', { n, excluded })
  const shares = table.map((row) => row.map((count) => count / n))
  const rows = shares.map(sum)
  const columns = levels.map((_, j) => sum(shares.map((row) => row[j]!)))
  const byChance = sum(rows.map((share, i) => share * columns[i]!))
  if (levels.length < 2 || 1 - byChance < 1e-12) return notComputed(method, 'no-disagreement-possible', { n, excluded })
  const agreement = sum(shares.map((row, i) => row[i]!))
  const kappa = (agreement - byChance) / (1 - byChance)
  const weighted = (power: 1 | 2): number =>
    1 -
    disagreement(shares, power) /
      disagreement(
        rows.map((r) => columns.map((c) => r * c)),
        power,
      )
  const se = Math.sqrt(Math.max(0, varianceOf(shares, rows, columns, agreement, byChance)) / n)
  const level = options.level ?? 0.95
  const margin = normalQuantile((1 + level) / 2) * se
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: n < 30 ? [{ code: 'small-sample', value: n }] : [],
    agreement,
    byChance,
    kappa,
    linear: weighted(1),
    quadratic: weighted(2),
    se,
    interval: { low: kappa - margin, high: Math.min(1, kappa + margin), level },
    table,
  }
}

function disagreement(shares: readonly (readonly number[])[], power: 1 | 2): number {
  return sum(shares.flatMap((row, i) => row.map((share, j) => share * Math.abs(i - j) ** power)))
}

/** Fleiss, Cohen & Everitt (1969), eq. 13, times n. */
function varianceOf(
  shares: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  po: number,
  pe: number,
): number {
  const own = sum(shares.map((row, i) => row[i]! * (1 - pe - (rows[i]! + columns[i]!) * (1 - po)) ** 2))
  const off = sum(shares.flatMap((row, i) => row.map((share, j) => (i === j ? 0 : share * (columns[i]! + rows[j]!) ** 2))))
  return (own + (1 - po) ** 2 * off - (po * pe - 2 * pe + po) ** 2) / (1 - pe) ** 4
}

function tableOf(
  first: readonly (Category | null)[],
  second: readonly (Category | null)[],
  levels: readonly Category[],
): { table: number[][]; excluded: Excluded } {
  const place = new Map(levels.map((level, at) => [level, at]))
  const table = levels.map(() => levels.map(() => 0))
  let [incomplete, offScale] = [0, 0]
  first.forEach((a, at) => {
    const b = second[at] ?? null
    if (a === null || b === null) {
      incomplete++
      return
    }
    const [i, j] = [place.get(a), place.get(b)]
    if (i === undefined || j === undefined) offScale++
    else table[i]![j]!++
  })
  return { table, excluded: leftOut({ incomplete, 'off-scale': offScale }) }
}

function levelsOf(values: readonly (Category | null)[]): Category[] {
  const seen = [...new Set(values)].filter((value) => value !== null)
  return seen.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1))
}
