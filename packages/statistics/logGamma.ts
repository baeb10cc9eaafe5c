/** Natural log of the gamma function for x > 0. Lanczos (g = 7, 9 terms) below 10, Stirling above; relative error about 1e-14. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, got ${x}`)
  if (x === 1 || x === 2) return 0
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const series = LANCZOS.reduce((total, coefficient, index) => total + coefficient / (z + index + 1), LANCZOS_FIRST)
  const shifted = z + 7.5
  return HALF_LOG_TWO_PI + (z + 0.5) * Math.log(shifted) - shifted + Math.log(series)
}

/** What Stirling's formula lacks: logGamma(x) - [(x - 1/2) ln x - x + ln(2 pi)/2], for x >= 10. */
export function stirlingCorrection(x: number): number {
  const inverse = 1 / (x * x)
  return STIRLING.reduceRight((total, coefficient) => total * inverse + coefficient, 0) / x
}

/** Natural log of the beta function, without the cancellation that three separate log-gammas suffer for large arguments. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large)
  if (small < 10) {
    return logGamma(small) + correction - (large + small - 0.5) * Math.log1p(small / large) - small * (Math.log(large) - 1)
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    stirlingCorrection(small) +
    correction +
    (small - 0.5) * Math.log(small / (small + large)) -
    large * Math.log1p(small / large)
  )
}

export const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)
const LANCZOS_FIRST = 0.99999999999980993
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
]
/** B(2k) / (2k (2k - 1)) for k = 1, 2, ... with B the Bernoulli numbers. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]
