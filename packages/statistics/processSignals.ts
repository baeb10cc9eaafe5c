import { presentValues, type Series } from './answers.ts'
import { leftOut, notComputed, type Result } from './evidence.ts'
import { mean, sum } from './moments.ts'
import { median } from './quantiles.ts'

export type Signal = 'beyond-limit' | 'run-of-eight' | 'six-in-a-row' | 'two-of-three' | 'range-beyond-limit'
export type ProcessSignals = {
  readonly centre: number
  /** Natural process limits: between them, movement is noise. */
  readonly lower: number
  readonly upper: number
  /** Mean (or median) moving range, and the limit of the moving ranges. */
  readonly meanRange: number
  readonly rangeLimit: number
  /** One a period with a value: its signals, empty for noise. `range` is the distance from the value before; `null` for the first. */
  readonly points: readonly {
    readonly at: number
    readonly value: number
    readonly range: number | null
    readonly signals: readonly Signal[]
  }[]
}
export type ProcessSignalsResult = Result<'xmr-wheeler' | 'xmr-wheeler-median', ProcessSignals>

/**
 * The XmR chart of single values in time order (Shewhart 1931; Wheeler 1993): limits at 2.66 times the mean moving range about the mean, or 3.145 times the
 * median one about the median (less moved by a single jump). Signals: a value beyond a limit; eight in a row on one side of the centre; six in a
 * row that rise, or fall, each from the one before; two of three in the outer third on one side; a moving range beyond its limit. `baseline` takes limits from the first so many values. Gaps are passed over.
 * Undefined below six values, or when none differs from the one before.
 */
export function processSignals(series: Series, options: { baseline?: number; by?: 'mean' | 'median' } = {}): ProcessSignalsResult {
  const byMedian = options.by === 'median'
  const method = byMedian ? 'xmr-wheeler-median' : 'xmr-wheeler'
  const given = series.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const n = given.length
  const excluded = leftOut({ missing: series.length - n })
  if (n < LEAST) return notComputed(method, 'too-few-cases', { n, excluded })
  const values = presentValues(given.map(({ value }) => value))
  const ranges = values.map((value, place) => (place === 0 ? null : Math.abs(value - values[place - 1]!)))
  const base = Math.min(n, Math.max(LEAST, options.baseline ?? n))
  const baseRanges = presentValues(ranges.slice(1, base))
  const middle = byMedian ? median : mean
  const meanRange = middle(baseRanges)
  if (meanRange === 0) return notComputed(method, 'no-differences', { n, excluded })
  const centre = middle(values.slice(0, base))
  const reach = (byMedian ? 3.145 : 2.66) * meanRange
  const rangeLimit = (byMedian ? 3.865 : 3.268) * meanRange
  const sides = values.map((value) => (value - centre) / (reach / 3))
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: n < 12 ? [{ code: 'small-sample', value: n }] : [],
    centre,
    lower: centre - reach,
    upper: centre + reach,
    meanRange,
    rangeLimit,
    points: given.map(({ at, value }, place) => ({
      at,
      value,
      range: ranges[place] ?? null,
      signals: signalsAt(sides, ranges, place, rangeLimit),
    })),
  }
}

function signalsAt(sides: readonly number[], ranges: readonly (number | null)[], place: number, rangeLimit: number): Signal[] {
  const own = sides[place]!
  const side = Math.sign(own)
  const last = (count: number): readonly number[] => sides.slice(Math.max(0, place - count + 1), place + 1)
  const outer = sum(last(3).map((value) => (value * side > 2 ? 1 : 0)))
  const found: [Signal, boolean][] = [
    ['beyond-limit', Math.abs(own) > 3 + 1e-9],
    ['run-of-eight', side !== 0 && last(8).length === 8 && last(8).every((value) => Math.sign(value) === side)],
    ['six-in-a-row', last(6).length === 6 && (steady(last(6), 1) || steady(last(6), -1))],
    ['two-of-three', own * side > 2 && outer >= 2],
    ['range-beyond-limit', (ranges[place] ?? 0) > rangeLimit],
  ]
  return found.flatMap(([signal, raised]) => (raised ? [signal] : []))
}

/** Whether each value lies beyond the one before it in the direction given. */
const steady = (values: readonly number[], direction: 1 | -1): boolean =>
  values.every((value, place) => place === 0 || (value - values[place - 1]!) * direction > 0)

/** Limits from fewer values say nothing. */
const LEAST = 6
