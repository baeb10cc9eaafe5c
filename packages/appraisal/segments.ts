import { div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'

/** A stretch of the year under one rater or post; it is closed when the person moves. Score null: not scored. */
export type Segment = { id: string; days: number; score: ExactText | null }

export type SegmentScore =
  | {
      kind: 'scored'
      value: ExactText
      official: string
      counted: readonly string[]
      /** Too short to count: they give comments only. */
      commentOnly: readonly string[]
    }
  | { kind: 'undefined'; because: 'no-segment-long-enough'; minimumDays: number }
  | { kind: 'undefined'; because: 'segment-not-scored'; segments: readonly string[] }

/** The score of a year with a move in it: the mean of its segments weighted by days, segments shorter than `minimumDays` left out. */
export function segmentScore(segments: readonly Segment[], minimumDays: number): SegmentScore {
  const long = segments.filter(({ days }) => days >= minimumDays && days > 0)
  if (long.length === 0) return { kind: 'undefined', because: 'no-segment-long-enough', minimumDays }
  const unscored = long.filter(({ score }) => score === null)
  if (unscored.length > 0) return { kind: 'undefined', because: 'segment-not-scored', segments: unscored.map(({ id }) => id) }
  const scored = long.flatMap(({ days, score }) => (score === null ? [] : [{ days, score }]))
  const value = div(sum(scored.map(({ days, score }) => mul(days, score))), sum(scored.map(({ days }) => days)))
  const commentOnly = segments.filter((segment) => !long.includes(segment)).map(({ id }) => id)
  return { kind: 'scored', value: toExactText(value), official: roundHalfAway(value, 2), counted: long.map(({ id }) => id), commentOnly }
}
