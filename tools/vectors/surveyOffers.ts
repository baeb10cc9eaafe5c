import { alpha } from '@milepost/statistics/alpha'
import { clopperPearson } from '@milepost/statistics/clopperPearson'
import { describe } from '@milepost/statistics/describe'
import type { Interval } from '@milepost/statistics/evidence'
import { frequencies } from '@milepost/statistics/frequencies'
import { meanInterval } from '@milepost/statistics/meanInterval'
import { postStratification } from '@milepost/statistics/postStratification'
import { wilson } from '@milepost/statistics/proportionInterval'
import { quantiles } from '@milepost/statistics/quantiles'
import { sampleSize } from '@milepost/statistics/sampleSize'
import { samplingAdequacy, sphericity } from '@milepost/statistics/samplingAdequacy'
import { z } from 'zod'
import { columns, listParam, numberParam, numbers, textsParam, variable, whole } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { Vector } from './vector.ts'

const ends = (interval: Interval | null): (number | null)[] => (interval ? [interval.low, interval.high] : [null, null])

function items(vector: Vector) {
  const reversed = textsParam(vector, 'reverse')
  return columns(vector).map(({ id, values }) => ({ id, answers: values, reverse: reversed.includes(id) }))
}

export const SURVEY_OFFERS: Offers = {
  'desc.describe': (vector) => {
    const result = describe(variable(vector))
    if (result.kind === 'undefined') return { n: result.n, missing: result.excluded.missing ?? 0, mean: null, sd: null, median: null }
    const { skewness, kurtosis, interval, excluded, ...same } = result
    return {
      ...same,
      warnings: undefined,
      missing: excluded.missing ?? 0,
      skewnessG1: skewness,
      kurtosisG2: kurtosis,
      ci95: ends(interval),
    }
  },
  'desc.quantile': (vector) => ({
    quantiles: quantiles(numbers(vector, 'x'), listParam(vector, 'probs'), numberParam(vector, 'type') === 6 ? 6 : 7),
  }),
  'desc.frequencies': (vector) => {
    const levels = z
      .array(z.union([z.number(), z.string()]))
      .optional()
      .parse(vector.params.levels)
    const series = z.array(z.union([z.number(), z.string(), z.null()])).parse(Object.values(vector.data)[0] ?? vector.input.x)
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
    const { scaleMin, scaleMax } = z.object({ scaleMin: z.number().optional(), scaleMax: z.number().optional() }).parse(vector.params)
    const scale = scaleMin === undefined || scaleMax === undefined ? undefined : { min: scaleMin, max: scaleMax }
    const result = alpha(items(vector), { scale, missing: vector.params.missing === 'pairwise' ? 'pairwise' : 'listwise' })
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
      stdAlphaIfDeleted: result.items.map((item) => item.standardisedAlphaIfDropped),
    }
  },
  'factor.kmo': (vector) => {
    const result = samplingAdequacy(items(vector))
    if (result.kind === 'undefined') return { cannot: result.because }
    return { n: result.n, kmo: result.kmo, kmoItems: result.items.map((item) => item.msa) }
  },
  'factor.bartlett': (vector) => {
    const result = sphericity(items(vector))
    if (result.kind === 'undefined') return { cannot: result.because }
    const { n, chi2, df, p, logP, determinant } = result
    return { n, chi2, df, p, logP, determinant }
  },
  'ci.proportion': (vector) => {
    const [successes, cases, level] = [whole(vector, 'successes'), whole(vector, 'n'), numberParam(vector, 'level')]
    const score = wilson(successes, cases, { level })
    const exact = clopperPearson(successes, cases, { level })
    if (score.kind === 'undefined' || exact.kind === 'undefined') return { cannot: 'no-cases' }
    return { p: score.proportion, wilson: ends(score.interval), clopperPearson: ends(exact.interval) }
  },
  'ci.meanFpc': (vector) => {
    const result = meanInterval(variable(vector), numberParam(vector, 'populationSize'), { level: numberParam(vector, 'level') })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { mean: result.mean, n: result.n, se: result.se, ci: ends(result.interval) }
  },
  'ci.sampleSize': (vector) => {
    const [margin, expected, level] = [numberParam(vector, 'margin'), numberParam(vector, 'p'), numberParam(vector, 'level')]
    const result = sampleSize(Number(vector.input.populationSize), { margin, expected, level })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { n0: result.endless, n: result.exact, nCeil: result.needed }
  },
  'survey.postStratify': (vector) => {
    const margins = z.record(z.string(), z.record(z.string(), z.number())).parse(vector.params.margins)
    const [[by = '', sizes = {}] = []] = Object.entries(margins)
    const population = Object.entries(sizes).map(([stratum, size]) => ({ stratum, population: size }))
    const values = z.array(z.number().nullable()).parse(vector.data.y)
    const strata = z.array(z.string().nullable()).parse(vector.data[by])
    const result = postStratification(values, strata, population)
    if (result.kind === 'undefined') return { cannot: result.because }
    return { mean: result.mean, se: result.se }
  },
}
