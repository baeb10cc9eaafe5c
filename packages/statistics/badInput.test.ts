import { describe, expect, test } from 'vitest'
import { anova } from './anova.ts'
import { bartlettVariances } from './bartlettVariances.ts'
import { bowker } from './bowker.ts'
import { brownForsytheMeans } from './brownForsytheMeans.ts'
import { cohenKappa } from './cohenKappa.ts'
import { dunn } from './dunn.ts'
import type { Because } from './evidence.ts'
import { factorAnalysis } from './factorAnalysis.ts'
import { fisherExact } from './fisherExact.ts'
import { fisherFreemanHalton } from './fisherFreemanHalton.ts'
import { fleissKappa } from './fleissKappa.ts'
import { gamesHowell } from './gamesHowell.ts'
import { goodnessOfFit } from './goodnessOfFit.ts'
import { icc } from './icc.ts'
import { krippendorff } from './krippendorff.ts'
import { levene } from './levene.ts'
import { linearRegression } from './linearRegression.ts'
import { mahalanobis } from './mahalanobis.ts'
import { mannWhitney } from './mannWhitney.ts'
import { mcnemar } from './mcnemar.ts'
import { omega } from './omega.ts'
import { oneSampleT } from './oneSampleT.ts'
import { pairedT } from './pairedT.ts'
import { pairwiseT } from './pairwiseT.ts'
import { parallelAnalysis } from './parallelAnalysis.ts'
import { partialCorrelation } from './partialCorrelation.ts'
import { principalComponents } from './principalComponents.ts'
import { processSignals } from './processSignals.ts'
import { rake } from './raking.ts'
import { becauseText, warningText } from './reasons.ts'
import { samplingAdequacy } from './samplingAdequacy.ts'
import { shapiroWilk } from './shapiroWilk.ts'
import { signedRank } from './signedRank.ts'
import { splitHalf } from './splitHalf.ts'
import { trendTest } from './trendTest.ts'
import { tukeyHsd } from './tukeyHsd.ts'
import { twoProportions } from './twoProportions.ts'
import { withinGroupAgreement } from './withinGroupAgreement.ts'

const items = (...columns: (number | null)[][]) => columns.map((answers, at) => ({ id: `q${at + 1}`, reverse: false, answers }))
const [a, b, c, d] = [
  [1, 2, 3, 4, 5, 3, 2, 4],
  [2, 1, 3, 5, 4, 3, 2, 5],
  [1, 3, 2, 4, 5, 2, 3, 3],
  [3, 1, 2, 2, 5, 4, 1, 3],
]
const none = [null, null, null, null, null, null, null, null]
const same = [3, 3, 3, 3, 3, 3, 3, 3]
const two = ['x', 'x', 'x', 'x', 'y', 'y', 'y', 'y']

