import { alpha } from '@milepost/statistics/alpha'
import { clopperPearson } from '@milepost/statistics/clopperPearson'
import { describe } from '@milepost/statistics/describe'
import { frequencies } from '@milepost/statistics/frequencies'
import { meanInterval } from '@milepost/statistics/meanInterval'
import { agrestiCoull, wald, wilsonCorrected } from '@milepost/statistics/otherProportionIntervals'
import { postStratification } from '@milepost/statistics/postStratification'
import { wilson } from '@milepost/statistics/proportionInterval'
import { quantiles } from '@milepost/statistics/quantiles'
import { rake } from '@milepost/statistics/raking'
import { sampleSize } from '@milepost/statistics/sampleSize'
import { kurtosis as kurtosisOf, skewness as skewnessOf } from '@milepost/statistics/shape'
import { twoProportions } from '@milepost/statistics/twoProportions'
import { z } from 'zod'
import type { Answer } from './compare.ts'
import { ends, firstColumn, items, listParam, missingRule, numberParam, numbers, scaleOf, variable, whole } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { DataCell, Vector } from './vector.ts'

export const SURVEY_OFFERS: Offers = {
  'desc.describe': (vector) => {
    const result = describe(variable(vector))
    if (result.kind === 'undefined') return nothingDescribed(result.n, result.excluded.missing ?? 0)
    const { skewness, kurtosis, interval, excluded, warnings: _, deciles, trimmedMean, medianDeviation, ...same } = result
    const values = variable(vector).filter((value) => value !== null)
    return {
      ...same,
      missing: excluded.missing ?? 0,
      deciles7: deciles,
      trimmedMean10: trimmedMean,
      mad: medianDeviation,
      skewnessG1pop: shapeOf(values, 1)[0],
      skewnessG1: skewness,
      skewnessB1: shapeOf(values, 3)[0],
      kurtosisG2pop: shapeOf(values, 1)[1],
      kurtosisG2: kurtosis,
      kurtosisB2: shapeOf(values, 3)[1],
      ci95: ends(interval),
    }
  },
  'desc.quantile': (vector) => ({
    quantiles: quantiles(numbers(vector, 'x'), listParam(vector, 'probs'), numberParam(vector, 'type', 7) === 6 ? 6 : 7),
  }),
  'desc.frequencies': (vector) => {
    const levels = z
      .array(z.union([z.number(), z.string()]))
      .optional()
      .parse(vector.params.levels)
    const series = z.array(z.union([z.number(), z.string(), z.null()])).parse(firstColumn(vector) ?? vector.input.x)
    const { n, valid, missing, rows } = frequencies(series, levels)
    return {
      n,
      valid,
      missing,
      counts: rows.map((row) => row.count),
      pct: rows.map((row) => row.percent),
      validPct: rows.map((row) => row.validPercent),
      cumValidPct: rows.map((row) => row.cumulativeValidPercent),
    }
  },
  'reliability.alpha': (vector) => {
    const result = alpha(items(vector), { scale: scaleOf(vector), missing: missingRule(vector) })
    if (result.kind === 'undefined') return { cannot: result.because, n: result.n }
    return {
      k: result.k,
      n: result.n,
      rawAlpha: result.rawAlpha,
      stdAlpha: result.standardisedAlpha,
      avgInterItemR: result.averageInterItemR,
      feldt95: ends(result.interval),
      itemMean: result.items.map((item) => item.mean),
      itemSd: result.items.map((item) => item.sd),
      scaleSumMean: result.scaleMean,
      scaleSumSd: result.scaleSd,
      itemRestCorrelation: result.items.map((item) => item.itemRest),
      itemTotalCorrelation: result.items.map((item) => item.itemTotal),
      alphaIfDeleted: result.items.map((item) => item.alphaIfDropped),
      guttmanLambda6: result.guttmanLambda6,
      stdAlphaIfDeleted: result.items.map((item) => item.standardisedAlphaIfDropped),
    }
  },
  'ci.proportion': (vector) => {
    const [successes, cases, level] = [whole(vector, 'successes'), whole(vector, 'n'), numberParam(vector, 'level', 0.95)]
    const score = wilson(successes, cases, { level })
    const exact = clopperPearson(successes, cases, { level })
    if (score.kind === 'undefined' || exact.kind === 'undefined') return { cannot: 'no-cases' }
    const ask = { successes, cases, level }
    return {
      p: score.proportion,
      wilson: ends(score.interval),
      clopperPearson: ends(exact.interval),
      wilsonCc: ends(wilsonCorrected(ask)),
      agrestiCoull: ends(agrestiCoull(ask)),
      wald: ends(wald(ask)),
    }
  },
  'ci.meanFpc': (vector) => {
    const result = meanInterval(variable(vector), numberParam(vector, 'populationSize'), { level: numberParam(vector, 'level', 0.95) })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { mean: result.mean, n: result.n, se: result.se, ci: ends(result.interval), seHypergeometric: result.seHypergeometric }
  },
  'ci.twoProportions': (vector) => {
    const result = twoProportions(
      { successes: whole(vector, 'k1'), cases: whole(vector, 'n1') },
      { successes: whole(vector, 'k2'), cases: whole(vector, 'n2') },
      { level: numberParam(vector, 'level', 0.95) },
    )
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      diff: result.difference,
      chi2: result.test?.chi2 ?? null,
      p: result.test?.p ?? null,
      chi2Cc: result.test?.chi2Corrected ?? null,
      pCc: result.test?.pCorrected ?? null,
      waldCi: ends(result.wald),
      newcombeCi: ends(result.interval),
      cohenH: result.cohenH,
    }
  },
  'ci.sampleSize': (vector) => {
    const [margin, expected, level] = [
      numberParam(vector, 'margin', 0.05),
      numberParam(vector, 'p', 0.5),
      numberParam(vector, 'level', 0.95),
    ]
    const result = sampleSize(Number(vector.input.populationSize), { margin, expected, level })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { n0: result.endless, n: result.exact, nCeil: result.needed }
  },
  'survey.postStratify': (vector) => {
    const margins = marginsSchema.parse(vector.params.margins)
    const [[by = '', sizes = {}] = []] = Object.entries(margins)
    const population = Object.entries(sizes).map(([stratum, size]) => ({ stratum, population: size }))
    const values = measuredColumn(vector, margins)
    const strata = textColumn(vector.data[by])
    const result = postStratification(values, strata, population)
    if (result.kind === 'undefined') return { cannot: result.because }
    return { mean: result.mean, se: result.se }
  },
  'survey.rake': (vector) => {
    const margins = Object.entries(marginsSchema.parse(vector.params.margins)).map(([name, population]) => ({
      name,
      population,
      categories: textColumn(vector.data[name]),
    }))
    const result = rake(margins)
    if (result.kind === 'undefined') return { cannot: result.because }
    const values = measuredColumn(vector, marginsSchema.parse(vector.params.margins))
    const weighed = values.flatMap((value, at) => {
      const weight = result.weights[at] ?? null
      return value === null || weight === null ? [] : [{ value, weight }]
    })
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
    return {
      weights: result.weights,
      weightedMean: weighed.reduce((sum, { value, weight }) => sum + value * weight, 0) / total,
      kishDesignEffect: result.designEffect,
    }
  },
}

