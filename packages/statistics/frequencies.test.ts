import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencies } from './frequencies.ts'
import { percentFavourable } from './percentFavourable.ts'

test('percent is of all, valid percent of those who answered; missing stays apart', () => {
  const table = frequencies([5, 4, 4, null, 1], [1, 2, 3, 4, 5])
  expect(table).toMatchObject({ n: 5, valid: 4, missing: 1, excluded: { missing: 1 } })
  expect(table.rows.map((row) => row.count)).toEqual([1, 0, 0, 2, 1])
  expect(table.rows.at(3)).toEqual({ category: 4, count: 2, percent: 40, validPercent: 50, cumulativeValidPercent: 75 })
})

test('a value the scale does not have is neither valid nor missing, and is warned of', () => {
  const table = frequencies([1, 9, 9], [1, 2])
  expect(table).toMatchObject({
    valid: 1,
    missing: 0,
    excluded: { 'off-scale': 2 },
    warnings: [{ code: 'off-scale-values-left-out', value: 2 }],
  })
})

test('without levels the categories found are listed, numbers by size', () => {
  expect(frequencies([10, 9, 100, 9]).rows.map((row) => row.category)).toEqual([9, 10, 100])
  expect(frequencies(['b', null, 'a']).rows.map((row) => row.category)).toEqual(['a', 'b'])
})

test('nobody answered: counts are 0 and shares are not numbers', () => {
  expect(frequencies([null], [1]).rows).toEqual([{ category: 1, count: 0, percent: 0, validPercent: null, cumulativeValidPercent: null }])
  expect(frequencies([], [1]).rows[0]?.percent).toBeNull()
})

test('valid percents sum to a hundred', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1 }), (series) => {
      const table = frequencies(series)
      if (table.valid === 0) return
      expect(table.rows.reduce((sum, row) => sum + (row.validPercent ?? 0), 0)).toBeCloseTo(100, 9)
      expect(table.rows.at(-1)?.cumulativeValidPercent).toBeCloseTo(100, 9)
    }),
  )
})

test('favourable is the two top answers of five over all answers given; "do not know" is out of the base', () => {
  expect(percentFavourable([5, 4, 3, 2, null], { min: 1, max: 5 })).toMatchObject({
    n: 4,
    favourable: 50,
    neutral: 25,
    unfavourable: 25,
    excluded: { missing: 1 },
  })
  expect(percentFavourable([1, 6, 6, 7], { min: 1, max: 6 })).toMatchObject({
    favourable: (100 * 2) / 3,
    neutral: 0,
    excluded: { 'off-scale': 1 },
  })
  expect(percentFavourable([null], { min: 1, max: 5 })).toMatchObject({ kind: 'undefined', because: 'no-cases' })
})

test('weights make it the share of the people the answers stand for', () => {
  expect(percentFavourable([5, 1], { min: 1, max: 5 }, { weights: [3, 1] })).toMatchObject({ favourable: 75, unfavourable: 25, n: 2 })
})
