import { removeObjective } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { countUses, deleteObjective, listObjectiveRows } from './data.ts'

export const removeObjectiveRoute = serve(removeObjective, {
  run: async ({ tx, institutionId, input, audit }) => {
    await draftScorecard(tx, institutionId, input.scorecardId)
    const objective = (await listObjectiveRows(tx, institutionId, input.scorecardId)).find((row) => row.objective_id === input.objectiveId)
    if (!objective) throw new Refusal('objective-unknown')
    const measures = await countUses(tx, institutionId, input.objectiveId)
    if (measures > 0) throw new Refusal('objective-in-use', { code: objective.code, measures })
    await deleteObjective(tx, institutionId, input.objectiveId)
    audit({ kind: 'objective', id: input.objectiveId, detail: { scorecardId: input.scorecardId, code: objective.code } })
    return DONE
  },
})
