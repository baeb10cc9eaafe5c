import { mean } from './moments.ts'
import { median } from './quantiles.ts'

export type ImportancePoint = { readonly id: string; readonly importance: number; readonly performance: number }
/** Martilla & James (1977). */
export type Quadrant = 'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill'
export type PlacedPoint = ImportancePoint & {
  readonly quadrant: Quadrant
  /** Importance and performance less the lines: how far into its quadrant. */
  readonly fromLines: { readonly importance: number; readonly performance: number }
}
export type ImportancePerformance = {
  readonly kind: 'computed'
  readonly points: readonly PlacedPoint[]
  /** Where the field is divided. */
  readonly lines: { readonly importance: number; readonly performance: number }
  readonly n: number
  readonly excluded: Readonly<Record<string, never>>
  readonly method: 'importance-performance-at-means' | 'importance-performance-at-medians'
  readonly warnings: readonly { readonly code: 'small-sample'; readonly value: number }[]
}

/**
 * Sets items in four fields by importance and performance, divided at the means (or medians) of all items. A point on a line counts as
 * high. Importance may be stated by people or derived as a correlation with overall satisfaction: the two often disagree, show which it is.
 * Fewer than four items are placed too, with a warning. Undefined for none.
 */
export function importancePerformance(
  points: readonly ImportancePoint[],
  options: { split?: 'mean' | 'median' } = {},
):
  | ImportancePerformance
  | { readonly kind: 'undefined'; readonly because: 'no-cases'; readonly n: 0; readonly method: ImportancePerformance['method'] } {
  const split = options.split ?? 'mean'
  const method = split === 'mean' ? 'importance-performance-at-means' : 'importance-performance-at-medians'
  if (points.length === 0) return { kind: 'undefined', because: 'no-cases', n: 0, method }
  const middle = split === 'mean' ? mean : median
  const lines = {
    importance: middle(points.map((point) => point.importance)),
    performance: middle(points.map((point) => point.performance)),
  }
  return {
    kind: 'computed',
    method,
    n: points.length,
    excluded: {},
    warnings: points.length < 4 ? [{ code: 'small-sample', value: points.length }] : [],
    lines,
    points: points.map((point) => {
      const fromLines = { importance: point.importance - lines.importance, performance: point.performance - lines.performance }
      return { ...point, fromLines, quadrant: quadrantOf(isHigh(fromLines.importance), isHigh(fromLines.performance)) }
    }),
  }
}

function quadrantOf(important: boolean, performsWell: boolean): Quadrant {
  if (important) return performsWell ? 'keep-up' : 'concentrate-here'
  return performsWell ? 'possible-overkill' : 'low-priority'
}

/** On the line, but for rounding, or above. */
const isHigh = (distance: number): boolean => distance >= -1e-12
