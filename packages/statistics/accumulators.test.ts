import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alpha, alphaFrom } from './alpha.ts'
import { anova, anovaFrom } from './anova.ts'
import { covarianceMatrix } from './covarianceMatrix.ts'
import { addCase, covariancesOf, crossProducts } from './crossProducts.ts'
import { describe } from './describe.ts'
import { describeCounts } from './describeCounts.ts'
import { frequencies, frequenciesFrom } from './frequencies.ts'
import { addValue, runningMoments } from './runningMoments.ts'
import { countsOf, MOST_VALUES, tallyOther, valueTally } from './valueTally.ts'

const answer = fc.integer({ min: 1, max: 7 })
const sheets = fc
  .integer({ min: 2, max: 6 })
  .chain((size) => fc.array(fc.array(answer, { minLength: size, maxLength: size }), { minLength: 2, maxLength: 40 }))
const gather = (rows: readonly (readonly number[])[]) => {
  const into = crossProducts(rows[0]?.length ?? 0)
  for (const row of rows) addCase(into, Float64Array.from(row))
  return covariancesOf(into)
}

test('gathered case by case, covariances are those of the whole table', () => {
  fc.assert(
    fc.property(sheets, (rows) => {
      const { n, means, covariances } = gather(rows)
      const whole = covarianceMatrix(rows)
      expect(n).toBe(rows.length)
      means.forEach((mean, j) => {
        expect(mean).toBeCloseTo(rows.reduce((total, row) => total + row[j]!, 0) / rows.length, 12)
      })
      whole.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(covariances?.[i]?.[j]).toBeCloseTo(value, 10)
        })
      })
    }),
  )
})

test('a large offset costs no digits: 1,000,000,004 7 13 16 has variance 30', () => {
  const { covariances, means } = gather([[1_000_000_004], [1_000_000_007], [1_000_000_013], [1_000_000_016]])
  expect(covariances).toEqual([[30]])
  expect(means).toEqual([1_000_000_010])
})

test('one case has no covariance, none has no mean: null, never NaN', () => {
  expect(gather([[1, 2]]).covariances).toBeNull()
  expect(covariancesOf(crossProducts(2))).toMatchObject({ n: 0, covariances: null })
})

test('the count of waiting cases does not matter: gathering goes on after reading off', () => {
  const into = crossProducts(1)
  for (const value of [1, 2, 3]) addCase(into, Float64Array.of(value))
  expect(covariancesOf(into).covariances).toEqual([[1]])
  for (const value of [4, 5]) addCase(into, Float64Array.of(value))
  expect(covariancesOf(into)).toMatchObject({ n: 5, means: [3], covariances: [[2.5]] })
})

test('alpha from gathered covariances is alpha of the answers', () => {
  fc.assert(
    fc.property(sheets, (rows) => {
      const items = (rows[0] ?? []).map((_, j) => ({ id: `q${j}`, reverse: false, answers: rows.map((row) => row[j]!) }))
      const whole = alpha(items)
      const { n, means, covariances } = gather(rows)
      const gathered = alphaFrom({ items: items.map(({ id }, i) => ({ id, mean: means[i]! })), covariances: covariances!, n, excluded: {} })
      expect(gathered.kind).toBe(whole.kind)
      if (whole.kind === 'undefined' || gathered.kind === 'undefined') return
      expect(gathered.rawAlpha).toBeCloseTo(whole.rawAlpha, 8)
      expect(gathered.guttmanLambda6 === null).toBe(whole.guttmanLambda6 === null)
    }),
  )
})

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 })

