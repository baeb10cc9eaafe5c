import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/testDatabase.ts'
import type { Database, Tx } from './database.ts'
import { inOurSchemas, ownName } from './schemas.ts'

/**
 * Proof that one institution's rows could live on a server of their own: the whole schema is built a second time, sliced by institution_id.
 * PostgreSQL then refuses every key, unique rule, reference and exclusion that does not carry institution_id, and Citus asks for the same.
 */

/** Tables that belong to no institution. Everything else must carry institution_id. */
const globalTables = ['institution', 'schema_migration']

type Rule = { table: string; name: string; kind: 'p' | 'u' | 'x' | 'i' | 'f'; definition: string }
type Fault = { table: string; rule: string; because: string }

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database?.close())

/** Builds a sliced copy of the schema, or only of what `plant` creates, in a transaction that is thrown away; returns what was refused. */
async function slice(plant?: string): Promise<Fault[]> {
  let faults: Fault[] = []
  const work = database.asOwner(async (tx) => {
    const before = plant ? await readTables(tx) : []
    if (plant) await sql.raw(plant).execute(tx)
    const tables = await readTables(tx)
    faults = await sliceTables(
      tx,
      tables.filter((table) => !before.includes(table)),
    )
    throw new Error('thrown away')
  })
  await expect(work).rejects.toThrow('thrown away')
  return faults
}

async function sliceTables(tx: Tx, tables: string[]): Promise<Fault[]> {
  const faults: Fault[] = []
  const attempt = async (table: string, rule: string, statement: string) => {
    await sql`savepoint attempt`.execute(tx)
    try {
      await sql.raw(statement).execute(tx)
    } catch (error) {
      faults.push({ table, rule, because: error instanceof Error ? error.message : String(error) })
      await sql`rollback to savepoint attempt`.execute(tx)
    }
  }
  const rules = await readRules(tx)
  const version = await readVersion(tx)
  await sql`create schema sliced; set local search_path = sliced, public`.execute(tx)
  for (const table of tables) {
    await attempt(
      table,
      'slices',
      `create table sliced.${bare(table)} (like ${table} including defaults) partition by hash (institution_id)`,
    )
    for (const remainder of [0, 1]) {
      const values = `for values with (modulus 2, remainder ${remainder})`
      await attempt(table, 'slices', `create table sliced.${bare(table)}_${remainder} partition of sliced.${bare(table)} ${values}`)
    }
  }
  for (const { table, name, kind, definition } of rules) {
    if (!tables.includes(table)) continue
    if (kind === 'x' && version < 17) continue
    const index = definition.replace(/ ON (public|roster|ballot)\./, ' ON sliced.')
    await attempt(
      table,
      name,
      kind === 'i'
        ? index
        : `alter table sliced.${bare(table)} add constraint ${name} ${definition.replace(/REFERENCES (roster|ballot)\./, 'REFERENCES sliced.')}`,
    )
  }
  return faults
}

/** The copies stand side by side in one schema. */
const bare = (table: string) => table.slice(table.indexOf('.') + 1)

async function readTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select ${ownName('pg_class')} as name from pg_class where ${inOurSchemas('relnamespace')} and relkind in ('r', 'p') order by 1`.execute(
    tx,
  )
  return rows.map(({ name }) => name).filter((name) => !globalTables.includes(name))
}

/** Keys before the references that need them. */
async function readRules(tx: Tx): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select ${ownName('relation')} as table, rule.conname as name, rule.contype::text as kind, pg_get_constraintdef(rule.oid) as definition
    from pg_constraint rule join pg_class relation on relation.oid = rule.conrelid
    where ${inOurSchemas('rule.connamespace')} and rule.contype in ('p', 'u', 'x', 'f')
    union all
    select ${ownName('relation')}, rule.relname, 'i', pg_get_indexdef(rule.oid)
    from pg_index index join pg_class relation on relation.oid = index.indrelid join pg_class rule on rule.oid = index.indexrelid
    where ${inOurSchemas('relation.relnamespace')} and index.indisunique
      and not exists (select from pg_constraint where conindid = rule.oid and contype in ('p', 'u', 'x'))`.execute(tx)
  const order = ['p', 'u', 'x', 'i', 'f']
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

async function readVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ major: number }>`select current_setting('server_version_num')::int / 10000 as major`.execute(tx)
  return rows[0]?.major ?? 0
}

test('the whole schema can be sliced by institution', async () => {
  expect(await slice()).toEqual([])
})

test('every key starts with the institution, and every reference leads into the same institution', async () => {
  const rules = await database.asOwner(readRules)
  const own = rules.filter(({ table }) => !globalTables.includes(table))
  expect(own.filter(({ kind }) => kind === 'p').length).toBeGreaterThan(10)
  expect(own.filter(({ kind, definition }) => kind === 'p' && !definition.startsWith('PRIMARY KEY (institution_id'))).toEqual([])
  const elsewhere = /^FOREIGN KEY \(institution_id\b.*\) REFERENCES [\w.]+\(institution_id\b/
  expect(own.filter(({ kind, definition }) => kind === 'f' && !elsewhere.test(definition))).toEqual([])
  expect(own.filter(({ kind, definition }) => kind === 'x' && !definition.includes('institution_id WITH ='))).toEqual([])
})

test('nothing is numbered across institutions: there is no sequence', async () => {
  const { rows } = await database.asOwner((tx) =>
    sql`select relname from pg_class where relkind = 'S' and ${inOurSchemas('relnamespace')}`.execute(tx),
  )
  expect(rows).toEqual([])
})

test.each([
  ['a table', 'create table planted (id uuid primary key)', 'institution_id'],
  ['a key', 'create table planted (institution_id uuid, id uuid primary key)', 'partition'],
  ['a unique rule', 'create table planted (institution_id uuid, id uuid, no text unique, primary key (institution_id, id))', 'partition'],
  ['a unique index', 'create table planted (institution_id uuid, no text); create unique index planted_no on planted (no)', 'partition'],
  [
    'a reference',
    'create table goal (institution_id uuid, id uuid unique); create table planted (institution_id uuid, id uuid references goal (id))',
    'unique',
  ],
])('%s that leaves the institution out is found out', async (_, plant, because) => {
  const faults = await slice(plant)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.map((fault) => fault.because).join()).toContain(because)
})
