import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { appliedMigrations } from '../database/migrate.ts'
import { type BackupEnd, type BackupHead, endName, headName, tableFile } from './backupFormat.ts'
import { readTables, type TableShape } from './tables.ts'
import { ZipWriter } from './zip.ts'

export type BackupReport = { tables: number; rows: number; bytes: number }

const rowsAtATime = 500

/**
 * Writes everything the database holds, of all institutions, as it stood at one moment, as a ZIP (`backupFormat.ts`) to `write`.
 * Others may go on working on PostgreSQL; on the embedded database they wait until it is done.
 */
function backUp(database: Database, { write, now }: { write: (bytes: Uint8Array) => Promise<unknown>; now: Date }): Promise<BackupReport> {
  return database.asOwner(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    await sql`set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'`.execute(
      tx,
    )
    const tables = await readTables(tx)
    const zip = new ZipWriter(write)
    const shapes = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
    const head: BackupHead = {
      format: 'milepost-backup-1',
      madeAt: now.toISOString(),
      migrations: await appliedMigrations(tx),
      tables: shapes,
    }
    await zip.addText(headName, JSON.stringify(head, null, 1))
    const end: BackupEnd = { tables: [] }
    for (const table of tables) end.tables.push(await backUpTable(tx, { table, zip }))
    await zip.addText(endName, JSON.stringify(end, null, 1))
    await zip.end()
    return { tables: tables.length, rows: end.tables.reduce((sum, { rows }) => sum + rows, 0), bytes: zip.bytes }
  })
}

/** The same into a file, which appears under its name only when it is whole and on the disk. */
export async function backUpToFile(database: Database, { path, now }: { path: string; now: Date }): Promise<BackupReport> {
  const unfinished = `${path}.part`
  const file = await open(unfinished, 'w', 0o600)
  try {
    const report = await backUp(database, { write: (bytes) => file.writeFile(bytes), now })
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    return report
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
}

async function backUpTable(tx: Tx, { table, zip }: { table: TableShape; zip: ZipWriter }): Promise<BackupEnd['tables'][number]> {
  const columns = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  await sql`declare backup_rows no scroll cursor for select json_build_array(${columns})::text as line from ${sql.table(table.name)}`.execute(
    tx,
  )
  const file = zip.add(tableFile(table.name))
  const hash = createHash('sha256')
  let rows = 0
  for (;;) {
    const batch = await sql<{ line: string }>`fetch ${sql.lit(rowsAtATime)} from backup_rows`.execute(tx)
    if (batch.rows.length === 0) break
    const text = Buffer.from(batch.rows.map(({ line }) => `${line}\n`).join(''))
    hash.update(text)
    rows += batch.rows.length
    await file.write(text)
  }
  await file.end()
  await sql`close backup_rows`.execute(tx)
  return { name: table.name, rows, sha256: hash.digest('hex') }
}
