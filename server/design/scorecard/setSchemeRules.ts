import { setSchemeRules } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { serve } from '../../platform/http/serve.ts'
import { updateRules } from './data.ts'
import { draftScorecard } from './draftScorecard.ts'

/** What is decided once for all cards of a scheme; like everything else of it, only while it is a draft. */
export const setSchemeRulesRoute = serve(setSchemeRules, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, rules } = input
    await draftScorecard(tx, institutionId, scorecardId)
    await updateRules(tx, institutionId, scorecardId, rules)
    audit({ kind: 'scorecard', id: scorecardId, detail: { rules } })
    return DONE
  },
})
