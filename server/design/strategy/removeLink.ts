import { removeLink } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { deleteLink, listLinkRows } from './data.ts'

export const removeLinkRoute = serve(removeLink, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, ...ends } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const links = await listLinkRows(tx, institutionId, scorecardId)
    if (!links.some((row) => row.from_objective_id === ends.fromObjectiveId && row.to_objective_id === ends.toObjectiveId))
      throw new Refusal('not-found')
    await deleteLink(tx, institutionId, ends)
    audit({ kind: 'scorecard', id: scorecardId, detail: { from: ends.fromObjectiveId, to: ends.toObjectiveId } })
    return DONE
  },
})
