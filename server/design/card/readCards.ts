import type { CardDesign } from '@milepost/contract/design/card'
import type { Tx } from '../../platform/database/database.ts'
import { listMeasureRows } from '../measure/data.ts'
import { measureOfRow } from '../measure/measureDesigns.ts'
import { cardDesigns } from './cardDesigns.ts'
import { type CardFilter, type CardRow, listCardRows, listLineRows } from './data.ts'

/** Cards with all that a score needs but the values; institution first, then units, then persons. Three queries, however many cards. */
export async function cardsWhere(
  tx: Tx,
  institutionId: string,
  filter: CardFilter & { readonly scorecardId?: string },
): Promise<CardDesign[]> {
  return cardsOfRows(tx, institutionId, await listCardRows(tx, institutionId, filter), filter)
}

/** The same where the rows have been read: the filter must be the one they were read by. */
export async function cardsOfRows(
  tx: Tx,
  institutionId: string,
  cards: readonly CardRow[],
  filter: CardFilter & { readonly scorecardId?: string },
): Promise<CardDesign[]> {
  if (cards.length === 0) return []
  const lines = await listLineRows(tx, institutionId, filter)
  const measures = await listMeasureRows(tx, institutionId, { measureIds: [...new Set(lines.map((line) => line.measure_id))] })
  return cardDesigns(cards, lines, measures.map(measureOfRow))
}
