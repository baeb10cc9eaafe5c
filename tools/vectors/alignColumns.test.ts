import { expect, test } from 'vitest'
import { alignColumns } from './alignColumns.ts'
import { disputeOf } from './disputed.ts'
import { stretchFields } from './stretchFields.ts'
import type { Vector } from './vector.ts'

const expected = [
  [0.9, 0.1],
  [0.2, -0.8],
]

test('columns are turned, and where the vector says so put in order', () => {
  expect(
    alignColumns(
      [
        [-0.9, 0.1],
        [-0.2, -0.8],
      ],
      expected,
      'columns-up-to-sign',
    ),
  ).toEqual(expected)
  expect(
    alignColumns(
      [
        [-0.1, 0.9],
        [0.8, 0.2],
      ],
      expected,
      'columns-up-to-sign-and-order',
    ),
  ).toEqual(expected)
  expect(
    alignColumns(
      [
        [0.1, 0.9],
        [-0.8, 0.2],
      ],
      expected,
      'columns-up-to-sign',
    ),
  ).not.toEqual(expected)
})

test('what is no matrix of the same shape is left alone, so that it fails by itself', () => {
  expect(alignColumns(null, expected, 'columns-up-to-sign')).toBeNull()
  expect(alignColumns([[1]], expected, 'columns-up-to-sign')).toEqual([[1]])
})

const vector = (more: Partial<Vector>): Vector => ({
  ...{ name: 'v', fn: 'dist.tukeyUpper', source: 'R', input: {}, params: {}, expected: {}, tolerance: { abs: 0, rel: 1e-4 }, compare: {} },
  ...{ stretch: false, file: 'f', data: {} },
  ...more,
})

test('a field the notes call a stretch is counted apart, to the tolerance they give', () => {
  const notes =
    'group order alphabetical. cohenDCi95Noncentral is a stretch item (tolerance 1e-3). hommel is a stretch item; null stays null'
  expect([...stretchFields(vector({ notes }))]).toEqual([
    ['cohenDCi95Noncentral', { abs: 1e-3, rel: 1e-3 }],
    ['hommel', { abs: 0, rel: 1e-4 }],
  ])
  expect([...stretchFields(vector({ stretch: true, expected: { a: 1, b: 2 } })).keys()]).toEqual(['a', 'b'])
})

test('only a studentised range with few degrees of freedom, and near what is expected, is disputed', () => {
  const difference = { path: 'values[1]', got: 0.0159, expected: 0.016 }
  expect(disputeOf(vector({ input: { df: [20, 3] } }), difference)?.because).toContain('scipy')
  expect(disputeOf(vector({ input: { df: [3, 20] } }), difference)).toBeUndefined()
  expect(disputeOf(vector({ input: { df: [20, 3] } }), { ...difference, got: 0.5 })).toBeUndefined()
  expect(disputeOf(vector({ fn: 'dist.tUpper', input: { df: [3, 3] } }), difference)).toBeUndefined()
})
