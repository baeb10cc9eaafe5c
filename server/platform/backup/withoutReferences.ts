import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { inOurSchemas } from '../database/schemas.ts'

type Reference = { table: string; name: string; definition: string }

/**
 * Runs `work` while no foreign key and no trigger is in force, so that tables can be filled in any order and tables that refer to each other or to
 * themselves at all; then puts them back, at which every reference is checked. Unlike switching triggers off, this needs no superuser.
 */
export async function withoutReferences<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows: references } = await sql<Reference>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where ${inOurSchemas('connamespace')} and contype = 'f' and conparentid = 0`.execute(tx)
  const { rows: triggered } = await sql<{ table: string }>`
    select distinct tgrelid::regclass::text as table from pg_trigger
    where not tgisinternal and tgparentid = 0 and tgrelid::regclass::text not like 'pg_catalog.%'`.execute(tx)
  for (const { table } of triggered) await sql.raw(`alter table ${table} disable trigger user`).execute(tx)
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx)
  const result = await work()
  for (const { table, name, definition } of references)
    await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx)
  for (const { table } of triggered) await sql.raw(`alter table ${table} enable trigger user`).execute(tx)
  return result
}
