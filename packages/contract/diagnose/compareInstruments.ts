import { scaleOf } from './asking.ts'
import type { Instrument, InstrumentItem } from './instrument.ts'

/** How an item of the newer version stands to the older one. Only `same` may be compared over time without a word. */
export type ItemChange = 'same' | 'wording' | 'scale' | 'new' | 'dropped'
export type ItemComparison = {
  readonly code: string
  readonly change: ItemChange
  readonly before: InstrumentItem['text'] | null
  readonly after: InstrumentItem['text'] | null
}

/** Two versions item by item, by code, in the order of the newer one; what was dropped comes last. */
export function compareInstruments(before: Instrument, after: Instrument): ItemComparison[] {
  const old = new Map(before.items.map((item) => [item.code, item]))
  const lines = after.items.map((item): ItemComparison => {
    const was = old.get(item.code)
    if (!was) return { code: item.code, change: 'new', before: null, after: item.text }
    const change: ItemChange =
      answering(before, was) !== answering(after, item) ? 'scale' : wording(was) !== wording(item) ? 'wording' : 'same'
    return { code: item.code, change, before: was.text, after: item.text }
  })
  const kept = new Set(after.items.map((item) => item.code))
  const dropped = before.items
    .filter((item) => !kept.has(item.code))
    .map((item): ItemComparison => ({ code: item.code, change: 'dropped', before: item.text, after: null }))
  return [...lines, ...dropped]
}

const wording = (item: InstrumentItem) => JSON.stringify([item.text.zh.trim(), item.text.en.trim()])

/** Everything about how it is answered: kind, direction, range, the words of the points and options. */
function answering(of: Instrument, item: InstrumentItem): string {
  const scale = item.kind === 'scale' ? scaleOf(of, item) : null
  return JSON.stringify([
    item.kind,
    item.reverse,
    scale && [scale.least, scale.most, scale.points.map((point) => [point.value, point.name.zh, point.name.en])],
    ...(item.kind === 'number' ? [item.least ?? null, item.most ?? null] : []),
    item.options?.map((one) => [one.code, one.name.zh, one.name.en]) ?? null,
  ])
}
