import { describe, expect, test } from 'vitest'
import { anova as oneWay } from './anova.ts'
import { bartlettVariances } from './bartlettVariances.ts'
import { brownForsytheMeans } from './brownForsytheMeans.ts'
import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { cohenKappa } from './cohenKappa.ts'
import { pearson, spearman } from './correlation.ts'
import { describe as describeValues } from './describe.ts'
import type { Result } from './evidence.ts'
import { fisherExact } from './fisherExact.ts'
import { fQuantile, fUpper } from './fisherF.ts'
import { incompleteBeta } from './incompleteBeta.ts'
import { kendall } from './kendall.ts'
import { krippendorff } from './krippendorff.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { levene } from './levene.ts'
import { logGamma } from './logGamma.ts'
import { mannWhitney } from './mannWhitney.ts'
import { normalLower, normalQuantile, normalUpper } from './normal.ts'
import { pairedT } from './pairedT.ts'
import { shapiroWilk } from './shapiroWilk.ts'
import { signedRank } from './signedRank.ts'
import { tQuantile, tUpper } from './studentT.ts'
import { welchT } from './tTest.ts'
import { tukeyHsd } from './tukeyHsd.ts'
import { welchAnova } from './welchAnova.ts'

/**
 * A second source beside R: numbers of scipy 1.17.1, numpy 2.4 and mpmath 1.3 (forty digits), none of which shares code with R or with this package.
 * A rule that two programs read differently would show here. All data are made up.
 */
