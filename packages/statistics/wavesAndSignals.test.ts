import { expect, test } from 'vitest'
import { evenOdd } from './evenOdd.ts'
import { mahalanobis } from './mahalanobis.ts'
import { processSignals } from './processSignals.ts'
import { psychometricSynonyms } from './psychometricSynonyms.ts'
import { rake } from './raking.ts'
import { mixAdjustedChange, waveComparison } from './waveComparison.ts'

const calm = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9]

test('limits by hand: moving ranges of 1 about a mean of 10 reach from 7.34 to 12.66', () => {
  expect(processSignals(calm)).toMatchObject({
    centre: 10,
    meanRange: 1,
    lower: expect.closeTo(7.34, 12),
    upper: expect.closeTo(12.66, 12),
    rangeLimit: expect.closeTo(3.268, 12),
  })
  const quiet = processSignals(calm)
  expect(quiet.kind === 'computed' && quiet.points.flatMap(({ signals }) => signals)).toEqual([])
})

test('a leap beyond the limits is a signal, and so is its range; what came before stays noise', () => {
  const result = processSignals([...calm, 16], { baseline: 12 })
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.points.at(-1)?.signals).toEqual(['beyond-limit', 'range-beyond-limit'])
  expect(result.points.slice(0, -1).every(({ signals }) => signals.length === 0)).toBe(true)
})

test('eight in a row above the centre are a signal although each is within the limits; gaps are passed over', () => {
  const result = processSignals([...calm, 11, 11, null, 11, 11, 11, 11, 11, 11], { baseline: 12 })
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.excluded).toEqual({ missing: 1 })
  expect(result.points.at(-1)?.signals).toEqual(['run-of-eight'])
  expect(result.points.at(-2)?.signals).toEqual([])
})

test('two of three in the outer third are a signal; by medians one wild value does not widen the limits', () => {
  const result = processSignals([...calm, 12.2, 10, 12.3], { baseline: 12 })
  expect(result.kind === 'computed' && result.points.at(-1)?.signals).toEqual(['two-of-three'])
  const [byMean, byMedian] = [processSignals([...calm, 60]), processSignals([...calm, 60], { by: 'median' })]
  if (byMean.kind === 'undefined' || byMedian.kind === 'undefined') throw new Error('computed')
  expect(byMedian.upper).toBeLessThan(byMean.upper)
  expect(byMedian.points.at(-1)?.signals).toContain('beyond-limit')
})

test('V30: twelve values about 85 have limits 80.41 and 89.59, and a next value of 79 is a signal', () => {
  const values = [84, 86, 85, 83, 87, 85, 84, 86, 85, 84, 86, 85]
  const result = processSignals([...values, 79], { baseline: 12 })
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.centre).toBe(85)
  expect(result.meanRange).toBeCloseTo(19 / 11, 12)
  expect([result.lower, result.upper].map((limit) => limit.toFixed(2))).toEqual(['80.41', '89.59'])
  expect(result.points.slice(0, 12).flatMap(({ signals }) => signals)).toEqual([])
  expect(result.points.at(-1)?.signals).toContain('beyond-limit')
  expect(result.warnings).toEqual([])
})

test('six in a row that rise, or fall, are a signal; five are not, nor six with two alike', () => {
  const last = (more: number[]) => {
    const result = processSignals([...calm, ...more], { baseline: 12 })
    return result.kind === 'computed' ? result.points.at(-1)?.signals : result.because
  }
  // the last of the calm values is 9, so five more that rise make six
  expect(last([9.2, 9.4, 9.6, 9.8, 10.2])).toEqual(['six-in-a-row'])
  expect(last([9.2, 9.4, 9.6, 9.8])).toEqual([])
  expect(last([9.2, 9.4, 9.4, 9.8, 10.2])).toEqual([])
  expect(last([11, 10.8, 10.6, 10.4, 10.2, 9.9])).toEqual(['six-in-a-row'])
  expect(last([11, 10.8, 10.6, 10.9, 10.2, 9.9])).toEqual([])
})

test('fewer than twelve values make limits that are doubted; fewer than six or none that moves make none', () => {
  expect(processSignals(calm.slice(0, 11))).toMatchObject({ kind: 'computed', warnings: [{ code: 'small-sample', value: 11 }] })
  expect(processSignals(calm.slice(0, 5))).toMatchObject({ kind: 'undefined', because: 'too-few-cases', n: 5 })
  expect(processSignals([null, 7, 7, 7, 7, 7, 7])).toMatchObject({ because: 'no-differences', n: 6, excluded: { missing: 1 } })
})

const wave = (id: string, answers: (number | null)[], wording = 'w1') => ({ id, wording, answers })

test('only the same words are compared; the others are named with the reason', () => {
  const changes = waveComparison(
    [wave('K1', [2, 3, 3, 2, 3]), wave('K2', [1, 2, 3]), wave('K3', [3, 3, 4]), wave('K5', [2, 2]), wave('K6', [4, null])],
    [wave('K1', [4, 4, 5, 4, 5]), wave('K2', [1, 2, 3], 'w2'), wave('K4', [1, 5]), wave('K5', [2, 2]), wave('K6', [4, 3])],
  )
  expect(changes.map((change) => [change.id, change.kind === 'compared' ? 'compared' : change.because])).toEqual([
    ['K1', 'compared'],
    ['K2', 'wording-changed'],
    ['K4', 'new'],
    ['K5', 'no-variance'],
    ['K6', 'too-few-cases'],
    ['K3', 'dropped'],
  ])
  expect(changes[0]).toMatchObject({
    n: [5, 5],
    means: [expect.closeTo(2.6, 12), expect.closeTo(4.4, 12)],
    change: expect.closeTo(1.8, 12),
  })
})

