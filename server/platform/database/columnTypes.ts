import type { ColumnType } from 'kysely'

type JsonValue = boolean | number | string | null | JsonValue[] | { [key: string]: JsonValue }

/** A `jsonb` column: read as the value, written as text (`JSON.stringify`), since the driver would turn an array into an array of PostgreSQL. */
export type JsonText = ColumnType<JsonValue, string, string>
