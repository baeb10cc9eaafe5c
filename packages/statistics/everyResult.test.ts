import { describe, expect, test } from 'vitest'
import { alpha } from './alpha.ts'
import { anova } from './anova.ts'
import type { ItemColumn, Series } from './answers.ts'
import { bartlettVariances } from './bartlettVariances.ts'
import { bowker } from './bowker.ts'
import { brownForsytheMeans } from './brownForsytheMeans.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { clopperPearson } from './clopperPearson.ts'
import { cohenKappa } from './cohenKappa.ts'
import { constructScores } from './constructScores.ts'
import { pearson, spearman } from './correlation.ts'
import { correlationMatrix } from './correlationMatrix.ts'
import { describe as describeValues } from './describe.ts'
import { dunn } from './dunn.ts'
import { factorAnalysis } from './factorAnalysis.ts'
import { fisherExact } from './fisherExact.ts'
import { fisherFreemanHalton } from './fisherFreemanHalton.ts'
import { fleissKappa } from './fleissKappa.ts'
import { frequencies } from './frequencies.ts'
import { gamesHowell } from './gamesHowell.ts'
import { goodnessOfFit } from './goodnessOfFit.ts'
import { icc } from './icc.ts'
import { kendall } from './kendall.ts'
import { krippendorff } from './krippendorff.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { levene } from './levene.ts'
import { linearRegression } from './linearRegression.ts'
import { mahalanobis } from './mahalanobis.ts'
import { mannWhitney } from './mannWhitney.ts'
import { mcnemar } from './mcnemar.ts'
import { meanInterval } from './meanInterval.ts'
import { omega } from './omega.ts'
import { oneSampleT } from './oneSampleT.ts'
import { pairedT } from './pairedT.ts'
import { pairwiseT } from './pairwiseT.ts'
import { parallelAnalysis } from './parallelAnalysis.ts'
import { partialCorrelation } from './partialCorrelation.ts'
import { percentFavourable } from './percentFavourable.ts'
import { postStratification } from './postStratification.ts'
import { principalComponents } from './principalComponents.ts'
import { processSignals } from './processSignals.ts'
import { wilson } from './proportionInterval.ts'
import { rake } from './raking.ts'
import { sampleSize } from './sampleSize.ts'
import { samplingAdequacy, sphericity } from './samplingAdequacy.ts'
import { shapiroWilk } from './shapiroWilk.ts'
import { signedRank } from './signedRank.ts'
import { spearmanBrown } from './spearmanBrown.ts'
import { splitHalf } from './splitHalf.ts'
import { trendTest } from './trendTest.ts'
import { welchT } from './tTest.ts'
import { tukeyHsd } from './tukeyHsd.ts'
import { twoProportions } from './twoProportions.ts'
import { mixAdjustedChange } from './waveComparison.ts'
import { welchAnova } from './welchAnova.ts'
import { withinGroupAgreement } from './withinGroupAgreement.ts'

/** Twelve people: four items, a measured value before and after, a group of three and one of two, and a yes or no. */
type Case = {
  readonly items: readonly (number | null)[]
  readonly before: number | null
  readonly after: number | null
  readonly three: string | null
  readonly two: string | null
}
const CASES: readonly Case[] = [
  { items: [4, 5, 4, 3], before: 12.1, after: 13.0, three: 'a', two: 'x' },
  { items: [2, 1, 2, 2], before: 9.4, after: 9.9, three: 'b', two: 'y' },
  { items: [5, 4, 5, 4], before: 14.2, after: 13.8, three: 'c', two: 'x' },
  { items: [1, 2, 1, 3], before: 8.8, after: 10.1, three: 'a', two: 'y' },
  { items: [3, 3, 4, 2], before: 11.0, after: 11.7, three: 'b', two: 'x' },
  { items: [4, 4, 3, 5], before: 13.3, after: 14.6, three: 'c', two: 'y' },
  { items: [2, 3, 2, 1], before: 9.9, after: 9.2, three: 'a', two: 'x' },
  { items: [5, 5, 4, 5], before: 15.1, after: 15.8, three: 'b', two: 'y' },
  { items: [3, 2, 3, 3], before: 10.4, after: 11.3, three: 'c', two: 'x' },
  { items: [1, 1, 2, 1], before: 8.1, after: 8.9, three: 'a', two: 'y' },
  { items: [4, 3, 5, 4], before: 12.7, after: 13.9, three: 'b', two: 'x' },
  { items: [2, 2, 1, 2], before: 9.0, after: 9.7, three: 'c', two: 'y' },
]
const GAP: Case = { items: [null, null, null, null], before: null, after: null, three: null, two: null }

