import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { holderKey } from '@milepost/contract/run/holder'
import type { Tx } from '../../platform/database/database.ts'
import { speaks } from '../scoring/facts.ts'
import { liveScore } from '../scoring/liveScore.ts'
import { figureOf, holdersIn, trendOf } from '../scoring/trends.ts'
import type { ValueSheet } from '../scoring/valueSheet.ts'
import { type StoredValue, valuesInForce } from '../values/data.ts'

/** Past figures of a measure in time order, for weights by entropy. */
export type Past = {
  readonly values: number[]
  readonly from: string | null
  readonly to: string | null
  readonly direction: 'benefit' | 'cost' | null
}
export const NO_PAST: Past = { values: [], from: null, to: null, direction: null }

/** What these lines of the institution's card showed so far, by line. */
export async function readPasts(
  tx: Tx,
  institutionId: string,
  { card, lines, today }: { readonly card: CardDesign; readonly lines: readonly CardMeasure[]; readonly today: string },
): Promise<ReadonlyMap<string, Past>> {
  const live = lines.length === 0 ? null : await liveScore(tx, institutionId, { cardId: card.cardId, today })
  if (!live) return new Map()
  const measureIds = [...new Set(lines.map((line) => line.measureId))]
  const values = await valuesInForce(tx, institutionId, { measureIds, holders: holdersIn(live.sheets.values()) })
  return new Map(
    lines.flatMap((line) => {
      const sheet = live.sheets.get(line.cardMeasureId)
      return sheet ? [[line.cardMeasureId, pastOf(line, sheet, values)] as const] : []
    }),
  )
}

const DIRECTIONS = { up: 'benefit', down: 'cost', band: null } as const

/** A rate or level differs from unit to unit and from period to period; a sum is taken for the whole institution, for units differ in size. */
function pastOf(line: CardMeasure, sheet: ValueSheet, values: readonly StoredValue[]): Past {
  const sources = new Set(sheet.sources.map(holderKey))
  const mine = values.filter((one) => one.measureId === line.measureId && one.periodKind === sheet.grain && speaks(one))
  const below = mine.filter((one) => sources.has(holderKey(one.holder)) && holderKey(one.holder) !== holderKey(sheet.holder))
  const points =
    line.timeAggregation !== 'sum' && below.length > 0
      ? below
          .toSorted((a, b) => (a.periodCode < b.periodCode ? -1 : a.periodCode > b.periodCode ? 1 : 0))
          .map((one) => ({ period: one.periodCode, shown: figureOf(line, [one]) }))
      : trendOf(line, sheet, values)
  const known = points.filter(({ shown }) => shown !== null)
  return {
    values: known.map(({ shown }) => Number(shown)),
    from: known[0]?.period ?? null,
    to: known.at(-1)?.period ?? null,
    direction: DIRECTIONS[line.direction],
  }
}
