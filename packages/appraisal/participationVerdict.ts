import type { Bilingual } from '@milepost/terms/bilingual'
import type { Citation } from './citation.ts'
import type { ParticipationRow } from './participationFacts.ts'

/**
 * - `graded` by the usual procedure; `within-ceiling` graded, at most what the sanction leaves;
 * - `unqualified` directly; `none` no grade this year; `none-yet` no grade until the case is closed;
 * - `elsewhere` the person is appraised under other rules.
 */
export type GradeVerdict = 'graded' | 'within-ceiling' | 'unqualified' | 'none' | 'none-yet' | 'elsewhere'
/** `by-sanction-rules`: Art. 43 leaves it to them. `not-excluded`: the article is silent, a comment may be written. */
export type CommentVerdict = 'yes' | 'no' | 'by-sanction-rules' | 'not-excluded'
/** Which unit grades, and which is heard. `home` holds the personnel relation, `host` is where the person was sent. */
export type Grader = { by: 'home' | 'host'; hears: 'nobody' | 'home' | 'host' | 'former-unit' }

export type ParticipationVerdict = {
  kind: 'decided'
  /** The row that decides. */
  row: ParticipationRow
  takesPart: boolean
  comment: CommentVerdict
  grade: GradeVerdict
  /** Counts among those who should take part, the base of the excellent seats. */
  inSeatBase: boolean
  grader: Grader
  appraisedInBothPosts: boolean
  /** Rows further down that hold as well and were applied, e.g. long leave of a sanctioned person, or who grades. */
  alsoApplied: readonly ParticipationRow[]
  citations: readonly Citation[]
  reasons: readonly Bilingual[]
}

export type MissingFact = 'daysHere' | 'daysElsewhere' | 'sick' | 'personal' | 'study' | 'maternity' | 'daysAtHost'
/** A fact that a row needs is not known, and no row above has settled the matter. */
export type ParticipationUnknown = { kind: 'undefined'; because: 'missing-fact'; row: ParticipationRow; facts: readonly MissingFact[] }
