import { readItems } from '@milepost/contract/diagnose/results'
import { serve } from '../../platform/http/serve.ts'
import { withTexts } from './itemResults.ts'
import { releasedTexts } from './releasedTexts.ts'
import { toldOf } from './toldOf.ts'

export const readItemsRoute = serve(readItems, {
  run: async ({ tx, institutionId, input }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    const { strata } = told
    const known = strata.every((one) => one.population !== null)
    const population = known ? strata.reduce((sum, one) => sum + (one.population ?? 0), 0) : null
    const texts = await releasedTexts(tx, institutionId, told)
    return { items: withTexts(await told.items(population), { instrument: told.instrument, sheets: told.n, texts }) }
  },
})
