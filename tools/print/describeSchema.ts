import { sql } from 'kysely'
import type { Tx } from '../../server/platform/database/database.ts'
import { inOurSchemas, ownName } from '../../server/platform/database/schemas.ts'

type Column = { name: string; type: string; required: boolean; preset: string | null; comment: string | null }
type Table = {
  name: string
  comment: string | null
  walled: boolean
  columns: Column[]
  rules: { kind: string; text: string }[]
  indexes: string[]
}

/** The schema as a page: every table with its columns, keys, rules and comments, from the database's own catalog. */
export async function describeSchema(tx: Tx): Promise<string> {
  const { rows } = await tables.execute(tx)
  const head = ['# The schema', '', 'Printed by `npm run schema` from the migrated database; do not edit.', '']
  const contents = rows.map(({ name }) => `[${name}](#${name})`).join(' · ')
  return `${[...head, `${rows.length} tables: ${contents}`, '', ...rows.flatMap(describeTable)].join('\n').trimEnd()}\n`
}

const ruleNames: Record<string, string> = { p: 'key', u: 'unique', f: 'reference', c: 'check', x: 'exclusion' }

function describeTable(table: Table): string[] {
  return [
    `## ${table.name}`,
    '',
    ...(table.comment ? [table.comment, ''] : []),
    ...(table.walled ? [] : ['Not walled in by institution.', '']),
    '| column | type | required | default | |',
    '|---|---|---|---|---|',
    ...table.columns.map((it) => `| ${it.name} | ${it.type} | ${it.required ? 'yes' : ''} | ${code(it.preset)} | ${it.comment ?? ''} |`),
    '',
    ...table.rules.map(({ kind, text }) => `- ${ruleNames[kind] ?? kind}: ${code(text)}`),
    ...table.indexes.map((text) => `- index: ${code(text)}`),
    '',
  ]
}

const code = (text: string | null) => (text === null ? '' : `\`${text.replaceAll('|', '\\|')}\``)

const tables = sql<Table>`
  select
    ${ownName('relation')} as name,
    obj_description(relation.oid, 'pg_class') as comment,
    relation.relrowsecurity as walled,
    (
      select json_agg(json_build_object(
        'name', field.attname,
        'type', format_type(field.atttypid, field.atttypmod),
        'required', field.attnotnull,
        'preset', pg_get_expr(preset.adbin, preset.adrelid),
        'comment', col_description(relation.oid, field.attnum)
      ) order by field.attnum)
      from pg_attribute field left join pg_attrdef preset on preset.adrelid = field.attrelid and preset.adnum = field.attnum
      where field.attrelid = relation.oid and field.attnum > 0 and not field.attisdropped
    ) as columns,
    coalesce((
      select json_agg(json_build_object('kind', rule.contype, 'text', pg_get_constraintdef(rule.oid))
        order by array_position(array['p', 'u', 'f', 'x', 'c'], rule.contype::text), rule.conname)
      from pg_constraint rule where rule.conrelid = relation.oid and rule.contype in ('p', 'u', 'f', 'x', 'c')
    ), '[]') as rules,
    coalesce((
      select json_agg(regexp_replace(pg_get_indexdef(index.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ USING ', '\\1\\2 ') order by index.indexrelid::regclass::text)
      from pg_index index where index.indrelid = relation.oid
        and not exists (select from pg_constraint rule where rule.conindid = index.indexrelid and rule.contype in ('p', 'u', 'x'))
    ), '[]') as indexes
  from pg_class relation
  where ${inOurSchemas('relation.relnamespace')} and relation.relkind in ('r', 'p')
  order by 1`
