import type { OutputOf } from '@milepost/contract/endpoint'
import type { readWeighing } from '@milepost/contract/run/weighing'
import { type WeightsFound, type WeightsSideBySide, weightsSideBySide } from '@milepost/decision/weightsSideBySide'

export type WeighingView = OutputOf<typeof readWeighing>
export type WeighingDraft = Pick<WeighingView, 'judgements' | 'order' | 'ratios'>

/** What the server will compute from the same draft. */
export const waysOf = (items: WeighingView['items'], draft: WeighingDraft): WeightsSideBySide =>
  weightsSideBySide({
    criteria: items.map(({ code }) => code),
    byHand: Object.fromEntries(items.map(({ code, weightBp }) => [code, weightBp])),
    past: Object.fromEntries(items.map(({ code, past }) => [code, past])),
    ...draft,
  })

/** How far apart the ways are on one item, in percentage points; null while there are fewer than two. */
export function spreadOn(code: string, ways: readonly WeightsFound[]): number | null {
  const weights = ways.flatMap((way) => (way.kind === 'found' ? [way.weights[code] ?? 0] : []))
  return weights.length < 2 ? null : (Math.max(...weights) - Math.min(...weights)) * 100
}

/** The scale of G1 (Guo Yajun 2002), with the steps between. */
export const RATIOS = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8]

/** The items by their present weight, heaviest first, each ratio the step of the scale nearest to that of the two weights. */
export function orderByWeight(items: WeighingView['items']): Pick<WeighingDraft, 'order' | 'ratios'> {
  const sorted = items.toSorted((a, b) => b.weightBp - a.weightBp)
  const nearest = (ratio: number) => RATIOS.reduce((best, one) => (Math.abs(one - ratio) < Math.abs(best - ratio) ? one : best))
  return {
    order: sorted.map(({ code }) => code),
    ratios: sorted.slice(1).map(({ weightBp }, at) => nearest((sorted[at]?.weightBp ?? 0) / Math.max(weightBp, 1))),
  }
}

/** One place up or down; the ratios stay between the places they were given for. */
export function movedIn(order: readonly string[], code: string, by: -1 | 1): string[] {
  const from = order.indexOf(code)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const moved = [...order]
  moved.splice(from, 1)
  moved.splice(to, 0, code)
  return moved
}
