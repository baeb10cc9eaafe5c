import { inject } from 'vitest'
import { type EmbeddedEngine, openEmbeddedEngine } from '../database/embedded/embeddedEngine.ts'
import type { Engine } from '../database/engine.ts'

const DEADLINE_MS = 60_000

/** What a migrated database is made of, so that one that a test has altered is seen: its relations, columns, triggers, policies, functions and roles. */
const SHAPE = `select md5(string_agg(part, ',' order by part)) as shape from (
  select concat('r', oid, relname, relkind, relrowsecurity, relforcerowsecurity, relacl) from pg_class
    where relnamespace::regnamespace::text not like 'pg\\_%' and relnamespace <> 'information_schema'::regnamespace
  union all select concat('a', attrelid, attname, attnotnull) from pg_attribute where attnum > 0 and attrelid >= 16384
    and attrelid in (select oid from pg_class where relkind in ('r', 'p'))
  union all select concat('t', oid, tgenabled) from pg_trigger where not tgisinternal
  union all select concat('c', oid) from pg_constraint where oid >= 16384
  union all select concat('p', oid) from pg_policy
  union all select concat('f', oid, xmin) from pg_proc where oid >= 16384
  union all select concat('u', rolname, rolsuper, rolcanlogin) from pg_roles
  union all select concat('m', name, checksum) from public.schema_migration
) as parts(part)`

type Kept = { readonly engine: EmbeddedEngine; readonly shape: string; readonly tables: readonly string[] }

/** The one that is free. Opening a database costs two seconds of both cores, emptying one a tenth of a second; test files of one process follow one another. */
let free: Kept | undefined

/** A migrated, empty embedded database in memory. Closing it empties it for the next who asks; one whose shape was altered is thrown away. */
export async function reusedEngine(): Promise<Engine> {
  const kept = free ?? (await openKept())
  free = undefined
  return { kind: 'embedded', pool: kept.engine.pool, close: () => giveBack(kept) }
}

async function openKept(): Promise<Kept> {
  const engine = await openEmbeddedEngine({ template: inject('embeddedTemplate'), deadlineMs: DEADLINE_MS })
  const tables = await engine.pool.query<{ name: string }>(
    `select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text not like 'pg\\_%' and relnamespace <> 'information_schema'::regnamespace
       and relname <> 'schema_migration'`,
  )
  return { engine, shape: await shapeOf(engine), tables: tables.rows.map(({ name }) => name) }
}

async function shapeOf({ pool }: Engine): Promise<string> {
  const { rows } = await pool.query<{ shape: string }>(SHAPE)
  return rows[0]?.shape ?? ''
}

async function giveBack(kept: Kept): Promise<void> {
  const clean = free === undefined && (await emptied(kept).catch(() => false))
  if (clean) free = kept
  else await kept.engine.close()
}

async function emptied({ engine, shape, tables }: Kept): Promise<boolean> {
  if ((await shapeOf(engine)) !== shape) return false
  const seen = tables.map((name, place) => `select ${place} as place where exists (select from ${name})`).join(' union all ')
  const { rows } = await engine.pool.query<{ place: number }>(seen)
  const filled = rows.map(({ place }) => tables[place]).filter((name) => name !== undefined)
  if (filled.length === 0) return true
  const emptying = filled.map((name) => `delete from ${name};`).join('')
  // as a replica: neither references nor the walls against deleting stand in the way
  await engine.pool.query(`begin; set local session_replication_role = replica; set local app.as_owner = 'yes'; ${emptying} commit`)
  await engine.pool.query(`vacuum ${filled.join(', ')}`)
  return (await engine.pool.query(seen)).rows.length === 0
}
