import { div, type ExactInput, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'

/** A stretch of the year in one post; `absentDays` (leave of absence) are taken out of `days`. */
export type PostSegment = { id: string; days: number; absentDays?: number; score: ExactInput | null }

export type DayWeighted =
  | { kind: 'scored'; score: ExactText; official: string; days: number; used: { id: string; days: number }[]; excluded: ExcludedSegment[] }
  | { kind: 'undefined'; because: 'no-segments' | 'no-segment-long-enough' | 'no-segment-scored'; excluded: ExcludedSegment[] }
export type ExcludedSegment = { id: string; days: number; because: 'shorter-than-minimum' | 'not-scored' }

/** One score for a year spent in several posts: days x score over days, for segments of at least `minDays` (30). */
export function dayWeightedScore(segments: readonly PostSegment[], minDays = 30): DayWeighted {
  const worked = segments.map((segment) => ({ ...segment, days: segment.days - (segment.absentDays ?? 0) }))
  const long = worked.filter(({ days }) => days >= minDays)
  const excluded = worked.flatMap(({ id, days, score }): ExcludedSegment[] => {
    if (days < minDays) return [{ id, days, because: 'shorter-than-minimum' }]
    return score === null ? [{ id, days, because: 'not-scored' }] : []
  })
  const used = long.flatMap(({ id, days, score }) => (score === null ? [] : [{ id, days, score }]))
  if (segments.length === 0) return { kind: 'undefined', because: 'no-segments', excluded }
  if (long.length === 0) return { kind: 'undefined', because: 'no-segment-long-enough', excluded }
  if (used.length === 0) return { kind: 'undefined', because: 'no-segment-scored', excluded }
  const days = used.reduce((total, one) => total + one.days, 0)
  const score = div(sum(used.map((one) => mul(one.days, one.score))), days)
  return {
    kind: 'scored',
    score: toExactText(score),
    official: roundHalfAway(score, 2),
    days,
    used: used.map(({ id, days: counted }) => ({ id, days: counted })),
    excluded,
  }
}
