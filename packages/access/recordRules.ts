import type { Actor } from './actor.ts'
import type { CardSubject, JudgedSubject, PersonSubject, RecordedSubject, UnitSubject } from './subjects.ts'

/** Rules by record: pure claims over (actor, subject). The performance office and leaders see the whole institution. */

const seesAll = (actor: Actor) => actor.roles.some((role) => role === 'performance-office' || role === 'leader')

/** The actor is the person; never for an account without a person. */
export const isSelf = (actor: Actor, subject: PersonSubject) => actor.personId !== null && actor.personId === subject.personId

/** The actor heads the unit; never where there is no unit. */
export const isHeadOf = (actor: Actor, subject: { readonly unitId: string | null }) =>
  subject.unitId !== null && actor.headedUnitIds.includes(subject.unitId)

/** One's own record, one's people's record, or an office that sees the whole institution. */
export const selfHeadOrOffice = (actor: Actor, subject: PersonSubject) =>
  seesAll(actor) || isSelf(actor, subject) || isHeadOf(actor, subject)

/** The person's head, never the person: for acts that judge. */
export const headNotSelf = (actor: Actor, subject: PersonSubject) => !isSelf(actor, subject) && (isHeadOf(actor, subject) || seesAll(actor))

/** For acts on a unit: its head, or an office that sees the whole institution. */
export const headOrOffice = (actor: Actor, subject: UnitSubject) => seesAll(actor) || isHeadOf(actor, subject)

/** The head of the person (not the person) or the person. */
export const selfOrHead = (actor: Actor, subject: PersonSubject) => isSelf(actor, subject) || isHeadOf(actor, subject)

/** Staff and the authority may read the cards of the institution and of units; a person's card only the person, the head and the office. */
export const readsCard = (actor: Actor, subject: CardSubject) =>
  subject.personId === null || selfHeadOrOffice(actor, { personId: subject.personId, unitId: subject.unitId })

/** Two pairs of eyes: whoever recorded may not confirm. */
export const notTheRecorder = (actor: Actor, subject: RecordedSubject) =>
  actor.accountId !== null && actor.accountId !== subject.recordedByAccountId

/** Only oneself: for "my" pages. */
export const onlySelf = (actor: Actor, subject: PersonSubject) => isSelf(actor, subject)

/** A card of the institution or of a unit is everybody's; a person's card only that person's own. */
export const ownOrShared = (actor: Actor, subject: CardSubject) =>
  subject.personId === null || isSelf(actor, { personId: subject.personId, unitId: subject.unitId })

/** Somebody on the list of judges. */
export const invitedJudge = (actor: Actor, subject: JudgedSubject) =>
  actor.accountId !== null && subject.judgeAccountIds.includes(actor.accountId)