test('described from counts as from the values themselves', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 5 }), (given, missing) => {
      const counts = new Map<number, number>()
      for (const value of given) counts.set(value, (counts.get(value) ?? 0) + 1)
      const [one, other] = [describeCounts(counts, missing), describe([...given, ...new Array<null>(missing).fill(null)])]
      if (one.kind === 'undefined' || other.kind === 'undefined') throw new Error('computed')
      expect(one.excluded).toEqual(other.excluded)
      // the skewness a warning carries differs in its last digits, as the skewness itself does below
      expect(one.warnings.map(({ code }) => code)).toEqual(other.warnings.map(({ code }) => code))
      for (const key of ['n', 'min', 'max', 'sum', 'modes'] as const) expect(one[key]).toEqual(other[key])
      for (const key of ['mean', 'median', 'trimmedMean', 'medianDeviation'] as const) expect(one[key]).toBeCloseTo(other[key], 9)
      for (const key of ['sd', 'variance', 'se', 'skewness', 'kurtosis'] as const) {
        if (other[key] === null) expect(one[key]).toBeNull()
        else expect(one[key]).toBeCloseTo(other[key], 7)
      }
      one.deciles.forEach((decile, at) => {
        expect(decile).toBeCloseTo(other.deciles[at]!, 9)
      })
      expect(one.quartilesType6.map((q) => q.toFixed(9))).toEqual(other.quartilesType6.map((q) => q.toFixed(9)))
    }),
  )
})

test('no answers: undefined by name', () => {
  expect(describeCounts(new Map(), 4)).toMatchObject({ kind: 'undefined', because: 'no-cases', excluded: { missing: 4 } })
})

test('frequencies from counts are those of the answers', () => {
  const series = [1, 2, 2, null, 5, 2, null]
  const counts = new Map([
    [5, 1],
    [1, 1],
    [2, 3],
  ])
  expect(frequenciesFrom(counts, 2)).toEqual(frequencies(series))
  expect(frequenciesFrom(counts, 2, [1, 2, 3])).toEqual(frequencies(series, [1, 2, 3]))
})

test('running moments by hand: 2 4 4 4 5 5 7 9 has mean 5 and squares 32; times over is the same as again and again', () => {
  const [one, other] = [runningMoments(), runningMoments()]
  for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) addValue(one, value)
  for (const [value, times] of [
    [2, 1],
    [4, 3],
    [5, 2],
    [7, 1],
    [9, 1],
  ] as const)
    addValue(other, value, times)
  expect(one).toMatchObject({ n: 8, mean: expect.closeTo(5, 12), squares: expect.closeTo(32, 10), min: 2, max: 9 })
  for (const key of ['mean', 'squares', 'cubes', 'fourths'] as const) expect(other[key]).toBeCloseTo(one[key], 8)
  addValue(one, 100, 0)
  expect(one.n).toBe(8)
})

test('analysis of variance from each group’s size, mean and squares is that of the values', () => {
  const groups = { a: [1, 2, 4, 4], b: [3, 5, 6], c: [2, 2, 9, 7, 1] }
  const parts = Object.entries(groups).map(([name, members]) => {
    const moments = runningMoments()
    for (const value of members) addValue(moments, value)
    const { n, mean, squares } = moments
    return { summary: { name, n, mean, sd: Math.sqrt(squares / (n - 1)) }, squares }
  })
  const whole = anova(
    Object.values(groups).flat(),
    Object.entries(groups).flatMap(([name, members]) => members.map(() => name)),
  )
  if (whole.kind === 'undefined') throw new Error(whole.because)
  expect(anovaFrom(parts)).toMatchObject({
    f: expect.closeTo(whole.f, 10),
    p: expect.closeTo(whole.p, 10),
    eta2: expect.closeTo(whole.eta2, 10),
  })
  expect(anovaFrom(parts.map(({ summary }) => ({ summary: { ...summary, n: 1 }, squares: 0 })))).toMatchObject({ because: 'too-few-cases' })
})

test('values are counted however large or broken; a serial number fills its map once and is said to be full', () => {
  const tally = valueTally(2)
  tally.small[256 + 3]! += 2
  for (const value of [0.5, -1, 0.5, 1e9]) tallyOther(tally, 1, value)
  expect([...countsOf(tally, 1)]).toEqual([
    [-1, 1],
    [0.5, 2],
    [3, 2],
    [1e9, 1],
  ])
  expect([...countsOf(tally, 0)]).toEqual([])
  for (let value = 0; value <= MOST_VALUES + 10; value++) tallyOther(tally, 0, 1000.5 + value)
  expect(tally.full[0]).toBe(1)
  expect(tally.others[0]?.size).toBe(MOST_VALUES + 1)
})
