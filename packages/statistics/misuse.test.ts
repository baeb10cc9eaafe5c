import { describe, expect, test } from 'vitest'
import { adjustP } from './adjustP.ts'
import { bowker } from './bowker.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { describe as describeValues } from './describe.ts'
import { fisherExact } from './fisherExact.ts'
import { fisherFreemanHalton } from './fisherFreemanHalton.ts'
import { fleissKappa } from './fleissKappa.ts'
import { goodnessOfFit } from './goodnessOfFit.ts'
import { linearRegression } from './linearRegression.ts'
import { mcnemar } from './mcnemar.ts'
import { meanInterval } from './meanInterval.ts'
import { postStratification } from './postStratification.ts'
import { processSignals } from './processSignals.ts'
import { wilson } from './proportionInterval.ts'
import { median, quantile, quantiles } from './quantiles.ts'
import { rake } from './raking.ts'
import { trendTest } from './trendTest.ts'
import { twoProportions } from './twoProportions.ts'
import { mixAdjustedChange } from './waveComparison.ts'

/** What cannot be a count, a probability or an answer: it is the caller's mistake, thrown, and never becomes a number in a result. */
const BROKEN = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
const NEGATIVE = [...BROKEN, -1]

const COUNTING: readonly (readonly [string, (bad: number) => unknown])[] = [
  [
    'chiSquareTest',
    (bad) =>
      chiSquareTest([
        [bad, 3],
        [2, 4],
      ]),
  ],
  [
    'fisherExact',
    (bad) =>
      fisherExact([
        [1, 3],
        [bad, 4],
      ]),
  ],
  [
    'fisherFreemanHalton',
    (bad) =>
      fisherFreemanHalton([
        [1, 3, 2],
        [bad, 4, 5],
      ]),
  ],
  [
    'mcnemar',
    (bad) =>
      mcnemar([
        [1, bad],
        [2, 4],
      ]),
  ],
  [
    'bowker',
    (bad) =>
      bowker([
        [1, bad, 1],
        [2, 4, 2],
        [1, 1, 1],
      ]),
  ],
  ['goodnessOfFit, counts', (bad) => goodnessOfFit([bad, 3, 4])],
  ['goodnessOfFit, shares', (bad) => goodnessOfFit([2, 3, 4], [1, bad, 1])],
  ['trendTest', (bad) => trendTest([bad, 2], [5, 5])],
  [
    'fleissKappa',
    (bad) =>
      fleissKappa([
        [bad, 2],
        [1, 1],
      ]),
  ],
  ['wilson', (bad) => wilson(bad, 5)],
  ['twoProportions', (bad) => twoProportions({ successes: bad, cases: 3 }, { successes: 1, cases: 3 })],
  ['rake', (bad) => rake([{ name: 'sex', categories: ['f', 'm'], population: { f: bad, m: 2 } }])],
  [
    'postStratification',
    (bad) =>
      postStratification(
        [1, 2],
        ['f', 'm'],
        [
          { stratum: 'f', population: bad },
          { stratum: 'm', population: 2 },
        ],
      ),
  ],
  ['adjustP', (bad) => adjustP([0.1, bad], 'holm')],
]
const ANSWERING: readonly (readonly [string, (bad: number) => unknown])[] = [
  ['describe', (bad) => describeValues([1, bad, 3])],
  ['median', (bad) => median([1, bad, 3])],
  ['quantile', (bad) => quantile([1, bad, 3], 0.5)],
  ['quantiles', (bad) => quantiles([bad], [0.5], 6)],
  ['meanInterval', (bad) => meanInterval([1, bad, 3], 100)],
  ['postStratification', (bad) => postStratification([1, bad], ['f', 'f'], [{ stratum: 'f', population: 3 }])],
  ['processSignals', (bad) => processSignals([1, 2, 3, 2, 1, 2, bad, 2, 1, 2, 3, 2])],
  ['mixAdjustedChange', (bad) => mixAdjustedChange([{ stratum: 'f', share: 1, earlier: [1, bad], later: [2, 3] }])],
  ['linearRegression', (bad) => linearRegression([1, 2, 4, 3], [{ id: 'x', values: [1, bad, 2, 5] }])],
]

describe('a broken number is thrown back', () => {
  test.each(COUNTING)('%s: a count is finite and not negative', (_, compute) => {
    for (const bad of NEGATIVE) expect(() => compute(bad)).toThrow(RangeError)
  })
  test.each(ANSWERING)('%s: an answer is a number or null', (_, compute) => {
    for (const bad of BROKEN) expect(() => compute(bad)).toThrow(RangeError)
  })
})

describe('what is odd but not broken', () => {
  test('weighted counts need not be whole, except where tables are listed one by one', () => {
    expect(
      chiSquareTest([
        [1.5, 3],
        [2, 4.5],
      ]),
    ).toMatchObject({ kind: 'computed', n: 11 })
    expect(() =>
      fisherExact([
        [1.5, 3],
        [2, 4],
      ]),
    ).toThrow(RangeError)
    expect(() => fleissKappa([[1.5, 0.5]])).toThrow(RangeError)
  })
  test('a table of another shape is not squeezed into the shape a test needs', () => {
    const wide = [
      [1, 2, 3],
      [4, 5, 6],
    ]
    for (const compute of [mcnemar, bowker, fisherExact]) expect(() => compute(wide)).toThrow(RangeError)
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError)
  })
  test('a difference of shares ends at -1 and 1 (R 4.2.2: prop.test(c(0, 3), c(2, 4)) has -1 and -0.3256)', () => {
    const result = twoProportions({ successes: 0, cases: 2 }, { successes: 3, cases: 4 })
    expect(result).toMatchObject({ kind: 'computed', wald: { low: -1, high: expect.closeTo(-0.3256553497, 9) } })
  })
  test('a population without end takes nothing off a standard error; one nobody can name is a mistake', () => {
    const result = meanInterval([1, 2, 3], Number.POSITIVE_INFINITY)
    expect(result).toMatchObject({ se: expect.closeTo(1 / Math.sqrt(3), 12), seHypergeometric: expect.closeTo(1 / Math.sqrt(3), 12) })
    expect(() => meanInterval([1, 2, 3], Number.NaN)).toThrow(RangeError)
  })
  test('a table of ten by ten is too large for every table to be listed, and says so within a moment', () => {
    const large = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => 5 + ((i * 7 + j * 3) % 9)))
    expect(fisherFreemanHalton(large, { mostSteps: 20_000 })).toMatchObject({ kind: 'undefined', because: 'too-large-for-exact' })
  })
})
