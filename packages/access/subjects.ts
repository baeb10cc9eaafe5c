/** What a record rule looks at. A use case loads the subject, the rule decides; neither knows the other. */

/** A record about one person: their card, appraisal, check-in, ticket, pay line. */
export type PersonSubject = { readonly personId: string; readonly unitId: string | null }

/** A card of any level: the institution's card has neither person nor unit. */
export type CardSubject = { readonly personId: string | null; readonly unitId: string | null }

/** Something of a unit; null: of the institution as a whole. */
export type UnitSubject = { readonly unitId: string | null }

/** A value or request that somebody recorded and somebody else has to confirm. */
export type RecordedSubject = { readonly recordedByAccountId: string | null }

/** A comparison that invited accounts judge. */
export type JudgedSubject = { readonly judgeAccountIds: readonly string[] }