test('p is adjusted over the items compared and no others', () => {
  const [first, second] = waveComparison(
    [wave('a', [1, 2, 1, 2]), wave('b', [3, 4, 3, 5]), wave('c', [1, 2], 'old')],
    [wave('a', [4, 5, 4, 5]), wave('b', [4, 3, 4, 4]), wave('c', [1, 2], 'new')],
  )
  if (first?.kind !== 'compared' || second?.kind !== 'compared') throw new Error('compared')
  expect(first.adjustedP).toBeCloseTo(2 * first.p, 12)
  expect(second.adjustedP).toBeCloseTo(Math.max(first.adjustedP, second.p), 12)
})

test('a change that came only of who answered vanishes when the mix is held fixed', () => {
  const strata = [
    { stratum: 'bureau', share: 0.5, earlier: [1, 2, 3, 1, 2, 3, 1, 2, 3], later: [1, 2, 3] },
    { stratum: 'department', share: 0.5, earlier: [3, 4, 5], later: [3, 4, 5, 3, 4, 5, 3, 4, 5] },
  ]
  const result = mixAdjustedChange(strata)
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.crude).toBeCloseTo(1, 12)
  expect(result.adjusted).toBeCloseTo(0, 12)
  expect(result.dueToMix).toBeCloseTo(1, 12)
  expect(mixAdjustedChange([{ ...strata[0]!, later: [2] }])).toMatchObject({ because: 'too-few-cases', subjects: ['bureau'] })
  expect(mixAdjustedChange([{ ...strata[0]!, share: 0 }])).toMatchObject({ because: 'no-population' })
})

test('raked weights meet every margin, have mean 1, and cost efficiency', () => {
  const sex = ['f', 'f', 'f', 'm', 'm', 'f', 'm', 'f', null]
  const age = ['y', 'o', 'y', 'o', 'y', 'o', 'o', 'y', 'y']
  const result = rake([
    { name: 'sex', categories: sex, population: { f: 50, m: 50 } },
    { name: 'age', categories: age, population: { y: 700, o: 300, unborn: 0 } },
  ])
  if (result.kind === 'undefined') throw new Error(result.because)
  const total = (wanted: (at: number) => boolean) =>
    result.weights.reduce<number>((sum, weight, at) => sum + (wanted(at) ? (weight ?? 0) : 0), 0)
  expect(total((at) => sex[at] === 'f')).toBeCloseTo(4, 9)
  expect(total((at) => age[at] === 'y')).toBeCloseTo(5.6, 9)
  expect(total(() => true)).toBeCloseTo(8, 9)
  expect(result.weights[8]).toBeNull()
  expect(result.designEffect).toBeGreaterThan(1)
  expect(result.effectiveN).toBeCloseTo(8 / result.designEffect, 12)
})

test('a category nobody answered for is left to the others and named', () => {
  const result = rake([{ name: 'age', categories: ['y', 'y'], population: { y: 1, o: 3 } }])
  expect(result).toMatchObject({ weights: [1, 1], warnings: [{ code: 'empty-stratum', subjects: ['age: o'] }] })
})

const column = (id: string, answers: (number | null)[]) => ({ id, reverse: false, answers })

test('even-odd: who answers each scale alike is consistent, who turns is not, who gives one answer has none', () => {
  const scales = [0, 1, 2, 3].map((scale) => [
    column(`${scale}a`, [scale + 1, scale + 1, 3]),
    column(`${scale}b`, [scale + 1, 4 - scale, 3]),
  ])
  const [steady, turning, flat] = evenOdd(scales)
  expect(steady).toBeCloseTo(1, 12)
  expect(turning).toBe(-1)
  expect(flat).toBeNull()
  expect(evenOdd(scales.slice(0, 2))[0]).toBeNull()
})

test('synonyms are the pairs that go together; a sheet that breaks them stands out', () => {
  const base = [1, 2, 3, 4, 5, 2, 4, 5, 1, 3]
  const like = [1, 2, 3, 4, 5, 2, 4, 4, 1, 3]
  const items = [
    column('a', base),
    column('b', like),
    column(
      'c',
      base.map((one) => 6 - one),
    ),
    column(
      'd',
      like.map((one) => 6 - one),
    ),
    column('e', base),
  ]
  const { pairs, scores } = psychometricSynonyms(items)
  expect(pairs).toContainEqual(['a', 'b'])
  expect(pairs).not.toContainEqual(['a', 'c'])
  expect(scores[7]).toBeLessThan(1)
  expect(psychometricSynonyms(items.slice(0, 1)).scores[0]).toBeNull()
})

test('distances from the centre sum to items times n - 1, and a gap has none', () => {
  const items = [column('a', [1, 2, 3, 4, 9, null]), column('b', [2, 1, 4, 3, 5, 1])]
  const result = mahalanobis(items)
  if (result.kind === 'undefined') throw new Error(result.because)
  expect(result.distances.reduce<number>((total, one) => total + (one ?? 0), 0)).toBeCloseTo(2 * 4, 10)
  expect(result.distances[5]).toBeNull()
  expect(result.p[4]).toBeLessThan(result.p[2] ?? 0)
})
