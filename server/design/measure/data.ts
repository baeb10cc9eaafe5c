import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type MeasureFilter = { readonly measureIds?: readonly string[]; readonly codes?: readonly string[] }

/** Measures of the institution, newest version of a code first. */
export function listMeasureRows(tx: Tx, institutionId: string, filter: MeasureFilter = {}) {
  let query = tx.selectFrom('measure').selectAll().where('institution_id', '=', institutionId)
  if (filter.measureIds !== undefined) query = query.where(sql<boolean>`measure_id = any(${[...filter.measureIds]}::uuid[])`)
  if (filter.codes !== undefined) query = query.where(sql<boolean>`code = any(${[...filter.codes]}::text[])`)
  return query.orderBy('code').orderBy('version', 'desc').execute()
}

export type MeasureRow = Awaited<ReturnType<typeof listMeasureRows>>[number]
