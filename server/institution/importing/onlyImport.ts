import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Two imports into one institution go one after the other, so that the second judges its rows by what the first has saved. */
export async function waitForOtherImports(tx: Tx, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${institutionId}, 5210))`.execute(tx)
}
