import { grade } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { GRADE_CHANGES, GRADES } from '@milepost/terms/grades'
import { withoutStop } from '@milepost/terms/sentences'
import { findCycle, type NewMessage, queueMessages } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { appraisalRows, findAppraisalRow, lockCycle } from '../data.ts'
import { latestSeatRun } from '../seats/data.ts'
import { keepLedger } from '../seats/keepLedger.ts'
import { insertGradeChange } from './data.ts'

type Change = {
  readonly institutionId: string
  readonly appraisalId: string
  readonly to: string
  readonly because: 'review' | 'appeal' | 're-appeal' | 'late-determination' | 'correction'
  readonly reason: string
  readonly decidedBy: readonly string[]
  readonly at: Date
}

/** The cap is asked again at every later change, the ledger written anew, and the person told. The old grade stays on record under its version. */
export async function changeGrade(tx: Tx, change: Change): Promise<void> {
  const { institutionId, appraisalId } = change
  const row = await findAppraisalRow(tx, institutionId, appraisalId)
  if (!row) throw new Refusal('not-found')
  await lockCycle(tx, institutionId, row.cycle_id)
  if (change.to === 'excellent') {
    const seats = (await latestSeatRun(tx, institutionId, row.cycle_id))?.seats ?? 0
    const rows = await appraisalRows(tx, institutionId, row.cycle_id).execute()
    const taken = rows.filter((one) => one.grade === 'excellent' && one.appraisal_id !== appraisalId).length
    if (taken >= seats) throw new Refusal('seats-all-taken', { seats })
  }
  const from = row.grade ?? 'ungraded'
  const version = await insertGradeChange(tx, { ...change, from })
  await keepLedger(tx, institutionId, row.cycle_id)
  const year = (await findCycle(tx, institutionId, row.cycle_id))?.year ?? 0
  await queueMessages(tx, institutionId, [toldOf(change, { personId: row.person_id, from, version, year })], change.at)
}

type Changed = { readonly personId: string; readonly from: string; readonly version: number; readonly year: number }

/** Whoever a grade is about learns of its change at once, with the reason and the way open against it. */
function toldOf({ appraisalId, to, because, reason }: Change, { personId, from, version, year }: Changed): NewMessage {
  const [old, now] = [GRADES[grade.parse(from)], GRADES[grade.parse(to)]]
  const by = GRADE_CHANGES[because]
  return {
    key: `grade ${appraisalId} ${version}`,
    personId,
    subject: {
      zh: `您 ${year} 年度考核等次由“${old.zh}”改为“${now.zh}”`,
      en: `Your grade of ${year} became “${now.en}”; it was “${old.en}”`,
    },
    body: {
      zh: `经${by.zh}：${withoutStop(reason)}。变更后的结果将重新送达；有异议的，可在送达后的期限内申请复核或申诉。`,
      en: `By ${by.en}: ${withoutStop(reason)}. The changed result is served again; from that day you may ask for a review or appeal within its days.`,
    },
    href: `/appraise/mine?year=${year}`,
    dueOn: null,
  }
}
