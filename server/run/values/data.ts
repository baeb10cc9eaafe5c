import { bilingual } from '@milepost/contract/fields'
import { type ComputedValue, computedValue } from '@milepost/contract/run/computed'
import { type ValueDetail, valueDetail } from '@milepost/contract/run/detail'
import type { Holder } from '@milepost/contract/run/holder'
import type { Bilingual } from '@milepost/terms/bilingual'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { PeriodKind } from '../periods/periodCode.ts'

/** `withdrawn`: there is no value after all. */
type StoredState = 'reported' | 'estimated' | 'not-applicable-asked' | 'not-applicable' | 'suspended' | 'withdrawn'

/** What somebody said about a measure in a period; a correction is a new revision. */
type Statement = {
  readonly measureId: string
  readonly periodId: string
  readonly holder: Holder
  readonly state: StoredState
  readonly actual: string | null
  readonly numerator: string | null
  /** Below the line of a ratio, or the weight of a weighted mean. */
  readonly denominator: string | null
  readonly n: number | null
  readonly detail: ValueDetail | null
  readonly note: string
  readonly source: string
  /** What a formula took; absent or null where people or another program said it. */
  readonly computed?: ComputedValue | null
}

export type NewRevision = Statement & {
  readonly revision: number
  readonly recordedAt: Date
  readonly recordedByAccountId: string | null
  readonly recordedBy: string
  readonly doubts?: readonly Bilingual[]
  readonly granted?: { readonly by: string; readonly at: Date }
}

export type StoredValue = Statement & {
  readonly valueId: string
  readonly revision: number
  readonly periodCode: string
  readonly periodKind: PeriodKind
  readonly recordedAt: Date
  readonly recordedByAccountId: string | null
  readonly recordedBy: string
  readonly grantedBy: string | null
  readonly grantedAt: Date | null
  readonly doubts: readonly Bilingual[]
}

export type ValueFilter = {
  readonly cycleIds?: readonly string[]
  readonly periodIds?: readonly string[]
  readonly measureIds?: readonly string[]
  readonly valueId?: string
  readonly valueIds?: readonly string[]
  readonly holders?: readonly Holder[]
  readonly state?: StoredState
}

/** Every revision, oldest first. */
export async function listRevisions(tx: Tx, institutionId: string, filter: ValueFilter): Promise<StoredValue[]> {
  const rows = await selectValues(tx, institutionId, filter)
    .orderBy('measure_value.measure_id')
    .orderBy('period.starts_on')
    .orderBy('measure_value.revision')
    .execute()
  return rows.map(storedValue)
}

/** Of each measure, period and holder the highest revision: the one in force. */
export async function valuesInForce(tx: Tx, institutionId: string, filter: Omit<ValueFilter, 'state' | 'valueId'>): Promise<StoredValue[]> {
  const place = ['measure_value.measure_id', 'measure_value.period_id', 'scope_kind', 'unit_id', 'person_id'] as const
  let query = selectValues(tx, institutionId, filter).distinctOn([...place])
  for (const column of place) query = query.orderBy(column)
  return (await query.orderBy('measure_value.revision', 'desc').execute()).map(storedValue)
}

/** The values in force of a cycle, as a table to count in; what was withdrawn or only asked for is not among them. */
function inForce(tx: Tx, institutionId: string, cycleId: string, measureIds?: readonly string[]) {
  let newest = tx
    .selectFrom('measure_value')
    .innerJoin('period', (join) =>
      join.onRef('period.institution_id', '=', 'measure_value.institution_id').onRef('period.period_id', '=', 'measure_value.period_id'),
    )
    .distinctOn(['measure_id', 'measure_value.period_id', 'scope_kind', 'unit_id', 'person_id'])
    .select(['measure_id', 'measure_value.period_id', 'scope_kind', 'measure_value.state', 'period.kind'])
    .$narrowType<{ scope_kind: Holder['kind']; kind: PeriodKind }>()
    .where('measure_value.institution_id', '=', institutionId)
    .where('period.cycle_id', '=', cycleId)
    .orderBy('measure_id')
    .orderBy('measure_value.period_id')
    .orderBy('scope_kind')
    .orderBy('unit_id')
    .orderBy('person_id')
    .orderBy('measure_value.revision', 'desc')
  if (measureIds !== undefined) newest = newest.where(sql<boolean>`measure_value.measure_id = any(${[...measureIds]}::uuid[])`)
  return tx.selectFrom(newest.as('in_force')).where('state', 'not in', ['withdrawn', 'not-applicable-asked'])
}

export type KindInUse = { readonly measureId: string; readonly level: Holder['kind']; readonly kind: PeriodKind }

