import { expect, test } from 'vitest'
import { nextOpen, pairsInOrder } from './pairs.ts'

const CRITERIA = ['a', 'b', 'c', 'd'].map((code) => ({ code }))

test('every pair once, the chain that links all criteria first', () => {
  const pairs = pairsInOrder(CRITERIA)
  expect(pairs.map(({ row, column }) => row + column)).toEqual(['ab', 'bc', 'cd', 'ac', 'bd', 'ad'])
})

test('the next open pair is looked for round the end, and there is none when all are judged', () => {
  const pairs = pairsInOrder(CRITERIA.slice(0, 3))
  expect(nextOpen(pairs, { 'b/c': '1', 'a/c': '1' }, 1)).toBe(0)
  expect(nextOpen(pairs, { 'a/b': '1', 'b/c': '1', 'a/c': '1' }, 0)).toBeNull()
})
