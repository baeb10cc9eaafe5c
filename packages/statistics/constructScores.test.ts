import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constructScores } from './constructScores.ts'
import { reverseKeyed } from './reverseKeyed.ts'

const scale = { min: 1, max: 5 }
const item = (id: string, answers: (number | null)[], reverse = false) => ({ id, answers, reverse })

test('a reversed item is turned before it is averaged: 1 becomes 5, a gap stays a gap', () => {
  expect(reverseKeyed(item('a', [1, null, 4], true), scale)).toEqual([5, null, 2])
  expect(constructScores('P1', [item('a', [5, 2]), item('b', [1, 4], true)], scale).scores).toEqual([5, 2])
})

test('turning twice gives the answers back', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 }))), (answers) => {
      expect(reverseKeyed(item('a', [...reverseKeyed(item('a', answers, true), scale)], true), scale)).toEqual(answers)
    }),
  )
})

test('one of four items missing: the mean of the other three stands in; two of four: the score is missing', () => {
  const result = constructScores('P1', [item('a', [4, 4]), item('b', [4, 4]), item('c', [1, null]), item('d', [null, null])], scale)
  expect(result).toMatchObject({ scores: [3, null], n: 1, imputed: 1, excluded: { 'too-little-answered': 1 } })
})

test.each([
  [5, 1, true],
  [5, 2, false],
  [8, 2, true],
  [8, 3, false],
  [3, 1, false],
  [2, 1, false],
])('of %i items %i missing: scored is %s (a quarter, exactly)', (items, missing, scored) => {
  const columns = Array.from({ length: items }, (_, index) => item(`i${index}`, [index < missing ? null : 3]))
  expect(constructScores('C', columns, scale).scores).toEqual([scored ? 3 : null])
})

test('who answered nothing is missing, not too little', () => {
  const result = constructScores('P1', [item('a', [null, 3]), item('b', [null, 3])], scale)
  expect(result).toMatchObject({ excluded: { missing: 1 }, n: 1 })
  expect(result.description).toMatchObject({ kind: 'computed', n: 1, mean: 3 })
})

test('an answer off the scale counts as missing and its item is named', () => {
  const result = constructScores('P1', [item('a', [9]), item('b', [2]), item('c', [2]), item('d', [2])], scale)
  expect(result).toMatchObject({ scores: [2], imputed: 1, warnings: [{ code: 'off-scale-values-left-out', subjects: ['a'] }] })
})

test('nobody answered: no mean, by name', () => {
  expect(constructScores('P1', [item('a', [null])], scale).description).toMatchObject({ kind: 'undefined', because: 'no-cases' })
})
