import { invertTail, probabilityInside } from './invertTail.ts'

/**
 * P(Z > z) of the standard normal, computed directly in either tail (never as 1 minus the other), relative error about 1e-15 down to 1e-308.
 * Rational Chebyshev approximations of Cody (1969), Math. Comp. 23, 631-637.
 */
export function normalUpper(z: number): number {
  const size = Math.abs(z)
  if (size <= CENTRE) return 0.5 - z * centreRatio(z * z)
  const tail = size > FARTHEST ? 0 : kernel(size) * (size <= MIDDLE ? middleRatio(size) : farRatio(size))
  return z > 0 ? tail : 1 - tail
}

/** P(Z <= z). */
export function normalLower(z: number): number {
  return normalUpper(-z)
}

/** P(|Z| >= |z|). */
export function normalTwoSided(z: number): number {
  return 2 * normalUpper(Math.abs(z))
}

/** The z with P(Z <= z) = p. For a small upper tail ask for -normalQuantile(tail). Throws unless 0 < p < 1. */
export function normalQuantile(p: number): number {
  probabilityInside(p)
  if (p === 0.5) return 0
  return p < 0.5 ? -invertTail(normalUpper, p) : invertTail(normalUpper, 1 - p)
}

/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
}

/** exp(-z^2 / 2) with z split at a sixteenth, so that the square is exact where it is large. */
function kernel(z: number): number {
  const rough = Math.trunc(z * 16) / 16
  return Math.exp(-rough * rough * 0.5) * Math.exp(-(z - rough) * (z + rough) * 0.5)
}

function centreRatio(square: number): number {
  let [over, under] = [A_LAST * square, square]
  for (let at = 0; at < 3; at++) {
    over = (over + A[at]!) * square
    under = (under + B[at]!) * square
  }
  return (over + A[3]!) / (under + B[3]!)
}

function middleRatio(z: number): number {
  let [over, under] = [C_LAST * z, z]
  for (let at = 0; at < 7; at++) {
    over = (over + C[at]!) * z
    under = (under + D[at]!) * z
  }
  return (over + C[7]!) / (under + D[7]!)
}

function farRatio(z: number): number {
  const inverse = 1 / (z * z)
  let [over, under] = [P_LAST * inverse, inverse]
  for (let at = 0; at < 4; at++) {
    over = (over + P[at]!) * inverse
    under = (under + Q[at]!) * inverse
  }
  return (1 / Math.sqrt(2 * Math.PI) - (inverse * (over + P[4]!)) / (under + Q[4]!)) / z
}

const CENTRE = 0.67448975
const MIDDLE = Math.sqrt(32)
/** Beyond this the tail is below the smallest number a double holds. */
const FARTHEST = 38.6
const A = [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356]
const A_LAST = 0.06568233791820745
const B = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const C = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735,
  9842.714838383978,
]
const C_LAST = 1.0765576773720192e-8
const D = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598, 38912.00328609327,
  19685.429676859992,
]
const P = [0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5]
const P_LAST = 0.023073441764940174
const Q = [1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5]
