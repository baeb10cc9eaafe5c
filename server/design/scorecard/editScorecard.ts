import { editScorecard } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { serve } from '../../platform/http/serve.ts'
import { updateScorecard } from './data.ts'
import { draftScorecard } from './draftScorecard.ts'

export const editScorecardRoute = serve(editScorecard, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, ...texts } = input
    await draftScorecard(tx, institutionId, scorecardId)
    await updateScorecard(tx, institutionId, scorecardId, texts)
    audit({ kind: 'scorecard', id: scorecardId, detail: { name: texts.name } })
    return DONE
  },
})
