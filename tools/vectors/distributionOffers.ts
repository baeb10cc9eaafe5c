import { chiSquareUpper, chiSquareUpperLog } from '@milepost/statistics/chiSquare'
import { fQuantile, fUpper } from '@milepost/statistics/fisherF'
import { incompleteBeta } from '@milepost/statistics/incompleteBeta'
import { logGamma } from '@milepost/statistics/logGamma'
import { normalLower, normalQuantile } from '@milepost/statistics/normal'
import { tukeyQuantile, tukeyUpper } from '@milepost/statistics/studentizedRange'
import { tQuantile, tUpper } from '@milepost/statistics/studentT'
import { numbers } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { Vector } from './vector.ts'

/** Applies a function to the lists of the input side by side. */
function over(fields: readonly [string, ...string[]], compute: (...values: number[]) => number) {
  return (vector: Vector) => {
    const lists = fields.map((field) => numbers(vector, field))
    return { values: (lists[0] ?? []).map((_, index) => compute(...lists.map((list) => list[index] ?? Number.NaN))) }
  }
}

export const DISTRIBUTION_OFFERS: Offers = {
  'dist.lnGamma': over(['x'], logGamma),
  'dist.incompleteBeta': over(['x', 'a', 'b'], (x, a, b) => incompleteBeta(a, b, x).lower),
  'dist.normalCdf': over(['x'], normalLower),
  'dist.normalQuantile': over(['p'], normalQuantile),
  'dist.tUpper': over(['x', 'df'], tUpper),
  'dist.tQuantile': over(['p', 'df'], tQuantile),
  'dist.chisqUpper': over(['x', 'df'], chiSquareUpper),
  'dist.chisqUpperLog': over(['x', 'df'], chiSquareUpperLog),
  'dist.tukeyUpper': over(['q', 'k', 'df'], tukeyUpper),
  'dist.tukeyQuantile': over(['p', 'k', 'df'], tukeyQuantile),
  'dist.fUpper': over(['x', 'df1', 'df2'], fUpper),
  'dist.fQuantile': over(['p', 'df1', 'df2'], fQuantile),
}