const items = (cases: readonly Case[]): ItemColumn[] =>
  [0, 1, 2, 3].map((at) => ({ id: `q${at + 1}`, reverse: false, answers: cases.map((one) => one.items[at] ?? null) }))
const column = (cases: readonly Case[], at: number): Series => cases.map((one) => one.items[at] ?? null)
const before = (cases: readonly Case[]): Series => cases.map((one) => one.before)
const after = (cases: readonly Case[]): Series => cases.map((one) => one.after)
const three = (cases: readonly Case[]) => cases.map((one) => one.three)
const two = (cases: readonly Case[]) => cases.map((one) => one.two)
function chance() {
  let state = 20_261
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const POPULATION = [
  { stratum: 'a', population: 40 },
  { stratum: 'b', population: 30 },
  { stratum: 'c', population: 30 },
]

type Told = { readonly n: number; readonly method: string; readonly excluded: unknown; readonly warnings: readonly unknown[] }
/** Everything that is computed of cases, one by one: the name its method must keep, as stored results cite it. */
const OF_CASES: readonly (readonly [string, string, (cases: readonly Case[]) => Told])[] = [
  ['describe', 'descriptive', (cases) => describeValues(before(cases))],
  ['frequencies', 'frequencies', (cases) => frequencies(column(cases, 0), [1, 2, 3, 4, 5])],
  ['percentFavourable', 'percent-favourable', (cases) => percentFavourable(column(cases, 0), { min: 1, max: 5 })],
  ['constructScores', 'item-mean-person-mean-imputed', (cases) => constructScores('c', items(cases), { min: 1, max: 5 })],
  ['alpha', 'cronbach-1951', (cases) => alpha(items(cases))],
  ['omega', 'mcdonald-omega-one-factor', (cases) => omega(items(cases))],
  ['splitHalf', 'split-half', (cases) => splitHalf(items(cases))],
  ['spearmanBrown', 'spearman-brown-two-items', (cases) => spearmanBrown(column(cases, 0), column(cases, 1))],
  ['samplingAdequacy', 'kaiser-meyer-olkin', (cases) => samplingAdequacy(items(cases))],
  ['sphericity', 'bartlett-1951', (cases) => sphericity(items(cases))],
  ['principalComponents', 'principal-components-of-correlations', (cases) => principalComponents(items(cases))],
  ['factorAnalysis', 'factors-minres', (cases) => factorAnalysis(items(cases), 1)],
  ['factorAnalysis ml', 'factors-ml', (cases) => factorAnalysis(items(cases), 1, { method: 'ml' })],
  ['parallelAnalysis', 'parallel-analysis-horn-1965', (cases) => parallelAnalysis(items(cases), chance(), { draws: 20 })],
  ['pearson', 'pearson', (cases) => pearson(before(cases), after(cases))],
  ['spearman', 'spearman-t-approximation', (cases) => spearman(before(cases), after(cases))],
  ['kendall', 'kendall-tau-b', (cases) => kendall(before(cases), after(cases))],
  ['partialCorrelation', 'partial-correlation', (cases) => partialCorrelation(before(cases), after(cases), [column(cases, 3)])],
  [
    'linearRegression',
    'ordinary-least-squares',
    (cases) =>
      linearRegression(after(cases), [
        { id: 'b', values: before(cases) },
        { id: 'q', values: column(cases, 3) },
      ]),
  ],
  ['welchT', 'welch-1947', (cases) => welchT(before(cases), two(cases))],
  ['pairedT', 'paired-t', (cases) => pairedT(before(cases), after(cases))],
  ['oneSampleT', 'one-sample-t', (cases) => oneSampleT(before(cases), 10)],
  ['mannWhitney', 'mann-whitney-1947', (cases) => mannWhitney(before(cases), two(cases))],
  ['signedRank', 'wilcoxon-signed-rank-1945', (cases) => signedRank(before(cases), after(cases))],
  ['anova', 'anova-one-way', (cases) => anova(before(cases), three(cases))],
  ['welchAnova', 'welch-1951', (cases) => welchAnova(before(cases), three(cases))],
  ['brownForsytheMeans', 'brown-forsythe-means-1974', (cases) => brownForsytheMeans(before(cases), three(cases))],
  ['levene', 'levene-1960-mean', (cases) => levene(before(cases), three(cases))],
  ['levene by medians', 'brown-forsythe-1974-median', (cases) => levene(before(cases), three(cases), { centre: 'median' })],
  ['bartlettVariances', 'bartlett-1937', (cases) => bartlettVariances(before(cases), three(cases))],
  ['tukeyHsd', 'tukey-kramer', (cases) => tukeyHsd(before(cases), three(cases))],
  ['gamesHowell', 'games-howell-1976', (cases) => gamesHowell(before(cases), three(cases))],
  ['pairwiseT', 'pairwise-t-pooled', (cases) => pairwiseT(before(cases), three(cases))],
  ['kruskalWallis', 'kruskal-wallis-1952', (cases) => kruskalWallis(before(cases), three(cases))],
  ['dunn', 'dunn-1964', (cases) => dunn(before(cases), three(cases))],
  ['shapiroWilk', 'shapiro-wilk-royston-1995', (cases) => shapiroWilk(before(cases))],
  ['cohenKappa', 'cohen-kappa-1960', (cases) => cohenKappa(column(cases, 0), column(cases, 1))],
  ['krippendorff', 'krippendorff-alpha', (cases) => krippendorff([column(cases, 0), column(cases, 1), column(cases, 2)], 'ordinal')],
  ['icc', 'icc-shrout-fleiss-1979', (cases) => icc([column(cases, 0), column(cases, 1), column(cases, 2)])],
  ['withinGroupAgreement', 'rwg-uniform-1984', (cases) => withinGroupAgreement([column(cases, 0), column(cases, 1)], 5)],
  ['mahalanobis', 'mahalanobis-1936', (cases) => mahalanobis(items(cases))],
  ['meanInterval', 't-interval-finite-population', (cases) => meanInterval(before(cases), 100)],
  ['postStratification', 'post-stratification', (cases) => postStratification(before(cases), three(cases), POPULATION)],
  ['rake', 'raking-deming-stephan-1940', (cases) => rake([{ name: 'g', categories: three(cases), population: { a: 4, b: 3, c: 3 } }])],
]
const OF_COUNTS: readonly (readonly [string, string, () => Told])[] = [
  [
    'chiSquareTest',
    'pearson-chi-square',
    () =>
      chiSquareTest([
        [5, 3],
        [2, 7],
      ]),
  ],
  [
    'fisherExact',
    'fisher-exact-1935',
    () =>
      fisherExact([
        [5, 3],
        [2, 7],
      ]),
  ],
  [
    'fisherFreemanHalton',
    'fisher-freeman-halton-1951',
    () =>
      fisherFreemanHalton([
        [5, 3],
        [2, 7],
        [1, 1],
      ]),
  ],
  [
    'mcnemar',
    'mcnemar-1947',
    () =>
      mcnemar([
        [5, 3],
        [2, 7],
      ]),
  ],
  [
    'bowker',
    'bowker-1948',
    () =>
      bowker([
        [5, 3, 1],
        [2, 7, 2],
        [4, 1, 6],
      ]),
  ],
  ['goodnessOfFit', 'chi-square-goodness-of-fit', () => goodnessOfFit([5, 6, 9])],
  ['trendTest', 'cochran-armitage-trend', () => trendTest([2, 4, 7], [10, 10, 10])],
  [
    'fleissKappa',
    'fleiss-kappa-1971',
    () =>
      fleissKappa([
        [2, 1],
        [0, 3],
        [1, 2],
      ]),
  ],
  ['wilson', 'wilson-1927', () => wilson(3, 10)],
  ['clopperPearson', 'clopper-pearson-1934', () => clopperPearson(3, 10)],
  ['twoProportions', 'newcombe-1998', () => twoProportions({ successes: 3, cases: 10 }, { successes: 6, cases: 12 })],
  ['sampleSize', 'cochran-1977', () => sampleSize(500)],
  ['processSignals', 'xmr-wheeler', () => processSignals([1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2])],
  [
    'mixAdjustedChange',
    'direct-standardisation',
    () => mixAdjustedChange([{ stratum: 'a', share: 1, earlier: [1, 2, 3], later: [2, 3, 5] }]),
  ],
]

/** Every number anywhere in a result. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
/** Counts of what was left out stand inside a result too; they are looked at by themselves. */
const withoutCounts = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutCounts)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).flatMap(([key, inside]) => (COUNTED.has(key) ? [] : [[key, withoutCounts(inside)]])))
      : value
