import { div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'

/** Something that has to be made known, to whom, and how far that happened. */
export type OpenItem = {
  readonly item: string
  readonly audience: 'self' | 'unit' | 'authority' | 'public'
  readonly weightBp: number
  /** `not-due` is left out; `late` is open but counts for nothing. */
  readonly published: 'on-time' | 'late' | 'missing' | 'not-due'
  /** Those entitled to see it and those who did; null where nobody counts readers (the public). */
  readonly entitled: number | null
  readonly viewed: number | null
}

export type OpennessRate =
  | {
      kind: 'known'
      value: ExactText
      official: string
      items: readonly {
        readonly item: string
        readonly audience: OpenItem['audience']
        readonly points: ExactText
        readonly reach: string | null
      }[]
      missing: readonly string[]
      /** Items whose readers nobody counts: they count as reached when published in time, and that is said. */
      readersNotCounted: readonly string[]
    }
  | { kind: 'undefined'; because: 'nothing-due' }
  | { kind: 'undefined'; because: 'more-viewed-than-entitled'; item: string }

/** Openness in per cent: sum of weight x in time x reach, over the weight due. Reach is the share of those entitled who looked; an item for nobody counts as reached. */
export function opennessRate(items: readonly OpenItem[]): OpennessRate {
  const due = items.filter(({ published, weightBp }) => published !== 'not-due' && weightBp > 0)
  if (due.length === 0) return { kind: 'undefined', because: 'nothing-due' }
  const wrong = due.find(({ entitled, viewed }) => entitled !== null && viewed !== null && viewed > entitled)
  if (wrong) return { kind: 'undefined', because: 'more-viewed-than-entitled', item: wrong.item }
  const parts = due.map((item) => {
    const reach = item.entitled === null || item.viewed === null ? null : item.entitled === 0 ? div(1, 1) : div(item.viewed, item.entitled)
    const points = item.published === 'on-time' ? mul(item.weightBp, reach ?? 1) : div(0, 1)
    return { item, reach, points }
  })
  const value = div(mul(sum(parts.map(({ points }) => points)), 100), sum(due.map(({ weightBp }) => weightBp)))
  return {
    kind: 'known',
    value: toExactText(value),
    official: roundHalfAway(value, 2),
    items: parts.map(({ item, points, reach }) => ({
      item: item.item,
      audience: item.audience,
      points: toExactText(points),
      reach: reach === null ? null : roundHalfAway(mul(reach, 100), 2),
    })),
    missing: due.filter(({ published }) => published !== 'on-time').map(({ item }) => item),
    readersNotCounted: due.filter(({ entitled, viewed }) => entitled === null || viewed === null).map(({ item }) => item),
  }
}
