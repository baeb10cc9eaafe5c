import type { CardMeasure, ValueScope } from '@milepost/contract/design/card'
import type { Tx } from '../../platform/database/database.ts'
import { valuesOf } from './cardDesigns.ts'
import { type CardFilter, listAskedRows } from './data.ts'

/** What a line of a card asks for: a measure, whose values, and whether it weighs anything. */
export type AskedLine = Pick<CardMeasure, 'measureId' | 'valuesOf' | 'weightBp'>

/** What the cards of a scorecard ask for, without the rest of their design: one query, nothing to parse, however many people. */
export async function askedLines(
  tx: Tx,
  institutionId: string,
  filter: CardFilter & { readonly scorecardId?: string },
): Promise<AskedLine[]> {
  const rows = await listAskedRows(tx, institutionId, filter)
  return rows.map((row) => ({
    measureId: row.measure_id,
    valuesOf: valuesOf(row, row.value_scope as ValueScope),
    weightBp: row.weight_bp,
  }))
}
