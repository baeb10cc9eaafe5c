import { readFactors, readStatistics } from '@milepost/contract/diagnose/statistics'
import { serve } from '../../platform/http/serve.ts'
import { type Told, toldOf } from '../results/toldOf.ts'
import { qualityOf } from './qualityOf.ts'
import { scoredConstructs } from './scored.ts'
import { weightsOf } from './weightsOf.ts'

export const readStatisticsRoute = serve(readStatistics, {
  run: async ({ tx, institutionId, input }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    const { levels } = told
    return {
      answers: told.n,
      personalItems: told.instrument.items.filter((item) => item.about).length,
      reliability: await told.reliability(),
      ...(await told.once('statistics', () => statisticsOf(told))),
      validity: await told.validity(),
      comparisons: await told.comparisons(),
      priorities: await told.priorities(),
      released: {
        waiting: told.waiting > 0,
        cells: told.cells.map((one) => ({
          stratum: one.cell === '*' ? null : (levels.find((level) => level.code === one.cell)?.name ?? { zh: one.cell, en: one.cell }),
          n: one.standing === 'shown' ? one.n : null,
          standing: one.standing as 'shown',
          release: one.release_no,
        })),
      },
    }
  },
})

async function statisticsOf(told: Told) {
  const { instrument, strata } = told
  const { leastCell } = instrument
  const sheets = await told.sheets()
  const scored = scoredConstructs(instrument, sheets)
  return {
    weights: told.withheld.size > 0 ? null : weightsOf(scored, { sheets, strata, leastCell }),
    quality: qualityOf(instrument, sheets),
  }
}

export const readFactorsRoute = serve(readFactors, {
  run: async ({ tx, institutionId, input }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    return told.factors()
  },
})
