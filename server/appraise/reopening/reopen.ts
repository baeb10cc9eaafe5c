import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { appraisalState, grade, gradeChange } from '@milepost/contract/appraise/appraisals'
import { answerReopening, askReopening, readReopenings } from '@milepost/contract/appraise/reopenings'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { withoutStop } from '@milepost/terms/sentences'
import { findCycle, type NewMessage, queueMessages } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { appraisalRows, findAppraisalRow, isDecided, lockCycle } from '../data.ts'
import { listMembers } from '../decision/data.ts'
import { listInvestigations } from '../record/data.ts'
import { insertReopening, listCorrections, listReopenings, openAgain, setReopeningAnswered } from './data.ts'

type Row = Awaited<ReturnType<typeof listReopenings>>[number]

/** Somebody else than who asked, not about oneself; where a committee is set, its chair. */
export async function reopeningAnswered(tx: Tx, institutionId: string, cycleId: string, actor: Actor): Promise<(row: Row) => boolean> {
  const chair = (await listMembers(tx, institutionId, cycleId)).find((one) => one.member_class === 'chair')
  const isLeader = mayByRole(actor, 'grade.decide') && (chair === undefined || chair.person_id === actor.personId)
  return (row) => isLeader && row.asked_by_account_id !== actor.accountId && row.person_id !== actor.personId
}

export const readReopeningsRoute = serve(readReopenings, {
  run: async ({ tx, institutionId, input, actor }) => {
    const may = await reopeningAnswered(tx, institutionId, input.cycleId, actor)
    const cases = await listInvestigations(tx, institutionId)
    const inCase = new Set(cases.flatMap((one) => (one.closed_on === null ? [one.person_id] : [])))
    const reopenings = await listReopenings(tx, institutionId, { cycleId: input.cycleId })
    return {
      reopenings: reopenings.map((row) => ({
        reopeningId: row.reopening_id,
        appraisalId: row.appraisal_id,
        name: row.name,
        reason: row.reason,
        document: row.document,
        state: row.state,
        askedBy: row.asked_by,
        askedAt: row.asked_at.toISOString(),
        answeredBy: row.answered_by,
        answer: row.answer,
        answeredAt: row.answered_at?.toISOString() ?? null,
        gradeBefore: grade.nullable().parse(row.grade_before),
        mayAnswer: row.state === 'asked' && may(row),
      })),
      appraisals: (await appraisalRows(tx, institutionId, input.cycleId).execute()).map((row) => ({
        appraisalId: row.appraisal_id,
        name: row.name,
        unit: { zh: row.unit_zh, en: row.unit_en },
        state: appraisalState.parse(row.state),
        grade: grade.nullable().parse(row.grade),
        version: row.version,
        lateGradeOpen: isDecided(row.state) && row.participation === 'none-yet' && row.grade === 'ungraded' && !inCase.has(row.person_id),
      })),
      corrections: (await listCorrections(tx, institutionId, input.cycleId)).map((row) => ({
        name: row.name,
        from: grade.parse(row.from_grade),
        to: grade.parse(row.to_grade),
        because: gradeChange.shape.because.parse(row.because),
        reason: row.reason,
        decidedBy: row.decided_by,
        changedAt: row.changed_at.toISOString(),
      })),
    }
  },
})

/** Only what stands between the ratings and the final grade: before, it is open anyway; after, it is corrected or reviewed. */
export const askReopeningRoute = serve(askReopening, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!row || actor.accountId === null) throw new Refusal('not-found')
    if (row.state === 'final') throw new Refusal('reopening-after-final')
    if (row.state !== 'proposed' && row.state !== 'decided') throw new Refusal('reopening-not-needed')
    const reopeningId = newId()
    const { appraisalId, reason, document } = input
    const asked = { institutionId, reopeningId, appraisalId, reason, document, by: actor.name, accountId: actor.accountId, at: now }
    if (!(await insertReopening(tx, asked))) throw new Refusal('reopening-asked')
    audit({ kind: 'appraisal', id: appraisalId, detail: { reopeningId, reason, document } })
    return { reopeningId }
  },
})

/** Whoever it is about learns of it at once, with the reason. */
const openedAgainFor = (row: Row, year: number, by: string): NewMessage => ({
  key: `reopened ${row.reopening_id}`,
  personId: row.person_id,
  subject: { zh: `您的 ${year} 年度考核已重新开启`, en: `Your appraisal of ${year} was opened again` },
  body: {
    zh: `经 ${by} 批准：${withoutStop(row.reason)}。原结果不再有效，将重新评定并另行告知。`,
    en: `Allowed by ${by}: ${withoutStop(row.reason)}. What was decided no longer stands; you will be told the new result.`,
  },
  href: `/appraise/mine?year=${year}`,
  dueOn: null,
})

/** Allowed, the appraisal goes back to its ratings as the next version; what was decided stays under the one before. */
export const answerReopeningRoute = serve(answerReopening, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const [row] = await listReopenings(tx, institutionId, { reopeningId: input.reopeningId })
    if (!row || actor.accountId === null) throw new Refusal('not-found')
    await lockCycle(tx, institutionId, row.cycle_id)
    if (!(await reopeningAnswered(tx, institutionId, row.cycle_id, actor))(row)) throw new Refusal('reopening-other-person')
    const appraisal = await findAppraisalRow(tx, institutionId, row.appraisal_id)
    if (appraisal?.state === 'final') throw new Refusal('reopening-after-final')
    const { reopeningId, granted, answer } = input
    const answered = { institutionId, reopeningId, granted, answer, by: actor.name, accountId: actor.accountId, at: now }
    if (!(await setReopeningAnswered(tx, answered))) throw new Refusal('changed-meanwhile')
    if (granted) {
      await openAgain(tx, { institutionId, appraisalId: row.appraisal_id, cycleId: row.cycle_id, at: now })
      const year = (await findCycle(tx, institutionId, row.cycle_id))?.year ?? 0
      await queueMessages(tx, institutionId, [openedAgainFor(row, year, actor.name)], now)
    }
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { reopeningId, granted, answer } })
    return DONE
  },
})
