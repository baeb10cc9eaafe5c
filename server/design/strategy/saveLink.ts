import { saveLink } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { listObjectiveRows, upsertLink } from './data.ts'

/** Links may run in a circle: strategy is a loop of causes, not a tree. Only a link to itself says nothing. */
export const saveLinkRoute = serve(saveLink, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, ...link } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const known = new Set((await listObjectiveRows(tx, institutionId, scorecardId)).map((row) => row.objective_id))
    if (!known.has(link.fromObjectiveId) || !known.has(link.toObjectiveId) || link.fromObjectiveId === link.toObjectiveId)
      throw new Refusal('objective-unknown')
    await upsertLink(tx, institutionId, link)
    audit({ kind: 'scorecard', id: scorecardId, detail: { from: link.fromObjectiveId, to: link.toObjectiveId, sign: link.sign } })
    return DONE
  },
})
