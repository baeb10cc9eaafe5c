import { notComputed, type Result } from './evidence.ts'
import { fQuantile } from './fisherF.ts'
import type { Proportion } from './proportionInterval.ts'

export type ClopperPearsonResult = Result<'clopper-pearson-1934', Proportion>

/** The exact (conservative) binomial interval of a proportion (Clopper & Pearson 1934), by quantiles of F. Undefined for no cases. */
export function clopperPearson(successes: number, cases: number, options: { level?: number } = {}): ClopperPearsonResult {
  const level = options.level ?? 0.95
  if (!(successes >= 0 && successes <= cases)) throw new RangeError(`successes must lie within the cases: ${successes} of ${cases}`)
  if (cases === 0) return notComputed('clopper-pearson-1934', 'no-cases', { n: 0 })
  const failures = cases - successes
  const low = successes === 0 ? 0 : 1 / (1 + ((failures + 1) / successes) * fQuantile((1 + level) / 2, 2 * (failures + 1), 2 * successes))
  const odds = failures === 0 ? 0 : ((successes + 1) / failures) * fQuantile((1 + level) / 2, 2 * (successes + 1), 2 * failures)
  const high = failures === 0 ? 1 : odds / (1 + odds)
  return {
    kind: 'computed',
    method: 'clopper-pearson-1934',
    n: cases,
    excluded: {},
    warnings: [],
    proportion: successes / cases,
    interval: { low, high, level },
  }
}
