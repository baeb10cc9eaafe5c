import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareQuantile, chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { fLower, fQuantile, fUpper } from './fisherF.ts'
import { incompleteBeta } from './incompleteBeta.ts'
import { incompleteGamma } from './incompleteGamma.ts'
import { logBeta, logGamma } from './logGamma.ts'
import { normalLower, normalQuantile, normalTwoSided, normalUpper } from './normal.ts'
import { tQuantile, tTwoSided, tUpper } from './studentT.ts'

const degrees = fc.integer({ min: 1, max: 400 })
const statistic = fc.double({ min: 0.001, max: 60, noNaN: true })
const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })

/** Relative, as tails need it. Below 2.2e-308 a double has fewer digits the smaller it is: there the last one it has may differ. */
const near = (value: number, expected: number, relative = 1e-10) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + Number.MIN_VALUE)

describe('where a closed form exists, the tail agrees with it to ten digits', () => {
  test('gamma: factorials, one half, and the recurrence', () => {
    near(logGamma(0.5), Math.log(Math.PI) / 2)
    near(logGamma(11), Math.log(3628800))
    near(logGamma(171), 706.573062245787)
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9)
      }),
    )
  })
  test('beta: the log of B(a, b) next to a million keeps its digits', () => {
    near(logBeta(1, 1e6), -Math.log(1e6), 1e-12)
    near(logBeta(2, 5e5), -Math.log(5e5 * (5e5 + 1)), 1e-12)
  })
  test('chi-square with 2 degrees is exponential, far into the tail', () => {
    for (const x of [0.1, 3, 69, 700, 1400]) near(chiSquareUpper(x, 2), Math.exp(-x / 2))
    near(chiSquareUpperLog(1e5, 2), -5e4)
  })
  test('t with 1 degree is Cauchy, with 2 algebraic', () => {
    for (const t of [0.3, 2, 40, 1e6]) {
      near(tUpper(t, 1), Math.atan(1 / t) / Math.PI)
      const root = Math.sqrt(2 + t * t)
      near(tUpper(t, 2), 1 / (root * (root + t)))
    }
  })
  test('F with 2 and d degrees is a power', () => {
    for (const x of [0.2, 3, 90, 1e4]) near(fUpper(x, 2, 10), (1 + x / 5) ** -5)
  })
})

describe('figures of R 4.2.2', () => {
  test('p-values of 1e-15 and beyond keep their digits', () => {
    near(normalUpper(8), 6.22096057427178e-16)
    near(normalLower(-37), 5.72557122252458e-300)
    near(tUpper(12, 29), 4.53035416656859e-13)
    near(tUpper(12, 1e6), 1.78584256238253e-33, 1e-8)
    near(chiSquareUpper(400, 10), 9.41329199118348e-80)
    near(fUpper(34.7022820554917, 5, 66), 3.18258372614512e-17, 1e-9)
  })
  test('quantiles', () => {
    near(normalQuantile(0.975), 1.95996398454005, 1e-13)
    near(normalQuantile(1e-300), -37.0470962993612, 1e-13)
    near(tQuantile(0.975, 29.7), 2.04313785624726, 1e-12)
    near(fQuantile(0.975, 29, 58), 1.83331321986537, 1e-12)
    near(fQuantile(0.025, 999, 8991), 0.910086011627527, 1e-12)
    near(chiSquareQuantile(0.95, 1), 3.84145882069412, 1e-12)
  })
})

describe('laws', () => {
  test('the two tails of a distribution sum to one', () => {
    fc.assert(
      fc.property(statistic, degrees, degrees, (x, a, b) => {
        expect(fUpper(x, a, b) + fLower(x, a, b)).toBeCloseTo(1, 12)
        expect(tUpper(x, a) + tUpper(-x, a)).toBeCloseTo(1, 12)
        expect(normalUpper(x) + normalLower(x)).toBeCloseTo(1, 12)
        const gamma = incompleteGamma(a / 2, x)
        expect(gamma.lower + gamma.upper).toBeCloseTo(1, 12)
        const beta = incompleteBeta(a / 2, b / 2, x / 60)
        expect(beta.lower + beta.upper).toBeCloseTo(1, 12)
      }),
    )
  })
  test('a quantile undoes its tail', () => {
    fc.assert(
      fc.property(probability, degrees, degrees, (p, a, b) => {
        near(normalLower(normalQuantile(p)), p, 1e-9)
        near(tUpper(-tQuantile(p, a), a), p, 1e-9)
        near(fLower(fQuantile(p, a, b), a, b), p, 1e-9)
      }),
      { numRuns: 40 },
    )
  })
  test('t squared is F with one degree, z squared chi-square with one', () => {
    fc.assert(
      fc.property(statistic, degrees, (x, df) => {
        near(tTwoSided(x, df), fUpper(x * x, 1, df), 1e-9)
        near(normalTwoSided(x), chiSquareUpper(x * x, 1), 1e-9)
      }),
      // the smallest numbers there are
      { examples: [[38.173749681187516, 1]] },
    )
  })
  test('the ends are the ends', () => {
    expect(chiSquareUpper(0, 5)).toBe(1)
    expect(fUpper(0, 3, 4)).toBe(1)
    expect(fUpper(Number.POSITIVE_INFINITY, 3, 4)).toBe(0)
    expect(tQuantile(0.5, 3)).toBe(0)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
})
