import type { Decimal } from '@milepost/exact/exact'
import type { LocalText } from './localText.ts'

/** Which way is better. `band`: best inside a range, worse on either side. */
export type Direction = 'up' | 'down' | 'band'

/**
 * How a measure's actual becomes points, with the target at 100. All figures are decimal strings in the measure's own unit.
 * Every kind compiles to something scoreable or to a named refusal: see `SCORING_FUNCTIONS`.
 */
export type RuleParameters = {
  /** The library's triple 底线/目标/挑战: floor is 0 points, target 100, stretch the cap. */
  floor_target_stretch: { direction: 'up' | 'down'; floor: Decimal; target: Decimal; stretch: Decimal }
  /** 完成率: 100 x actual / target. */
  ratio_up: { target: Decimal }
  /** Lower is better: 100 x (2 - actual / target), which does not explode at zero. */
  ratio_down: { target: Decimal }
  /** Straight line from the baseline (0) to the target (100), either way. `direction`, when given, must agree with the two points. */
  interpolate: { baseline: Decimal; target: Decimal; direction?: 'up' | 'down' }
  /** Keep what has been reached: 100 at the target and beyond, 0 at a tolerance short of it. */
  maintain: { direction: 'up' | 'down'; target: Decimal; tolerance: Decimal }
  /** 趋中: 100 inside low..high, falling to 0 a tolerance outside. `toleranceAbove` when the upper side differs. */
  range: { low: Decimal; high: Decimal; tolerance: Decimal; toleranceAbove?: Decimal }
  /** 功效系数: unacceptable is 60, satisfactory is 100. */
  efficacy: { unacceptable: Decimal; satisfactory: Decimal }
  /** Floor 60, target 100, stretch the cap. */
  threshold3: { floor: Decimal; target: Decimal; stretch: Decimal }
  /** Import of red/goal thresholds of other tools, where the goal stands at 66.67: kept apart because the target is not 100 here. */
  threshold3_imported: { red: Decimal; goal: Decimal }
  /** 层差: left-closed bands [from, next from); `below` holds under the first. */
  step: { below: Decimal; bands: { from: Decimal; points: Decimal }[] }
  /** 100 or 0. `in` accepts any of `values`; the others compare with the first. */
  binary: { comparator: '>=' | '<=' | '=' | 'in'; values: Decimal[] }
  /** Start (100) minus points per occurrence. Counts come by key in the value; a single-item rule also takes the plain actual. */
  deduct: { start?: Decimal; items: { key: string; name?: LocalText; points: Decimal }[] }
  /** Weighted checklist: done on time 1, late `lateFactor`, undone 0. */
  milestone: { lateFactor: Decimal; items: { key: string; name?: LocalText; weight: Decimal }[] }
  /** A named person's judgement: a band, points inside it, the reason and evidence. */
  judgement: { bands: { code: string; from: Decimal; to: Decimal }[] }
  /** Shown, not scored: its weight counts as 0. */
  unscored: Record<never, never>
}

export type RuleKind = keyof RuleParameters
export type ScoringRule<K extends RuleKind = RuleKind> = { [P in K]: { kind: P } & RuleParameters[P] }[K]

/** Why a rule cannot be published; the words are in `RULE_REFUSALS`. */
export type RuleRefusal =
  | 'not-a-number'
  | 'target-not-positive'
  | 'floor-equals-target'
  | 'baseline-equals-target'
  | 'points-equal'
  | 'direction-contradicts-points'
  | 'stretch-short-of-target'
  | 'tolerance-not-positive'
  | 'range-upside-down'
  | 'bands-overlap'
  | 'no-bands'
  | 'points-not-monotone'
  | 'nothing-to-compare'
  | 'no-items'
  | 'deduction-not-positive'
  | 'weights-sum-to-zero'
