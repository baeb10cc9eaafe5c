import { type Exact, exact, exactFromNumber, toNumber } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { CurveParameters } from './parameters.ts'

/**
 * Curves with powers and exponentials have no exact value. They are computed in doubles (error below 1e-12 on 0-100) and kept to nine places, so that
 * every machine and browser continues from the same digits; from there on the arithmetic is exact again.
 */
const places = 9

/** `100 - a0 * x^a1`, for x of 0 or more. */
export function powerCurve(x: Exact, { a0, a1 }: Pick<CurveParameters, 'a0' | 'a1'>): Exact {
  return kept(100 - Number(a0) * toNumber(x) ** Number(a1))
}

/** `least + (100 - least) / (1 + a0 * e^(a1 * x))`; with least 0 the plain logistic curve. */
export function logisticCurve(x: Exact, { a0, a1 }: Pick<CurveParameters, 'a0' | 'a1'>, least = 0): Exact {
  return kept(least + (100 - least) / (1 + Number(a0) * Math.exp(Number(a1) * toNumber(x))))
}

function kept(value: number): Exact {
  return exact(roundHalfAway(exactFromNumber(value), places))
}
