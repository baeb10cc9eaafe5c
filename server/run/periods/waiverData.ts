import type { Holder } from '@milepost/contract/run/holder'
import type { Tx } from '../../platform/database/database.ts'
import { holderColumns, holderOf } from '../values/data.ts'

/** What a period was closed without, and why. */
export type Waiver = {
  readonly waiverId: string
  readonly periodId: string
  readonly periodRevision: number
  readonly measureId: string
  readonly holder: Holder
  readonly reason: string
  readonly waivedBy: string
  readonly waivedAt: Date
}

export async function listWaivers(tx: Tx, institutionId: string, filter: { cycleId?: string; periodId?: string }): Promise<Waiver[]> {
  let query = tx
    .selectFrom('period_waiver')
    .innerJoin('period', (join) =>
      join.onRef('period.institution_id', '=', 'period_waiver.institution_id').onRef('period.period_id', '=', 'period_waiver.period_id'),
    )
    .selectAll('period_waiver')
    .$narrowType<{ scope_kind: Holder['kind'] }>()
    .where('period_waiver.institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('period.cycle_id', '=', filter.cycleId)
  if (filter.periodId !== undefined) query = query.where('period_waiver.period_id', '=', filter.periodId)
  const rows = await query.orderBy('waived_at', 'desc').orderBy('waiver_id').execute()
  return rows.map((row) => ({
    waiverId: row.waiver_id,
    periodId: row.period_id,
    periodRevision: row.period_revision,
    measureId: row.measure_id,
    holder: holderOf(row),
    reason: row.reason,
    waivedBy: row.waived_by,
    waivedAt: row.waived_at,
  }))
}

const ROWS_A_STATEMENT = 500

export async function insertWaivers(
  tx: Tx,
  institutionId: string,
  waivers: readonly Waiver[],
  tell: (done: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < waivers.length; from += ROWS_A_STATEMENT) {
    await tell(from)
    await tx
      .insertInto('period_waiver')
      .values(
        waivers.slice(from, from + ROWS_A_STATEMENT).map((one) => ({
          institution_id: institutionId,
          waiver_id: one.waiverId,
          period_id: one.periodId,
          period_revision: one.periodRevision,
          measure_id: one.measureId,
          ...holderColumns(one.holder),
          reason: one.reason,
          waived_by: one.waivedBy,
          waived_at: one.waivedAt,
        })),
      )
      .execute()
  }
}
