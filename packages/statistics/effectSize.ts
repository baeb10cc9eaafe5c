import { logGamma } from './logGamma.ts'
import { isConstant, mean, variance } from './moments.ts'

/** Standardised differences of two means, first minus second. Each `null` where its denominator is zero. */
export type StandardisedDifference = {
  /** By the pooled standard deviation (Cohen 1988). */
  readonly cohenD: number | null
  /** d without its small-sample bias: times J(df), exact by gamma functions (Hedges 1981). */
  readonly hedgesG: number | null
  /** The same with the usual approximation J = 1 - 3 / (4 df - 1). */
  readonly hedgesGApproximate: number | null
  /** By the standard deviation of the second group. */
  readonly glassDelta: number | null
}

/** Both groups need two values. */
export function standardisedDifference(first: readonly number[], second: readonly number[]): StandardisedDifference {
  const df = first.length + second.length - 2
  const difference = mean(first) - mean(second)
  const pooled = Math.sqrt(((first.length - 1) * variance(first) + (second.length - 1) * variance(second)) / df)
  const cohenD = pooled === 0 ? null : difference / pooled
  return {
    cohenD,
    hedgesG: cohenD === null ? null : cohenD * smallSampleFactor(df),
    hedgesGApproximate: cohenD === null ? null : cohenD * (1 - 3 / (4 * df - 1)),
    glassDelta: isConstant(second) ? null : difference / Math.sqrt(variance(second)),
  }
}

/** J(df) = Gamma(df / 2) / (sqrt(df / 2) Gamma((df - 1) / 2)); 0 degrees have none. */
function smallSampleFactor(df: number): number {
  return df < 2 ? 0 : Math.exp(logGamma(df / 2) - 0.5 * Math.log(df / 2) - logGamma((df - 1) / 2))
}
