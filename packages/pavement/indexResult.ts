import type { Decimal, ExactText } from '@milepost/exact/exact'
import type { ConditionGrade, ConditionIndex } from '@milepost/terms/road'

/** Why an index has no value. */
export type IndexGap =
  | { because: 'not-surveyed'; note: string }
  | { because: 'not-a-number'; field: string }
  | { because: 'negative'; field: string }
  | { because: 'outside-0-100'; field: string }
  | { because: 'no-area' }
  | { because: 'no-length' }
  | { because: 'no-profile-depth' }
  | { because: 'no-deflection' }
  | { because: 'unknown-damage'; damage: string }
  | { because: 'severity-not-rated'; damage: string; severity: string }
  | { because: 'nothing-surveyed' }
  | { because: 'missing-part'; parts: readonly string[] }

/** What an index was computed from: names and values, for the reader to check. */
export type IndexEvidence = Readonly<Record<string, string | number>>

/** The bare value of an index, before it is graded. Values are 0-100. */
export type IndexValue =
  | { kind: 'computed'; value: ExactText; evidence: IndexEvidence; warnings: readonly IndexWarning[] }
  | { kind: 'given'; value: ExactText }
  | { kind: 'not-applicable' }
  | ({ kind: 'undefined' } & IndexGap)

export type IndexWarning =
  | { code: 'limited-to-0-100'; value: string }
  | { code: 'weights-of-surveyed-kinds-only'; notSurveyed: readonly string[] }
  | { code: 'scaled-to-unit-length'; lengthMetres: string }
  | { code: 'both-wear-and-skid-surveyed'; taken: 'PWI' | 'SRI' }
  | { code: 'held-at-zero'; because: readonly string[] }
  | { code: 'no-structure' }
  | { code: 'at-the-edge-of-a-grade'; edge: string }

/** A value with its official rounding and its grade. The grade is decided on the unrounded value. */
export type GradedIndex =
  | {
      kind: 'computed' | 'given'
      index: ConditionIndex
      value: ExactText
      official: Decimal
      grade: ConditionGrade
      evidence: IndexEvidence
      warnings: readonly IndexWarning[]
    }
  | { kind: 'not-applicable'; index: ConditionIndex }
  | ({ kind: 'undefined'; index: ConditionIndex } & IndexGap)
