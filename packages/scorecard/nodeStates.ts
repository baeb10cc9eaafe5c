import type { DataState } from './dataStates.ts'
import type { RuleRefusal } from './rules.ts'

/** Whether a node has a score, and if not, in which of the named ways it has none. */
export type NodeState = 'scored' | 'not-applicable' | 'excluded' | 'suspended' | 'monitored' | 'unscored'

/** What a reader should know about a node's score. */
export type NodeFlag =
  | 'missing-as-zero'
  | 'has-missing'
  | 'has-late'
  | 'effective-weight-doubled'
  | 'coverage-below-gate'
  | 'not-applicable-above-gate'
  | 'admitted-by-committee'
  | 'limited-by-critical-child'
  | 'vetoed'
  | 'child-capped'

/** The reason behind a node, a measure or a value without a score. */
export type Because =
  | DataState
  | RuleRefusal
  | 'estimated-not-waived'
  | 'still-open-at-close'
  | 'too-few-answers'
  | 'poor-data-quality'
  | 'zero-denominator'
  | 'numerator-without-denominator'
  | 'value-without-figure'
  | 'value-not-a-number'
  | 'value-not-in-rule'
  | 'no-evidence'
  | 'no-reason'
  | 'weight-sum-zero'
  | 'no-values'
  | 'same-value-twice'
  | 'no-unit-aggregation'
  | 'not-the-last'
  | 'monitored-only'
  | 'no-measures'
  | 'no-data-below'
  | 'all-not-applicable'

/** What a reader should know about a measure's score. */
export type MeasureFlag =
  | 'capped'
  | 'floored'
  | 'extrapolated'
  | 'regress'
  | 'target-too-low'
  | 'estimated'
  | 'carried'
  | 'partial'
  | 'stale'
  | 'missing-as-zero'
  | 'undefined-as-full'
  | 'redistribution-approved'
