import { divisorShares } from '@milepost/exact/divisorMethods'
import { exactFromNumber } from '@milepost/exact/exact'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import { roundHalfAway } from '@milepost/exact/rounding'
import { geomean, mode, percentRankInc, rankEq, stdevP, trimmean } from '@milepost/exact/spreadsheet'
import { apportion } from '@milepost/pay/apportion'
import { describe } from '@milepost/statistics/describe'
import { quantile } from '@milepost/statistics/quantiles'
import { midranks } from '@milepost/statistics/ranks'
import { numberParam, numbers, textParam } from './read.ts'
import type { Offers } from './runVectors.ts'

export const APPORTIONMENT_OFFERS: Offers = {
  'quota.largestRemainder': (vector) => {
    const claims = numbers(vector, 'claims').map((claim, index) => ({ key: String(index).padStart(4, '0'), claim: exactFromNumber(claim) }))
    const quota = textParam(vector, 'quota', 'hare') === 'droop' ? 'droop' : 'hare'
    const result = largestRemainder(numberParam(vector, 'seats'), claims, { quota })
    return result.kind === 'undefined' ? { cannot: result.because } : { seats: result.shares.map((share) => Number(share.share)) }
  },
  'quota.moneyPool': (vector) => {
    const claims = numbers(vector, 'claims').map((claim, index) => ({
      key: String(index).padStart(4, '0'),
      weight: exactFromNumber(claim),
    }))
    const result = apportion(numberParam(vector, 'poolFen'), claims)
    if (result.kind === 'refused') return { cannot: result.because }
    return { sumFen: result.shares.reduce((sum, share) => sum + share.fen, 0), sharesFen: result.shares.map((share) => share.fen) }
  },
  'quota.divisor': (vector) => {
    const claims = numbers(vector, 'claims').map((claim, index) => ({ key: String(index).padStart(4, '0'), claim: exactFromNumber(claim) }))
    const [dhondt, sainteLague] = (['dhondt', 'sainte-lague'] as const).map((method) =>
      divisorShares(numberParam(vector, 'seats'), claims, method),
    )
    if (dhondt?.kind !== 'apportioned' || sainteLague?.kind !== 'apportioned')
      return { cannot: dhondt?.kind === 'undefined' ? dhondt.because : 'fault' }
    return { dhondt: dhondt.shares.map(({ share }) => Number(share)), sainteLague: sainteLague.shares.map(({ share }) => Number(share)) }
  },
  'spreadsheet.rankEq': (vector) => ({ values: rankEq(numbers(vector, 'x')) }),
  'spreadsheet.percentRankInc': (vector) => ({ values: percentRankInc(numbers(vector, 'x')) }),
  'spreadsheet.rankAvg': (vector) => ({ values: midranks(numbers(vector, 'x').map((value) => -value)) }),
  'spreadsheet.stats': (vector) => {
    const x = numbers(vector, 'x')
    const result = describe(x)
    if (result.kind === 'undefined') return { cannot: result.because }
    const { sd, skewness, kurtosis, quartilesType7, median } = result
    return {
      stdevS: sd,
      skew: skewness,
      kurt: kurtosis,
      quartile1: quartilesType7[0],
      percentile90: quantile(x, 0.9),
      median,
      mode: mode(x),
      stdevP: stdevP(x),
      geomean: geomean(x),
      // The workbook asks TRIMMEAN(x, 0.4).
      trimmean: trimmean(x, 0.4),
    }
  },
  'spreadsheet.round': (vector) => {
    const digits = numbers(vector, 'digits')
    return { values: numbers(vector, 'x').map((x, index) => Number(roundHalfAway(exactFromNumber(x), digits[index] ?? 0))) }
  },
}
