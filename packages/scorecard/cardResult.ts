/** What `scoreCard` gives back. `ExactText` values are lossless ("81.25", "250/3"); `official` values are rounded half away from zero to two places. */
import type { ExactText } from '@milepost/exact/exact'
import type { Anchor } from './anchors.ts'
import type { Aggregation, RollRule } from './card.ts'
import type { DataState } from './dataStates.ts'
import type { Explanation } from './explanation.ts'
import type { LocalText } from './localText.ts'
import type { Because, MeasureFlag, NodeFlag, NodeState } from './nodeStates.ts'
import type { Status } from './status.ts'
import type { WhatMoves } from './whatMoves.ts'

export type CardResult = {
  engineVersion: string
  cardId: string
  scope: 'institution' | 'unit' | 'person'
  mode: 'live' | 'official'
  /** The whole card as a tree: card, perspectives, objectives, measures. `tree.official` is the weighted score before bonus. */
  tree: NodeResult
  /** Every measure by id, in card order. */
  measures: MeasureResult[]
  /** After bonus, deductions and vetoes; null when the card is not scored. */
  final: { score: ExactText; official: string } | null
  status: Status
  /** True below a gate the committee has not lifted: no ranking and no pay on this score. */
  provisional: boolean
  bonus: { points: ExactText; applied: ExactText; items: string[] }
  vetoes: AppliedVeto[]
  /** Of a plan that was amended: every plan that held in the period with its days and its own score, oldest first, the card's own last. */
  stretches?: PlanStretch[]
  /** What blocks publishing, and what should be looked at. Empty is good. */
  findings: Finding[]
  explanation: Explanation
}

/** `id` null: the plan the card holds now. `official` null: it could not be scored, and its days count for nothing. */
export type PlanStretch = { id: string | null; from: string; to: string; days: number; score: ExactText | null; official: string | null }

export type NodeResult = {
  id: string
  kind: 'card' | 'perspective' | 'objective' | 'measure'
  name: LocalText
  /** How children make the score; null for a measure. */
  rule: RollRule | null
  state: NodeState
  /** The data state or reason behind a node without a score. */
  because?: Because
  weight: NodeWeight
  score: ExactText | null
  official: string | null
  /** The score as the parent takes it up, at most the parent's cap; two places. */
  takenUp: string | null
  /** Mid-period score against the target expected to date (live only). */
  pace: string | null
  /** Points this node brings to the whole card: effective weight x capped score. */
  contribution: ExactText | null
  coverage: Coverage
  status: Status
  flags: NodeFlag[]
  children: NodeResult[]
}

export type NodeWeight = {
  /** Share among siblings as designed, 0..1. */
  nominal: ExactText
  /** Share among siblings after N/A and missing are taken out; 0 when it does not take part. */
  redistributed: ExactText
  /** Product of the designed shares down from the card. */
  nominalOnWhole: ExactText
  /** Product of the redistributed shares down from the card. */
  effective: ExactText
  /** The three as percentages for a column, made to add up to 100.00 by largest remainder. */
  shown: { nominal: string; redistributed: string; effective: string }
}

export type Coverage = {
  /** Share of applicable weight that has data, 0..1; null when nothing is applicable. */
  withData: ExactText | null
  /** Share with data or decided by the missing-is-zero rule: the gate looks at this one. */
  decided: ExactText | null
  /** Share of designed weight that is approved N/A (or suspended). */
  notApplicable: ExactText | null
  /** The same three as percentages with two places. */
  shown: { withData: string | null; decided: string | null; notApplicable: string | null }
}

export type MeasureResult = {
  id: string
  perspectiveId: string
  objectiveId: string
  state: NodeState
  because?: Because
  actual: AggregatedActual | null
  /** x-values of the rule were multiplied by this (a flow's share of the year); "1" when untouched. */
  targetScale: ExactText
  /** Unbounded attainment with the target at 100. */
  attainment: ExactText | null
  attainmentOfficial: string | null
  score: ExactText | null
  official: string | null
  /** Against the target expected to date (live flows), else null. */
  pace: { expectedShare: ExactText; attainment: string; score: ExactText; official: string } | null
  anchors: Anchor[] | null
  /** Index of the anchor left of the actual; "before" and "after" lie beyond the ends. */
  segment: number | 'before' | 'after' | null
  flags: MeasureFlag[]
  /** What it would take to raise the measure, and the whole card, by one point. */
  whatMoves: WhatMoves
}

/** The figure that is scored, with everything that went into it and everything that did not. */
export type AggregatedActual = {
  value: ExactText
  /** For reading: at most six places. */
  shown: string
  how: Aggregation | 'counts' | 'milestones' | 'judgement'
  numerator?: ExactText
  denominator?: ExactText
  n?: number
  used: ValueRef[]
  excluded: (ValueRef & { because: Because })[]
}
export type ValueRef = { period: string; unit?: string; state: DataState }

export type AppliedVeto = { id: string; reason: LocalText; effect: 'zero' | 'cap-band'; target: string; scoreBefore: ExactText | null }

export type Finding = {
  code: string
  severity: 'blocks' | 'warns'
  node: string
  message: LocalText
  mend: LocalText
}
