import type { Transaction } from 'kysely'
import type { DB } from './schema.ts'

/** The one handle a verb receives: a transaction that is already open and already tied to an institution. */
export type Tx = Transaction<DB>

/** What one run of the migrations did: names of those it applied, in order, and how many were in place already. */
export type MigrationReport = { applied: string[]; already: number }

/**
 * The database as the rest of the server sees it, the same for the embedded engine and for PostgreSQL.
 *
 * Inside `work`, use `tx` and nothing else. The embedded database has a single connection: a second `inInstitution` opened from within `work`
 * would wait for the first for ever, so it is refused at once. No HTTP, mail, hashing or waiting inside `work` either: everybody else queues behind it.
 */
export type Database = {
  kind: 'embedded' | 'postgres'
  /** One transaction as the unprivileged role, in which row-level security shows and accepts rows of this institution only. */
  inInstitution<T>(institutionId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction without row-level security: for migrations, for finding the institution at sign-in, and for backups. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Brings the schema up to date; safe to call on every start. */
  migrate(): Promise<MigrationReport>
  close(): Promise<void>
}
