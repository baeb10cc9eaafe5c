import { sql } from 'kysely'
import type { Tx } from './types.ts'

/** The two roles beside the program's own: one sees who was invited to a survey, the other takes ballots in, neither sees the other's tables. */
export type NarrowRole = 'milepost_roster' | 'milepost_collector'

/** Runs `work` in the open transaction with the rights of that role only, then goes back to the program's own. */
export async function underRole<T>(tx: Tx, role: NarrowRole, work: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`select set_config('role', ${role}, true)`.execute(tx)
  const result = await work(tx)
  await sql`select set_config('role', 'milepost_app', true)`.execute(tx)
  return result
}
