import { describe, expect, test } from 'vitest'
import { anova } from './anova.ts'
import { bartlettVariances } from './bartlettVariances.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { clopperPearson } from './clopperPearson.ts'
import { cohenKappa } from './cohenKappa.ts'
import { fisherExact, R_ROOT_TOLERANCE } from './fisherExact.ts'
import { fisherFreemanHalton } from './fisherFreemanHalton.ts'
import { fleissKappa } from './fleissKappa.ts'
import { icc } from './icc.ts'
import { kendall } from './kendall.ts'
import { krippendorff } from './krippendorff.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { linearRegression } from './linearRegression.ts'
import { mcnemar } from './mcnemar.ts'
import { pairedT } from './pairedT.ts'
import { wilson } from './proportionInterval.ts'
import { shapiroWilk } from './shapiroWilk.ts'
import { signedRank } from './signedRank.ts'
import { computed } from './testing/computed.ts'
import { trendTest } from './trendTest.ts'
import { welchT } from './tTest.ts'
import { tukeyHsd } from './tukeyHsd.ts'
import { twoProportions } from './twoProportions.ts'
import { welchAnova } from './welchAnova.ts'

/** Examples that textbooks and program manuals print; the figures are those of R 4.2.2, which prints the same. */

describe('Student 1908: hours of sleep gained with two drugs, ten people', () => {
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  test('as the same ten people: t -4.062, p 0.00283', () => {
    const { t, df, p, interval } = computed(pairedT(first, second))
    expect([t, df, p]).toEqual([expect.closeTo(-4.06212768338204, 10), 9, expect.closeTo(0.00283289019738, 12)])
    expect([interval.low, interval.high]).toEqual([expect.closeTo(-2.45988576327698, 9), expect.closeTo(-0.70011423672302, 9)])
  })

  test('as if they were twenty: Welch -1.861, p 0.0794; Student p 0.0792', () => {
    const result = computed(welchT([...first, ...second], [...first.map(() => 1), ...second.map(() => 2)]))
    expect([result.t, result.df, result.p]).toEqual([
      expect.closeTo(-1.8608134674869, 10),
      expect.closeTo(17.7764735161785, 9),
      expect.closeTo(0.0793941401874, 11),
    ])
    expect(result.pooled).toMatchObject({ df: 18, p: expect.closeTo(0.0791867142159, 11) })
    expect([result.interval.low, result.interval.high]).toEqual([expect.closeTo(-3.3654832307117, 9), expect.closeTo(0.2054832307117, 9)])
  })
})

