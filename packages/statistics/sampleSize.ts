import { notComputed, type Result } from './evidence.ts'
import { normalQuantile } from './normal.ts'

export type SampleSize = {
  /** For an endless population: z^2 p (1 - p) / margin^2. */
  readonly endless: number
  /** Corrected for the finite population, before rounding. */
  readonly exact: number
  /** People to ask for answers: the next whole number, never more than there are. */
  readonly needed: number
}
export type SampleSizeResult = Result<'cochran-1977', SampleSize>

/**
 * Answers needed so that a proportion is known to within `margin` (0.05 = five points either way) at the level given (Cochran 1977).
 * `expected` is the proportion one expects; one half, the default, is the worst case. Undefined when there is nobody to ask.
 */
export function sampleSize(populationSize: number, options: { margin?: number; expected?: number; level?: number } = {}): SampleSizeResult {
  const { margin = 0.05, expected = 0.5, level = 0.95 } = options
  if (!(margin > 0 && expected >= 0 && expected <= 1)) throw new RangeError('a sample size needs margin > 0 and 0 <= expected <= 1')
  if (!(populationSize > 0)) return notComputed('cochran-1977', 'no-population', { n: 0 })
  const z = normalQuantile((1 + level) / 2)
  const endless = (z * z * expected * (1 - expected)) / (margin * margin)
  const exact = endless / (1 + (endless - 1) / populationSize)
  return {
    kind: 'computed',
    method: 'cochran-1977',
    n: populationSize,
    excluded: {},
    warnings: [],
    endless,
    exact,
    needed: Math.min(populationSize, Math.max(0, Math.ceil(exact - 1e-9))),
  }
}
