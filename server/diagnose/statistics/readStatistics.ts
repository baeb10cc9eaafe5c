import { readStatistics } from '@milepost/contract/diagnose/statistics'
import { serve } from '../../platform/http/serve.ts'
import { readSheetsOf } from '../results/data.ts'
import { findAsked } from '../waves/findAsked.ts'
import { levelComparisons } from './levelComparisons.ts'
import { prioritiesOf } from './prioritiesOf.ts'
import { qualityOf } from './qualityOf.ts'
import { reliabilityTables, validityOf } from './reliabilityTables.ts'
import { scoredConstructs } from './scored.ts'

export const readStatisticsRoute = serve(readStatistics, {
  run: async ({ tx, institutionId, input }) => {
    const { questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    const { instrument } = questionnaire
    const { leastCell } = instrument
    const sheets = await readSheetsOf(tx, institutionId, input.waveId)
    const scored = scoredConstructs(instrument, sheets)
    const levels = strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en || one.name_zh } }))
    return {
      answers: sheets.length,
      reliability: reliabilityTables(scored, leastCell),
      validity: validityOf(scored, leastCell),
      comparisons: levelComparisons(scored, { sheets, levels, leastCell }),
      priorities: prioritiesOf(scored, leastCell),
      quality: qualityOf(instrument, sheets),
    }
  },
})
