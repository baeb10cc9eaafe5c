import { exactFromNumber } from '@milepost/exact/exact'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import { roundHalfAway } from '@milepost/exact/rounding'
import { numberParam, numbers, textParam } from './read.ts'
import type { Offers } from './runVectors.ts'

export const APPORTIONMENT_OFFERS: Offers = {
  'quota.largestRemainder': (vector) => {
    const claims = numbers(vector, 'claims').map((claim, index) => ({ key: String(index).padStart(4, '0'), claim: exactFromNumber(claim) }))
    const quota = textParam(vector, 'quota') === 'droop' ? 'droop' : 'hare'
    const result = largestRemainder(numberParam(vector, 'seats'), claims, { quota })
    return result.kind === 'undefined' ? { cannot: result.because } : { seats: result.shares.map((share) => Number(share.share)) }
  },
  'spreadsheet.round': (vector) => {
    const digits = numbers(vector, 'digits')
    return { values: numbers(vector, 'x').map((x, index) => Number(roundHalfAway(exactFromNumber(x), digits[index] ?? 0))) }
  },
}
