import { expect, test } from 'vitest'
import { keyOf, placeIn, rangeOf, step } from './selecting.ts'

const sentences = [
  { start: 0, end: 4, text: '问：谁？', asked: true },
  { start: 5, end: 8, text: '𠮷田。', asked: false },
  { start: 8, end: 11, text: '没有。', asked: false },
]

test('arrows pass over what the interviewer said and stop at the ends', () => {
  expect([step(sentences, 2, -1), step(sentences, 1, -1), step(sentences, 2, 1)]).toEqual([1, 1, 2])
})

test('a selection may run up or down; places are counted in characters, not in halves', () => {
  expect(rangeOf(sentences, { from: 2, to: 1 })).toEqual({ start: 5, end: 11 })
  expect(rangeOf(sentences, { from: 7, to: 7 })).toBeNull()
  expect(placeIn(sentences[1] ?? { start: 0, end: 0, text: '' }, 2)).toBe(6)
})

test('every code of a long codebook has a key of its own, or none', () => {
  const keys = Array.from({ length: 60 }, (_, at) => keyOf(at)).filter((key) => key !== '')
  expect(new Set(keys).size).toBe(keys.length)
})
