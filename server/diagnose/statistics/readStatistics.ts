import { readFactors, readStatistics } from '@milepost/contract/diagnose/statistics'
import { serve } from '../../platform/http/serve.ts'
import { released, releasedSheets, withheldBy } from '../results/releasedSheets.ts'
import { findAsked } from '../waves/findAsked.ts'
import { factorsOf } from './factorsOf.ts'
import { levelComparisons } from './levelComparisons.ts'
import { prioritiesOf } from './prioritiesOf.ts'
import { qualityOf } from './qualityOf.ts'
import { reliabilityTables, validityOf } from './reliabilityTables.ts'
import { scoredConstructs } from './scored.ts'
import { weightsOf } from './weightsOf.ts'

export const readStatisticsRoute = serve(readStatistics, {
  run: async ({ tx, institutionId, input }) => {
    const { questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    const { instrument } = questionnaire
    const { leastCell } = instrument
    const told = await released(tx, institutionId, input.waveId)
    const { sheets } = told
    const withheld = withheldBy(told)
    const scored = scoredConstructs(instrument, sheets)
    const levels = strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en || one.name_zh } }))
    return {
      answers: sheets.length,
      reliability: reliabilityTables(scored, leastCell),
      validity: validityOf(scored, leastCell),
      weights: withheld.size > 0 ? null : weightsOf(scored, { sheets, strata, leastCell }),
      released: {
        waiting: told.waiting > 0,
        cells: told.cells.map((one) => ({
          stratum: one.cell === '*' ? null : (levels.find((level) => level.code === one.cell)?.name ?? { zh: one.cell, en: one.cell }),
          n: one.standing === 'shown' ? one.n : null,
          standing: one.standing as 'shown',
          release: one.release_no,
        })),
      },
      comparisons: levelComparisons(scored, { sheets, levels, leastCell, withheld }),
      priorities: prioritiesOf(scored, leastCell),
      quality: qualityOf(instrument, sheets),
    }
  },
})

export const readFactorsRoute = serve(readFactors, {
  run: async ({ tx, institutionId, input }) => {
    const { instrument } = (await findAsked(tx, institutionId, input.waveId)).questionnaire
    const scored = scoredConstructs(instrument, await releasedSheets(tx, institutionId, input.waveId))
    return factorsOf(scored, { leastCell: instrument.leastCell, seed: input.waveId })
  },
})
