import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { revisionsByFormula } from '../computed/revisionsByFormula.ts'
import { holderColumns, type NewRevision } from './data.ts'

const ROWS_A_STATEMENT = 500

/** Adds revisions, and those that follow from them by formula; nothing is ever changed. Gives the ids of the ones given, in order. */
export async function insertRevisions(tx: Tx, institutionId: string, revisions: readonly NewRevision[]): Promise<string[]> {
  if (revisions.length === 0) return []
  const ids = await insertRows(tx, institutionId, revisions)
  await insertRows(tx, institutionId, await revisionsByFormula(tx, institutionId, revisions))
  return ids
}

async function insertRows(tx: Tx, institutionId: string, revisions: readonly NewRevision[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < revisions.length; from += ROWS_A_STATEMENT) {
    const rows = revisions.slice(from, from + ROWS_A_STATEMENT).map((one) => rowOf(institutionId, newId(), one))
    await tx.insertInto('measure_value').values(rows).execute()
    ids.push(...rows.map((row) => row.value_id))
  }
  return ids
}

const rowOf = (institutionId: string, valueId: string, one: NewRevision) => ({
  institution_id: institutionId,
  value_id: valueId,
  measure_id: one.measureId,
  period_id: one.periodId,
  ...holderColumns(one.holder),
  revision: one.revision,
  state: one.state,
  actual: one.actual,
  numerator: one.numerator,
  denominator: one.denominator,
  n: one.n,
  detail: one.detail === null ? null : JSON.stringify(one.detail),
  computed: one.computed ? JSON.stringify(one.computed) : null,
  note: one.note,
  source: one.source,
  recorded_at: one.recordedAt,
  recorded_by_account_id: one.recordedByAccountId,
  recorded_by: one.recordedBy,
  doubts: JSON.stringify(one.doubts ?? []),
  granted_by: one.granted?.by ?? null,
  granted_at: one.granted?.at ?? null,
})

/** Two writers of values go one after the other, so that the second judges by what the first has saved. */
export async function waitForOtherWriters(tx: Tx, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${institutionId}, 5211))`.execute(tx)
}
