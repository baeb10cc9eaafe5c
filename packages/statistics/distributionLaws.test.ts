import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareQuantile, chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { fLower, fQuantile, fUpper } from './fisherF.ts'
import { incompleteBeta } from './incompleteBeta.ts'
import { incompleteGamma } from './incompleteGamma.ts'
import { logBeta, logGamma } from './logGamma.ts'
import { normalLower, normalQuantile, normalTwoSided, normalUpper } from './normal.ts'
import { tQuantile, tTwoSided, tUpper } from './studentT.ts'
import { total } from './testing/computed.ts'

/** Area under a density by Simpson's rule: a second way to every tail that shares no code with the package. */
function area(density: (x: number) => number, from: number, to: number, pieces = 4000): number {
  const step = (to - from) / pieces
  const inside = Array.from({ length: pieces - 1 }, (_, at) => (at % 2 === 0 ? 4 : 2) * density(from + (at + 1) * step))
  return (step / 3) * (density(from) + total(inside) + density(to))
}
/** ln of the gamma function for whole and half numbers, from factorials. */
function halfGamma(twice: number): number {
  let log = twice % 2 === 0 ? 0 : 0.5 * Math.log(Math.PI)
  for (let at = twice % 2 === 0 ? 2 : 1; at < twice; at += 2) log += Math.log(at / 2)
  return log
}
const degrees = fc.integer({ min: 1, max: 30 })
const near = (value: number, relative: number) => expect.closeTo(value, Math.max(0, -Math.log10(Math.abs(value) * relative)))

describe('tails against areas', () => {
  test('law: Student’s t', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: -40, max: 40 }), (df, tenths) => {
        const scale = Math.exp(halfGamma(df + 1) - halfGamma(df)) / Math.sqrt(df * Math.PI)
        const density = (x: number) => scale * (1 + (x * x) / df) ** (-(df + 1) / 2)
        const t = tenths / 10
        expect(tUpper(t, df)).toBeCloseTo(0.5 - Math.sign(t) * area(density, 0, Math.abs(t)), 9)
      }),
      { numRuns: 60 },
    )
  })

  test('law: chi-square, from two degrees on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 400 }), (df, tenths) => {
        const density = (x: number) =>
          x === 0 ? (df === 2 ? 0.5 : 0) : Math.exp((df / 2 - 1) * Math.log(x) - x / 2 - (df / 2) * Math.LN2 - halfGamma(df))
        // the root of x leaves an odd number of degrees rough at nought: the piece below a thousandth is taken from its series
        fc.pre(df !== 3)
        expect(chiSquareUpper(tenths / 10, df)).toBeCloseTo(1 - area(density, 0, tenths / 10), 6)
      }),
      { numRuns: 60 },
    )
  })

  test('law: F with even degrees, from its finite sum', () => {
    // I_x(a, b) for whole a and b is a binomial tail
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 80 }), (a, b, tenths) => {
        const f = tenths / 10
        const x = (a * f) / (a * f + b)
        const n = a + b - 1
        const choose = (k: number) => Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1))
        const below = total(Array.from({ length: n - a + 1 }, (_, at) => choose(a + at) * x ** (a + at) * (1 - x) ** (n - a - at)))
        expect(fLower(f, 2 * a, 2 * b)).toBeCloseTo(below, 9)
        expect(fUpper(f, 2 * a, 2 * b)).toBeCloseTo(1 - below, 9)
      }),
    )
  })

  test('law: the beta function by its recurrence, and its tail by symmetry', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (twiceA, twiceB, hundredths) => {
          const [a, b, x] = [twiceA / 2, twiceB / 2, hundredths / 100]
          const { lower, upper } = incompleteBeta(a, b, x)
          expect(lower + upper).toBeCloseTo(1, 12)
          expect(incompleteBeta(b, a, 1 - x).upper).toBeCloseTo(lower, 10)
          const step = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b)) / a
          expect(incompleteBeta(a + 1, b, x).lower).toBeCloseTo(lower - step, 10)
          expect(logBeta(a, b)).toBeCloseTo(halfGamma(twiceA) + halfGamma(twiceB) - halfGamma(twiceA + twiceB), 9)
        },
      ),
    )
  })

  test('law: the gamma function by its recurrence, and its tail as a sum for whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 600 }), (a, tenths) => {
        const x = tenths / 10
        // P(Poisson(x) < a)
        const poisson = total(Array.from({ length: a }, (_, k) => Math.exp(k * Math.log(x) - x - logGamma(k + 1))))
        expect(incompleteGamma(a, x).upper).toEqual(near(poisson, 1e-10))
        expect(logGamma(a + 0.25)).toBeCloseTo(logGamma(a + 1.25) - Math.log(a + 0.25), 10)
      }),
    )
  })
})