const COUNTED: ReadonlySet<string> = new Set(['excluded', 'missing', 'rows', 'quality', 'pairable'])
/** Results alike in everything, numbers to a millionth: an iteration stops a little earlier or later when the cases come in another order. */
function expectAlike(one: unknown, other: unknown) {
  const shape = (value: unknown): string => JSON.stringify(value, (_, inside) => (typeof inside === 'number' ? 0 : inside))
  expect(shape(one)).toBe(shape(other))
  const wanted = numbersIn(other)
  for (const [at, value] of numbersIn(one).entries())
    expect(Math.abs(value - wanted[at]!)).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(wanted[at]!)))
}
/** What a result says of single cases, in their order. */
const BY_CASE: ReadonlySet<string> = new Set(['scores', 'weights', 'distances'])
const wholeOf = (result: Told) =>
  Object.fromEntries(Object.entries(result).filter(([key]) => !BY_CASE.has(key) && !(key === 'p' && Array.isArray(result[key as never]))))

describe('what every result carries', () => {
  test.each([...OF_CASES.map(([name, method, of]) => [name, method, () => of(CASES)] as const), ...OF_COUNTS])(
    '%s: numbers with n, what was left out, the name of its method (%s) and warnings; none of them NaN',
    (_, method, of) => {
      const result = of()
      expect(result.method).toBe(method)
      expect(result.n).toBeGreaterThan(0)
      expect(typeof result.excluded).toBe('object')
      expect(Array.isArray(result.warnings)).toBe(true)
      expect(numbersIn(result).some(Number.isNaN)).toBe(false)
      expect(result).not.toHaveProperty('because')
    },
  )
})

