import { openEmbeddedEngine } from './embedded/embeddedEngine.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { openPostgresEngine } from './postgresEngine.ts'
import { transactions } from './transactions.ts'
import type { Database } from './types.ts'

export { Interruption } from './interruption.ts'
export type { Database, Tx } from './types.ts'

/** Which database: a PostgreSQL server by its address, a folder for the embedded one, or an embedded one in memory (for tests and tools). */
type DatabasePlace = { databaseUrl: string } | { folder: string; template?: string } | { memory: true; template?: string }

export type DatabaseOptions = DatabasePlace & {
  /** The folder of the numbered migrations. */
  migrations: string
  /** The longest a single query may run, and a transaction may idle, in milliseconds; 60 000 unless told. */
  deadlineMs?: number
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const deadlineMs = options.deadlineMs ?? 60_000
  return databaseOn(await openEngine(options, deadlineMs), { migrations: options.migrations, deadlineMs })
}

/** The same over an engine that is already open. */
export function databaseOn(
  engine: Engine,
  { migrations, deadlineMs, onQuery }: { migrations: string; deadlineMs: number; onQuery?: (text: string) => void },
): Database {
  const ways = transactions(engine, deadlineMs, onQuery)
  return { kind: engine.kind, ...ways, migrate: () => migrate(ways, migrations), close: () => engine.close() }
}

function openEngine(place: DatabasePlace, deadlineMs: number): Promise<Engine> {
  if ('databaseUrl' in place) return openPostgresEngine({ url: place.databaseUrl })
  if ('folder' in place) return openEmbeddedEngine({ folder: place.folder, template: place.template, deadlineMs })
  return openEmbeddedEngine({ template: place.template, deadlineMs })
}
