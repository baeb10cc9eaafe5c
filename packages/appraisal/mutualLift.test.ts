import { expect, test } from 'vitest'
import { mutualLifts, type WholeRating } from './mutualLift.ts'

const rating = (rater: string, ratee: string, mean: number): WholeRating => ({ rater, ratee, mean })
const others = (ratee: string) => ['x', 'y', 'z'].map((rater) => rating(rater, ratee, 80))

test('two who each rate the other well above everybody else are pointed out, once', () => {
  const given = [...others('a'), ...others('b'), rating('a', 'b', 95), rating('b', 'a', 90)]
  expect(mutualLifts(given)).toEqual([{ one: 'a', other: 'b', oneGave: 15, otherGave: 10 }])
})

test('one side alone, a small lift, or nobody to compare with is no sign', () => {
  expect(mutualLifts([...others('a'), ...others('b'), rating('a', 'b', 95), rating('b', 'a', 80)])).toEqual([])
  expect(mutualLifts([...others('a'), ...others('b'), rating('a', 'b', 84), rating('b', 'a', 84)])).toEqual([])
  expect(mutualLifts([rating('a', 'b', 95), rating('b', 'a', 95)])).toEqual([])
})
