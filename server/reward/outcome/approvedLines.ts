import type { payLineView } from '@milepost/contract/reward/outcome'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { listSettlementLines, listSettlements, readSettledInput } from '../correction/data.ts'
import { type Approval, type Computation, listApprovals, listComputations, listPoolsOf, type Pool } from '../pool/data.ts'
import type { LineExplanation } from '../pool/explanation.ts'
import { readLineRows, readUnitRows } from '../pool/lineData.ts'
import { dueSteps } from './dueSteps.ts'
import { paySteps } from './paySteps.ts'

export type ApprovedPool = { readonly pool: Pool; readonly approval: Approval; readonly computation: Computation }
export type PayLineView = z.infer<typeof payLineView>

/** Approved pools of a cycle with the computation that was approved, newest first. */
export async function approvedPools(tx: Tx, institutionId: string, cycleId: string): Promise<ApprovedPool[]> {
  const pools = await listPoolsOf(tx, institutionId, cycleId)
  const ids = pools.map((pool) => pool.poolId)
  const approvals = await listApprovals(tx, institutionId, ids)
  const computations = await listComputations(tx, institutionId, ids)
  return pools.flatMap((pool) => {
    const approval = approvals.find((one) => one.poolId === pool.poolId)
    const computation = computations.find((one) => one.poolId === pool.poolId && one.no === approval?.no)
    return approval && computation ? [{ pool, approval, computation }] : []
  })
}

/** What the approved pools of a cycle bring one person, step by step; who had no result yet when a pool was approved has what was settled since. */
export async function approvedLinesOf(tx: Tx, institutionId: string, cycleId: string, personId: string): Promise<PayLineView[]> {
  const lines: PayLineView[] = []
  for (const { pool, approval, computation } of await approvedPools(tx, institutionId, cycleId)) {
    const [line] = await readLineRows(tx, institutionId, approval, personId)
    const unit = line && (await readUnitRows(tx, institutionId, approval)).find((one) => one.unitId === line.unitId)
    const corrections = await correctionsOf(tx, institutionId, pool, { personId, first: line?.explanation ?? null })
    if ((!line || !unit) && corrections.length === 0) continue
    lines.push({
      poolId: pool.poolId,
      pool: pool.name,
      approvedAt: approval.approvedAt.toISOString(),
      approvedBy: approval.approvedBy,
      amountFen: line?.amountFen ?? 0,
      corrections,
      steps:
        line && unit
          ? paySteps({
              amounts: computation,
              settings: pool.settings,
              unitName: unit.name,
              unitLine: unit.explanation.line,
              weightOfAll: unit.explanation.weightOfAll,
              explanation: line.explanation,
            })
          : null,
    })
  }
  return lines
}

type OfPerson = { readonly personId: string; readonly first: LineExplanation | null }

/** What was settled for one person since the approval, each with the steps of what was due then. */
async function correctionsOf(
  tx: Tx,
  institutionId: string,
  { poolId, settings }: Pool,
  { personId, first }: OfPerson,
): Promise<PayLineView['corrections']> {
  const lines = await listSettlementLines(tx, institutionId, poolId, personId)
  if (lines.length === 0) return []
  const settlements = new Map((await listSettlements(tx, institutionId, poolId)).map((one) => [one.no, one]))
  const found: PayLineView['corrections'] = []
  for (const { no, employeeNo, dueFen, fromReserveFen } of lines) {
    const settled = settlements.get(no)
    if (!settled) continue
    const { approvedAt, approvedBy, reason } = settled
    const steps = dueSteps(await readSettledInput(tx, institutionId, { poolId, no }), settings, { person: employeeNo, first })
    found.push({ no, approvedAt: approvedAt.toISOString(), approvedBy, reason, dueFen, amountFen: fromReserveFen, steps })
  }
  return found
}
