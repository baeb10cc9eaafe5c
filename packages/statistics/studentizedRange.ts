import { chiMixture } from './chiMixture.ts'
import { invertLogTail, probabilityInside } from './invertTail.ts'
import { normalDensity, normalUpper } from './normal.ts'

/**
 * P(Q > q) of the studentised range: the range of k independent standard normals over an independent estimate of their standard deviation with df
 * degrees of freedom (infinity allowed). The upper tail is computed directly, so that a p of 1e-15 has its digits. q <= 0 gives 1. Throws unless
 * k >= 2 and df > 0. Sources: Tukey (1953); integrals as in Copenhaver & Holland (1988), with the trapezoid rule instead of Gauss-Legendre.
 */
export function tukeyUpper(q: number, k: number, df: number): number {
  if (!(k >= 2 && df > 0)) throw new RangeError(`the studentised range needs k >= 2 and df > 0, got ${k} and ${df}`)
  if (q <= 0) return 1
  if (q === Number.POSITIVE_INFINITY) return 0
  const tail = df > MANY ? rangeUpper(q, k) : chiMixture(df, (s) => rangeUpper(q * s, k), Math.sqrt(df / (df + (q * q) / 2)))
  return Math.min(1, tail)
}

/** The q with P(Q <= q) = p, to about 1e-13. Throws unless 0 < p < 1. */
export function tukeyQuantile(p: number, k: number, df: number): number {
  probabilityInside(p)
  return invertLogTail((q) => Math.log(tukeyUpper(q, k, df)), Math.log(1 - p))
}

/**
 * P(range of k standard normals > w). With z the smallest, the others lie above it with probability a = P(Z > z) each and, of these, within w with
 * 1 - e: the integral of k phi(z) a^(k-1) [1 - (1 - e)^(k-1)] has no cancellation. Its weight lies about z = -w/2.
 */
export function rangeUpper(w: number, k: number): number {
  if (w <= 0) return 1
  const from = Math.max(0, Math.floor((LOWEST * -1 - w / 2 - REACH) / STEP))
  const to = Math.min(GRID.length, Math.ceil((LOWEST * -1 - w / 2 + REACH) / STEP))
  let total = 0
  for (let at = from; at < to; at++) {
    const { z, above, weight } = GRID[at]!
    const beyond = Math.min(1, normalUpper(z + w) / above)
    total += weight * above ** (k - 1) * -Math.expm1((k - 1) * Math.log1p(-beyond))
  }
  return Math.min(1, k * total)
}

const STEP = 0.125
const LOWEST = -38
const REACH = 9.5
const GRID = Array.from({ length: Math.round(48 / STEP) + 1 }, (_, at) => {
  const z = LOWEST + at * STEP
  return { z, above: normalUpper(z), weight: STEP * normalDensity(z) }
})
/** With more degrees of freedom than this the estimate of the standard deviation is the truth to twelve digits. */
const MANY = 1e9
