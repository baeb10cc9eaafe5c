import { expect, test } from 'vitest'
import { postStratification } from './postStratification.ts'
import { responseRate } from './responseRate.ts'

test('answers over eligible people, by stratum and in all', () => {
  const rates = responseRate([
    { stratum: 'province-department', eligible: 20, answered: 10 },
    { stratum: 'bureau', eligible: 300, answered: 240 },
  ])
  expect(rates.strata.map((one) => one.kind === 'rate' && one.rate)).toEqual([0.5, 0.8])
  expect(rates).toMatchObject({ total: { kind: 'rate', rate: 0.78125 }, n: 250, warnings: [] })
})

test('more answers than people is a case of its own, not a rate of 102 %', () => {
  const rates = responseRate([{ stratum: 'station', eligible: 50, answered: 51 }])
  expect(rates.strata).toEqual([{ kind: 'more-answers-than-people', stratum: 'station', eligible: 50, answered: 51, surplus: 1 }])
  expect(rates.warnings).toEqual([{ code: 'more-answers-than-people', subjects: ['station'] }])
})

test('a stratum without people has no rate; answers from it are answers too many', () => {
  const rates = responseRate([
    { stratum: 'closed', eligible: 0, answered: 0 },
    { stratum: 'ghost', eligible: 0, answered: 2 },
  ])
  expect(rates.strata.map((one) => one.kind)).toEqual(['nobody-eligible', 'more-answers-than-people'])
})

test('people are counted in whole numbers', () => {
  expect(() => responseRate([{ stratum: 'half', eligible: 1.5, answered: 1 }])).toThrow(RangeError)
})

const population = [
  { stratum: 'bureau', population: 300 },
  { stratum: 'province', population: 100 },
]

test('each stratum gets its share of the population; weights average to one', () => {
  const result = postStratification([4, 4, 2, 2], ['bureau', 'province', 'province', 'province'], population)
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.mean).toBeCloseTo(0.75 * 4 + 0.25 * (8 / 3), 12)
  expect(result.weights).toEqual([3, ...[1, 1, 1].map((third) => expect.closeTo(third / 3, 12))])
  expect(result.weights.reduce((sum: number, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(4, 12)
})

test('a stratum nobody answered for cannot be spoken for: the others share its weight and it is named', () => {
  const result = postStratification([4, 2], ['bureau', 'bureau'], population)
  expect(result).toMatchObject({ mean: 3, warnings: [{ code: 'empty-stratum', subjects: ['province'] }] })
  expect(result.kind === 'computed' && result.strata[1]).toEqual({ stratum: 'province', population: 100, answered: 0, weight: null })
})

test('missing answers and cases without stratum are left out and counted; an unknown stratum stops it', () => {
  expect(postStratification([4, null, 5], ['bureau', 'bureau', null], population)).toMatchObject({
    n: 1,
    excluded: { missing: 1, 'no-group': 1 },
    weights: [1, null, null],
  })
  expect(postStratification([4], ['elsewhere'], population)).toMatchObject({
    kind: 'undefined',
    because: 'unknown-stratum',
    subjects: ['elsewhere'],
  })
  expect(postStratification([null], ['bureau'], population)).toMatchObject({ because: 'no-cases' })
})
