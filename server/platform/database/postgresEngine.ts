import type { Engine } from './engine.ts'
import { newPool } from './pool.ts'

const oldestMajor = 15

/** A PostgreSQL server, by its address (`postgres://user:password@host/database`). */
export async function openPostgresEngine({ url, connections = 10 }: { url: string; connections?: number }): Promise<Engine> {
  const pool = newPool({ connectionString: url, max: connections, connectionTimeoutMillis: 30_000 })
  try {
    const { rows } = await pool.query<{ major: number }>(`select current_setting('server_version_num')::int / 10000 as major`)
    const major = rows[0]?.major ?? 0
    if (major < oldestMajor) throw new Error(`Milepost needs PostgreSQL ${oldestMajor} or newer; this server is PostgreSQL ${major}`)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { kind: 'postgres', pool, close: () => pool.end() }
}
