import { type LineTicket, lineTicketOf } from '@milepost/pay/lineTicket'
import type { Tx } from '../../platform/database/database.ts'
import { listSettlementLines, readRunInput, readSettledInput } from '../correction/data.ts'
import { readLineRows } from '../pool/lineData.ts'
import { approvedPools } from './approvedLines.ts'

export type PayFrom = {
  readonly poolId: string
  /** null: the stored run does not give the line again. */
  readonly line: LineTicket | null
  readonly corrections: readonly {
    readonly no: number
    readonly paidFen: number
    readonly dueFen: number
    readonly fromReserveFen: number
    readonly line: LineTicket | null
  }[]
}

/** What one person's amounts of a cycle were computed from: the stored inputs of each run, and beside them what was paid. */
export async function payFromOf(tx: Tx, institutionId: string, cycleId: string, personId: string): Promise<PayFrom[]> {
  const found: PayFrom[] = []
  for (const { pool, approval } of await approvedPools(tx, institutionId, cycleId)) {
    const [row] = await readLineRows(tx, institutionId, approval, personId)
    if (!row) continue
    const employeeNo = row.explanation.line.person
    const again = lineTicketOf(await readRunInput(tx, institutionId, approval), employeeNo)
    const corrections: PayFrom['corrections'][number][] = []
    for (const { no, paidFen, dueFen, fromReserveFen } of await listSettlementLines(tx, institutionId, pool.poolId, personId)) {
      const due = lineTicketOf(await readSettledInput(tx, institutionId, { poolId: pool.poolId, no }), employeeNo)
      corrections.push({ no, paidFen, dueFen, fromReserveFen, line: due && { ...due, fen: dueFen } })
    }
    // what was paid stands beside the inputs, not what they give today
    const line = again && { ...again, fen: row.amountFen, unitShareFen: row.explanation.line.unitShareFen }
    found.push({ poolId: pool.poolId, line, corrections })
  }
  return found
}
