import { scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { ItemColumn, Scale, Series } from '@milepost/statistics/answers'
import { constructScores } from '@milepost/statistics/constructScores'
import type { Sheet } from '../results/data.ts'
import { valueColumns } from '../waves/storedAnswers.ts'

export type Scored = {
  readonly construct: Instrument['constructs'][number]
  readonly items: readonly InstrumentItem[]
  readonly columns: readonly ItemColumn[]
  readonly scale: Scale
  /** One score a sheet, in the order of the sheets. */
  readonly scores: Series
}

export const columnsOf = (items: readonly InstrumentItem[], sheets: readonly Sheet[]): ItemColumn[] =>
  items.map((item) => ({
    id: item.code,
    reverse: item.reverse,
    answers: valueColumns(sheets).get(item.code) ?? [],
  }))

/** Every construct that has items on a scale, with each sheet's score on it. */
export function scoredConstructs(instrument: Instrument, sheets: readonly Sheet[]): Scored[] {
  return instrument.constructs.flatMap((construct) => {
    const items = instrument.items.filter((item) => item.construct === construct.code && item.kind === 'scale')
    const [first] = items
    if (!first) return []
    const { least, most } = scaleOf(instrument, first)
    const scale = { min: least, max: most }
    const columns = columnsOf(items, sheets)
    return [{ construct, items, columns, scale, scores: constructScores(construct.code, columns, scale).scores }]
  })
}
