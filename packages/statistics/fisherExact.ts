import { brentRoot } from './brentRoot.ts'
import { notComputed, type Result } from './evidence.ts'
import { cellDistribution } from './hypergeometric.ts'
import { sum } from './moments.ts'
import { normalQuantile } from './normal.ts'

export type FisherExact = {
  /** Two-sided: all tables no likelier than the one observed (as R and SPSS). */
  readonly p: number
  /** One-sided: odds ratio below, above one. */
  readonly pLess: number
  readonly pGreater: number
  /** ad / bc; `null` when both are zero. Infinity is a value here: one cell of b, c is empty. */
  readonly oddsRatio: number | null
  /** The odds ratio under which the observed table is likeliest, given the margins (conditional maximum likelihood): not ad / bc. */
  readonly conditionalOddsRatio: number
  /** Exact interval of the conditional odds ratio. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number }
  /** Woolf's interval of ad / bc on the log scale; `null` when a cell is empty. */
  readonly woolf: { readonly low: number; readonly high: number; readonly level: number } | null
}
export type FisherExactResult = Result<'fisher-exact-1935', FisherExact>

/**
 * Fisher's exact test of a 2 x 2 table of counts (1935). Undefined when a row or a column is empty. Throws for another shape or
 * negatives. `rootTolerance` stops the search for the conditional odds ratio and its interval early: 0, the default, is exact; R's fisher.test stops at
 * 2^-13 and prints limits that are off by as much as a hundredth, which `R_ROOT_TOLERANCE` reproduces.
 */
export function fisherExact(
  table: readonly (readonly number[])[],
  options: { level?: number; rootTolerance?: number } = {},
): FisherExactResult {
  const [[a = Number.NaN, b = Number.NaN] = [], [c = Number.NaN, d = Number.NaN] = []] = table
  if (table.length !== 2 || table.some((row) => row.length !== 2) || ![a, b, c, d].every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError('Fisher needs a 2 x 2 table of counts')
  const { level = 0.95, rootTolerance: tolerance = 0 } = options
  const n = a + b + c + d
  if ([a + b, c + d, a + c, b + d].includes(0)) return notComputed('fisher-exact-1935', 'empty-margin', { n })
  const { lowest, probabilities } = cellDistribution(a + b, c + d, a + c)
  const own = probabilities[a - lowest]!
  const cell = cellOf(a, b, c, d)
  return {
    kind: 'computed',
    method: 'fisher-exact-1935',
    n,
    excluded: {},
    warnings: [],
    p: Math.min(1, sum(probabilities.filter((one) => one <= own * (1 + 1e-7)).sort((x, y) => x - y))),
    pLess: Math.min(1, sum(probabilities.slice(0, a - lowest + 1))),
    pGreater: Math.min(1, sum(probabilities.slice(a - lowest))),
    oddsRatio: b * c === 0 ? (a * d === 0 ? null : Number.POSITIVE_INFINITY) : (a * d) / (b * c),
    conditionalOddsRatio: conditionalOdds(cell, tolerance),
    interval: { ...exactLimits(cell, level, tolerance), level },
    woolf: [a, b, c, d].includes(0) ? null : woolfLimits(a, b, c, d, level),
  }
}

/** A 2 x 2 table seen from its first cell: the least and the most it can be given the margins, and what it is. */
type Cell = {
  readonly at: number
  readonly lowest: number
  readonly highest: number
  readonly shifted: (odds: number) => readonly number[]
}

function cellOf(a: number, b: number, c: number, d: number): Cell {
  const lowest = Math.max(0, a - d)
  const highest = Math.min(a + b, a + c)
  const unlikely = Array.from({ length: highest - lowest + 1 }, (_, at) => (at === 0 ? 1 : 0))
  const shifted = (odds: number) => (odds === 0 ? unlikely : cellDistribution(a + b, c + d, a + c, odds).probabilities)
  return { at: a - lowest, lowest, highest, shifted }
}

/** Where the mean of the cell equals the cell; 0 or infinity where the cell is the least or the most it can be. */
function conditionalOdds({ at, lowest, highest, shifted }: Cell, tolerance: number): number {
  if (at === 0) return 0
  if (at === highest - lowest) return Number.POSITIVE_INFINITY
  return oddsWhere((odds) => sum(shifted(odds).map((p, place) => p * place)) - at, tolerance)
}

/** The odds ratios under which a cell this large, or this small, would have probability (1 - level) / 2. */
function exactLimits({ at, lowest, highest, shifted }: Cell, level: number, tolerance: number): { low: number; high: number } {
  const tail = (1 - level) / 2
  return {
    low: at === 0 ? 0 : oddsWhere((odds) => sum(shifted(odds).slice(at)) - tail, tolerance),
    high: at === highest - lowest ? Number.POSITIVE_INFINITY : oddsWhere((odds) => tail - sum(shifted(odds).slice(0, at + 1)), tolerance),
  }
}

/** The odds ratio where a rising function is 0: sought below 1, or above 1 by its inverse, as R seeks it. */
function oddsWhere(rising: (odds: number) => number, tolerance: number): number {
  const even = rising(1)
  if (even === 0) return 1
  return even > 0 ? brentRoot(rising, 0, 1, tolerance) : 1 / brentRoot((inverse) => rising(1 / inverse), Number.EPSILON, 1, tolerance)
}

function woolfLimits(a: number, b: number, c: number, d: number, level: number): { low: number; high: number; level: number } {
  const centre = Math.log((a * d) / (b * c))
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
  return { low: Math.exp(centre - margin), high: Math.exp(centre + margin), level }
}

/** .Machine$double.eps^0.25, where R's uniroot stops unless told otherwise. */
export const R_ROOT_TOLERANCE = 2 ** -13
