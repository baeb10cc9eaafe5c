import type { Tx } from '../../platform/database/database.ts'
import type { PeriodKind, PeriodSpan } from './periodCode.ts'

export type Period = PeriodSpan & {
  readonly periodId: string
  readonly cycleId: string
  /** The last day on which its values are in time. */
  readonly dueOn: string
  readonly state: 'open' | 'closed'
  /** Rises each time the period is opened again. */
  readonly revision: number
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly reopenedAt: Date | null
  readonly reopenedBy: string | null
  readonly reopenReason: string
}

type PeriodFilter = { readonly cycleId?: string; readonly periodId?: string; readonly code?: string }

/** Periods in time order, the longer before the shorter that begins with it. */
export async function listPeriods(tx: Tx, institutionId: string, filter: PeriodFilter = {}): Promise<Period[]> {
  return (await selectPeriods(tx, institutionId, filter).execute()).map(periodOf)
}

export async function findPeriod(tx: Tx, institutionId: string, filter: PeriodFilter): Promise<Period | null> {
  return (await listPeriods(tx, institutionId, filter))[0] ?? null
}

/** The period, held against a second writer until the act is done. */
export async function lockPeriod(tx: Tx, institutionId: string, periodId: string): Promise<Period | null> {
  const row = await selectPeriods(tx, institutionId, { periodId }).forUpdate().executeTakeFirst()
  return row ? periodOf(row) : null
}

function selectPeriods(tx: Tx, institutionId: string, filter: PeriodFilter) {
  let query = tx
    .selectFrom('period')
    .selectAll()
    .$narrowType<{ kind: PeriodKind; state: 'open' | 'closed' }>()
    .where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.periodId !== undefined) query = query.where('period_id', '=', filter.periodId)
  if (filter.code !== undefined) query = query.where('code', '=', filter.code)
  return query.orderBy('starts_on').orderBy('ends_on', 'desc')
}

type PeriodRow = Awaited<ReturnType<ReturnType<typeof selectPeriods>['execute']>>[number]

const periodOf = (row: PeriodRow): Period => ({
  periodId: row.period_id,
  cycleId: row.cycle_id,
  code: row.code,
  kind: row.kind,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  dueOn: row.due_on,
  state: row.state,
  revision: row.revision,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  reopenedAt: row.reopened_at,
  reopenedBy: row.reopened_by,
  reopenReason: row.reopen_reason,
})

type NewPeriod = PeriodSpan & { readonly periodId: string; readonly cycleId: string; readonly dueOn: string }

export async function insertPeriods(tx: Tx, institutionId: string, periods: readonly NewPeriod[]): Promise<void> {
  if (periods.length === 0) return
  await tx
    .insertInto('period')
    .values(
      periods.map((period) => ({
        institution_id: institutionId,
        period_id: period.periodId,
        cycle_id: period.cycleId,
        code: period.code,
        kind: period.kind,
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        due_on: period.dueOn,
      })),
    )
    .execute()
}

type PeriodChange = Partial<{
  due_on: string
  state: 'open' | 'closed'
  revision: number
  closed_at: Date | null
  closed_by: string | null
  reopened_at: Date
  reopened_by: string
  reopen_reason: string
}>

export async function changePeriod(tx: Tx, institutionId: string, periodId: string, change: PeriodChange): Promise<void> {
  await tx.updateTable('period').set(change).where('institution_id', '=', institutionId).where('period_id', '=', periodId).execute()
}

export type PeriodClose = {
  readonly periodId: string
  readonly revision: number
  /** The values in force at the closing; they themselves never change. */
  readonly valueIds: readonly string[]
  readonly hash: string
  readonly waived: number
  readonly closedAt: Date
  readonly closedBy: string
}

export async function insertClose(tx: Tx, institutionId: string, close: PeriodClose): Promise<void> {
  await tx
    .insertInto('period_close')
    .values({
      institution_id: institutionId,
      period_id: close.periodId,
      revision: close.revision,
      value_ids: [...close.valueIds],
      hash: close.hash,
      waived: close.waived,
      closed_at: close.closedAt,
      closed_by: close.closedBy,
    })
    .execute()
}

/** Every closing of a period, newest first. */
export async function listCloses(tx: Tx, institutionId: string, periodId: string): Promise<PeriodClose[]> {
  const rows = await tx
    .selectFrom('period_close')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('period_id', '=', periodId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    periodId: row.period_id,
    revision: row.revision,
    valueIds: row.value_ids,
    hash: row.hash,
    waived: row.waived,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
  }))
}
