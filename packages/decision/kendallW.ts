import type { Evidence } from './evidence.ts'

export type KendallW = {
  readonly kind: 'computed'
  /** 0 (judges do not agree at all) to 1 (all rank alike). */
  readonly w: number
  /** Friedman's statistic judges x (objects - 1) x W, chi-square distributed with `df` degrees of freedom when judges rank at random. */
  readonly chiSquare: number
  readonly df: number
  /** Mean rank of each object, 1 for the lowest rating. */
  readonly meanRanks: readonly number[]
  readonly objects: number
} & Evidence<'kendall-w-tie-corrected'>
export type KendallWResult =
  | KendallW
  | ({
      readonly kind: 'undefined'
      readonly because: 'too-few-judges' | 'too-few-objects' | 'all-tied'
    } & Evidence<'kendall-w-tie-corrected'>)

/**
 * Agreement of judges (rows) on the order of objects (columns), from ratings or ranks, corrected for ties (Kendall & Babington Smith 1939).
 * Undefined below two judges or objects, or when every judge rates everything alike.
 */
export function kendallW(ratings: readonly (readonly number[])[]): KendallWResult {
  const judges = ratings.length
  const objects = ratings[0]?.length ?? 0
  if (ratings.some((row) => row.length !== objects || row.some((value) => !Number.isFinite(value)))) {
    throw new RangeError('every judge must rate every object')
  }
  const evidence = { n: judges, excluded: [], method: 'kendall-w-tie-corrected', warnings: [] } as const
  if (judges < 2) return { kind: 'undefined', because: 'too-few-judges', ...evidence }
  if (objects < 2) return { kind: 'undefined', because: 'too-few-objects', ...evidence }
  const ranks = ratings.map(midranks)
  const sums = Array.from({ length: objects }, (_, object) => ranks.reduce((sum, row) => sum + row[object]!, 0))
  const middle = (judges * (objects + 1)) / 2
  const spread = sums.reduce((total, sum) => total + (sum - middle) ** 2, 0)
  const ties = ratings.reduce((total, row) => total + tieTerm(row), 0)
  const most = judges ** 2 * (objects ** 3 - objects) - judges * ties
  if (most === 0) return { kind: 'undefined', because: 'all-tied', ...evidence }
  const w = (12 * spread) / most
  const meanRanks = sums.map((sum) => sum / judges)
  return { kind: 'computed', ...evidence, w, chiSquare: judges * (objects - 1) * w, df: objects - 1, meanRanks, objects }
}

/** How much judges agree, in four steps: the readings of W by Schmidt 1997 (0.7 strong, 0.5 moderate, 0.3 weak). */
export type AgreementBand = 'strong' | 'moderate' | 'weak' | 'hardly-any'

/** The band a W falls into; each begins at its bound. */
export function agreementBand(w: number): AgreementBand {
  if (w >= 0.7) return 'strong'
  if (w >= 0.5) return 'moderate'
  return w >= 0.3 ? 'weak' : 'hardly-any'
}

/** Ranks from 1 for the lowest, ties share the mean of their places. */
function midranks(values: readonly number[]): number[] {
  return values.map((own) => values.filter((value) => value < own).length + (values.filter((value) => value === own).length + 1) / 2)
}

/** Sum of t^3 - t over groups of t equal values: each value contributes t^2 - 1. */
function tieTerm(values: readonly number[]): number {
  return values.reduce((total, own) => total + values.filter((value) => value === own).length ** 2 - 1, 0)
}
