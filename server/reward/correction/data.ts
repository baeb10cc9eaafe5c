import type { PayRunInput } from '@milepost/pay/payRun'
import type { Tx } from '../../platform/database/database.ts'
import { storedRun } from './storedRun.ts'

export type SettlementRow = {
  readonly no: number
  readonly approvedAt: Date
  readonly approvedBy: string
  readonly reason: string
  readonly reserveBeforeFen: number
  readonly paidFen: number
  readonly reserveAfterFen: number
}

export type SettlementLineRow = {
  readonly no: number
  readonly personId: string
  readonly employeeNo: string
  readonly name: string
  readonly unit: { readonly zh: string; readonly en: string }
  readonly paidFen: number
  readonly dueFen: number
  readonly fromReserveFen: number
  readonly standing: string
}

/** Oldest first. */
export async function listSettlements(tx: Tx, institutionId: string, poolId: string): Promise<SettlementRow[]> {
  const rows = await tx
    .selectFrom('pay_settlement')
    .select(['settlement_no', 'approved_at', 'approved_by', 'reason', 'reserve_before_fen', 'paid_fen', 'reserve_after_fen'])
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .orderBy('settlement_no')
    .execute()
  return rows.map((row) => ({
    no: row.settlement_no,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    reason: row.reason,
    reserveBeforeFen: row.reserve_before_fen,
    paidFen: row.paid_fen,
    reserveAfterFen: row.reserve_after_fen,
  }))
}

/** The lines of a pool's settlements, by settlement and then the largest payment first; the unit is the one the person's line came from, or the present one. */
export async function listSettlementLines(tx: Tx, institutionId: string, poolId: string, personId?: string): Promise<SettlementLineRow[]> {
  let query = tx
    .selectFrom('pay_settlement_line as line')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'line.institution_id').onRef('person.person_id', '=', 'line.person_id'),
    )
    .innerJoin('pay_approval as approval', (join) =>
      join.onRef('approval.institution_id', '=', 'line.institution_id').onRef('approval.pool_id', '=', 'line.pool_id'),
    )
    .leftJoin('pay_line', (join) =>
      join
        .onRef('pay_line.institution_id', '=', 'line.institution_id')
        .onRef('pay_line.pool_id', '=', 'line.pool_id')
        .onRef('pay_line.computation_no', '=', 'approval.computation_no')
        .onRef('pay_line.person_id', '=', 'line.person_id'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'pay_line.institution_id').onRef('unit.unit_id', '=', 'pay_line.unit_id'),
    )
    .select(['line.settlement_no', 'line.person_id', 'person.employee_no', 'person.name', 'unit.name_zh', 'unit.name_en'])
    .select(['line.paid_fen', 'line.due_fen', 'line.from_reserve_fen', 'line.standing'])
    .where('line.institution_id', '=', institutionId)
    .where('line.pool_id', '=', poolId)
  if (personId !== undefined) query = query.where('line.person_id', '=', personId)
  const rows = await query.orderBy('line.settlement_no').orderBy('line.from_reserve_fen', 'desc').orderBy('person.employee_no').execute()
  return rows.map((row) => ({
    no: row.settlement_no,
    personId: row.person_id,
    employeeNo: row.employee_no,
    name: row.name,
    unit: { zh: row.name_zh ?? '', en: row.name_en ?? '' },
    paidFen: row.paid_fen,
    dueFen: row.due_fen,
    fromReserveFen: row.from_reserve_fen,
    standing: row.standing,
  }))
}

/** What the approved computation took, as it was. */
export async function readRunInput(tx: Tx, institutionId: string, { poolId, no }: { poolId: string; no: number }): Promise<PayRunInput> {
  const row = await tx
    .selectFrom('pay_computation')
    .select('input')
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
    .executeTakeFirstOrThrow()
  return storedRun.parse(row.input)
}

/** What a settlement computed the amounts due from. */
export async function readSettledInput(
  tx: Tx,
  institutionId: string,
  { poolId, no }: { poolId: string; no: number },
): Promise<PayRunInput> {
  const row = await tx
    .selectFrom('pay_settlement')
    .select('input')
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('settlement_no', '=', no)
    .executeTakeFirstOrThrow()
  return storedRun.parse(row.input)
}

export type NewSettlement = SettlementRow & {
  readonly poolId: string
  readonly input: PayRunInput
  readonly inputHash: string
  readonly approvedByAccountId: string | null
  readonly lines: readonly Pick<SettlementLineRow, 'personId' | 'paidFen' | 'dueFen' | 'fromReserveFen' | 'standing'>[]
}

export async function insertSettlement(tx: Tx, institutionId: string, given: NewSettlement): Promise<void> {
  const place = { institution_id: institutionId, pool_id: given.poolId, settlement_no: given.no }
  await tx
    .insertInto('pay_settlement')
    .values({
      ...place,
      input: JSON.stringify(given.input),
      input_hash: given.inputHash,
      reserve_before_fen: given.reserveBeforeFen,
      paid_fen: given.paidFen,
      reserve_after_fen: given.reserveAfterFen,
      approved_at: given.approvedAt,
      approved_by: given.approvedBy,
      approved_by_account_id: given.approvedByAccountId,
      reason: given.reason,
    })
    .execute()
  if (given.lines.length === 0) return
  await tx
    .insertInto('pay_settlement_line')
    .values(
      given.lines.map((line) => ({
        ...place,
        person_id: line.personId,
        paid_fen: line.paidFen,
        due_fen: line.dueFen,
        from_reserve_fen: line.fromReserveFen,
        standing: line.standing,
      })),
    )
    .execute()
}
