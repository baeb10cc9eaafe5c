import { rollRule } from '@milepost/contract/design/schemeRules'
import { savePerspectives } from '@milepost/contract/design/scorecard'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { deletePerspectives, freePerspectiveCodes, listObjectiveRows, listPerspectiveRows, upsertPerspective } from './data.ts'

export const savePerspectivesRoute = serve(savePerspectives, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, perspectives } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const before = await listPerspectiveRows(tx, institutionId, scorecardId)
    const known = new Set(before.map((row) => row.perspective_id))
    const twice = perspectives.find((one, at) => perspectives.findIndex((other) => other.code === one.code) !== at)
    if (twice) throw new Refusal('code-taken', { code: twice.code })
    if (perspectives.some(({ perspectiveId }) => perspectiveId !== null && !known.has(perspectiveId)))
      throw new Refusal('changed-meanwhile')
    const kept = new Set(perspectives.map(({ perspectiveId }) => perspectiveId))
    const gone = before.filter((row) => !kept.has(row.perspective_id))
    const objectives = await listObjectiveRows(tx, institutionId, scorecardId)
    const inUse = gone.find((row) => objectives.some((objective) => objective.perspective_id === row.perspective_id))
    if (inUse) throw new Refusal('perspective-in-use', { code: inUse.code })
    await deletePerspectives(
      tx,
      institutionId,
      gone.map((row) => row.perspective_id),
    )
    await freePerspectiveCodes(tx, institutionId, scorecardId)
    const rollRules = new Map(before.map((row) => [row.perspective_id, rollRule.parse(row.roll_rule)]))
    for (const [at, { perspectiveId, ...perspective }] of perspectives.entries())
      await upsertPerspective(tx, institutionId, scorecardId, {
        ...perspective,
        perspectiveId: perspectiveId ?? newId(),
        order: at + 1,
        rollRule: perspective.rollRule ?? rollRules.get(perspectiveId ?? '') ?? 'weighted',
      })
    audit({ kind: 'scorecard', id: scorecardId, detail: { perspectives: perspectives.map(({ code, weightBp }) => ({ code, weightBp })) } })
    return DONE
  },
})
