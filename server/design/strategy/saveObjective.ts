import { saveObjective } from '@milepost/contract/design/scorecard'
import { Refusal } from '@milepost/contract/refusals'
import { listFindings } from '../../diagnose/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { listObjectiveRows, listPerspectiveRows, upsertObjective } from './data.ts'

export const saveObjectiveRoute = serve(saveObjective, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, objectiveId, ...objective } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const objectives = await listObjectiveRows(tx, institutionId, scorecardId)
    const before = objectives.find((row) => row.objective_id === objectiveId)
    if (objectiveId !== null && !before) throw new Refusal('objective-unknown')
    if (objectives.some((row) => row.code === objective.code && row.objective_id !== objectiveId))
      throw new Refusal('code-taken', { code: objective.code })
    const perspectives = await listPerspectiveRows(tx, institutionId, scorecardId)
    if (!perspectives.some((row) => row.perspective_id === objective.perspectiveId)) throw new Refusal('changed-meanwhile')
    const findings = await listFindings(tx, institutionId)
    if (objective.findingId !== null && !findings.some(({ findingId }) => findingId === objective.findingId))
      throw new Refusal('changed-meanwhile')
    const saved = { ...objective, objectiveId: objectiveId ?? newId(), order: before?.order_no ?? nextOrder(objectives) }
    await upsertObjective(tx, institutionId, scorecardId, saved)
    audit({ kind: 'objective', id: saved.objectiveId, detail: { scorecardId, code: saved.code, name: saved.name } })
    return { objectiveId: saved.objectiveId }
  },
})

const nextOrder = (objectives: readonly { order_no: number }[]) => Math.max(0, ...objectives.map((row) => row.order_no)) + 1
