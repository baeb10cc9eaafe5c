import { adjustP } from '@milepost/statistics/adjustP'
import { anova } from '@milepost/statistics/anova'
import { bartlettVariances } from '@milepost/statistics/bartlettVariances'
import { brownForsytheMeans } from '@milepost/statistics/brownForsytheMeans'
import { dunn } from '@milepost/statistics/dunn'
import { gamesHowell } from '@milepost/statistics/gamesHowell'
import { kruskalWallis } from '@milepost/statistics/kruskalWallis'
import { levene } from '@milepost/statistics/levene'
import { mannWhitney } from '@milepost/statistics/mannWhitney'
import { oneSampleT } from '@milepost/statistics/oneSampleT'
import { pairedT } from '@milepost/statistics/pairedT'
import { pairwiseT } from '@milepost/statistics/pairwiseT'
import { shapiroWilk } from '@milepost/statistics/shapiroWilk'
import { signedRank } from '@milepost/statistics/signedRank'
import type { TTest } from '@milepost/statistics/tTest'
import { welchT } from '@milepost/statistics/tTest'
import { tukeyHsd } from '@milepost/statistics/tukeyHsd'
import { welchAnova } from '@milepost/statistics/welchAnova'
import type { Answer } from './compare.ts'
import { ends, grouped, numberParam, pair, variable } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { DataCell } from './vector.ts'

const testOf = ({ t, df, p, interval }: TTest) => ({ t, df, p, ci95: ends(interval) })

export const COMPARISON_OFFERS: Offers = {
  't.independent': (vector) => {
    const { values, groups } = grouped(vector)
    const result = welchT(values, groups)
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      groups: result.groups.map((group) => group.name),
      n: result.groups.map((group) => group.n),
      mean: result.groups.map((group) => group.mean),
      sd: result.groups.map((group) => group.sd),
      meanDiff: result.difference,
      welch: testOf(result),
      pooled: testOf(result.pooled),
      cohenD: result.effect.cohenD,
      hedgesGExact: result.effect.hedgesG,
      hedgesGApprox: result.effect.hedgesGApproximate,
      glassDelta: result.effect.glassDelta,
      cohenDCi95Noncentral: result.effect.interval && ends(result.effect.interval),
    }
  },
  't.oneSample': (vector) => {
    const result = oneSampleT(variable(vector), numberParam(vector, 'mu', 0))
    if (result.kind === 'undefined') return { cannot: result.because }
    return { mean: result.mean, ...testOf(result), pGreater: result.pGreater }
  },
  't.paired': (vector) => {
    const [x, y] = pair(vector)
    const [result, ranks] = [pairedT(x, y), signedRank(x, y, { digits: null })]
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      n: result.n,
      meanDiff: result.difference,
      sdDiff: result.sdOfDifferences,
      ...testOf(result),
      dz: result.dz,
      dav: result.dav,
      correlation: result.correlation,
      wilcoxon:
        ranks.kind === 'undefined'
          ? null
          : {
              nNonZero: ranks.nNonZero,
              wPlus: ranks.wPlus,
              wMinus: ranks.wMinus,
              pAsymptotic: ranks.p,
              pAsymptoticCc: ranks.pCorrected,
              pExact: ranks.pExact,
              matchedRankBiserial: ranks.matchedRankBiserial,
            },
    }
  },
  'anova.oneway': (vector) => {
    const { values, groups } = grouped(vector)
    const equal = anova(values, groups)
    if (equal.kind === 'undefined') return { cannot: equal.because }
    const { ssBetween, ssWithin, dfBetween, dfWithin, f, p, eta2, omega2, epsilon2 } = equal
    return {
      levels: equal.groups.map((group) => group.name),
      n: equal.groups.map((group) => group.n),
      mean: equal.groups.map((group) => group.mean),
      sd: equal.groups.map((group) => group.sd),
      ...{ ssBetween, ssWithin, dfBetween, dfWithin, F: f, p, eta2, omega2, epsilon2 },
      ...variantsOf(values, groups),
      ...pairsOf(values, groups),
    }
  },
  'np.mannWhitney': (vector) => {
    const { values, groups } = grouped(vector)
    const result = mannWhitney(values, groups)
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      groups: result.groups.map((group) => group.name),
      n: result.groups.map((group) => group.n),
      rankSum: result.groups.map((group) => group.rankSum),
      U1: result.u1,
      U2: result.u2,
      z: result.z,
      p: result.p,
      pCc: result.pCorrected,
      rankBiserial: result.rankBiserial,
      rEffect: result.r,
      commonLanguage: result.commonLanguage,
      pExact: result.pExact,
      pExactPermutationWithTies: result.pExact,
    }
  },
  'np.kruskalWallis': (vector) => {
    const { values, groups } = grouped(vector)
    const [result, pairs] = [kruskalWallis(values, groups), dunn(values, groups)]
    if (result.kind === 'undefined' || pairs.kind === 'undefined') return { cannot: 'kruskal-wallis' }
    const p = pairs.pairs.map((pair) => pair.p)
    return {
      levels: result.groups.map((group) => group.name),
      n: result.groups.map((group) => group.n),
      meanRank: result.groups.map((group) => group.meanRank),
      H: result.h,
      df: result.df,
      p: result.p,
      pExact: result.pExact,
      HUncorrected: result.hUncorrected,
      epsilon2: result.epsilon2,
      eta2H: result.eta2H,
      dunn: {
        pairs: pairs.pairs.map(({ a, b }) => `${a}-${b}`),
        z: pairs.pairs.map((pair) => pair.z),
        p,
        holm: adjustP(p, 'holm'),
        bh: adjustP(p, 'bh'),
      },
    }
  },
  'np.shapiroWilk': (vector) => {
    const result = shapiroWilk(variable(vector))
    return result.kind === 'undefined' ? { cannot: result.because } : { W: result.w, p: result.p, n: result.n }
  },
}

