import { placeObjectives } from '@milepost/contract/design/strategy'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { listObjectiveRows, listPerspectiveRows, placeObjective } from './data.ts'

/** Dragging, laying out and undoing are all the same act: these objectives stand there now, each in its perspective. */
export const placeObjectivesRoute = serve(placeObjectives, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, places } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const before = new Map((await listObjectiveRows(tx, institutionId, scorecardId)).map((row) => [row.objective_id, row]))
    const perspectives = new Set((await listPerspectiveRows(tx, institutionId, scorecardId)).map((row) => row.perspective_id))
    const wrong = places.flatMap(({ objectiveId, perspectiveId }, at): InvalidField[] => {
      if (!before.has(objectiveId))
        return [{ pointer: `/places/${at}/objectiveId`, zh: '该目标已被删除，请刷新。', en: 'This objective was removed. Reload.' }]
      return perspectives.has(perspectiveId)
        ? []
        : [{ pointer: `/places/${at}/perspectiveId`, zh: '该维度已被删除，请刷新。', en: 'This perspective was removed. Reload.' }]
    })
    if (wrong.length > 0) throw new Refusal('input-invalid', { count: wrong.length }, wrong)
    for (const place of places) await placeObjective(tx, institutionId, place)
    const moved = places.flatMap((place) => {
      const row = before.get(place.objectiveId)
      return row && row.perspective_id !== place.perspectiveId ? [row.code] : []
    })
    audit({ kind: 'scorecard', id: scorecardId, detail: { placed: places.length, movedToAnotherPerspective: moved } })
    return DONE
  },
})
