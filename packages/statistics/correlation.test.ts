import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pearson, spearman } from './correlation.ts'
import { correlationMatrix } from './correlationMatrix.ts'
import { kendall } from './kendall.ts'

const value = fc.integer({ min: -50, max: 50 })
const pairs = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 40 })

test('a straight line has r 1 and p 0, said to be perfect', () => {
  expect(pearson([1, 2, 3, 4], [10, 20, 30, 40])).toMatchObject({
    r: 1,
    t: null,
    p: 0,
    interval: null,
    warnings: [{ code: 'perfect-correlation' }],
  })
})

test('r by hand: 0.8 over five cases has t 2.309', () => {
  expect(pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toMatchObject({
    r: expect.closeTo(0.8, 12),
    t: expect.closeTo(2.3094010767585, 10),
    df: 3,
  })
})

test('Spearman and Kendall see only the order', () => {
  const [x, curve] = [
    [1, 2, 3, 4, 5],
    [1, 10, 100, 1000, 5000],
  ]
  expect(spearman(x, curve)).toMatchObject({ r: expect.closeTo(1, 12) })
  expect(kendall(x, curve)).toMatchObject({ tauB: 1 })
})

test('coefficients lie between -1 and 1, do not care which is x, and turn with the sign', () => {
  fc.assert(
    fc.property(pairs, (cases) => {
      const [x, y] = [cases.map(([first]) => first), cases.map(([, second]) => second)]
      const result = pearson(x, y)
      if (result.kind === 'undefined') {
        expect(result.because).toBe('constant-series')
        return
      }
      expect(Math.abs(result.r)).toBeLessThanOrEqual(1)
      expect(pearson(y, x)).toMatchObject({ r: expect.closeTo(result.r, 12) })
      expect(
        pearson(
          x,
          y.map((one) => -one),
        ),
      ).toMatchObject({ r: expect.closeTo(-result.r, 12), p: expect.closeTo(result.p ?? 0, 9) })
    }),
  )
})

test('a constant is not uncorrelated: undefined, with the series named', () => {
  for (const method of [pearson, spearman, kendall]) {
    expect(method([1, 2, 3], [4, 4, 4])).toMatchObject({ kind: 'undefined', because: 'constant-series', subjects: ['y'] })
  }
})

test('two cases have an r and no p; one has neither', () => {
  expect(pearson([1, 3], [1, 5])).toMatchObject({ r: 1, p: null })
  expect(pearson([1, null], [1, 5])).toMatchObject({ kind: 'undefined', because: 'too-few-cases', n: 1, excluded: { incomplete: 1 } })
  expect(pearson([null], [1])).toMatchObject({ because: 'no-complete-cases' })
})

test('a matrix shows n in each cell, adjusts p for the number of pairs and names the constant', () => {
  const matrix = correlationMatrix(
    [
      { id: 'K1', values: [1, 2, 3, 4, 6] },
      { id: 'K2', values: [1, 3, 2, 5, null] },
      { id: 'P1', values: [2, 2, 2, 2, 2] },
    ],
    { method: 'spearman', adjust: 'holm' },
  )
  expect(matrix.cells.map((cell) => [cell.row, cell.column, cell.n])).toEqual([
    ['K1', 'K2', 4],
    ['K1', 'P1', 5],
    ['K2', 'P1', 4],
  ])
  expect(matrix.cells[0]?.adjustedP).toBe(matrix.cells[0]?.p)
  expect(matrix.square[2]).toEqual([null, null, null])
  expect(matrix.warnings).toEqual([{ code: 'constant', subjects: ['P1'] }])
})
