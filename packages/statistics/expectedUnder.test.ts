import { expect, test } from 'vitest'
import { expectedUnder } from './expectedUnder.ts'

// Anscombe (1973), The American Statistician 27, first data set: y = 3.00 + 0.500 x, R2 = 0.67
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
const places = X.map((condition, at) => ({ code: `I${at}`, condition, actual: Y[at] ?? 0 }))

test('what is to be expected under a condition lies on the line through all institutions', () => {
  const found = expectedUnder(places)
  if (found.kind !== 'adjusted') throw new Error(found.kind)
  expect(found.slope).toBeCloseTo(0.5, 3)
  expect(found.r2).toBeCloseTo(0.667, 3)
  expect(found.rows[0]?.expected).toBeCloseTo(8.0, 2)
  expect(found.rows.reduce((sum, row) => sum + row.difference, 0)).toBeCloseTo(0, 9)
  expect(found.rows.filter(({ beyond }) => beyond)).toEqual([])
})

test('an institution far from what its condition explains stands out', () => {
  const found = expectedUnder(places.map((place) => (place.code === 'I0' ? { ...place, actual: 2 } : place)))
  if (found.kind !== 'adjusted') throw new Error(found.kind)
  expect(found.rows.filter(({ beyond }) => beyond).map(({ code }) => code)).toEqual(['I0'])
})

test('with few institutions, or alike in condition, nothing is adjusted: the nearest are named', () => {
  const few = expectedUnder(places.slice(0, 5))
  expect(few).toMatchObject({ kind: 'too-few', n: 5 })
  if (few.kind === 'too-few') expect(few.peers[0]).toEqual({ code: 'I0', nearest: ['I3', 'I4', 'I1'] })
  expect(expectedUnder(places.map((place) => ({ ...place, condition: 5 }))).kind).toBe('too-few')
})
