import { mayByRole } from '@milepost/access/may'
import { confirmGrades, readConfirmations } from '@milepost/contract/appraise/confirmations'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { isDecided, lockCycle } from '../data.ts'
import { saveConfirmations } from './data.ts'
import { type SecondLook, secondLooks } from './secondLevel.ts'

const mayConfirm = (look: SecondLook, personId: string | null) =>
  personId !== null && look.secondLevel?.personId === personId && look.state === 'waiting'

export const readConfirmationsRoute = serve(readConfirmations, {
  run: async ({ tx, institutionId, input, library, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const looks = await secondLooks(tx, { institutionId, cycle, today, library })
    const seesAll = mayByRole(actor, 'appraisal.list')
    return {
      people: looks
        .filter((look) => seesAll || (actor.personId !== null && look.secondLevel?.personId === actor.personId))
        .map((look) => ({
          appraisalId: look.row.appraisal_id,
          name: look.row.name,
          unit: { zh: look.row.unit_zh, en: look.row.unit_en },
          grade: look.grade,
          isDecided: isDecided(look.row.state),
          score: look.row.official_score,
          superior: look.superior?.name ?? null,
          secondLevel: look.secondLevel?.name ?? null,
          mayConfirm: mayConfirm(look, actor.personId),
          state: look.state,
          by: look.last?.by ?? null,
          on: look.last?.at.toISOString() ?? null,
          reason: look.last?.reason ?? '',
        })),
    }
  },
})

/** Confirmed one by one or all at once; sent back with a reason, once, and only before the committee has decided. */
export const confirmGradesRoute = serve(confirmGrades, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle || actor.personId === null) throw new Refusal('not-permitted')
    await lockCycle(tx, institutionId, cycle.cycleId)
    const { personId, name } = actor
    const { verdict, reason } = input
    const looks = new Map((await secondLooks(tx, { institutionId, cycle, today, library })).map((look) => [look.row.appraisal_id, look]))
    const asked = [...new Set(input.appraisalIds)].map((appraisalId) => looks.get(appraisalId))
    if (asked.some((look) => !look || !mayConfirm(look, personId))) throw new Refusal('not-second-level')
    if (verdict === 'returned') {
      if (reason.length < 10)
        throw new Refusal('input-invalid', { count: 1 }, [
          { pointer: '/reason', zh: '退回须写明理由（至少 10 字）。', en: 'Sending back needs a reason (at least 10 characters).' },
        ])
      const late = asked.filter((look) => look && (look.wasReturned || isDecided(look.row.state)))
      if (late.length > 0) throw new Refusal('returned-once', { names: late.map((look) => look?.row.name ?? '') })
    }
    await saveConfirmations(
      tx,
      institutionId,
      asked.flatMap((look) =>
        look
          ? [
              {
                confirmationId: newId(),
                appraisalId: look.row.appraisal_id,
                version: look.row.version,
                grade: look.grade,
                verdict,
                reason,
                by: name,
                personId,
                at: now,
              },
            ]
          : [],
      ),
    )
    const appraisals = asked.flatMap((look) => (look ? [look.row.appraisal_id] : []))
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { verdict, people: asked.length, appraisals } })
    return { settled: asked.length }
  },
})
