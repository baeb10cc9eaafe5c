import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialLower, binomialUpper } from './binomial.ts'
import { brentRoot } from './brentRoot.ts'
import { chiMixture } from './chiMixture.ts'
import { chiSquareUpper } from './chiSquare.ts'
import { cellDistribution, logChoose } from './hypergeometric.ts'
import { invertLogTail } from './invertTail.ts'
import { noncentralityInterval, noncentralTLower, noncentralTUpper } from './noncentralT.ts'
import { normalDensity, normalLower, normalQuantile, normalUpper } from './normal.ts'
import { rangeUpper, tukeyQuantile, tukeyUpper } from './studentizedRange.ts'
import { tUpper } from './studentT.ts'

const relative = (got: number, expected: number) => Math.abs(got / expected - 1)

test('the normal tail keeps its digits: against chi-square with one degree of freedom, to 1e-300', () => {
  for (const z of [0.1, 0.67, 0.68, 1, 2, 5.65, 5.66, 8, 15, 25, 37])
    expect(relative(2 * normalUpper(z), chiSquareUpper(z * z, 1))).toBeLessThan(1e-12)
  expect(relative(normalUpper(7.94134532617099), 1e-15)).toBeLessThan(1e-12)
  expect(normalUpper(40)).toBe(0)
  expect(normalUpper(-40)).toBe(1)
})

test('quantile and tail undo each other at 1e-15 and 1e-300', () => {
  for (const p of [1e-300, 1e-100, 1e-15, 1e-5, 0.2, 0.5]) expect(relative(normalLower(normalQuantile(p)), p)).toBeLessThan(1e-11)
  expect(() => normalQuantile(0)).toThrow(RangeError)
})

test('the density is the slope of the tail', () => {
  for (const z of [-2, 0, 0.7, 3]) expect((normalUpper(z - 1e-5) - normalUpper(z + 1e-5)) / 2e-5).toBeCloseTo(normalDensity(z), 8)
})

test('the studentised range of two is t: P(Q > q) = 2 P(T > q / sqrt 2), from 0.5 to 1e-17', () => {
  for (const [q, df] of [
    [0.5, 1],
    [3.5, 2],
    [20, 2],
    [1e4, 3],
    [60, 12],
    [25, 30],
    [9, 1000],
    [12, 1e5],
  ] as const)
    expect(relative(tukeyUpper(q, 2, df), 2 * tUpper(q / Math.SQRT2, df))).toBeLessThan(1e-12)
})

test('the range of two normals is a normal twice as wide in variance, of three and more as tables have it', () => {
  for (const w of [0.01, 1, 5, 12, 30]) expect(relative(rangeUpper(w, 2), 2 * normalUpper(w / Math.SQRT2))).toBeLessThan(1e-12)
  // Harter (1960), Tables of range and studentized range: upper 5 % points for infinite degrees of freedom
  expect(tukeyQuantile(0.95, 3, Number.POSITIVE_INFINITY)).toBeCloseTo(3.314, 3)
  expect(tukeyQuantile(0.95, 10, Number.POSITIVE_INFINITY)).toBeCloseTo(4.474, 3)
  expect(tukeyQuantile(0.95, 5, 20)).toBeCloseTo(4.232, 3)
  expect(tukeyQuantile(0.99, 3, 10)).toBeCloseTo(5.27, 2)
})

test('scipy 1.17.1 agrees where R loses digits: nine, three groups, three degrees', () => {
  expect(relative(tukeyUpper(9, 3, 3), 0.015982043222203757)).toBeLessThan(1e-12)
})

test('the range tail falls with q, rises with k, and quantile undoes it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 12, noNaN: true }),
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 3, max: 60 }),
      (q, k, df) => {
        const p = tukeyUpper(q, k, df)
        expect(p).toBeGreaterThanOrEqual(tukeyUpper(q + 0.1, k, df))
        expect(p).toBeLessThanOrEqual(tukeyUpper(q, k + 1, df) + 1e-12)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 30 },
  )
  expect(tukeyUpper(tukeyQuantile(0.95, 4, 17), 4, 17)).toBeCloseTo(0.05, 12)
  expect(tukeyUpper(0, 3, 5)).toBe(1)
  expect(tukeyUpper(Number.POSITIVE_INFINITY, 3, 5)).toBe(0)
  expect(() => tukeyUpper(1, 1, 5)).toThrow(RangeError)
})