describe('Dobson 1983: weight of plants, a control and two treatments', () => {
  const weights = [
    [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
    [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
  ]
  const [x, g] = [weights.flat(), weights.flatMap((values, at) => values.map(() => ['ctrl', 'trt1', 'trt2'][at]!))]

  test('analysis of variance: F 4.846 on 2 and 27, p 0.0159; Welch 5.181 on 2 and 17.13', () => {
    const { f, dfBetween, dfWithin, p, ssBetween, ssWithin } = computed(anova(x, g))
    expect([f, dfBetween, dfWithin]).toEqual([expect.closeTo(4.84609, 5), 2, 27])
    expect(p).toBeCloseTo(0.01591, 5)
    expect([ssBetween, ssWithin]).toEqual([expect.closeTo(3.76634, 5), expect.closeTo(10.49209, 5)])
    const welch = computed(welchAnova(x, g))
    expect([welch.f, welch.df2, welch.p]).toEqual([
      expect.closeTo(5.180972408, 9),
      expect.closeTo(17.12841862, 8),
      expect.closeTo(0.0173928215, 10),
    ])
  })

  test('Tukey: only the two treatments differ, p 0.012', () => {
    const { pairs } = computed(tukeyHsd(x, g))
    expect(pairs.map(({ a, b, difference, p }) => [a, b, Number(difference.toFixed(3)), Number(p.toFixed(4))])).toEqual([
      ['trt1', 'ctrl', -0.371, 0.3909],
      ['trt2', 'ctrl', 0.494, 0.198],
      ['trt2', 'trt1', 0.865, 0.012],
    ])
    expect(pairs[2]!.interval).toMatchObject({ low: expect.closeTo(0.17378394859, 5), high: expect.closeTo(1.55621605141, 5) })
  })

  test('equal variances by Bartlett, differing ranks by Kruskal and Wallis, normal by Shapiro and Wilk', () => {
    expect(computed(bartlettVariances(x, g))).toMatchObject({ k2: expect.closeTo(2.878573787, 8), p: expect.closeTo(0.237096774, 8) })
    expect(computed(kruskalWallis(x, g))).toMatchObject({ h: expect.closeTo(7.988228749, 8), p: expect.closeTo(0.0184237557, 9) })
    expect(computed(shapiroWilk(x))).toMatchObject({ w: expect.closeTo(0.9826830161, 6), p: expect.closeTo(0.891507368, 4) })
  })
})

test('McNeil 1977: weight of women by height is -87.52 + 3.45 inches, R squared 0.991', () => {
  const height = Array.from({ length: 15 }, (_, at) => 58 + at)
  const weight = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164]
  const fit = computed(linearRegression(weight, [{ id: 'height', values: height }]))
  expect(fit.coefficients.map(({ estimate, se }) => [estimate, se])).toEqual([
    [expect.closeTo(-87.5166666666667, 9), expect.closeTo(5.9369440489, 8)],
    [expect.closeTo(3.45, 11), expect.closeTo(0.0911364955, 9)],
  ])
  expect(fit).toMatchObject({ r2: expect.closeTo(0.991009833, 9), sigma: expect.closeTo(1.52500525, 8), f: expect.closeTo(1433.02426, 5) })
  expect(fit.p / 1.09097296e-14).toBeCloseTo(1, 6)
})

describe('tables', () => {
  test('Fisher 1935, the lady tasting tea: p 0.486, conditional odds ratio 6.41', () => {
    const exact = computed(
      fisherExact([
        [3, 1],
        [1, 3],
      ]),
    )
    expect(exact.p).toBeCloseTo(0.485714286, 9)
    expect(exact.oddsRatio).toBe(9)
    const asR = computed(
      fisherExact(
        [
          [3, 1],
          [1, 3],
        ],
        { rootTolerance: R_ROOT_TOLERANCE },
      ),
    )
    expect(asR.conditionalOddsRatio).toBeCloseTo(6.40830886701, 6)
    expect([asR.interval.low, asR.interval.high]).toEqual([expect.closeTo(0.211732915306, 6), expect.closeTo(621.933750545417, 2)])
  })

  test('Agresti 2002, satisfaction with the job by income: chi-square 5.97, exact p 0.7827', () => {
    const table = [
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ]
    expect(computed(chiSquareTest(table)).chi2).toBeCloseTo(5.96551458877, 9)
    expect(computed(fisherFreemanHalton(table)).p).toBeCloseTo(0.782684938966, 8)
  })

  test('Agresti 1990, approval of the president asked twice: 34.71 became 17.36, corrected 16.82', () => {
    const result = computed(
      mcnemar([
        [794, 150],
        [86, 570],
      ]),
    )
    expect([result.chi2, result.corrected.chi2]).toEqual([expect.closeTo(17.3559322, 7), expect.closeTo(16.81779661, 7)])
    expect([result.p, result.corrected.p]).toEqual([expect.closeTo(3.09929344e-5, 12), expect.closeTo(4.11456228e-5, 12)])
  })

  test('Fleiss 1981, smokers among patients of four hospitals: the trend has chi-square 8.22', () => {
    const result = computed(trendTest([83, 90, 129, 70], [86, 93, 136, 82]))
    expect([result.chi2, result.p]).toEqual([expect.closeTo(8.224922285, 8), expect.closeTo(0.00413189748, 10)])
    expect(result.slope).toBeLessThan(0)
  })

  test('15 of 50 against 25 of 50: corrected chi-square 3.375; a difference from 0.012 to 0.388 uncorrected', () => {
    const result = computed(twoProportions({ successes: 15, cases: 50 }, { successes: 25, cases: 50 }))
    expect(result.test).toMatchObject({ chi2Corrected: expect.closeTo(3.375, 9), pCorrected: expect.closeTo(0.0661925797, 9) })
    expect([result.wald.low, result.wald.high]).toEqual([expect.closeTo(-0.3879931412323, 9), expect.closeTo(-0.0120068587677, 9)])
  })

  test('Newcombe 1998: 81 of 263 are 0.2553 to 0.3662 by Wilson; Conover 1971: 682 of 925 are 0.7077 to 0.7654 exactly', () => {
    const { interval } = computed(wilson(81, 263))
    expect([interval.low, interval.high]).toEqual([expect.closeTo(0.255288519878, 10), expect.closeTo(0.366209576983, 10)])
    const exact = computed(clopperPearson(682, 925)).interval
    expect([exact.low, exact.high]).toEqual([expect.closeTo(0.707668264079, 9), expect.closeTo(0.765406558242, 9)])
  })
})

describe('ranks', () => {
  test('Hollander & Wolfe 1973, tuna: tau 4/9 of nine pairs, exact p 0.119', () => {
    const colour = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const panel = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8]
    expect(computed(kendall(colour, panel))).toMatchObject({ tauB: expect.closeTo(4 / 9, 12), pExact: expect.closeTo(0.119438933, 9) })
  })

  test('Hollander & Wolfe 1973, depression before and after: V 40, exact p 0.0391', () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    expect(computed(signedRank(before, after))).toMatchObject({ wPlus: 40, wMinus: 5, pExact: expect.closeTo(0.0390625, 12) })
  })
})

