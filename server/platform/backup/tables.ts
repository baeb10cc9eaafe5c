import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { inOurSchemas, ownName } from '../database/schemas.ts'
import { notBackedUp } from './backupFormat.ts'

export type TableShape = { name: string; columns: { name: string; type: string }[] }

/** Every table a backup holds, with the columns that are stored (not computed) and their types, in order. */
export async function readTables(tx: Tx): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select ${ownName('relation')} as name,
      json_agg(json_build_object('name', field.attname, 'type', format_type(field.atttypid, field.atttypmod)) order by field.attnum) as columns
    from pg_class relation join pg_attribute field on field.attrelid = relation.oid
    where ${inOurSchemas('relation.relnamespace')} and relation.relkind in ('r', 'p') and not relation.relispartition
      and field.attnum > 0 and not field.attisdropped and field.attgenerated = ''
    group by relation.oid, relation.relnamespace, relation.relname order by 1`.execute(tx)
  return rows.filter(({ name }) => !notBackedUp.includes(name))
}
