import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { StoredValue } from './data.ts'

export type ValueCheck = { readonly verdict: 'verified' | 'returned'; readonly by: string; readonly at: Date; readonly note: string }

/** A figure in force that nobody but its recorder has looked at. */
export const isUnchecked = (value: Pick<StoredValue, 'valueId' | 'state'>, checks: ReadonlyMap<string, ValueCheck>): boolean =>
  (value.state === 'reported' || value.state === 'estimated') && !checks.has(value.valueId)

/** Who has looked at which of these values. */
export async function checksOf(tx: Tx, institutionId: string, valueIds: readonly string[]): Promise<ReadonlyMap<string, ValueCheck>> {
  if (valueIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('value_check')
    .selectAll()
    .$narrowType<{ verdict: 'verified' | 'returned' }>()
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`value_id = any(${[...valueIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.value_id, { verdict: row.verdict, by: row.checked_by, at: row.checked_at, note: row.note }]))
}

type By = { readonly accountId: string | null; readonly name: string; readonly at: Date }

export async function saveChecks(
  tx: Tx,
  institutionId: string,
  given: { readonly valueIds: readonly string[]; readonly verdict: ValueCheck['verdict']; readonly note: string; readonly by: By },
): Promise<void> {
  const ROWS_A_STATEMENT = 1000
  for (let from = 0; from < given.valueIds.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('value_check')
      .values(
        given.valueIds.slice(from, from + ROWS_A_STATEMENT).map((valueId) => ({
          institution_id: institutionId,
          value_id: valueId,
          verdict: given.verdict,
          note: given.note,
          checked_by: given.by.name,
          checked_by_account_id: given.by.accountId,
          checked_at: given.by.at,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'value_id']).doUpdateSet((eb) => ({
          verdict: eb.ref('excluded.verdict'),
          note: eb.ref('excluded.note'),
          checked_by: eb.ref('excluded.checked_by'),
          checked_by_account_id: eb.ref('excluded.checked_by_account_id'),
          checked_at: eb.ref('excluded.checked_at'),
        })),
      )
      .execute()
  }
}

/** Figures in force of a cycle, by whether somebody other than the recorder has looked at them. */
export async function countChecks(
  tx: Tx,
  institutionId: string,
  cycleId: string,
  periodId: string | null = null,
): Promise<{ unchecked: number; returned: number; verified: number }> {
  const { rows } = await sql<{ verdict: string | null; n: string }>`
    select c.verdict, count(*) as n
    from (
      select distinct on (v.measure_id, v.period_id, v.scope_kind, v.unit_id, v.person_id) v.value_id, v.state
      from measure_value v join period p on p.institution_id = v.institution_id and p.period_id = v.period_id
      where v.institution_id = ${institutionId} and p.cycle_id = ${cycleId} and (${periodId}::uuid is null or p.period_id = ${periodId}::uuid)
      order by v.measure_id, v.period_id, v.scope_kind, v.unit_id, v.person_id, v.revision desc
    ) f left join value_check c on c.institution_id = ${institutionId} and c.value_id = f.value_id
    where f.state in ('reported', 'estimated')
    group by c.verdict`.execute(tx)
  const of = (verdict: string | null) => Number(rows.find((row) => row.verdict === verdict)?.n ?? 0)
  return { unchecked: of(null), returned: of('returned'), verified: of('verified') }
}
