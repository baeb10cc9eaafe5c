import { adjustP } from '@milepost/statistics/adjustP'
import { bowker } from '@milepost/statistics/bowker'
import { chiSquareTest } from '@milepost/statistics/chiSquareTest'
import { pearson, spearman } from '@milepost/statistics/correlation'
import { correlationMatrix } from '@milepost/statistics/correlationMatrix'
import { fisherExact, R_ROOT_TOLERANCE } from '@milepost/statistics/fisherExact'
import { fisherFreemanHalton } from '@milepost/statistics/fisherFreemanHalton'
import { goodnessOfFit } from '@milepost/statistics/goodnessOfFit'
import { kendall } from '@milepost/statistics/kendall'
import { linearRegression } from '@milepost/statistics/linearRegression'
import { mcnemar } from '@milepost/statistics/mcnemar'
import { partialCorrelation } from '@milepost/statistics/partialCorrelation'
import { trendTest } from '@milepost/statistics/trendTest'
import { z } from 'zod'
import type { Answer } from './compare.ts'
import { columns, ends, listParam, named, numbers, pair, table, textParam, textsParam } from './read.ts'
import type { Offers } from './runVectors.ts'

const gappy = z.array(z.number().nullable())

export const ASSOCIATION_OFFERS: Offers = {
  'p.adjust': (vector) => {
    const values = gappy.parse(vector.input.p)
    return {
      holm: adjustP(values, 'holm'),
      hochberg: adjustP(values, 'hochberg'),
      bonferroni: adjustP(values, 'bonferroni'),
      bh: adjustP(values, 'bh'),
      by: adjustP(values, 'by'),
      hommel: adjustP(values, 'hommel'),
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
          : { r: linear.r, t: linear.t, df: linear.df, p: linear.p, ci95: linear.interval && ends(linear.interval) },
      spearman: ranks.kind === 'undefined' ? { rho: null, p: null } : { rho: ranks.r, p: ranks.p, pExact: ranks.pExact },
      kendall: order.kind === 'undefined' ? { tauB: null, p: null } : { tauB: order.tauB, z: order.z, p: order.p, pExact: order.pExact },
    }
  },
  'cor.matrix': (vector) => {
    const options = z
      .object({
        method: z.enum(['pearson', 'spearman', 'kendall']).default('pearson'),
        missing: z.enum(['pairwise', 'listwise']).default('listwise'),
      })
      .parse(vector.params)
    return { matrix: correlationMatrix(columns(vector), options).square }
  },
  'cor.partial': (vector) => {
    const [x, y] = [named(vector, textParam(vector, 'x')), named(vector, textParam(vector, 'y'))]
    const result = partialCorrelation(
      x,
      y,
      textsParam(vector, 'control').map((control) => named(vector, control)),
    )
    if (result.kind === 'undefined') return { cannot: result.because }
    return { r: result.r, df: result.df, t: result.t, p: result.p, n: result.n }
  },
  'regress.ols': (vector) => {
    const result = linearRegression(
      named(vector, textParam(vector, 'y')),
      textsParam(vector, 'x').map((id) => ({ id, values: named(vector, id) })),
    )
    if (result.kind === 'undefined') return { cannot: result.because }
    const { coefficients, adjustedR2, f, p, ...same } = result
    const [, ...slopes] = coefficients
    return {
      ...{ n: same.n, r2: same.r2, df1: same.df1, df2: same.df2, sigma: same.sigma, adjR2: adjustedR2, F: f, pF: p },
      coef: coefficients.map((one) => one.estimate),
      se: coefficients.map((one) => one.se),
      t: coefficients.map((one) => one.t),
      p: coefficients.map((one) => one.p),
      beta: slopes.map((one) => one.beta),
      vif: slopes.map((one) => one.vif),
    }
  },
  'table.chisq': (vector) => {
    const counts = table(vector, 'table')
    const result = chiSquareTest(counts)
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
      ...exactOf(result.observed),
    }
  },
  'table.mcnemar': (vector) => {
    const result = mcnemar(table(vector, 'table'))
    if (result.kind === 'undefined') return { cannot: result.because }
    const { chi2, df, p, corrected, pExact } = result
    return { chi2, df, p, chi2Cc: corrected.chi2, pCc: corrected.p, pExact }
  },
  'table.bowker': (vector) => {
    const result = bowker(table(vector, 'table'))
    return result.kind === 'undefined' ? { cannot: result.because } : { chi2: result.chi2, df: result.df, p: result.p }
  },
  'table.goodnessOfFit': (vector) => {
    const result = goodnessOfFit(numbers(vector, 'counts'), vector.params.p === undefined ? undefined : listParam(vector, 'p'))
    if (result.kind === 'undefined') return { cannot: result.because }
    return { chi2: result.chi2, df: result.df, p: result.p, expected: result.expected }
  },
  'table.trend': (vector) => {
    const result = trendTest(numbers(vector, 'successes'), numbers(vector, 'totals'))
    return result.kind === 'undefined' ? { cannot: result.because } : { chi2: result.chi2, df: result.df, p: result.p }
  },
}

function exactOf(counts: readonly (readonly number[])[]): { readonly [field: string]: Answer } {
  if (!counts.flat().every(Number.isInteger)) return {}
  if (counts.length !== 2 || counts[0]?.length !== 2) {
    const result = fisherFreemanHalton(counts)
    return { fisherP: result.kind === 'undefined' ? undefined : result.p }
  }
  const result = fisherExact(counts, { rootTolerance: R_ROOT_TOLERANCE })
  if (result.kind === 'undefined') return {}
  return {
    fisherP: result.p,
    fisherPLess: result.pLess,
    fisherPGreater: result.pGreater,
    oddsRatioSample: result.oddsRatio,
    oddsRatioConditionalMle: result.conditionalOddsRatio,
    oddsRatioCi95: [result.interval.low, result.interval.high],
  }
}
