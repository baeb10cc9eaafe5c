import { readCoverage } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { cascadeCards, cascadeGoals } from './cascadeCards.ts'
import { coverageView } from './coverageView.ts'

export const readCoverageRoute = serve(readCoverage, {
  run: async ({ tx, institutionId, input }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    if (!scorecard) throw new Refusal('not-found')
    const cards = await cascadeCards(tx, institutionId, scorecard)
    return coverageView({
      scorecard,
      cards,
      goals: await cascadeGoals(tx, institutionId, cards),
      unitNames: new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name])),
    })
  },
})
