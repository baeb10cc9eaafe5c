import { expect, test } from 'vitest'
import { judgementOf, stepOf, withJudgement } from './choice.ts'

const CRITERIA = [{ code: 'a' }, { code: 'b' }]

test('a judgement is stored once, in the upper triangle, and read from either side', () => {
  const stored = withJudgement(CRITERIA, {}, { row: 'b', column: 'a', value: '3' })
  expect(stored).toEqual({ 'a/b': '1/3' })
  expect([judgementOf(stored, 'a', 'b'), judgementOf(stored, 'b', 'a'), judgementOf({}, 'a', 'b')]).toEqual(['1/3', '3', null])
  expect(withJudgement(CRITERIA, stored, { row: 'a', column: 'b', value: null })).toEqual({})
})

test('a number of the engine is the nearest step of the scale', () => {
  expect([1, 2.4, 0.49, 1 / 9].map(stepOf)).toEqual(['1', '2', '1/2', '1/9'])
})