type Values = readonly (number | null)[]

function variantsOf(values: Values, groups: readonly DataCell[]): { readonly [field: string]: Answer } {
  const [welch, means] = [welchAnova(values, groups), brownForsytheMeans(values, groups)]
  const [byMean, byMedian] = [levene(values, groups), levene(values, groups, { centre: 'median' })]
  const variances = bartlettVariances(values, groups)
  return {
    welch: welch.kind === 'undefined' ? null : { F: welch.f, df1: welch.df1, df2: welch.df2, p: welch.p },
    brownForsytheMeans: means.kind === 'undefined' ? null : { F: means.f, df1: means.df1, df2: means.df2, p: means.p },
    leveneMean: byMean.kind === 'undefined' ? null : { F: byMean.f, df1: byMean.df1, df2: byMean.df2, p: byMean.p },
    leveneMedian: byMedian.kind === 'undefined' ? null : { F: byMedian.f, df1: byMedian.df1, df2: byMedian.df2, p: byMedian.p },
    bartlett: variances.kind === 'undefined' ? null : { k2: variances.k2, df: variances.df, p: variances.p },
  }
}

function pairsOf(values: Values, groups: readonly DataCell[]): { readonly [field: string]: Answer } {
  const [tukey, games, tests] = [tukeyHsd(values, groups), gamesHowell(values, groups, { intervals: false }), pairwiseT(values, groups)]
  const p = tests.kind === 'undefined' ? [] : tests.pairs.map((pair) => pair.p)
  return {
    tukey:
      tukey.kind === 'undefined'
        ? null
        : tukey.pairs.map(({ a, b, difference, interval, p: one }) => ({
            a,
            b,
            diff: difference,
            lo: interval.low,
            hi: interval.high,
            p: one,
          })),
    gamesHowell:
      games.kind === 'undefined'
        ? null
        : games.pairs.map(({ a, b, difference, df, q, p: one }) => ({ a, b, diff: difference, df, q, p: one })),
    pairwiseT:
      tests.kind === 'undefined'
        ? null
        : {
            pairs: tests.pairs.map(({ a, b }) => `${a}-${b}`),
            p,
            holm: adjustP(p, 'holm'),
            bonferroni: adjustP(p, 'bonferroni'),
            bh: adjustP(p, 'bh'),
          },
  }
}
