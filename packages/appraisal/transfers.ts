import { compare, div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { addDays, type Day, dayNumber, daysBetween } from './days.ts'
import { type Grade, gradeRank } from './grade.ts'

/** A post held for a time. `to` is the last day, null for "still". Acting heads rate, the primary head stays the owner. */
export type HeldPost = { readonly unit: string; readonly rater: string | null; readonly from: Day; readonly to: Day | null }

/** A stretch of the cycle under one unit and one rater. */
export type YearSegment = {
  readonly unit: string
  readonly rater: string | null
  readonly from: Day
  readonly to: Day
  readonly days: number
  /** Long enough to be scored; a shorter one gets a comment only. */
  readonly scored: boolean
  /** Until when the rater of a stretch that ended early must rate; null for the one that reaches the end of the cycle. */
  readonly rateBy: Day | null
}

export type SegmentRules = { readonly minimumDays: number; readonly closeWithinDays: number }

export type YearSegments =
  | {
      kind: 'divided'
      segments: readonly YearSegment[]
      /** The unit that appraises: the one in which more than half of the cycle was spent; null: none, the present unit does so and hears the others. */
      unitOfMostTime: string | null
      /** Days of the cycle without a post. */
      daysWithout: number
    }
  | { kind: 'undefined'; because: 'no-post-in-the-cycle' }
  | { kind: 'undefined'; because: 'posts-overlap'; on: Day }

/**
 * Divides a cycle at every change of unit or rater (Art. 37-38): nothing is deleted when somebody moves, each stretch keeps its rater, and a stretch shorter
 * than `minimumDays` gives a comment only. Neighbouring stretches of the same unit and rater are one. Posts may come in any order; two at once are a fault of the records.
 */
export function yearSegments(posts: readonly HeldPost[], cycle: { from: Day; to: Day }, rules: SegmentRules): YearSegments {
  const inside = posts
    .map((post) => ({ ...post, from: later(post.from, cycle.from), to: earlier(post.to ?? cycle.to, cycle.to) }))
    .filter(({ from, to }) => dayNumber(from) <= dayNumber(to))
    .toSorted((one, other) => dayNumber(one.from) - dayNumber(other.from))
  if (inside.length === 0) return { kind: 'undefined', because: 'no-post-in-the-cycle' }
  const joined: { unit: string; rater: string | null; from: Day; to: Day }[] = []
  for (const post of inside) {
    const last = joined.at(-1)
    if (last && dayNumber(post.from) <= dayNumber(last.to)) return { kind: 'undefined', because: 'posts-overlap', on: post.from }
    const goesOn = last && last.unit === post.unit && last.rater === post.rater && addDays(last.to, 1) === post.from
    if (last && goesOn) last.to = post.to
    else joined.push({ unit: post.unit, rater: post.rater, from: post.from, to: post.to })
  }
  const segments = joined.map((each): YearSegment => {
    const days = daysBetween(each.from, each.to) + 1
    const endsEarly = dayNumber(each.to) < dayNumber(cycle.to)
    return { ...each, days, scored: days >= rules.minimumDays, rateBy: endsEarly ? addDays(each.to, rules.closeWithinDays) : null }
  })
  const length = daysBetween(cycle.from, cycle.to) + 1
  const inUnit = new Map<string, number>()
  for (const { unit, days } of segments) inUnit.set(unit, (inUnit.get(unit) ?? 0) + days)
  return {
    kind: 'divided',
    segments,
    unitOfMostTime: [...inUnit].find(([, days]) => days * 2 > length)?.[0] ?? null,
    daysWithout: length - segments.reduce((total, { days }) => total + days, 0),
  }
}

const later = (one: Day, other: Day): Day => (dayNumber(one) >= dayNumber(other) ? one : other)
const earlier = (one: Day, other: Day): Day => (dayNumber(one) <= dayNumber(other) ? one : other)

/** One of two posts somebody holds at once, appraised in each (Art. 39). */
export type PostResult = { readonly post: string; readonly grade: Grade; readonly score: ExactText | null; readonly weightBp: number }

export type BothPosts =
  | {
      kind: 'combined'
      grade: Grade
      score: ExactText | null
      official: string | null
      method: 'worse-of-both' | 'by-weight'
      decidedBy: readonly string[]
    }
  | { kind: 'undefined'; because: 'one-post-only' | 'weights-must-total-100' | 'score-missing' }

/**
 * The result of somebody appraised in two posts: the worse grade of the two; the score by weight where the institution has set weights, and that of the worse post otherwise.
 * With `by-weight` the grade is still never better than the better one, and people decide it; it is proposed as the worse.
 */
export function bothPosts(results: readonly PostResult[], method: 'worse' | 'by-weight'): BothPosts {
  if (results.length < 2) return { kind: 'undefined', because: 'one-post-only' }
  const worst = results.toSorted(
    (one, other) => gradeRank(other.grade) - gradeRank(one.grade) || compare(one.score ?? '0', other.score ?? '0'),
  )
  const [lowest] = worst
  if (!lowest) return { kind: 'undefined', because: 'one-post-only' }
  const decidedBy = results.filter(({ grade }) => grade === lowest.grade).map(({ post }) => post)
  if (method === 'worse')
    return {
      kind: 'combined',
      grade: lowest.grade,
      score: lowest.score,
      official: lowest.score === null ? null : roundHalfAway(lowest.score, 2),
      method: 'worse-of-both',
      decidedBy,
    }
  if (results.reduce((total, { weightBp }) => total + weightBp, 0) !== 10_000)
    return { kind: 'undefined', because: 'weights-must-total-100' }
  const parts = results.flatMap(({ score, weightBp }) => (score === null ? [] : [div(mul(score, weightBp), 10_000)]))
  if (parts.length < results.length) return { kind: 'undefined', because: 'score-missing' }
  const score = sum(parts)
  return {
    kind: 'combined',
    grade: lowest.grade,
    score: toExactText(score),
    official: roundHalfAway(score, 2),
    method: 'by-weight',
    decidedBy,
  }
}
