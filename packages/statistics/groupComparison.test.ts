import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustP } from './adjustP.ts'
import { anova } from './anova.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { welchT } from './tTest.ts'
import { welchAnova } from './welchAnova.ts'

const two = { values: [1, 2, 3, 4, 5, 4, 6, 8, 10, 12], groups: [...Array(5).fill('a'), ...Array(5).fill('b')] as string[] }
const value = fc.integer({ min: 1, max: 20 })
const samples = fc.array(fc.array(value, { minLength: 2, maxLength: 12 }), { minLength: 2, maxLength: 5 }).map((groups) => ({
  values: groups.flat(),
  groups: groups.flatMap((group, index) => group.map(() => `g${index}`)),
}))

test('Welch by hand: means 3 and 8, variances 2.5 and 10, n 5 each', () => {
  const result = welchT(two.values, two.groups)
  expect(result).toMatchObject({
    difference: -5,
    t: expect.closeTo(-Math.sqrt(10), 12),
    df: expect.closeTo(6.25 / (0.25 / 4 + 4 / 4), 12),
    pooled: { t: expect.closeTo(-Math.sqrt(10), 12), df: 8 },
    effect: {
      cohenD: expect.closeTo(-2, 12),
      hedgesGApproximate: expect.closeTo(-2 * (1 - 3 / 31), 12),
      glassDelta: expect.closeTo(-5 / Math.sqrt(10), 12),
    },
  })
})

test('with two groups, F is t squared, for Student as for Welch', () => {
  const [t, f, welch] = [welchT(two.values, two.groups), anova(two.values, two.groups), welchAnova(two.values, two.groups)]
  if (t.kind === 'undefined' || f.kind === 'undefined' || welch.kind === 'undefined') throw new Error('computed')
  expect(f.f).toBeCloseTo(t.pooled.t ** 2, 10)
  expect(f.p).toBeCloseTo(t.pooled.p, 12)
  expect(welch.f).toBeCloseTo(t.t ** 2, 10)
  expect(welch.df2).toBeCloseTo(t.df, 10)
})

test('eta squared lies in [0, 1]; adding a number to everybody changes no test; the names of groups do not matter', () => {
  fc.assert(
    fc.property(samples, ({ values, groups }) => {
      const result = anova(values, groups)
      if (result.kind === 'undefined') {
        expect(['zero-within-variance', 'too-few-cases']).toContain(result.because)
        return
      }
      expect(result.eta2).toBeGreaterThanOrEqual(0)
      expect(result.eta2).toBeLessThanOrEqual(1)
      const moved = anova(
        values.map((one) => one + 1000),
        groups.map((name) => `z${name}`),
      )
      expect(moved).toMatchObject({ f: expect.closeTo(result.f, 6), p: expect.closeTo(result.p, 9) })
    }),
  )
})

test('Kruskal-Wallis by hand: 1 2 3 against 4 5 6 has H 27/7', () => {
  expect(kruskalWallis([1, 2, 3, 4, 5, 6], ['a', 'a', 'a', 'b', 'b', 'b'])).toMatchObject({
    h: expect.closeTo(27 / 7, 12),
    df: 1,
    epsilon2: expect.closeTo(27 / 35, 12),
    groups: [
      { name: 'a', meanRank: 2 },
      { name: 'b', meanRank: 5 },
    ],
  })
})

test('a group too small is dropped, named and counted; cases without group or answer are counted', () => {
  const result = welchAnova([1, 2, 5, 6, 9, null, 3], ['a', 'a', 'b', 'b', 'c', 'a', null])
  expect(result).toMatchObject({
    n: 4,
    excluded: { missing: 1, 'no-group': 1, 'group-too-small': 1 },
    warnings: [{ code: 'group-too-small-dropped', subjects: ['c'] }],
  })
})

