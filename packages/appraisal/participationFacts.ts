import type { Citation } from './citation.ts'
import type { SanctionKind } from './gradeCeiling.ts'

/** What the personnel office knows about one person in one appraisal year. Days are calendar days; null is "not known", never 0. */
export type ParticipationFacts = {
  /** Leaders of the institution and others are appraised under other rules (Art. 2). */
  track: 'staff' | 'leader' | 'other'
  /** Refuses without good reason, even after talks (Art. 44). */
  refusesAfterTalks: boolean
  /** `closed`: with the sanction that came of it, or null for none. A case that was closed lets the grade be supplied (Art. 42). */
  investigation: { state: 'none' } | { state: 'open' } | { state: 'closed'; sanction: SanctionKind | null }
  /** Sanctions, organisational handling or admonition that touch this year (Art. 43); which grade they leave is `gradeCeiling`. */
  sanctioned: boolean
  firstJob: boolean
  /** Days employed here this year, and in other units this year. */
  daysHere: number | null
  daysElsewhere: number | null
  /** Absence this year by kind. Study counts only when the unit did not send the person. */
  leaveDays: { sick: number | null; personal: number | null; study: number | null; maternity: number | null }
  posting:
    | { kind: 'none' }
    /** Seconded, sent to aid another region, or stationed elsewhere: days worked at the host this year. */
    | { kind: 'secondment'; daysAtHost: number | null }
    /** Sent on training or a mission, or approved innovation and entrepreneurship. */
    | { kind: 'sent' }
  /** Holds a management and a professional post at once (Art. 39). */
  holdsTwoPosts: boolean
}

/** Rows of the decision table, in the order in which they are asked. */
export const participationRows = [
  'other-track',
  'refuses',
  'under-investigation',
  'sanctioned',
  'first-job-short',
  'short-service',
  'long-leave',
  'maternity-leave',
  'joined-this-year',
  'seconded',
  'sent',
  'two-posts',
  'ordinary',
] as const
export type ParticipationRow = (typeof participationRows)[number]

/** The setting and the articles come from the rule pack of the institution. */
export type ParticipationRules = {
  /** Half a year in days; default 183. "Less than" and "more than" half a year are both strict. */
  halfYearDays: number
  citations: Readonly<Record<ParticipationRow, Citation>>
}