/** Each bad input has a named outcome, never NaN and never a silent zero. */
const CASES: readonly (readonly [string, () => { kind: string; because?: Because }, Because])[] = [
  ['components of one item', () => principalComponents(items(a)), 'too-few-items'],
  ['components with a constant item', () => principalComponents(items(a, b, same)), 'zero-variance-item'],
  ['components with an item nobody answered', () => principalComponents(items(a, b, none)), 'no-complete-cases'],
  ['more components than items', () => principalComponents(items(a, b), { components: 3 }), 'too-many-factors'],
  ['components of a single case', () => principalComponents(items([1], [2])), 'too-few-cases'],
  [
    'pairs of items nobody answered together',
    () => principalComponents(items([1, 2, null, null], [null, null, 1, 2]), { missing: 'pairwise' }),
    'too-few-cases',
  ],
  ['more factors than three items carry', () => factorAnalysis(items(a, b, c), 2), 'too-many-factors'],
  ['maximum likelihood with a copied item', () => factorAnalysis(items(a, b, c, d, a), 1, { method: 'ml' }), 'singular-correlation'],
  [
    'factors with three people and four items',
    () => factorAnalysis(items([1, 2, 3], [2, 1, 3], [1, 3, 2], [2, 3, 1]), 1, { method: 'ml' }),
    'singular-correlation',
  ],
  ['omega of two items', () => omega(items(a, b)), 'too-few-items'],
  ['omega with a copied item', () => omega(items(a, b, a)), 'singular-correlation'],
  ['omega of nobody', () => omega(items([], [], [])), 'no-complete-cases'],
  ['halves of one item', () => splitHalf(items(a)), 'too-few-items'],
  ['a half that never varies', () => splitHalf(items(same, b)), 'constant-series'],
  ['KMO of items that do not correlate at all', () => samplingAdequacy(items([1, 1, 2, 2], [1, 2, 1, 2])), 'no-correlation'],
  ['parallel analysis of a constant', () => parallelAnalysis(items(a, same), () => 0.5), 'zero-variance-item'],
  ['distance among copies', () => mahalanobis(items(a, a)), 'singular-correlation'],
  ['distance with a constant', () => mahalanobis(items(a, same)), 'zero-variance-item'],
  ['regression without predictors', () => linearRegression(a, []), 'too-few-items'],
  ['regression of a constant', () => linearRegression(same, [{ id: 'x', values: a }]), 'constant-series'],
  [
    'regression on copies',
    () =>
      linearRegression(a, [
        { id: 'x', values: b },
        { id: 'y', values: b.map((one) => 2 * one + 1) },
      ]),
    'collinear-predictors',
  ],
  ['regression with more predictors than people', () => linearRegression([1, 2], [{ id: 'x', values: [2, 3] }]), 'too-few-cases'],
  ['regression of nobody', () => linearRegression(none, [{ id: 'x', values: a }]), 'no-complete-cases'],
  ['partial correlation without a degree of freedom', () => partialCorrelation([1, 2, 4], [2, 1, 3], [[1, 2, 2]]), 'too-few-cases'],
  ['partial correlation holding x itself', () => partialCorrelation(a, b, [a]), 'singular-correlation'],
  ['partial correlation with a constant', () => partialCorrelation(a, same, [c]), 'constant-series'],
  ['t of one value', () => oneSampleT([4], 3), 'too-few-cases'],
  ['t of nobody', () => oneSampleT(none, 3), 'no-cases'],
  ['t of a constant', () => oneSampleT(same, 3), 'constant-series'],
  ['pairs that all differ alike', () => pairedT([1, 2, 3], [2, 3, 4]), 'constant-series'],
  ['a single pair', () => pairedT([1, null], [2, 3]), 'too-few-cases'],
  ['signed ranks without a difference', () => signedRank(a, a), 'no-differences'],
  ['signed ranks of nobody', () => signedRank(none, a), 'no-complete-cases'],
  [
    'ranks of one group',
    () =>
      mannWhitney(
        a,
        a.map(() => 'x'),
      ),
    'too-few-groups',
  ],
  ['ranks of a constant', () => mannWhitney(same, two), 'constant-series'],
  ['pairs after ranks of a constant', () => dunn(same, two), 'constant-series'],
  ['normality of two values', () => shapiroWilk([1, 2]), 'too-few-cases'],
  ['normality of a constant', () => shapiroWilk(same), 'constant-series'],
  ['groups that do not vary: F', () => anova([1, 1, 2, 2], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['groups that do not vary: Tukey', () => tukeyHsd([1, 1, 2, 2], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['groups that do not vary: pairwise t', () => pairwiseT([1, 1, 2, 2], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['groups that do not vary: F*', () => brownForsytheMeans([1, 1, 2, 2], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['one group that does not vary: Bartlett', () => bartlettVariances([1, 1, 2, 5], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['distances that do not vary: Levene', () => levene([1, 3, 5, 7], ['x', 'x', 'y', 'y']), 'zero-within-variance'],
  ['groups of one: Games-Howell', () => gamesHowell([1, 2, 3], ['x', 'y', 'z']), 'too-few-groups'],
  ['groups of one: F', () => anova([1, 2, 3], ['x', 'y', 'z']), 'too-few-cases'],
  [
    'Fisher with an empty row',
    () =>
      fisherExact([
        [0, 0],
        [4, 5],
      ]),
    'empty-margin',
  ],
  [
    'Freeman-Halton with one column left',
    () =>
      fisherFreemanHalton([
        [3, 0],
        [4, 0],
        [1, 0],
      ]),
    'empty-margin',
  ],
  [
    'Freeman-Halton beyond its room',
    () =>
      fisherFreemanHalton(
        [
          [3, 4, 5],
          [6, 2, 9],
          [4, 4, 7],
        ],
        { mostStates: 2 },
      ),
    'too-large-for-exact',
  ],
  [
    'nobody changed: McNemar',
    () =>
      mcnemar([
        [5, 0],
        [0, 7],
      ]),
    'no-differences',
  ],
  [
    'nobody moved: Bowker',
    () =>
      bowker([
        [5, 0, 0],
        [0, 7, 0],
        [0, 0, 1],
      ]),
    'no-differences',
  ],
  ['fit of no counts', () => goodnessOfFit([0, 0]), 'no-cases'],
  ['fit to a share of zero', () => goodnessOfFit([3, 4], [1, 0]), 'empty-margin'],
  ['trend when all succeeded', () => trendTest([4, 5], [4, 5]), 'constant-series'],
  ['trend over one group', () => trendTest([4, 0], [9, 0]), 'too-few-groups'],
  ['shares of nobody', () => twoProportions({ successes: 0, cases: 0 }, { successes: 1, cases: 4 }), 'no-cases'],
  ['judges who used one level', () => cohenKappa([1, 1, 1], [1, 1, 1], { levels: [1, 2] }), 'no-disagreement-possible'],
  ['judges without a common case', () => cohenKappa([1, null], [null, 2]), 'no-complete-cases'],
  [
    'one judge',
    () =>
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    'too-few-raters',
  ],
  ['judges of no case', () => fleissKappa([]), 'no-cases'],
  [
    'all judgements alike',
    () =>
      krippendorff(
        [
          [2, 2, 2],
          [2, 2, null],
        ],
        'interval',
      ),
    'no-disagreement-possible',
  ],
  [
    'no case judged twice',
    () =>
      krippendorff(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    'no-complete-cases',
  ],
  ['reliability of one judge', () => icc([[1, 2, 3]]), 'too-few-raters'],
  [
    'judges who differ by a constant',
    () =>
      icc([
        [1, 2, 3],
        [2, 3, 4],
      ]),
    'zero-within-variance',
  ],
  ['agreement of one judge', () => withinGroupAgreement([[4], [5]], 5), 'too-few-raters'],
  ['a chart of five values', () => processSignals([1, 2, 3, 2, 1]), 'too-few-cases'],
  ['a chart of a constant', () => processSignals(same), 'no-differences'],
  ['raking of nobody', () => rake([{ name: 'sex', categories: [null, null], population: { f: 1 } }]), 'no-cases'],
  ['raking to an unknown category', () => rake([{ name: 'sex', categories: ['f', 'x'], population: { f: 1, m: 1 } }]), 'unknown-stratum'],
  [
    'margins that cannot both be met',
    () =>
      rake([
        { name: 'sex', categories: ['f', 'm'], population: { f: 1, m: 1 } },
        { name: 'age', categories: ['old', 'young'], population: { old: 9, young: 1 } },
      ]),
    'margins-disagree',
  ],
]

describe('what bad input gets', () => {
  test.each(CASES)('%s: %#', (_, compute, because) => {
    const result = compute()
    expect([result.kind, result.because]).toEqual(['undefined', because])
    expect(JSON.stringify(result)).not.toContain('NaN')
  })

  test('every outcome met here is said in both languages', () => {
    for (const because of new Set(CASES.map(([, , reason]) => reason))) {
      expect(becauseText(because, 'zh')).toMatch(/\p{Script=Han}/u)
      expect(becauseText(because, 'en')).toMatch(/^[a-z]/)
    }
    expect(warningText('heywood-case', 'zh')).toContain('因子')
    expect(warningText('heywood-case', 'en')).toContain('factors')
  })

  test('what is asked wrongly, rather than badly answered, throws', () => {
    expect(() =>
      fisherExact([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      bowker([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toThrow(RangeError)
    expect(() => trendTest([5], [4])).toThrow(RangeError)
    expect(() =>
      fleissKappa([
        [2, 0],
        [1, 0],
      ]),
    ).toThrow(RangeError)
    expect(() => withinGroupAgreement([[1, 2]], 1)).toThrow(RangeError)
    expect(() => cohenKappa([1], [1, 2])).toThrow(RangeError)
    expect(() => omega([{ id: 'q1', reverse: true, answers: a }, ...items(b, c)])).toThrow(TypeError)
  })
})
