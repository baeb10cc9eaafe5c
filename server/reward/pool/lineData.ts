import type { PayRunInput } from '@milepost/pay/payRun'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { Computation } from './data.ts'
import { type LineExplanation, lineExplanation, type UnitExplanation, unitExplanation } from './explanation.ts'

type UnitRow = { readonly unitId: string; readonly amountFen: number; readonly explanation: UnitExplanation }
type LineRow = {
  readonly personId: string
  readonly unitId: string
  readonly amountFen: number
  readonly explanation: LineExplanation
}

export type NewComputation = Computation & {
  readonly input: PayRunInput
  readonly warnings: readonly { readonly zh: string; readonly en: string }[]
  readonly units: readonly UnitRow[]
  readonly lines: readonly LineRow[]
}

const LINES_A_STATEMENT = 250

export async function insertComputation(tx: Tx, institutionId: string, given: NewComputation): Promise<void> {
  const place = { institution_id: institutionId, pool_id: given.poolId, computation_no: given.no }
  await tx
    .insertInto('pay_computation')
    .values({
      ...place,
      amount_fen: given.amountFen,
      reserve_fen: given.reserveFen,
      distributed_fen: given.distributedFen,
      input: JSON.stringify(given.input),
      input_hash: given.inputHash,
      warnings: JSON.stringify(given.warnings),
      computed_at: given.computedAt,
      computed_by: given.computedBy,
    })
    .execute()
  for (const batch of inBatches(given.units)) {
    await tx
      .insertInto('pay_unit_share')
      .values(
        batch.map((unit) => ({
          ...place,
          unit_id: unit.unitId,
          amount_fen: unit.amountFen,
          explanation: JSON.stringify(unit.explanation),
        })),
      )
      .execute()
  }
  for (const batch of inBatches(given.lines)) {
    await tx
      .insertInto('pay_line')
      .values(
        batch.map((line) => ({
          ...place,
          person_id: line.personId,
          unit_id: line.unitId,
          amount_fen: line.amountFen,
          explanation: JSON.stringify(line.explanation),
        })),
      )
      .execute()
  }
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += LINES_A_STATEMENT) yield all.slice(from, from + LINES_A_STATEMENT)
}

type Place = { readonly poolId: string; readonly no: number }

/** In the order of the institution's units. */
export async function readUnitRows(tx: Tx, institutionId: string, { poolId, no }: Place) {
  const rows = await tx
    .selectFrom('pay_unit_share')
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'pay_unit_share.institution_id').onRef('unit.unit_id', '=', 'pay_unit_share.unit_id'),
    )
    .select(['pay_unit_share.unit_id', 'amount_fen', 'explanation', 'code', 'name_zh', 'name_en'])
    .where('pay_unit_share.institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    amountFen: row.amount_fen,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    explanation: unitExplanation.parse(row.explanation),
  }))
}

/** By unit, then in pinyin order. */
export async function readLineRows(tx: Tx, institutionId: string, { poolId, no }: Place, personId?: string) {
  let query = tx
    .selectFrom('pay_line')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'pay_line.institution_id').onRef('person.person_id', '=', 'pay_line.person_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.institution_id', '=', 'pay_line.institution_id').onRef('unit.unit_id', '=', 'pay_line.unit_id'),
    )
    .select(['pay_line.person_id', 'pay_line.unit_id', 'amount_fen', 'explanation', 'employee_no', 'person.name'])
    .select(['unit.name_zh as unit_zh', 'unit.name_en as unit_en'])
    .where('pay_line.institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
  if (personId !== undefined) query = query.where('pay_line.person_id', '=', personId)
  const rows = await query.orderBy('unit.order_no').orderBy('unit.code').orderBy('person.name_key').orderBy('employee_no').execute()
  return rows.map((row) => ({
    personId: row.person_id,
    unitId: row.unit_id,
    amountFen: row.amount_fen,
    employeeNo: row.employee_no,
    name: row.name,
    unit: { zh: row.unit_zh, en: row.unit_en },
    explanation: lineExplanation.parse(row.explanation),
  }))
}

/** The amounts of a computation by person, for comparing. */
export async function readAmounts(tx: Tx, institutionId: string, { poolId, no }: Place): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('pay_line')
    .select(['person_id', 'amount_fen'])
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.amount_fen]))
}

const warnings = z.array(z.object({ zh: z.string(), en: z.string() }))

export async function readWarnings(tx: Tx, institutionId: string, { poolId, no }: Place) {
  const row = await tx
    .selectFrom('pay_computation')
    .select('warnings')
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
    .executeTakeFirstOrThrow()
  return warnings.parse(row.warnings)
}
