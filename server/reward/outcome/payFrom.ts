import { type LineTicket, lineTicketOf } from '@milepost/pay/lineTicket'
import type { Tx } from '../../platform/database/database.ts'
import { listSettlementLines, readRunInput, readSettledInput } from '../correction/data.ts'
import { readLineRows } from '../pool/lineData.ts'
import { approvedPools } from './approvedLines.ts'

export type PayFrom = {
  readonly poolId: string
  /** null: there is no line in the approved run, or the stored run does not give it again. */
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
    const settled = await listSettlementLines(tx, institutionId, pool.poolId, personId)
    if (!row && settled.length === 0) continue
    const again = row && lineTicketOf(await readRunInput(tx, institutionId, approval), row.explanation.line.person)
    const corrections: PayFrom['corrections'][number][] = []
    for (const { no, employeeNo, paidFen, dueFen, fromReserveFen } of settled) {
      const due = lineTicketOf(await readSettledInput(tx, institutionId, { poolId: pool.poolId, no }), employeeNo)
      corrections.push({ no, paidFen, dueFen, fromReserveFen, line: due && { ...due, fen: dueFen } })
    }
    // what was paid stands beside the inputs, not what they give today
    const line = row && again ? { ...again, fen: row.amountFen, unitShareFen: row.explanation.line.unitShareFen } : null
    found.push({ poolId: pool.poolId, line, corrections })
  }
  return found
}