describe('judges', () => {
  test('Shrout & Fleiss 1979: four judges of six, .17 .29 .71 alone and .44 .62 .91 together', () => {
    const ratings = [
      [9, 6, 8, 7, 10, 6],
      [2, 1, 4, 1, 5, 2],
      [5, 3, 6, 2, 6, 4],
      [8, 2, 8, 6, 9, 7],
    ]
    const { oneWay, agreement, consistency } = computed(icc(ratings))
    expect([oneWay, agreement, consistency].map(({ single }) => single.icc)).toEqual(
      [0.165741768405, 0.289763779528, 0.714840714841].map((value) => expect.closeTo(value, 9)),
    )
    expect([oneWay, agreement, consistency].map(({ average }) => average.icc)).toEqual(
      [0.442797133679, 0.620050547599, 0.909315542377].map((value) => expect.closeTo(value, 9)),
    )
    expect(agreement.single.interval).toMatchObject({ low: expect.closeTo(0.0187865133747, 6), high: expect.closeTo(0.761084369649, 6) })
    expect(consistency.single.p).toBeCloseTo(0.000134566516484, 10)
  })

  test('two readers of fifty grant proposals: 35 of 50 alike are kappa 0.40', () => {
    const pairs = [
      ...Array.from({ length: 20 }, () => ['yes', 'yes']),
      ...Array.from({ length: 5 }, () => ['yes', 'no']),
      ...Array.from({ length: 10 }, () => ['no', 'yes']),
      ...Array.from({ length: 15 }, () => ['no', 'no']),
    ]
    const result = computed(
      cohenKappa(
        pairs.map(([a]) => a!),
        pairs.map(([, b]) => b!),
      ),
    )
    expect([result.agreement, result.byChance, result.kappa]).toEqual([0.7, expect.closeTo(0.5, 12), expect.closeTo(0.4, 12)])
  })

  test('fourteen judges of ten subjects in five categories: Fleiss 0.210', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]
    expect(computed(fleissKappa(counts)).kappa).toBeCloseTo(0.209930704421955, 12)
  })

  test('Krippendorff 2011, four coders of twelve units: 0.743 0.815 0.849 0.797', () => {
    const ratings = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ]
    const alphas = (['nominal', 'ordinal', 'interval', 'ratio'] as const).map(
      (measurement) => computed(krippendorff(ratings, measurement)).alpha,
    )
    expect(alphas.map((value) => value.toFixed(3))).toEqual(['0.743', '0.815', '0.849', '0.797'])
  })
})
