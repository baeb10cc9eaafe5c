import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, MigrationReport, Tx } from './types.ts'

/** One file of `server/migrations`, named like `0003_choose`. */
export type Migration = { name: string; sql: string; checksum: string }

/** Any number, the same for every process that migrates: it makes a second process wait for the first. */
const migrationLock = 5_210_2018

/** Reads the migrations in order. Line ends do not count for the checksum, so that a checkout on Windows is the same schema. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file)) throw new Error(`A migration must be named like 0003_choose.sql: ${file}`)
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      return { name: file.slice(0, -'.sql'.length), sql: text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Brings the schema up to date, forward only, each file in a transaction of its own: one that fails leaves the ones before it in place. */
export async function migrate(database: Pick<Database, 'asOwner'>, folder: string): Promise<MigrationReport> {
  const migrations = await readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const name = await database.asOwner(async (tx) => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
      const [next] = await pendingMigrations(tx, migrations)
      if (next) await applyMigration(tx, next)
      return next?.name
    })
    if (name === undefined) return { applied, already: migrations.length - applied.length }
    applied.push(name)
  }
}

/** The migrations still to be applied; throws if what has been applied is not the beginning of the list, file by file. */
export async function pendingMigrations(tx: Tx, migrations: Migration[]): Promise<Migration[]> {
  const history = await appliedMigrations(tx)
  for (const [index, done] of history.entries()) {
    const file = migrations[index]
    if (file?.name === done.name && file.checksum === done.checksum) continue
    if (file?.name === done.name) {
      throw new Error(
        `The migration ${done.name} was changed after it had been applied to this database. Undo the change and write a new migration.`,
      )
    }
    if (migrations.some((migration) => migration.name === done.name)) {
      throw new Error(`The migration ${file?.name} comes before ${done.name}, which this database already has. Give it a higher number.`)
    }
    throw new Error(
      `This database has the migration ${done.name}, which this version of Milepost does not know: it was used with a newer version.`,
    )
  }
  return migrations.slice(history.length)
}

/** Names and checksums of what has been applied, in order; empty for a new database. */
export async function appliedMigrations(tx: Tx): Promise<{ name: string; checksum: string }[]> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('public.schema_migration')::text as found`.execute(tx)
  if (!rows[0]?.found) return []
  return tx.selectFrom('schema_migration').select(['name', 'checksum']).orderBy('name').execute()
}

export async function applyMigration(tx: Tx, migration: Migration): Promise<void> {
  try {
    await sql.raw(migration.sql).execute(tx)
    await tx.insertInto('schema_migration').values({ name: migration.name, checksum: migration.checksum }).execute()
  } catch (error) {
    throw new Error(`The migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