test('what cannot be compared says why', () => {
  expect(welchT([1, 2], ['a', 'a'])).toMatchObject({ kind: 'undefined', because: 'too-few-groups' })
  expect(welchT([1, 2, 3], ['a', 'a', 'b'])).toMatchObject({ because: 'too-few-cases', subjects: ['b'] })
  expect(welchT([1, 1, 2, 2], ['a', 'a', 'b', 'b'])).toMatchObject({ because: 'zero-within-variance' })
  expect(anova([1, 1, 2, 2], ['a', 'a', 'b', 'b'])).toMatchObject({ because: 'zero-within-variance' })
  expect(welchAnova([1, 1, 2, 3], ['a', 'a', 'b', 'b'])).toMatchObject({ because: 'zero-within-variance', subjects: ['a'] })
  expect(kruskalWallis([1, 1], ['a', 'b'])).toMatchObject({ because: 'constant-series' })
})

test('numbered groups come in the order of their numbers', () => {
  expect(anova([1, 2, 1, 3, 1, 4], [10, 10, 9, 9, 100, 100])).toMatchObject({ groups: [{ name: '9' }, { name: '10' }, { name: '100' }] })
})

test('p-values adjusted as R does; a missing one stays missing and is not counted', () => {
  const p = [0.01, 0.02, 0.03, null, 0.04, 0.05]
  expect(adjustP(p, 'holm')).toEqual([0.05, 0.08, 0.09, null, 0.09, 0.09].map((one) => (one === null ? null : expect.closeTo(one, 12))))
  expect(adjustP(p, 'bh')).toEqual([0.05, 0.05, 0.05, null, 0.05, 0.05].map((one) => (one === null ? null : expect.closeTo(one, 12))))
  expect(adjustP(p, 'none')).toEqual(p)
})

test('adjusting never makes p smaller nor larger than 1, and BH is the gentler', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (p) => {
      const [holm, bh] = [adjustP(p, 'holm'), adjustP(p, 'bh')]
      p.forEach((one, index) => {
        expect(holm[index]).toBeGreaterThanOrEqual(one)
        expect(holm[index]).toBeLessThanOrEqual(1)
        expect(bh[index]).toBeLessThanOrEqual((holm[index] ?? 0) + 1e-12)
      })
    }),
  )
})

test('a table that depends wholly has V 1, one that does not has 0', () => {
  expect(
    chiSquareTest([
      [10, 0],
      [0, 10],
    ]),
  ).toMatchObject({ chi2: expect.closeTo(20, 12), cramersV: expect.closeTo(1, 12), yates: { phi: 1 } })
  expect(
    chiSquareTest([
      [10, 20],
      [5, 10],
    ]),
  ).toMatchObject({ chi2: 0, p: 1, cramersV: 0, df: 1 })
})

test('three by six, as R gives it: satisfaction with snow clearing by zone', () => {
  const result = chiSquareTest([
    [4, 25, 29, 17, 5, 15],
    [13, 34, 36, 34, 3, 8],
    [39, 83, 104, 74, 15, 30],
  ])
  expect(result).toMatchObject({
    n: 568,
    chi2: expect.closeTo(13.3060472658, 9),
    df: 10,
    p: expect.closeTo(0.20706016841, 9),
    cramersV: expect.closeTo(0.10822693646, 9),
    cellsExpectedBelow5: 1,
  })
  expect(result.kind === 'computed' && result.adjustedResiduals[0]?.[5]).toBeCloseTo(2.3716086624, 9)
})

test('an empty row is dropped and named; what is left of one row is no table', () => {
  expect(
    chiSquareTest([
      [50, 90],
      [0, 0],
      [70, 20],
    ]),
  ).toMatchObject({ kind: 'computed', df: 1, warnings: [{ code: 'empty-category-dropped', subjects: ['row 2'] }] })
  expect(
    chiSquareTest([
      [0, 0],
      [5, 9],
    ]),
  ).toMatchObject({ kind: 'undefined', because: 'empty-margin', subjects: ['row 1'] })
})

test('many small expected counts make p doubtful', () => {
  expect(
    chiSquareTest([
      [1, 2],
      [2, 1],
    ]).warnings,
  ).toEqual([{ code: 'low-expected-counts', value: 4 }])
})
