import { adjustP } from './adjustP.ts'
import { presentValues, type Series } from './answers.ts'
import type { Interval } from './evidence.ts'
import { notComputed, type Result } from './evidence.ts'
import { mean, sum, variance } from './moments.ts'
import { normalQuantile, normalTwoSided } from './normal.ts'
import { welchT } from './tTest.ts'

/** One item as two waves asked it; `wording` is a mark of the exact words and scale: only the same words can be compared. */
export type WaveItem = { readonly id: string; readonly wording: string; readonly answers: Series }
export type ItemChange =
  | {
      readonly kind: 'compared'
      readonly id: string
      readonly n: readonly [number, number]
      readonly means: readonly [number, number]
      /** Later less earlier, with Welch's interval and p. */
      readonly change: number
      readonly interval: Interval
      readonly p: number
      /** For the number of items compared (Holm). */
      readonly adjustedP: number
      /** Hedges g of the change. */
      readonly effect: number | null
    }
  | {
      readonly kind: 'not-compared'
      readonly id: string
      readonly because: 'new' | 'dropped' | 'wording-changed' | 'too-few-cases' | 'no-variance'
    }

/**
 * What changed between two waves of different people, item by item: only items with the same words are compared (`wording`), never by number alone; p is
 * adjusted over the items compared. Items of one wave only, reworded ones, and those with fewer than two answers or no variance are named with the
 * reason. Order: the later wave's items, then the dropped ones.
 */
export function waveComparison(earlier: readonly WaveItem[], later: readonly WaveItem[], options: { level?: number } = {}): ItemChange[] {
  const before = new Map(earlier.map((item) => [item.id, item]))
  const changes = later.map((item) => changeOf(before.get(item.id), item, options.level ?? 0.95))
  const adjusted = adjustP(
    changes.map((change) => (change.kind === 'compared' ? change.p : null)),
    'holm',
  )
  const dropped = earlier.filter((item) => !later.some((one) => one.id === item.id))
  return [
    ...changes.map((change, at): ItemChange => (change.kind === 'compared' ? { ...change, adjustedP: adjusted[at] ?? change.p } : change)),
    ...dropped.map(({ id }): ItemChange => ({ kind: 'not-compared', id, because: 'dropped' })),
  ]
}

function changeOf(earlier: WaveItem | undefined, later: WaveItem, level: number): ItemChange {
  const { id } = later
  if (!earlier) return { kind: 'not-compared', id, because: 'new' }
  if (earlier.wording !== later.wording) return { kind: 'not-compared', id, because: 'wording-changed' }
  const [first, second] = [presentValues(later.answers), presentValues(earlier.answers)]
  if (first.length < 2 || second.length < 2) return { kind: 'not-compared', id, because: 'too-few-cases' }
  const result = welchT([...first, ...second], [...first.map(() => 0), ...second.map(() => 1)], { level })
  if (result.kind === 'undefined') return { kind: 'not-compared', id, because: 'no-variance' }
  return {
    kind: 'compared',
    id,
    n: [second.length, first.length],
    means: [mean(second), mean(first)],
    change: result.difference,
    interval: result.interval,
    p: result.p,
    adjustedP: result.p,
    effect: result.effect.hedgesG,
  }
}

export type StratumAnswers = { readonly stratum: string; readonly share: number; readonly earlier: Series; readonly later: Series }
export type MixAdjusted = {
  /** Change of the plain means. */
  readonly crude: number
  /** Change if both waves had the same mix of strata: the shares given. */
  readonly adjusted: number
  readonly interval: Interval
  readonly p: number
  /** Crude less adjusted: what came of other people answering. */
  readonly dueToMix: number
}
export type MixAdjustedResult = Result<'direct-standardisation', MixAdjusted>

/**
 * Change between two waves with the mix of strata held fixed (direct standardisation): each stratum's change weighed by its share of the population.
 * Undefined when a stratum has fewer than two answers in either wave (named), or when nothing varies.
 */
export function mixAdjustedChange(strata: readonly StratumAnswers[], options: { level?: number } = {}): MixAdjustedResult {
  const method = 'direct-standardisation'
  const level = options.level ?? 0.95
  const parts = strata.map(({ stratum, share, earlier, later }) => ({
    stratum,
    share,
    earlier: presentValues(earlier),
    later: presentValues(later),
  }))
  const n = sum(parts.map(({ earlier, later }) => earlier.length + later.length))
  const thin = parts.filter(({ earlier, later }) => earlier.length < 2 || later.length < 2).map(({ stratum }) => stratum)
  const whole = sum(parts.map(({ share }) => share))
  if (thin.length > 0 || parts.length === 0) return notComputed(method, 'too-few-cases', { n, subjects: thin })
  if (!(whole > 0)) return notComputed(method, 'no-population', { n })
  const adjusted = sum(parts.map(({ share, earlier, later }) => (share / whole) * (mean(later) - mean(earlier))))
  const square = sum(
    parts.map(({ share, earlier, later }) => (share / whole) ** 2 * (variance(later) / later.length + variance(earlier) / earlier.length)),
  )
  if (square === 0) return notComputed(method, 'zero-within-variance', { n })
  const crude = mean(parts.flatMap(({ later }) => later)) - mean(parts.flatMap(({ earlier }) => earlier))
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(square)
  return {
    kind: 'computed',
    method,
    n,
    excluded: {},
    warnings: [],
    crude,
    adjusted,
    interval: { low: adjusted - margin, high: adjusted + margin, level },
    p: normalTwoSided(adjusted / Math.sqrt(square)),
    dueToMix: crude - adjusted,
  }
}
