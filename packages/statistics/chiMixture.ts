import { HALF_LOG_TWO_PI, logGamma, stirlingCorrection } from './logGamma.ts'

/**
 * The mean of `conditional(s)` over s = sqrt(chi-square(df) / df), the estimate of a standard deviation with df degrees of freedom whose truth is 1:
 * how a statistic that is normal given s behaves when s is estimated. `conditional` takes s > 0 and gives a probability; `peak` is about where
 * density times probability is greatest. Trapezoid rule on ln s, which converges beyond every power for such integrands (Trefethen & Weideman
 * 2014); small results keep their relative accuracy.
 */
export function chiMixture(df: number, conditional: (s: number) => number, peak = 1): number {
  const step = Math.min(0.08, 0.5 / Math.sqrt(2 * df))
  const half = df / 2
  const constant = Math.LN2 + logHeight(half)
  const termAt = (u: number): number => {
    const density = Math.exp(constant - half * (Math.expm1(2 * u) - 2 * u))
    return density === 0 ? 0 : density * conditional(Math.exp(u))
  }
  const start = Math.log(peak)
  let total = termAt(start)
  for (const direction of [step, -step]) {
    let [largest, last] = [total, total]
    for (let at = 1; at < MOST_STEPS; at++) {
      const term = termAt(start + at * direction)
      total += term
      largest = Math.max(largest, term)
      if (term <= largest * NEGLIGIBLE && term <= last) break
      last = term
    }
  }
  return total * step
}

/** a ln a - a - ln Gamma(a), without cancellation for large a. */
function logHeight(a: number): number {
  if (a < 10) return a * Math.log(a) - a - logGamma(a)
  return 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingCorrection(a)
}

const NEGLIGIBLE = 1e-18
const MOST_STEPS = 20_000
