import { requireCounts } from './counts.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'
import { normalTwoSided } from './normal.ts'

export type FleissKappa = {
  readonly kappa: number
  /** Standard error if there were no agreement beyond chance (Fleiss, Nee & Landis 1979), with its z and p. */
  readonly se0: number
  readonly z: number
  readonly p: number
  /** Mean share of agreeing pairs of judges, and the share expected by chance. */
  readonly agreement: number
  readonly byChance: number
  readonly judges: number
}
export type FleissKappaResult = Result<'fleiss-kappa-1971', FleissKappa>

/**
 * Agreement of several judges who put each case in one of several categories (Fleiss 1971). `counts`: a row a case, a column a category, how many judges
 * chose it; every case judged by the same number (throws otherwise: use `krippendorff`). Undefined without a case, below two judges, or when all
 * judgements fell in one category.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappaResult {
  const method = 'fleiss-kappa-1971'
  const n = counts.length
  if (n === 0) return notComputed(method, 'no-cases', { n })
  requireCounts(counts, { whole: true })
  const judges = sum(counts[0]!)
  if (counts.some((row) => sum(row) !== judges)) throw new RangeError('every case needs the same number of judges')
  if (judges < 2) return notComputed(method, 'too-few-raters', { n })
  const shares = counts[0]!.map((_, j) => sum(counts.map((row) => row[j]!)) / (n * judges))
  const byChance = sum(shares.map((share) => share * share))
  if (1 - byChance < 1e-12) return notComputed(method, 'no-disagreement-possible', { n })
  const agreement = sum(counts.map((row) => (sum(row.map((count) => count * count)) - judges) / (judges * (judges - 1)))) / n
  const kappa = (agreement - byChance) / (1 - byChance)
  const spread = sum(shares.map((share) => share * (1 - share)))
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const se0 = (Math.SQRT2 / (spread * Math.sqrt(n * judges * (judges - 1)))) * Math.sqrt(spread * spread - skew)
  const z = kappa / se0
  return { kind: 'computed', method, n, excluded: {}, warnings: [], kappa, se0, z, p: normalTwoSided(z), agreement, byChance, judges }
}
