import { cohenKappa } from '@milepost/statistics/cohenKappa'
import { fleissKappa } from '@milepost/statistics/fleissKappa'
import { type IccForm, icc } from '@milepost/statistics/icc'
import { krippendorff } from '@milepost/statistics/krippendorff'
import { withinGroupAgreement } from '@milepost/statistics/withinGroupAgreement'
import { z } from 'zod'
import { gappyTable, numberParam, table } from './read.ts'
import type { Offers } from './runVectors.ts'

const categories = z.array(z.union([z.number(), z.string(), z.null()]))
const transposed = (rows: readonly (readonly (number | null)[])[]) => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? null))

export const AGREEMENT_OFFERS: Offers = {
  'agree.cohenKappa': (vector) => {
    const levels = z
      .array(z.union([z.number(), z.string()]))
      .optional()
      .parse(vector.params.levels)
    const result = cohenKappa(categories.parse(vector.input.a), categories.parse(vector.input.b), { levels })
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      n: result.n,
      agreementPct: 100 * result.agreement,
      kappa: result.kappa,
      kappaLinear: result.linear,
      kappaQuadratic: result.quadratic,
      ase: result.se,
    }
  },
  'agree.fleissKappa': (vector) => {
    const result = fleissKappa(table(vector, 'counts'))
    return result.kind === 'undefined' ? { cannot: result.because } : { kappa: result.kappa, se0: result.se0, z: result.z }
  },
  'agree.krippendorff': (vector) => {
    const ratings = gappyTable(vector, 'ratings')
    const of = (measurement: 'nominal' | 'ordinal' | 'interval' | 'ratio') => {
      const result = krippendorff(ratings, measurement)
      return result.kind === 'undefined' ? null : result.alpha
    }
    const nominal = krippendorff(ratings, 'nominal')
    if (nominal.kind === 'undefined') return { cannot: nominal.because }
    return { nominal: nominal.alpha, ordinal: of('ordinal'), interval: of('interval'), ratio: of('ratio') }
  },
  'agree.icc': (vector) => {
    const result = icc(transposed(gappyTable(vector, 'matrix')))
    if (result.kind === 'undefined') return { cannot: result.because }
    const form = ({ icc: value, f, df1, df2, p, interval }: IccForm) => ({
      icc: value,
      F: f,
      df1,
      df2,
      p,
      lo: interval?.low ?? null,
      hi: interval?.high ?? null,
    })
    return {
      icc1: form(result.oneWay.single),
      icc2: form(result.agreement.single),
      icc3: form(result.consistency.single),
      icc1k: form(result.oneWay.average),
      icc2k: form(result.agreement.average),
      icc3k: form(result.consistency.average),
    }
  },
  'agree.rwg': (vector) => {
    const result = withinGroupAgreement(transposed(gappyTable(vector, 'matrix')), numberParam(vector, 'scalePoints'))
    return result.kind === 'undefined' ? { cannot: result.because } : { rwgItems: result.items, rwgJ: result.together }
  },
}
