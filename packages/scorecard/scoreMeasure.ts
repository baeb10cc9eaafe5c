import { compare, type Exact, type ExactInput, type ExactText, exact, HUNDRED, ONE, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { type Anchor, type Segment, scaleLine, toAnchors } from './anchors.ts'
import type { MeasureFlag } from './nodeStates.ts'
import type { Reading } from './reading.ts'
import type { ScoringRule } from './rules.ts'
import { type Attained, attain, holdBetween, regressed, TARGET_TOO_LOW } from './scoreReading.ts'
import { compileRule } from './scoringFunctions.ts'

export type MeasureScore =
  | {
      kind: 'scored'
      /** Unbounded, target = 100. */
      attainment: ExactText
      attainmentOfficial: string
      /** Attainment between floor and cap. */
      score: ExactText
      /** Rounded half away from zero to two places: the figure grades are cut on. */
      official: string
      /** The line in force (already scaled), null for rules that are not lines. */
      anchors: Anchor[] | null
      segment: Segment | null
      flags: Extract<MeasureFlag, 'capped' | 'floored' | 'extrapolated' | 'regress' | 'target-too-low'>[]
    }
  | { kind: 'unscored'; because: Extract<Attained, { kind: 'unscored' }>['because'] }

export type ScoreBounds = { floor?: ExactInput; cap?: ExactInput; targetScale?: ExactInput }

/** Scores one reading by one rule. Never NaN, never a silent zero: what cannot be scored says why. */
export function scoreMeasure(reading: Reading, rule: ScoringRule, bounds: ScoreBounds = {}): MeasureScore {
  const [floor, cap, scale] = [exact(bounds.floor ?? ZERO), exact(bounds.cap ?? HUNDRED), exact(bounds.targetScale ?? ONE)]
  const compiled = compileRule(rule, cap)
  const got = attain(compiled, reading, scale)
  if (got.kind === 'unscored') return got
  const held = holdBetween(got.attainment, floor, cap)
  const line = compiled.kind === 'line' ? scaleLine(compiled.line, scale) : null
  return {
    kind: 'scored',
    attainment: toExactText(got.attainment),
    attainmentOfficial: roundHalfAway(got.attainment, 2),
    score: toExactText(held.score),
    official: roundHalfAway(held.score, 2),
    anchors: line && toAnchors(line),
    segment: got.segment,
    flags: flagsOf(got, held),
  }
}

type ScoredFlag = Extract<MeasureScore, { kind: 'scored' }>['flags'][number]

function flagsOf(got: { attainment: Exact; extrapolated: boolean }, held: { floored: boolean; capped: boolean }): ScoredFlag[] {
  const raised: [ScoredFlag, boolean][] = [
    ['capped', held.capped],
    ['floored', held.floored],
    ['extrapolated', got.extrapolated],
    ['regress', regressed(got.attainment)],
    ['target-too-low', compare(got.attainment, TARGET_TOO_LOW) > 0],
  ]
  return raised.filter(([, holds]) => holds).map(([flag]) => flag)
}
