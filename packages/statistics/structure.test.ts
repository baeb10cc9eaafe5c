import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky } from './cholesky.ts'
import { symmetricEigen } from './eigen.ts'
import { factorAnalysis } from './factorAnalysis.ts'
import { oblimin } from './oblimin.ts'
import { omega } from './omega.ts'
import { parallelAnalysis } from './parallelAnalysis.ts'
import { principalComponents } from './principalComponents.ts'
import { splitHalf } from './splitHalf.ts'
import { squaredMultipleCorrelations } from './squaredMultipleCorrelations.ts'
import { varimax } from './varimax.ts'

/** A small generator of its own, so that the sheets are the same every time. */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return (state + 0.5) / 2147483648
  }
}
const noise = (random: () => number) => random() + random() + random() + random() - 2
/** Six items of two kinds: the first three share one thing, the others another. */
function twoKinds(people: number) {
  const random = stream(7)
  const sheets = Array.from({ length: people }, () => {
    const [one, other] = [noise(random), noise(random)]
    return [one, one, one, other, other, other].map((part) => Math.round(3 + 1.6 * part + noise(random)))
  })
  return Array.from({ length: 6 }, (_, j) => ({ id: `q${j + 1}`, reverse: false, answers: sheets.map((sheet) => sheet[j]!) }))
}

const symmetric = fc
  .integer({ min: 2, max: 7 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  )
  .map((rows) => rows.map((row, i) => row.map((value, j) => value + rows[j]![i]!)))

test('eigenvalues by hand: 2 1 over 1 2 has 3 and 1', () => {
  expect(
    symmetricEigen([
      [2, 1],
      [1, 2],
    ]),
  ).toEqual({
    values: [expect.closeTo(3, 14), expect.closeTo(1, 14)],
    vectors: [
      [expect.closeTo(Math.SQRT1_2, 14), expect.closeTo(Math.SQRT1_2, 14)],
      [expect.closeTo(Math.SQRT1_2, 14), expect.closeTo(-Math.SQRT1_2, 14)].map(() => expect.any(Number)),
    ],
  })
})

test('a symmetric matrix is its eigenvectors again; the values sum to the trace and fall', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = symmetricEigen(matrix)
      expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(
        matrix.reduce((total, row, i) => total + row[i]!, 0),
        9,
      )
      expect([...values].sort((x, y) => y - x)).toEqual(values)
      matrix.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(values.reduce((total, root, at) => total + root * vectors[at]![i]! * vectors[at]![j]!, 0)).toBeCloseTo(value, 8)
        })
      })
    }),
  )
})

test('components of two items with correlation r have roots 1 + r and 1 - r, and all of them explain everything', () => {
  const items = twoKinds(40).slice(0, 2)
  const result = principalComponents(items, { components: 2 })
  if (result.kind === 'undefined') throw new Error(result.because)
  expect((result.eigenvalues[0] ?? 0) + (result.eigenvalues[1] ?? 0)).toBeCloseTo(2, 12)
  expect(result.communalities).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)])
})

test('without a number of components those above 1 are kept: two kinds of item, two components, each loading its own', () => {
  const result = principalComponents(twoKinds(200))
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.components).toBe(2)
  for (const [item, row] of (result.rotated?.loadings ?? []).entries()) {
    const [own, other] = (row[0] ?? 0) ** 2 > (row[1] ?? 0) ** 2 ? [row[0], row[1]] : [row[1], row[0]]
    expect(Math.abs(own ?? 0), `item ${item}`).toBeGreaterThan(0.7)
    expect(Math.abs(other ?? 1), `item ${item}`).toBeLessThan(0.3)
  }
})

test('parallel analysis keeps the two kinds and no more, and one stream gives one answer', () => {
  const found = parallelAnalysis(twoKinds(150), stream(3), { draws: 20 })
  if (found.kind === 'undefined') throw new Error(found.because)
  expect(found.suggested).toBe(2)
  expect(found.components.map(({ kept }) => kept)).toEqual([true, true, false, false, false, false])
  expect(parallelAnalysis(twoKinds(150), stream(3), { draws: 20 })).toEqual(found)
})