const marginsSchema = z.record(z.string(), z.record(z.string(), z.number()))
/** What was measured: `y`, or the first column that is no margin. */
function measuredColumn(vector: Vector, margins: Readonly<Record<string, unknown>>): (number | null)[] {
  const name = 'y' in vector.data ? 'y' : Object.keys(vector.data).find((column) => !(column in margins))
  return z.array(z.number().nullable()).parse(vector.data[name ?? 'y'])
}
const textColumn = (cells: readonly DataCell[] | undefined): (string | null)[] =>
  (cells ?? []).map((cell) => (cell === null ? null : String(cell)))
const shapeOf = (values: readonly number[], type: 1 | 3) => [skewnessOf(values, type), kurtosisOf(values, type)]

/** Nothing answered: a count of what is missing, and no numbers. */
function nothingDescribed(n: number, missing: number): Answer {
  const none = Object.fromEntries(
    ['mean', 'sd', 'variance', 'se', 'min', 'max', 'median', 'trimmedMean10', 'mad'].map((field): [string, null] => [field, null]),
  )
  const gaps = (count: number) => new Array<null>(count).fill(null)
  return { ...none, n, missing, sum: 0, modes: [], quartilesType7: gaps(3), quartilesType6: gaps(3), deciles7: gaps(9), ci95: gaps(2) }
}