function answered<T extends Result<string, object>>(result: T): Extract<T, { kind: 'computed' }> {
  if (result.kind !== 'computed') throw new Error('should have an answer')
  return result as Extract<T, { kind: 'computed' }>
}
const east = [52, 61, 47, 55, 58, 63, 49, 55]
const west = [48, 50, 55, 44, 47, 51, 46]
const north = [66, 59, 61, 70, 64, 58, 62, 65, 61]
const two = [
  [...east, ...west],
  [...east.map(() => 'east'), ...west.map(() => 'west')],
] as const
const three = [
  [...two[0], ...north],
  [...two[1], ...north.map(() => 'north')],
] as const
const [x, y] = [
  [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
  [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5],
]
const welch = answered(welchT(...two))
const ranked = answered(mannWhitney(...two))
const equal = answered(oneWay(...three))
const byWelch = answered(welchAnova(...three))
const byMeans = answered(brownForsytheMeans(...three))
const spreadByMean = answered(levene(...three))
const spreadByMedian = answered(levene(...three, { centre: 'median' }))
const variances = answered(bartlettVariances(...three))
const kruskal = answered(kruskalWallis(...three))
const tukey = answered(tukeyHsd(...three))
const normality = answered(shapiroWilk(three[0]))
const linear = answered(pearson(x, y))
const monotone = answered(spearman(x, y))
const order = answered(kendall(x, y))
const change = answered(pairedT(x, y))
const signed = answered(signedRank(x, y))
const described = answered(describeValues(x))
const crossed = answered(
  chiSquareTest([
    [12, 5, 7],
    [3, 14, 6],
  ]),
)
const fourCells = [
  [9, 2],
  [4, 11],
]
const twoByTwo = answered(chiSquareTest(fourCells))
const exact = answered(fisherExact(fourCells))
const judges = [
  [1, 2, 3, 2, 1, 3, 3, 2, 1, 2, 3, 1],
  [1, 2, 2, 2, 1, 3, 2, 3, 1, 2, 3, 2],
]
const agreed = answered(cohenKappa(judges[0]!, judges[1]!))
const third = [1, 2, 3, 3, null, 3, 2, 2, 1, null, 3, 1]
const krippendorffAlpha = (measurement: 'nominal' | 'ordinal' | 'interval' | 'ratio') =>
  answered(krippendorff([...judges, third], measurement)).alpha

const DISTRIBUTIONS: readonly (readonly [string, () => number, number])[] = [
  // normal
  ['P(Z <= -37.5)', () => normalLower(-37.5), 4.605353009581955e-308],
  ['P(Z <= -8.3)', () => normalLower(-8.3), 5.205569744890254e-17],
  ['P(Z <= -1)', () => normalLower(-1), 0.15865525393145705],
  ['P(Z <= 0)', () => normalLower(0), 0.5],
  ['P(Z <= 1.959963984540054)', () => normalLower(1.959963984540054), 0.975],
  ['P(Z <= 5)', () => normalLower(5), 0.9999997133484281],
  ['P(Z > 8.3)', () => normalUpper(8.3), 5.205569744890254e-17],
  ['P(Z > 30)', () => normalUpper(30), 4.906713927148187e-198],
  ['z of 1e-300', () => normalQuantile(1e-300), -37.0470962993612],
  ['z of 1e-15', () => normalQuantile(1e-15), -7.941345326170998],
  ['z of 0.025', () => normalQuantile(0.025), -1.9599639845400545],
  ['z of 0.975', () => normalQuantile(0.975), 1.959963984540054],
  // t
  ['P(T > 0), 3 df', () => tUpper(0, 3), 0.5],
  ['P(T > 1.5), 1 df', () => tUpper(1.5, 1), 0.18716704181099883],
  ['P(T > 50), 3 df', () => tUpper(50, 3), 8.808576020635988e-6],
  ['P(T > -3), 2.5 df', () => tUpper(-3, 2.5), 0.9637119522254841],
  ['P(T > 40), 1000 df', () => tUpper(40, 1000), 5.239426077586636e-210],
  ['P(T > 200), 2 df', () => tUpper(200, 2), 1.2499531269530396e-5],
  ['P(T > 8), 0.5 df', () => tUpper(8, 0.5), 0.1132525464037893],
  ['t of 1e-12, 3 df', () => tQuantile(1e-12, 3), -10331.108244292487],
  ['t of 0.975, 1 df', () => tQuantile(0.975, 1), 12.706204736174694],
  ['t of 0.975, 30 df', () => tQuantile(0.975, 30), 2.0422724563012378],
  // chi
  ['P(X2 > 0.001), 0.1 df', () => chiSquareUpper(0.001, 0.1), 0.297574446625222],
  ['P(X2 > 7.5), 2.5 df', () => chiSquareUpper(7.5, 2.5), 0.038169088215206766],
  ['P(X2 > 80), 5 df', () => chiSquareUpper(80, 5), 8.391825114831597e-16],
  ['P(X2 > 1000), 4 df', () => chiSquareUpper(1000, 4), 3.5694127797773694e-215],
  ['P(X2 > 300), 200 df', () => chiSquareUpper(300, 200), 5.924540335483916e-6],
  ['P(X2 > 1400), 10 df', () => chiSquareUpper(1400, 10), 9.920391479800145e-295],
  ['ln P(X2 > 10000), 6 df', () => chiSquareUpperLog(10000, 6), -4983.658360797738],
  ['ln P(X2 > 300000), 1 df', () => chiSquareUpperLog(300000, 1), -150006.53156356278],
  // F
  ['P(F > 1), 1 and 1 df', () => fUpper(1, 1, 1), 0.5],
  ['P(F > 20), 2 and 300 df', () => fUpper(20, 2, 300), 7.0202188575821935e-9],
  ['P(F > 3.5), 0.5 and 7 df', () => fUpper(3.5, 0.5, 7), 0.10828216361989759],
  ['P(F > 80), 3 and 500 df', () => fUpper(80, 3, 500), 2.7792514569736695e-42],
  ['P(F > 5.5), 5 and 3.3 df', () => fUpper(5.5, 5, 3.3), 0.08327785709451967],
  ['F of 0.95, 3 and 4 df', () => fQuantile(0.95, 3, 4), 6.591382116425578],
  ['F of 0.999999, 5 and 200 df', () => fQuantile(0.999999, 5, 200), 7.799162355665154],
  // gamma
  ['ln gamma(1e-10)', () => logGamma(1e-10), 23.025850929882736],
  ['ln gamma(0.5)', () => logGamma(0.5), 0.5723649429247001],
  ['ln gamma(10.5)', () => logGamma(10.5), 13.940625219403763],
  ['ln gamma(171.5)', () => logGamma(171.5), 709.1431630309282],
  ['ln gamma(100000.0)', () => logGamma(100000.0), 1051287.7089736569],
  ['I_0.5(2, 3)', () => incompleteBeta(2, 3, 0.5).lower, 0.6875],
  ['I_1e-10(0.5, 0.5)', () => incompleteBeta(0.5, 0.5, 1e-10).lower, 6.366197723781917e-6],
  ['I_0.99(3, 200)', () => incompleteBeta(3, 200, 0.99).lower, 1.0],
  ['I_0.3(40, 90)', () => incompleteBeta(40, 90, 0.3).lower, 0.4340228147289393],
]
const STATISTICS: readonly (readonly [string, () => number | null | undefined, number])[] = [
  ['Welch t', () => welch.t, 2.613605188011447],
  ['Welch df', () => welch.df, 12.116989043505772],
  ['Welch p', () => welch.p, 0.02249804992844381],
  ['Welch low', () => welch.interval?.low, 1.0512802582249057],
  ['pooled t', () => welch.pooled.t, 2.539120746610163],
  ['pooled p', () => welch.pooled.p, 0.024695521152797124],
  ['Cohen d', () => welch.effect.cohenD, 1.3141198336854887],
  ['Hedges g', () => welch.effect.hedgesG, 1.2365637236541425],
  ['Mann-Whitney U', () => ranked.u1, 46.5],
  ['Mann-Whitney z', () => ranked.z, 2.1505813167606567],
  ['Mann-Whitney p', () => ranked.p, 0.03150926130367257],
  ['Mann-Whitney p corrected', () => ranked.pCorrected, 0.03639761000366493],
  ['Mann-Whitney p exact, with ties', () => ranked.pExact, 0.02999222999222999],
  ['rank-biserial', () => ranked.rankBiserial, 0.6607142857142858],
  ['ssBetween', () => equal.ssBetween, 806.3075396825393],
  ['ssWithin', () => equal.ssWithin, 410.31746031746036],
  ['one-way p', () => equal.p, 1.1056412842307863e-5],
  ['eta2', () => equal.eta2, 0.6627412223836758],
  ['omega2', () => equal.omega2, 0.6206536768779809],
  ['epsilon2', () => equal.epsilon2, 0.6306213388011688],
  ['one-way F', () => equal.f, 20.63336315280463],
  ['welch F', () => byWelch.f, 27.87523284722254],
  ['welch df2', () => byWelch.df2, 13.342088540766596],
  ['welch p', () => byWelch.p, 1.7198501874569908e-5],
  ['brownForsytheMeans F', () => byMeans.f, 20.696664120193525],
  ['brownForsytheMeans df2', () => byMeans.df2, 17.657106476188474],
  ['brownForsytheMeans p', () => byMeans.p, 2.350488220699294e-5],
  ['leveneMean F', () => spreadByMean.f, 0.7799469697047795],
  ['leveneMean df2', () => spreadByMean.df2, 21.0],
  ['leveneMean p', () => spreadByMean.p, 0.47126320466895266],
  ['leveneMedian F', () => spreadByMedian.f, 0.7808113047624093],
  ['leveneMedian df2', () => spreadByMedian.df2, 21.0],
  ['leveneMedian p', () => spreadByMedian.p, 0.47088420697166894],
  ['bartlett', () => variances.k2, 1.5746561783727886],
  ['bartlett p', () => variances.p, 0.4550590495657537],
  ['Kruskal-Wallis H', () => kruskal.h, 15.146768212379571],
  ['Kruskal-Wallis p', () => kruskal.p, 0.0005139502401768866],
  ['tukey east-north', () => tukey.pairs[0]?.p, 0.0038791601578339607],
  ['tukey east-west', () => tukey.pairs[1]?.p, 0.031071869861834744],
  ['tukey north-west', () => tukey.pairs[2]?.p, 7.576779403106748e-6],
  ['Shapiro-Wilk W', () => normality.w, 0.9614410569506062],
  ['Shapiro-Wilk p', () => normality.p, 0.46805684783452284],
  ['Pearson r', () => linear.r, 0.09979900759721554],
  ['Pearson p', () => linear.p, 0.7576332870187424],
  ['Pearson low', () => linear.interval?.low, -0.5029064836354723],
  ['rho', () => monotone.r, 0.1415796863640157],
  ['rho p', () => monotone.p, 0.6607268292868227],
  ['tau b', () => order.tauB, 0.17109647770728875],
  ['tau p', () => order.p, 0.4732837191521063],
  ['paired t', () => change.t, -0.3099513977959015],
  ['paired p', () => change.p, 0.7623908871553743],
  ['W+', () => signed.wPlus, 40.0],
  ['signed p', () => signed.p, 0.9369873319714807],
  ['mean', () => described.mean, 4.333333333333333],
  ['sd', () => described.sd, 2.534608929251695],
  ['skewnessG1', () => described.skewness, 0.43473641228674537],
  ['kurtosisG2', () => described.kurtosis, -0.4205767176931297],
  ['mad', () => described.medianDeviation, 1.5],
  ['trimmedMean10', () => described.trimmedMean, 4.2],
  ['mean, low', () => described.interval?.low, 2.722919650449236],
  ['quartile, type 7', () => described.quartilesType7[0], 2.75],
  ['quartile, type 6', () => described.quartilesType6[0], 2.25],
  ['chi2', () => crossed.chi2, 9.723206008331866],
  ['chi-square p', () => crossed.p, 0.007738069785760821],
  ['likelihoodRatioG', () => crossed.g, 10.276959633912195],
  ['pG', () => crossed.pG, 0.005866601245778351],
  ['cramersV', () => crossed.cramersV, 0.4548370296947348],
  ['contingencyCoefficient', () => crossed.contingencyCoefficient, 0.41402289620024707],
  ['adjusted residual', () => crossed.adjustedResiduals[1]?.[1], 2.7958627482652667],
  ['yates', () => twoByTwo.yates?.chi2, 5.672727272727273],
  ['yates p', () => twoByTwo.yates?.p, 0.01723064749324293],
  ['fisher', () => exact.p, 0.015419302732534659],
  ['fisher less', () => exact.pLess, 0.999508682191412],
  ['fisher greater', () => exact.pGreater, 0.0077096513662673295],
  ['kappa', () => agreed.kappa, 0.49999999999999994],
  ['kappa, linear', () => agreed.linear, 0.6000000000000002],
  ['kappa, quadratic', () => agreed.quadratic, 0.7142857142857141],
  ['kappa, standard error', () => agreed.se, 0.20252314682524566],
  ['krippendorff nominal', () => krippendorffAlpha('nominal'), 0.5691906005221932],
  ['krippendorff ordinal', () => krippendorffAlpha('ordinal'), 0.7627953355255146],
  ['krippendorff interval', () => krippendorffAlpha('interval'), 0.7685834502103787],
  ['krippendorff ratio', () => krippendorffAlpha('ratio'), 0.8122989416756026],
]

describe('distributions, to ten digits wherever in the tail', () => {
  test.each(DISTRIBUTIONS)('%s', (_, compute, wanted) => {
    const got = compute()
    expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-10 * Math.abs(wanted) + 1e-300)
  })
})

describe('tests and measures, to nine digits', () => {
  test.each(STATISTICS)('%s', (name, compute, wanted) => {
    // a studentised range is an integral over an integral: scipy stops at seven digits of it, its Shapiro-Wilk p at six
    const near = /tukey|Shapiro/.test(name) ? 1e-6 : 1e-9
    expect(Math.abs((compute() ?? Number.NaN) - wanted)).toBeLessThanOrEqual(near * Math.abs(wanted) + 1e-12)
  })
})
