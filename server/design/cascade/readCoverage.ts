import { readCoverage } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { cardsWhere } from '../card/readCards.ts'
import { listGoalRows } from '../plan/data.ts'
import { goalOfRow } from '../plan/goals.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { coverageView } from './coverageView.ts'

export const readCoverageRoute = serve(readCoverage, {
  run: async ({ tx, institutionId, input }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    if (!scorecard) throw new Refusal('not-found')
    const cards = await cardsWhere(tx, institutionId, { scorecardId: scorecard.scorecardId })
    const cardIds = cards.map((card) => card.cardId)
    return coverageView({
      scorecard,
      cards,
      goals: (await listGoalRows(tx, institutionId, cardIds)).map(goalOfRow),
      unitNames: new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name])),
    })
  },
})
