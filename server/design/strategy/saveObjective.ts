import { rollRule } from '@milepost/contract/design/schemeRules'
import { saveObjective } from '@milepost/contract/design/scorecard'
import { Refusal } from '@milepost/contract/refusals'
import { diagnosed } from '../../diagnose/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { listObjectiveRows, listPerspectiveRows, listThemeRows, type ObjectiveRow, upsertObjective } from './data.ts'
import { refuseOwner } from './refuseOwner.ts'

export const saveObjectiveRoute = serve(saveObjective, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { scorecardId, objectiveId, ...objective } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const objectives = await listObjectiveRows(tx, institutionId, scorecardId)
    const before = objectives.find((row) => row.objective_id === objectiveId)
    if (objectiveId !== null && !before) throw new Refusal('objective-unknown')
    if (objectives.some((row) => row.code === objective.code && row.objective_id !== objectiveId))
      throw new Refusal('code-taken', { code: objective.code })
    const perspectives = await listPerspectiveRows(tx, institutionId, scorecardId)
    if (!perspectives.some((row) => row.perspective_id === objective.perspectiveId)) throw new Refusal('changed-meanwhile')
    const { findings } = await diagnosed(tx, institutionId)
    // one carried forward may still name a finding of an earlier diagnosis
    const named = objective.findingId !== null && objective.findingId !== before?.finding_id
    if (named && !findings.some(({ findingId }) => findingId === objective.findingId)) throw new Refusal('changed-meanwhile')
    if (objective.themeId !== null) {
      const themes = await listThemeRows(tx, institutionId, scorecardId)
      if (!themes.some((row) => row.theme_id === objective.themeId)) throw new Refusal('changed-meanwhile')
    }
    if (objective.ownerPersonId !== (before?.owner_person_id ?? null))
      await refuseOwner(tx, institutionId, { ownerPersonId: objective.ownerPersonId, today })
    const place = placeOf(before, objective.perspectiveId)
    const saved = {
      ...objective,
      place,
      objectiveId: objectiveId ?? newId(),
      order: before?.order_no ?? nextOrder(objectives),
      rollRule: objective.rollRule ?? rollRule.parse(before?.roll_rule ?? 'weighted'),
      critical: objective.critical ?? before?.critical ?? false,
    }
    await upsertObjective(tx, institutionId, scorecardId, saved)
    audit({ kind: 'objective', id: saved.objectiveId, detail: { scorecardId, code: saved.code, name: saved.name } })
    return { objectiveId: saved.objectiveId }
  },
})

const nextOrder = (objectives: readonly { order_no: number }[]) => Math.max(0, ...objectives.map((row) => row.order_no)) + 1

/** It keeps its place on the map while it stays in its perspective. */
function placeOf(before: ObjectiveRow | undefined, perspectiveId: string) {
  const hasPlace = before && before.perspective_id === perspectiveId && before.map_x !== null && before.map_y !== null
  return hasPlace ? { x: before.map_x ?? 0, y: before.map_y ?? 0 } : null
}