/** In which kinds of period each of these measures has values, by level. */
export async function listKindsInUse(
  tx: Tx,
  institutionId: string,
  { cycleId, measureIds }: { readonly cycleId: string; readonly measureIds: readonly string[] },
): Promise<KindInUse[]> {
  const rows = await inForce(tx, institutionId, cycleId, measureIds).select(['measure_id', 'scope_kind', 'kind']).distinct().execute()
  return rows.map((row) => ({ measureId: row.measure_id, level: row.scope_kind, kind: row.kind }))
}

/** Requests for "not applicable" that nobody has decided yet. */
export async function waitingRequests(tx: Tx, institutionId: string, cycleId: string): Promise<StoredValue[]> {
  const asked = await listRevisions(tx, institutionId, { cycleIds: [cycleId], state: 'not-applicable-asked' })
  if (asked.length === 0) return []
  const newest = await valuesInForce(tx, institutionId, {
    measureIds: [...new Set(asked.map((value) => value.measureId))],
    periodIds: [...new Set(asked.map((value) => value.periodId))],
  })
  return newest.filter((value) => value.state === 'not-applicable-asked')
}

function selectValues(tx: Tx, institutionId: string, filter: ValueFilter) {
  let query = tx
    .selectFrom('measure_value')
    .innerJoin('period', (join) =>
      join.onRef('period.institution_id', '=', 'measure_value.institution_id').onRef('period.period_id', '=', 'measure_value.period_id'),
    )
    .selectAll('measure_value')
    .select(['period.code as period_code', 'period.kind as period_kind'])
    .$narrowType<{ state: StoredState; scope_kind: Holder['kind']; period_kind: PeriodKind }>()
    .where('measure_value.institution_id', '=', institutionId)
  if (filter.cycleIds !== undefined) query = query.where(sql<boolean>`period.cycle_id = any(${[...filter.cycleIds]}::uuid[])`)
  if (filter.periodIds !== undefined) query = query.where(sql<boolean>`measure_value.period_id = any(${[...filter.periodIds]}::uuid[])`)
  if (filter.measureIds !== undefined) query = query.where(sql<boolean>`measure_value.measure_id = any(${[...filter.measureIds]}::uuid[])`)
  if (filter.valueId !== undefined) query = query.where('value_id', '=', filter.valueId)
  if (filter.valueIds !== undefined) query = query.where(sql<boolean>`value_id = any(${[...filter.valueIds]}::uuid[])`)
  if (filter.state !== undefined) query = query.where('measure_value.state', '=', filter.state)
  if (filter.holders !== undefined) query = query.where(isOneOf(filter.holders))
  return query
}

function isOneOf(holders: readonly Holder[]) {
  const unitIds = holders.flatMap((holder) => (holder.kind === 'unit' ? [holder.unitId] : []))
  const personIds = holders.flatMap((holder) => (holder.kind === 'person' ? [holder.personId] : []))
  const institution = holders.some((holder) => holder.kind === 'institution')
  return sql<boolean>`((scope_kind = 'institution' and ${institution}) or unit_id = any(${unitIds}::uuid[]) or person_id = any(${personIds}::uuid[]))`
}

const doubtList = z.array(bilingual)

type ValueRow = Awaited<ReturnType<ReturnType<typeof selectValues>['execute']>>[number]

const storedValue = (row: ValueRow): StoredValue => ({
  valueId: row.value_id,
  measureId: row.measure_id,
  periodId: row.period_id,
  periodCode: row.period_code,
  periodKind: row.period_kind,
  holder: holderOf(row),
  revision: row.revision,
  state: row.state,
  actual: row.actual,
  numerator: row.numerator,
  denominator: row.denominator,
  n: row.n,
  detail: row.detail === null ? null : valueDetail.parse(row.detail),
  note: row.note,
  source: row.source,
  recordedAt: row.recorded_at,
  recordedByAccountId: row.recorded_by_account_id,
  recordedBy: row.recorded_by,
  grantedBy: row.granted_by,
  grantedAt: row.granted_at,
  doubts: doubtList.parse(row.doubts),
  computed: row.computed === null ? null : computedValue.parse(row.computed),
})

export function holderOf(row: { scope_kind: Holder['kind']; unit_id: string | null; person_id: string | null }): Holder {
  if (row.scope_kind === 'person' && row.person_id !== null) return { kind: 'person', personId: row.person_id }
  return row.scope_kind === 'unit' && row.unit_id !== null ? { kind: 'unit', unitId: row.unit_id } : { kind: 'institution' }
}

export const holderColumns = (holder: Holder) => ({
  scope_kind: holder.kind,
  unit_id: holder.kind === 'unit' ? holder.unitId : null,
  person_id: holder.kind === 'person' ? holder.personId : null,
})
