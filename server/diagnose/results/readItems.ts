import { readItems } from '@milepost/contract/diagnose/results'
import { serve } from '../../platform/http/serve.ts'
import { findAsked } from '../waves/findAsked.ts'
import { readTextsOf } from './data.ts'
import { itemResults } from './itemResults.ts'
import { releasedSheets } from './releasedSheets.ts'

export const readItemsRoute = serve(readItems, {
  run: async ({ tx, institutionId, input }) => {
    const { questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    const sheets = await releasedSheets(tx, institutionId, input.waveId)
    const known = strata.every((one) => one.population !== null)
    const population = known ? strata.reduce((sum, one) => sum + (one.population ?? 0), 0) : null
    const texts = (await readTextsOf(tx, institutionId, input.waveId)).map((one) => ({ item: one.item_code, said: one.said }))
    return { items: itemResults({ instrument: questionnaire.instrument, sheets, population, texts }) }
  },
})
