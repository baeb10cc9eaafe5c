import type { Interval } from './evidence.ts'
import { logGamma } from './logGamma.ts'
import { isConstant, mean, variance } from './moments.ts'
import { noncentralityInterval } from './noncentralT.ts'

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
  /** Exact interval of d by the noncentral t (Cumming & Finch 2001), at the level asked for; `null` with d. */
  readonly interval: Interval | null
}

/** Both groups need two values. */
export function standardisedDifference(first: readonly number[], second: readonly number[], level = 0.95): StandardisedDifference {
  const df = first.length + second.length - 2
  const difference = mean(first) - mean(second)
  const pooled = Math.sqrt(((first.length - 1) * variance(first) + (second.length - 1) * variance(second)) / df)
  const cohenD = pooled === 0 ? null : difference / pooled
  return {
    cohenD,
    hedgesG: cohenD === null ? null : cohenD * smallSampleFactor(df),
    hedgesGApproximate: cohenD === null ? null : cohenD * (1 - 3 / (4 * df - 1)),
    interval: cohenD === null ? null : intervalOf(cohenD, first.length, second.length, level),
    glassDelta: isConstant(second) ? null : difference / Math.sqrt(variance(second)),
  }
}

function intervalOf(d: number, n1: number, n2: number, level: number): Interval {
  const scale = Math.sqrt(1 / n1 + 1 / n2)
  const { low, high } = noncentralityInterval(d / scale, n1 + n2 - 2, level)
  return { low: low * scale, high: high * scale, level }
}

/** J(df) = Gamma(df / 2) / (sqrt(df / 2) Gamma((df - 1) / 2)); 0 degrees have none. */
function smallSampleFactor(df: number): number {
  return df < 2 ? 0 : Math.exp(logGamma(df / 2) - 0.5 * Math.log(df / 2) - logGamma((df - 1) / 2))
}
