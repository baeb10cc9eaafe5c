import { add, compare, div, type Exact, type ExactText, isZero, min, ONE, sub } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString, toExactText } from '@milepost/exact/rounding'
import { type Line, whereLineReaches } from './anchors.ts'
import type { Compiled } from './scoringFunctions.ts'

export type WhatMoves = {
  /** One point more on the measure itself. */
  measureByOne: Move
  /** One point more on the whole card, as long as no parent above reaches its cap. */
  cardByOne: Move
}
export type Move =
  | { kind: 'needs'; actual: ExactText; shown: string; change: ExactText; changeShown: string }
  /** `mostPoints`: what can still be gained on the measure, two places. */
  | { kind: 'cannot'; because: 'not-scored' | 'at-cap' | 'not-within-cap' | 'not-a-line' | 'no-weight'; mostPoints?: string }

export const NOTHING_MOVES: WhatMoves = {
  measureByOne: { kind: 'cannot', because: 'not-scored' },
  cardByOne: { kind: 'cannot', because: 'not-scored' },
}

export type MoveQuestion = {
  compiled: Compiled
  /** The line in force, scaled to the flow's share; null for rules that are not lines. */
  line: Line | null
  x: Exact
  score: Exact
  /** Share of the attainment that still counts when values were missing (1 when none was). */
  counted: Exact
  cap: Exact
  parentCap: Exact | null
  /** Effective weight on the whole card, 0..1. */
  effective: Exact
}

/** The nearest actual that raises the measure, and the card, by one point; or why none does. */
export function whatMoves(question: MoveQuestion): WhatMoves {
  const { cap, parentCap, effective, score } = question
  const useful = parentCap ? min(cap, parentCap) : cap
  return {
    measureByOne: move(question, ONE, cap),
    cardByOne: isZero(effective)
      ? { kind: 'cannot', because: 'no-weight' }
      : move({ ...question, score: min(score, useful) }, div(ONE, effective), useful),
  }
}

function move({ compiled, line, x, score, counted, cap: own }: MoveQuestion, points: Exact, cap: Exact): Move {
  const most = min(cap, own.mul(counted))
  if (compare(score, most) >= 0) return { kind: 'cannot', because: 'at-cap', mostPoints: '0.00' }
  const goal = add(score, points)
  const mostPoints = roundHalfAway(sub(most, score), 2)
  if (compare(goal, most) > 0 || isZero(counted)) return { kind: 'cannot', because: 'not-within-cap', mostPoints }
  const needed = div(goal, counted)
  if (compiled.kind === 'steps') return step(compiled, x, needed, mostPoints)
  if (!line) return { kind: 'cannot', because: 'not-a-line', mostPoints }
  const reached = whereLineReaches(line, needed, x)
  return reached ? needs(reached, x) : { kind: 'cannot', because: 'not-within-cap', mostPoints }
}

/** Steps are reached from below only: the next band that is worth enough. */
function step({ bands }: Extract<Compiled, { kind: 'steps' }>, x: Exact, needed: Exact, mostPoints: string): Move {
  const next = bands.find(({ from, points }) => compare(from, x) > 0 && compare(points, needed) >= 0)
  return next ? needs(next.from, x) : { kind: 'cannot', because: 'not-a-line', mostPoints }
}

function needs(actual: Exact, x: Exact): Move {
  const change = sub(actual, x)
  return {
    kind: 'needs',
    actual: toExactText(actual),
    shown: toDecimalString(actual, 4),
    change: toExactText(change),
    changeShown: toDecimalString(change, 4),
  }
}