test('mixing over the estimate of a standard deviation: a constant stays, a normal becomes t', () => {
  for (const df of [1, 3.5, 20, 400]) {
    expect(chiMixture(df, () => 1)).toBeCloseTo(1, 12)
    expect(
      relative(
        chiMixture(df, (s) => normalUpper(2 * s)),
        tUpper(2, df),
      ),
    ).toBeLessThan(1e-10)
  }
})

test('the noncentral t with no shift is t; its tails make one; R 4.2: pt(2.5, 10, 1) = 0.8965456', () => {
  for (const [t, df] of [
    [0.3, 2],
    [2, 7],
    [8, 30],
  ] as const)
    expect(relative(noncentralTUpper(t, df, 0), tUpper(t, df))).toBeLessThan(1e-10)
  expect(noncentralTUpper(2.5, 10, 1) + noncentralTLower(2.5, 10, 1)).toBeCloseTo(1, 12)
  expect(noncentralTLower(2.5, 10, 1)).toBeCloseTo(0.8965456, 6)
})

test('the interval of a noncentrality holds t, and its ends put t at the quantiles asked for', () => {
  const { low, high } = noncentralityInterval(2.2, 18, 0.95)
  expect(low).toBeLessThan(2.2)
  expect(high).toBeGreaterThan(2.2)
  expect(noncentralTUpper(2.2, 18, low)).toBeCloseTo(0.025, 9)
  expect(noncentralTLower(2.2, 18, high)).toBeCloseTo(0.025, 9)
})

test('binomial tails by hand, and each the complement of the other', () => {
  expect(binomialUpper(4, 4, 0.5)).toBeCloseTo(1 / 16, 14)
  expect(binomialLower(0, 4, 0.5)).toBeCloseTo(1 / 16, 14)
  for (let k = 1; k <= 9; k++) expect(binomialUpper(k, 9, 0.3) + binomialLower(k - 1, 9, 0.3)).toBeCloseTo(1, 12)
  expect([binomialUpper(0, 5, 0.2), binomialUpper(6, 5, 0.2), binomialLower(-1, 5, 0.2), binomialLower(5, 5, 0.2)]).toEqual([1, 0, 0, 1])
})

test('Fisher’s tea: four cups of eight, probabilities 1 16 36 16 1 in seventy', () => {
  const { lowest, probabilities } = cellDistribution(4, 4, 4)
  expect(lowest).toBe(0)
  expect(probabilities).toEqual([1, 16, 36, 16, 1].map((ways) => expect.closeTo(ways / 70, 12)))
  expect(Math.exp(logChoose(8, 4))).toBeCloseTo(70, 8)
  expect(cellDistribution(4, 4, 4, 3).probabilities.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 12)
})

test('roots: of two, of a cosine; without a change of sign the nearer end; a tolerance stops early', () => {
  expect(brentRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14)
  expect(brentRoot((x) => Math.cos(x), 0, 3)).toBeCloseTo(Math.PI / 2, 14)
  expect(brentRoot((x) => x + 1, 0, 5)).toBe(0)
  expect(brentRoot((x) => x, 0, 5)).toBe(0)
  expect(Math.abs(brentRoot((x) => x ** 3 - 5, 0, 3, 1e-2) - Math.cbrt(5))).toBeLessThan(1e-2)
})

test('a tail given by its logarithm is inverted to thirteen digits', () => {
  expect(invertLogTail((x) => -x, -0.25)).toBeCloseTo(0.25, 12)
  expect(invertLogTail((x) => Math.log(normalUpper(x)), Math.log(1e-15))).toBeCloseTo(7.94134532617099, 10)
})
