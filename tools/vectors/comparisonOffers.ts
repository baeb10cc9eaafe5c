import { adjustP } from '@milepost/statistics/adjustP'
import { anova } from '@milepost/statistics/anova'
import { chiSquareTest } from '@milepost/statistics/chiSquareTest'
import { pearson, spearman } from '@milepost/statistics/correlation'
import { correlationMatrix } from '@milepost/statistics/correlationMatrix'
import { kendall } from '@milepost/statistics/kendall'
import { kruskalWallis } from '@milepost/statistics/kruskalWallis'
import type { TTest } from '@milepost/statistics/tTest'
import { welchT } from '@milepost/statistics/tTest'
import { welchAnova } from '@milepost/statistics/welchAnova'
import { z } from 'zod'
import { columns, grouped, pair, table } from './read.ts'
import type { Offers } from './runVectors.ts'

const gappy = z.array(z.number().nullable())
const testOf = ({ t, df, p, interval }: TTest) => ({ t, df, p, ci95: [interval.low, interval.high] })

export const COMPARISON_OFFERS: Offers = {
  'p.adjust': (vector) => {
    const values = gappy.parse(vector.input.p)
    return {
      holm: adjustP(values, 'holm'),
      hochberg: adjustP(values, 'hochberg'),
      bonferroni: adjustP(values, 'bonferroni'),
      bh: adjustP(values, 'bh'),
      by: adjustP(values, 'by'),
    }
  },
  'cor.pair': (vector) => {
    const [x, y] = pair(vector)
    const [linear, ranks, order] = [pearson(x, y), spearman(x, y), kendall(x, y)]
    return {
      n: linear.n,
      pearson:
        linear.kind === 'undefined'
          ? { r: null, t: null, p: null }
          : { r: linear.r, t: linear.t, df: linear.df, p: linear.p, ci95: linear.interval && [linear.interval.low, linear.interval.high] },
      spearman: ranks.kind === 'undefined' ? { rho: null, p: null } : { rho: ranks.r, p: ranks.p },
      kendall: order.kind === 'undefined' ? { tauB: null, p: null } : { tauB: order.tauB, z: order.z, p: order.p },
    }
  },
  'cor.matrix': (vector) => {
    const options = z
      .object({ method: z.enum(['pearson', 'spearman', 'kendall']), missing: z.enum(['pairwise', 'listwise']) })
      .parse(vector.params)
    return { matrix: correlationMatrix(columns(vector), options).square }
  },
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
    }
  },
  'anova.oneway': (vector) => {
    const { values, groups } = grouped(vector)
    const [equal, unequal] = [anova(values, groups), welchAnova(values, groups)]
    if (equal.kind === 'undefined') return { cannot: equal.because }
    const { ssBetween, ssWithin, dfBetween, dfWithin, f, p, eta2, omega2, epsilon2 } = equal
    return {
      levels: equal.groups.map((group) => group.name),
      n: equal.groups.map((group) => group.n),
      mean: equal.groups.map((group) => group.mean),
      sd: equal.groups.map((group) => group.sd),
      ...{ ssBetween, ssWithin, dfBetween, dfWithin, F: f, p, eta2, omega2, epsilon2 },
      welch: unequal.kind === 'undefined' ? null : { F: unequal.f, df1: unequal.df1, df2: unequal.df2, p: unequal.p },
    }
  },
  'np.kruskalWallis': (vector) => {
    const { values, groups } = grouped(vector)
    const result = kruskalWallis(values, groups)
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      levels: result.groups.map((group) => group.name),
      n: result.groups.map((group) => group.n),
      meanRank: result.groups.map((group) => group.meanRank),
      H: result.h,
      df: result.df,
      p: result.p,
      HUncorrected: result.hUncorrected,
      epsilon2: result.epsilon2,
      eta2H: result.eta2H,
    }
  },
  'table.chisq': (vector) => {
    const result = chiSquareTest(table(vector, 'table'))
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      n: result.n,
      chi2: result.chi2,
      df: result.df,
      p: result.p,
      logP: result.logP,
      likelihoodRatioG: result.g,
      pG: result.pG,
      cramersV: result.cramersV,
      cramersVBiasCorrected: result.cramersVCorrected,
      contingencyCoefficient: result.contingencyCoefficient,
      minExpected: result.minExpected,
      cellsExpectedBelow5: result.cellsExpectedBelow5,
      expected: result.expected,
      stdResiduals: result.residuals,
      adjResiduals: result.adjustedResiduals,
      chi2Yates: result.yates?.chi2,
      pYates: result.yates?.p,
      phi: result.yates?.phi,
    }
  },
}
