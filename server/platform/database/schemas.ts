import { type RawBuilder, sql } from 'kysely'

/** Where the product's tables are: everything in `public`, who was invited to a survey in `roster`, what was answered in `ballot`. */
export const SCHEMAS = ['public', 'roster', 'ballot'] as const

/** `(relation.relnamespace in our schemas)` for queries of the catalog. */
export const inOurSchemas = (column: string): RawBuilder<boolean> =>
  sql`${sql.ref(column)} in (select oid from pg_namespace where nspname in (${sql.join(SCHEMAS.map((name) => sql.lit(name)))}))`

/** A table's name as the program writes it: plain in `public`, with its schema elsewhere. */
export const ownName = (relation: string): RawBuilder<string> =>
  sql`(select case when space.nspname = 'public' then '' else space.nspname || '.' end from pg_namespace space where space.oid = ${sql.ref(`${relation}.relnamespace`)}) || ${sql.ref(`${relation}.relname`)}`
