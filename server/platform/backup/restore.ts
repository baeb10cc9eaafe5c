import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { appliedMigrations, applyMigration, type Migration, pendingMigrations, readMigrations } from '../database/migrate.ts'
import { SCHEMAS } from '../database/schemas.ts'
import { type BackupEnd, type BackupHead, backupEnd, backupHead, endName, headName, tableFile } from './backupFormat.ts'
import { readTables, type TableShape } from './tables.ts'
import { withoutReferences } from './withoutReferences.ts'
import { readZip, type ZipPiece } from './zip.ts'

export type RestoreReport = { madeAt: string; tables: number; rows: number; migrated: string[] }

const rowsAtATime = 500

/**
 * Restores the backup in the file `path` into an empty database, all or nothing. A backup made by an earlier version is first restored into the
 * schema it was made with and then migrated, so that migrations see its rows. `migrations` is the folder of this program's migrations.
 */
export async function restore(
  database: Database,
  { path, migrations: folder }: { path: string; migrations: string },
): Promise<RestoreReport> {
  const migrations = await readMigrations(folder)
  return database.asOwner(async (tx) => {
    const pieces = readZip(createReadStream(path))
    try {
      const head = backupHead.parse(JSON.parse(await readText(pieces, headName)))
      await refuseUnlessEmpty(tx)
      await makeSchema(tx, { head, migrations })
      const tables = matchTables(head, await readTables(tx))
      const end = await withoutReferences(tx, () => loadTables(tx, { tables, pieces }))
      const later = await pendingMigrations(tx, migrations)
      for (const migration of later) await applyMigration(tx, migration)
      const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
      return { madeAt: head.madeAt, tables: tables.length, rows, migrated: later.map(({ name }) => name) }
    } finally {
      await pieces.return(undefined)
    }
  })
}

async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  for (const { name } of await readTables(tx)) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(tx)
    if (rows.length > 0) throw new Error(`The database is not empty (${name} has rows). Restore into a new database or folder.`)
  }
}

/** Brings the empty database to exactly the schema the backup was made with. */
async function makeSchema(tx: Tx, { head, migrations }: { head: BackupHead; migrations: Migration[] }): Promise<void> {
  const wanted = head.migrations.map((migration, index) => {
    const own = migrations[index]
    if (own?.name === migration.name && own.checksum === migration.checksum) return own
    throw new Error(
      `The backup was made with another or a newer version of Milepost: this one does not know its migration ${migration.name} as it was.`,
    )
  })
  const present = await appliedMigrations(tx)
  if (present.length > wanted.length) {
    for (const schema of SCHEMAS.toReversed()) await sql`drop schema if exists ${sql.ref(schema)} cascade`.execute(tx)
    await sql`create schema public`.execute(tx)
  }
  for (const migration of await pendingMigrations(tx, wanted)) await applyMigration(tx, migration)
}

/** The tables in the order of the backup, with the types this database gives their columns. */
function matchTables(head: BackupHead, shapes: TableShape[]): TableShape[] {
  return head.tables.map(({ name, columns }) => {
    const own = shapes.find((shape) => shape.name === name)
    const matched = columns.map((column) => own?.columns.find((it) => it.name === column))
    if (!own || matched.includes(undefined)) throw new Error(`The backup does not fit the schema it names: table ${name}`)
    return { name, columns: matched.filter((column) => column !== undefined) }
  })
}

async function loadTables(tx: Tx, { tables, pieces }: { tables: TableShape[]; pieces: AsyncGenerator<ZipPiece> }): Promise<BackupEnd> {
  const loaded: BackupEnd = { tables: [] }
  for (const table of tables) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const lines of readLines(pieces, { name: tableFile(table.name), seen: (bytes) => hash.update(bytes) })) {
      await insertRows(tx, { table, lines })
      rows += lines.length
    }
    loaded.tables.push({ name: table.name, rows, sha256: hash.digest('hex') })
  }
  const end = backupEnd.parse(JSON.parse(await readText(pieces, endName)))
  const damaged = loaded.tables.find((table, index) => JSON.stringify(table) !== JSON.stringify(end.tables[index]))
  if (damaged) throw new Error(`The backup is damaged: what it holds of ${damaged.name} is not what was written`)
  return end
}

async function insertRows(tx: Tx, { table, lines }: { table: TableShape; lines: string[] }): Promise<void> {
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(table.columns.map(({ type }, index) => sql`(line ->> ${sql.lit(index)})::${sql.raw(type)}`))
  await sql`insert into ${sql.table(table.name)} (${columns}) select ${values} from json_array_elements(${`[${lines.join()}]`}::json) line`.execute(
    tx,
  )
}

/** The lines of the next file, some hundred at a time. */
async function* readLines(
  pieces: AsyncGenerator<ZipPiece>,
  file: { name: string; seen: (bytes: Uint8Array) => void },
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let lines: string[] = []
  let rest = ''
  for await (const bytes of readFile(pieces, file.name)) {
    file.seen(bytes)
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    while (lines.length >= rowsAtATime) {
      yield lines.slice(0, rowsAtATime)
      lines = lines.slice(rowsAtATime)
    }
  }
  if (lines.length > 0) yield lines
}

async function readText(pieces: AsyncGenerator<ZipPiece>, name: string): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const bytes of readFile(pieces, name)) parts.push(bytes)
  return Buffer.concat(parts).toString('utf8')
}

/** The bytes of the next file, which must be the one of that name. */
async function* readFile(pieces: AsyncGenerator<ZipPiece>, name: string): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { value: piece, done } = await pieces.next()
    if (done) throw new Error(`This is not a whole backup: it ends before ${name}`)
    if (piece.name !== name) throw new Error(`This is not a backup of Milepost: ${piece.name} where ${name} should be`)
    yield piece.bytes
    if (piece.last) return
  }
}
