import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { notBackedUp } from './backupFormat.ts'

export type TableShape = { name: string; columns: { name: string; type: string }[] }

/** Every table a backup holds, with the columns that are stored (not computed) and their types, in order. */
export async function readTables(tx: Tx): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select relation.relname as name,
      json_agg(json_build_object('name', field.attname, 'type', format_type(field.atttypid, field.atttypmod)) order by field.attnum) as columns
    from pg_class relation join pg_attribute field on field.attrelid = relation.oid
    where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'p') and not relation.relispartition
      and field.attnum > 0 and not field.attisdropped and field.attgenerated = ''
    group by relation.relname order by relation.relname`.execute(tx)
  return rows.filter(({ name }) => !notBackedUp.includes(name))
}
