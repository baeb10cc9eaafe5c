import { readDifferences } from '@milepost/contract/diagnose/statistics'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { toldOf } from '../results/toldOf.ts'
import { divisionBy, divisionsOf, LEVELS, mayBeDivided } from './divisions.ts'
import { levelComparisons } from './levelComparisons.ts'
import { scoredConstructs } from './scored.ts'

/** Each construct between the groups of one division: levels, or units, posts and whatever else people chose about themselves. */
export const readDifferencesRoute = serve(readDifferences, {
  run: async ({ tx, institutionId, input }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    const divisions = divisionsOf(told)
    const by = input.by ?? divisions[0]?.code ?? LEVELS
    if (by === LEVELS) return { divisions, by, because: null, comparisons: await told.comparisons() }
    if (!divisions.some(({ code }) => code === by)) throw new Refusal('not-found')
    if (!mayBeDivided(told)) return { divisions, by, because: 'open' as const, comparisons: [] }
    const comparisons = await told.once(`differences by ${by}`, async () => {
      const sheets = await told.sheets()
      return levelComparisons(scoredConstructs(told.instrument, sheets), divisionBy(told, sheets, by), told.instrument.leastCell)
    })
    return { divisions, by, because: null, comparisons }
  },
})