describe('far out, in either tail', () => {
  /** scipy 1.17.1: norm.sf, t.sf, chi2.sf and f.sf; a p of about 1e-15 and beyond. */
  const FAR: readonly (readonly [string, number, number])[] = [
    ['normal above 7.941345326170997', normalUpper(7.941345326170997), 1e-15],
    ['normal below -7.941345326170997', normalLower(-7.941345326170997), 1e-15],
    ['two-sided 8', normalTwoSided(8), 1.244192114854348e-15],
    ['t 30 with 12', tUpper(30, 12), 5.886590953509468e-13],
    ['chi-square 80 with 5', chiSquareUpper(80, 5), 8.391825114831597e-16],
    ['chi-square 800 with 100', chiSquareUpper(800, 100), 1.1366407840501675e-109],
    ['chi-square below 1e-5 with 7', incompleteGamma(3.5, 5e-6).lower, 2.4029740093887463e-20],
    ['F 20 with 5 and 60', fUpper(20, 5, 60), 1.1114885010625426e-11],
    ['F 150 with 3 and 40', fUpper(150, 3, 40), 8.524769316041255e-22],
    ['F below 1e-6 with 5 and 60', fLower(1e-6, 5, 60), 3.1610501081652286e-15],
  ]
  test.each(FAR)('%s', (_, got, expected) => {
    expect(got / expected).toBeCloseTo(1, 9)
  })

  test('law: both tails together are one, and each is worked out by itself: the small one keeps its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 370 }), (tenths) => {
        const z = tenths / 10
        // Mills: the tail lies between phi(z) (1/z - 1/z^3) and phi(z) / z
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
        expect(normalUpper(z)).toBeGreaterThanOrEqual(density * (1 / z - 1 / z ** 3) * (1 - 1e-12))
        expect(normalUpper(z)).toBeLessThanOrEqual((density / z) * (1 + 1e-12))
        expect(normalLower(-z)).toBe(normalUpper(z))
      }),
    )
  })

  test('law: quantiles undo tails down to 1e-15', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), degrees, degrees, (places, df1, df2) => {
        const p = 10 ** -places
        expect(normalUpper(-normalQuantile(p)) / p).toBeCloseTo(1, 9)
        expect(tUpper(-tQuantile(p, df1), df1) / p).toBeCloseTo(1, 8)
        if (p < 0.5) {
          expect(1 - chiSquareUpper(chiSquareQuantile(p, df1), df1)).toBeCloseTo(p, 12)
          expect(fLower(fQuantile(p, df1, df2), df1, df2) / p).toBeCloseTo(1, 8)
        }
        if (places <= 9) {
          expect(chiSquareUpper(chiSquareQuantile(1 - p, df1), df1) / p).toBeCloseTo(1, 5)
          expect(fUpper(fQuantile(1 - p, df1, df2), df1, df2) / p).toBeCloseTo(1, 5)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('law: the logarithm of a chi-square tail is that of the tail, and goes on below 1e-308', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 1, max: 1000 }), (df, x) => {
        const [p, log] = [chiSquareUpper(x, df), chiSquareUpperLog(x, df)]
        if (p > 1e-290) expect(log).toBeCloseTo(Math.log(p), 6)
        expect(chiSquareUpperLog(x + 1, df)).toBeLessThan(log)
      }),
    )
    // for two degrees it is -x / 2 exactly, however far
    expect(chiSquareUpperLog(1e6, 2)).toBeCloseTo(-5e5, 4)
  })

  test('F goes on where df times x is no number any more, and its quantile is without end there', () => {
    expect(fUpper(1e300, 3, 0.01)).toBeCloseTo(0.0308278, 6)
    expect(fUpper(Number.MAX_VALUE, 5, 2)).toBeGreaterThanOrEqual(0)
    expect(fQuantile(0.975, 3, 0.005)).toBe(Number.POSITIVE_INFINITY)
    expect(fQuantile(0.975, 3, 0.02)).toBeGreaterThan(1e150)
  })

  test('law: t with many degrees is normal, t squared is F, two-sided is twice', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 1, max: 60 }), (df, tenths) => {
        const t = tenths / 10
        expect(tUpper(t, 1e9) / normalUpper(t)).toBeCloseTo(1, 6)
        expect(tTwoSided(t, df) / (2 * tUpper(t, df))).toBeCloseTo(1, 10)
        expect(fUpper(t * t, 1, df) / tTwoSided(t, df)).toBeCloseTo(1, 8)
      }),
    )
  })

  test('law: tails fall and quantiles rise', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 100 }), (df, tenths, step) => {
        const [x, y] = [tenths / 10, (tenths + step) / 10]
        expect(chiSquareUpper(y, df)).toBeLessThanOrEqual(chiSquareUpper(x, df))
        expect(fUpper(y, df, 7)).toBeLessThanOrEqual(fUpper(x, df, 7))
        expect(tUpper(y, df)).toBeLessThan(tUpper(x, df))
      }),
    )
  })

  test('what has no answer throws: a probability outside 0 to 1, a negative chi-square, degrees of nought', () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN])
      for (const quantile of [normalQuantile, (q: number) => tQuantile(q, 3), (q: number) => fQuantile(q, 2, 3)])
        expect(() => quantile(p)).toThrow(RangeError)
    expect(() => chiSquareUpper(-1, 2)).toThrow(RangeError)
    expect(() => chiSquareUpper(1, 0)).toThrow(RangeError)
    expect(() => logGamma(0)).toThrow(RangeError)
    expect(() => incompleteBeta(0, 1, 0.5)).toThrow(RangeError)
    expect(() => incompleteBeta(1, 1, 1.5)).toThrow(RangeError)
  })
})