describe('a case without any answer', () => {
  test.each(OF_CASES)('%s: changes no number, and is counted', (_, __, of) => {
    const [plain, gappy] = [of(CASES), of([...CASES.slice(0, 5), GAP, ...CASES.slice(5), GAP])]
    const { excluded, n, ...rest } = wholeOf(gappy)
    const { excluded: before0, n: n0, ...rest0 } = wholeOf(plain)
    expectAlike(withoutCounts(rest), withoutCounts(rest0))
    expect(before0).toEqual({})
    const left = Object.values(excluded as Record<string, number>).reduce((sum, count) => sum + count, 0)
    if (n === n0) expect(left).toBe(2)
    else expect(n).toBe((n0 as number) + 2)
  })
})

describe('the order of cases', () => {
  const turned = CASES.toReversed()
  test.each(OF_CASES.filter(([name]) => name !== 'parallelAnalysis'))('%s: does not matter', (_, __, of) => {
    expectAlike(wholeOf(of(turned)), wholeOf(of(CASES)))
  })
})

test('a matrix of correlations tells its n in every cell, whatever the order of cases', () => {
  const series = (cases: readonly Case[]) => [
    { id: 'before', values: before(cases) },
    { id: 'after', values: after(cases) },
    { id: 'q1', values: column(cases, 0) },
  ]
  const [one, other] = [correlationMatrix(series(CASES)), correlationMatrix(series(CASES.toReversed()))]
  expect(one.cells.every(({ n }) => n === 12)).toBe(true)
  expectAlike(other.square, one.square)
})

test('one answer that is not finite is misuse everywhere, never a result', () => {
  const broken = CASES.map((one, at) => (at === 3 ? { ...one, before: Number.NaN, items: [Number.POSITIVE_INFINITY, 1, 1, 1] } : one))
  const takes = OF_CASES.filter(([name]) => !['frequencies', 'cohenKappa', 'rake', 'percentFavourable', 'constructScores'].includes(name))
  for (const [name, , of] of takes) {
    let told: Told | null = null
    try {
      told = of(broken)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
    // what does not throw must not have used the broken answer as a number
    if (told !== null) expect([name, numbersIn(told).some(Number.isNaN)]).toEqual([name, false])
  }
})
