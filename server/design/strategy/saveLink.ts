import { saveLink } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { listObjectiveRows, upsertLink } from './data.ts'
import { refuseOwner } from './refuseOwner.ts'

/** Links may run in a circle: strategy is a loop of causes, not a tree. Only a link to itself says nothing. */
export const saveLinkRoute = serve(saveLink, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { scorecardId, ...link } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const known = new Set((await listObjectiveRows(tx, institutionId, scorecardId)).map((row) => row.objective_id))
    if (!known.has(link.fromObjectiveId) || !known.has(link.toObjectiveId)) throw new Refusal('objective-unknown')
    if (link.fromObjectiveId === link.toObjectiveId)
      throw new Refusal('input-invalid', { count: 1 }, [
        {
          pointer: '/toObjectiveId',
          zh: '因和果不能是同一个目标，请另选一个。',
          en: 'Cause and effect are the same objective. Choose another.',
        },
      ])
    await refuseOwner(tx, institutionId, { ownerPersonId: link.ownerPersonId, today })
    await upsertLink(tx, institutionId, link)
    audit({
      kind: 'scorecard',
      id: scorecardId,
      detail: { from: link.fromObjectiveId, to: link.toObjectiveId, sign: link.sign, lagPeriods: link.lagPeriods, strength: link.strength },
    })
    return DONE
  },
})
