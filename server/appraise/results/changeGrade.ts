import { Refusal } from '@milepost/contract/refusals'
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

/** The cap is asked again at every later change, and the ledger written anew. The old grade stays on record under its version. */
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
  await insertGradeChange(tx, { ...change, from: row.grade ?? 'ungraded' })
  await keepLedger(tx, institutionId, row.cycle_id)
}