test('varimax leaves communalities alone, does not care about signs, and cannot be improved by a turn', () => {
  const loadings = [
    [0.7, 0.3],
    [0.6, 0.5],
    [0.2, 0.8],
    [-0.1, 0.6],
    [0.5, -0.4],
  ]
  const { loadings: turned, ssLoadings } = varimax(loadings)
  turned.forEach((row, item) => {
    expect(row.reduce((total, one) => total + one * one, 0)).toBeCloseTo(
      loadings[item]!.reduce((total, one) => total + one * one, 0),
      12,
    )
  })
  expect(ssLoadings[0]).toBeGreaterThanOrEqual(ssLoadings[1] ?? 0)
  const criterion = (rows: readonly (readonly number[])[]) => {
    const scaled = rows.map((row) => row.map((one) => one ** 2 / row.reduce((total, value) => total + value * value, 0)))
    return [0, 1].reduce((total, j) => {
      const column = scaled.map((row) => row[j]!)
      const centre = column.reduce((all, one) => all + one, 0) / column.length
      return total + column.reduce((all, one) => all + (one - centre) ** 2, 0)
    }, 0)
  }
  const best = criterion(turned)
  for (const angle of [-0.3, -0.01, 0.01, 0.4]) {
    const off = turned.map(([x = 0, y = 0]) => [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)])
    expect(criterion(off)).toBeLessThanOrEqual(best + 1e-12)
  }
  expect(varimax([[0.5], [0.6]]).loadings).toEqual([[0.5], [0.6]])
})

test('oblimin keeps what the factors explain together: pattern x correlations x pattern is the same before and after', () => {
  const result = factorAnalysis(twoKinds(200), 2, { rotation: 'oblimin' })
  if (result.kind === 'undefined' || result.oblimin === null) throw new Error('computed')
  const { loadings, factorCorrelations, converged } = result.oblimin
  expect(converged).toBe(true)
  loadings.forEach((row, item) => {
    const communality = row.reduce((total, x, p) => total + row.reduce((inner, y, q) => inner + x * y * factorCorrelations[p]![q]!, 0), 0)
    expect(communality).toBeCloseTo(result.communalities[item]!, 9)
  })
  expect(factorCorrelations[0]?.[0]).toBe(1)
  expect(Math.abs(factorCorrelations[0]?.[1] ?? 1)).toBeLessThan(0.3)
  expect(
    oblimin([
      [0.8, 0],
      [0.7, 0],
      [0, 0.6],
      [0, 0.9],
    ]).factorCorrelations[0]?.[1],
  ).toBeCloseTo(0, 9)
})

test('one factor built in is found: loadings 0.8 0.7 0.6 0.5 give their correlations back, by all three methods', () => {
  const wanted = [0.8, 0.7, 0.6, 0.5]
  const correlations = wanted.map((x, i) => wanted.map((y, j) => (i === j ? 1 : x * y)))
  const lower = cholesky(correlations)!
  // Items whose sample correlations are exactly these: orthogonal contrasts turned by the triangle.
  const contrasts = [
    [1, 1, 1, 1, -1, -1, -1, -1],
    [1, 1, -1, -1, 1, 1, -1, -1],
    [1, -1, 1, -1, 1, -1, 1, -1],
    [1, -1, -1, 1, -1, 1, 1, -1],
  ]
  const items = lower.map((row, i) => ({
    id: `q${i}`,
    reverse: false,
    answers: contrasts[0]!.map((_, person) => row.reduce((total, weight, k) => total + weight * contrasts[k]![person]!, 0)),
  }))
  for (const method of ['minres', 'ml', 'pa'] as const) {
    const result = factorAnalysis(items, 1, { method })
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.loadings.map(([loading]) => loading)).toEqual(wanted.map((loading) => expect.closeTo(loading, 4)))
    expect(result.rmsr).toBeLessThan(1e-4)
    if (method === 'ml') expect(result.fit).toMatchObject({ df: 2, chi2: expect.closeTo(0, 6), p: expect.closeTo(1, 6) })
  }
  // (0.8 + 0.7 + 0.6 + 0.5)^2 / (2.6^2 + 0.36 + 0.51 + 0.64 + 0.75)
  const reliability = omega(items)
  if (reliability.kind === 'undefined') throw new Error(reliability.because)
  expect(reliability.ml.omega).toBeCloseTo(6.76 / 9.02, 5)
  expect(reliability.minres.omega).toBeCloseTo(6.76 / 9.02, 5)
})

test('halves by hand: two equal items have r 1 and reliability 1; Guttman agrees', () => {
  const answers = [1, 4, 2, 5]
  const result = splitHalf(
    [
      { id: 'a', reverse: false, answers },
      { id: 'b', reverse: true, answers: answers.map((one) => 6 - one) },
    ],
    { scale: { min: 1, max: 5 } },
  )
  expect(result).toMatchObject({
    firstAndSecond: {
      r: expect.closeTo(1, 12),
      spearmanBrown: expect.closeTo(1, 12),
      spearmanBrownUnequal: 1,
      guttman: expect.closeTo(1, 12),
    },
  })
})

test('the multiple correlation of two items is their r squared; a copy makes the matrix singular and says so', () => {
  expect(
    squaredMultipleCorrelations([
      [1, 0.6],
      [0.6, 1],
    ]),
  ).toEqual({ values: [expect.closeTo(0.36, 12), expect.closeTo(0.36, 12)], singular: false })
  expect(
    squaredMultipleCorrelations([
      [1, 1],
      [1, 1],
    ]).singular,
  ).toBe(true)
})
