import { add, compare, div, type Exact, type ExactText, isZero, max, min, mul, sub } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'

/** A point of the scoring line: x in the measure's unit, y in points with the target at 100. */
export type Anchor = { x: ExactText; y: ExactText }
export type Point = { x: Exact; y: Exact }
/** Beyond an end the line goes on as its last piece does, or holds its last value. */
export type Ending = 'extrapolate' | 'hold'
/** Straight pieces between points with strictly rising x; the one primitive behind all continuous scoring functions. */
export type Line = { points: Point[]; before: Ending; after: Ending }
export type Segment = number | 'before' | 'after'

/** The points the line gives at x, unbounded, and the piece x lies on (index of the point to its left). */
export function evaluateLine(line: Line, x: Exact): { attainment: Exact; segment: Segment; extrapolated: boolean } {
  const { points } = line
  const first = points[0]!
  const last = points[points.length - 1]!
  if (compare(x, first.x) < 0) {
    const held = line.before === 'hold' || points.length < 2
    return { attainment: held ? first.y : between(first, points[1]!, x), segment: 'before', extrapolated: !held }
  }
  if (compare(x, last.x) > 0) {
    const held = line.after === 'hold' || points.length < 2
    return { attainment: held ? last.y : between(points[points.length - 2]!, last, x), segment: 'after', extrapolated: !held }
  }
  const right = points.findIndex((point) => compare(x, point.x) <= 0)
  const index = Math.max(0, right - 1)
  const next = points[index + 1]
  return { attainment: next ? between(points[index]!, next, x) : points[index]!.y, segment: index, extrapolated: false }
}

const between = (a: Point, b: Point, x: Exact): Exact => add(a.y, div(mul(sub(b.y, a.y), sub(x, a.x)), sub(b.x, a.x)))

/** The x nearest to `from` at which the line gives exactly y, or null when it never does. */
export function whereLineReaches(line: Line, y: Exact, from: Exact): Exact | null {
  let nearest: Exact | null = null
  line.points.slice(1).forEach((right, index) => {
    const left = line.points[index]!
    const flat = compare(left.y, right.y) === 0
    if (flat && compare(left.y, y) !== 0) return
    const x = flat ? max(left.x, min(right.x, from)) : add(left.x, div(mul(sub(y, left.y), sub(right.x, left.x)), sub(right.y, left.y)))
    const open = {
      left: index === 0 && line.before === 'extrapolate',
      right: index === line.points.length - 2 && line.after === 'extrapolate',
    }
    if ((compare(x, left.x) < 0 && !open.left) || (compare(x, right.x) > 0 && !open.right)) return
    if (nearest === null || compare(sub(x, from).abs(), sub(nearest, from).abs()) < 0) nearest = x
  })
  return nearest
}

/** The same line for a part of the period: a flow's x-values shrink to the share that is due. A zero share has no line. */
export function scaleLine(line: Line, share: Exact): Line | null {
  if (isZero(share)) return null
  return { ...line, points: line.points.map(({ x, y }) => ({ x: mul(x, share), y })) }
}

/** The anchors of a line as exact texts, for storing and for the explanation. */
export const toAnchors = (line: Line): Anchor[] => line.points.map(({ x, y }) => ({ x: toExactText(x), y: toExactText(y) }))
