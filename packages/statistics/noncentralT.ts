import { chiMixture } from './chiMixture.ts'
import { normalLower, normalUpper } from './normal.ts'

/**
 * P(T > t) of the noncentral t with df degrees of freedom and noncentrality `shift`: a normal with mean `shift` over an independent estimate of its
 * standard deviation. Computed directly by mixing over that estimate (Johnson, Kotz & Balakrishnan 1995, ch. 31).
 */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  return Math.min(
    1,
    chiMixture(df, (s) => normalUpper(t * s - shift), peakOf(t, df, shift)),
  )
}

/** P(T <= t), computed directly. */
export function noncentralTLower(t: number, df: number, shift: number): number {
  return Math.min(
    1,
    chiMixture(df, (s) => normalLower(t * s - shift), peakOf(t, df, shift)),
  )
}

/** The noncentralities under which an observed t lies at the (1 - level)/2 and the (1 + level)/2 quantile: the interval of a standardised mean. */
export function noncentralityInterval(t: number, df: number, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2
  return {
    low: risingRoot((shift) => noncentralTUpper(t, df, shift) - tail, t),
    high: risingRoot((shift) => tail - noncentralTLower(t, df, shift), t),
  }
}

/** Where s^df exp(-df s^2 / 2 - (t s - shift)^2 / 2) is greatest. */
function peakOf(t: number, df: number, shift: number): number {
  return (t * shift + Math.sqrt(t * t * shift * shift + 4 * df * (df + t * t))) / (2 * (df + t * t))
}

/** The zero of a rising function, searched outward from a start and then halved to neighbouring doubles. */
function risingRoot(f: (x: number) => number, start: number): number {
  let [low, high] = [start - 1, start + 1]
  for (let width = 1; f(low) > 0; width *= 2) low -= width
  for (let width = 1; f(high) < 0; width *= 2) high += width
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high || high - low < 1e-12 * Math.max(1, Math.abs(middle))) return middle
    if (f(middle) < 0) low = middle
    else high = middle
  }
}
