import type { Role } from './actor.ts'
import {
  headNotSelf,
  headOrOffice,
  invitedJudge,
  notTheRecorder,
  onlySelf,
  ownOrShared,
  readsCard,
  selfHeadOrOffice,
  selfOrHead,
} from './recordRules.ts'

/**
 * The one permission table. A row says which roles may do a thing at all and, where it depends on the record,
 * by which rule. Screens hide by it, the server refuses by it, docs/printed/permissions.md is printed from it.
 */

const STAFF = ['performance-office', 'leader', 'unit-head', 'employee', 'discipline'] as const satisfies readonly Role[]
const EVERY_ACCOUNT = [...STAFF, 'system-admin', 'security-admin', 'audit-admin', 'authority'] as const satisfies readonly Role[]
const EVERYBODY = [...EVERY_ACCOUNT, 'public'] as const satisfies readonly Role[]
const OFFICE = ['performance-office'] as const satisfies readonly Role[]
const OFFICE_AND_LEADERS = ['performance-office', 'leader'] as const satisfies readonly Role[]
const OVERSIGHT = ['performance-office', 'leader', 'discipline'] as const satisfies readonly Role[]

export const PERMISSIONS = {
  // institution
  'session.open': { roles: EVERYBODY },
  'session.own': { roles: EVERY_ACCOUNT },
  'institution.read': { roles: EVERYBODY },
  'unit.read': { roles: EVERY_ACCOUNT },
  'person.read': { roles: ['performance-office', 'leader', 'unit-head', 'discipline', 'system-admin'] },
  'person.open': { roles: STAFF, record: selfHeadOrOffice },
  'people.import': { roles: ['performance-office', 'system-admin'] },
  'account.read': { roles: ['system-admin', 'security-admin'] },
  'account.create': { roles: ['system-admin'] },
  'account.grant': { roles: ['security-admin'] },
  'calendar.read': { roles: EVERY_ACCOUNT },
  'calendar.edit': { roles: ['performance-office', 'system-admin'] },
  'cycle.read': { roles: EVERY_ACCOUNT },
  'cycle.edit': { roles: OFFICE },
  'cycle.state': { roles: OVERSIGHT },
  'cycle.step-back': { roles: ['leader'] },
  'hearing.read': { roles: STAFF },
  'hearing.comment': { roles: STAFF },
  'audit.read': { roles: ['audit-admin', 'discipline'] },
  'tasks.own': { roles: EVERY_ACCOUNT },
  'message.own': { roles: EVERY_ACCOUNT },
  'message.channels': { roles: ['system-admin'] },

  // diagnose
  'questionnaire.read': { roles: EVERY_ACCOUNT },
  'questionnaire.edit': { roles: OFFICE },
  'answers.import': { roles: OFFICE },
  'diagnosis.read': { roles: [...OVERSIGHT, 'authority'] },
  'finding.record': { roles: OFFICE },
  'transcript.keep': { roles: OFFICE },
  'problem.judge': { roles: OFFICE_AND_LEADERS },
  'wave.collect': { roles: OFFICE },
  'answers.export': { roles: OFFICE },
  'ballot.cast': { roles: EVERYBODY },
  'invitation.own': { roles: EVERY_ACCOUNT },

  // choose
  'choice.read': { roles: [...STAFF, 'authority'] },
  'choice.edit': { roles: OFFICE },
  'choice.decide': { roles: ['leader'] },
  /** Judges one by one, with what each of them judged. */
  'choice.judges': { roles: OVERSIGHT },
  /** Only who is invited: the record rule looks at the list of judges. */
  'choice.judge': { roles: STAFF, record: invitedJudge },

  // design
  'scorecard.read': { roles: [...STAFF, 'authority'] },
  'scorecard.edit': { roles: OFFICE },
  'scorecard.publish': { roles: ['leader'] },
  'card.read': { roles: [...STAFF, 'authority'], record: readsCard },
  'plan.own': { roles: STAFF },
  'plan.list': { roles: ['performance-office', 'leader', 'unit-head', 'discipline'] },
  'plan.except': { roles: ['leader'] },
  'plan.propose': { roles: STAFF, record: selfOrHead },
  'plan.agree': { roles: STAFF, record: selfOrHead },
  /** Only the plans of units one heads: the verb refuses any other. */
  'plan.agree-unit': { roles: ['unit-head', 'leader'] },
  'openness.read': { roles: [...STAFF, 'authority'] },
  'goal.record': { roles: ['unit-head', 'leader', 'performance-office'], record: headNotSelf },
  'cascade.read': { roles: OVERSIGHT },
  'dry-run.read': { roles: OFFICE_AND_LEADERS },

  // run
  'value.read': { roles: [...STAFF, 'authority'] },
  'value.import': { roles: OFFICE },
  'value.confirm': { roles: ['performance-office', 'unit-head', 'leader'], record: notTheRecorder },
  'value.verify': { roles: ['performance-office', 'unit-head', 'leader', 'discipline'] },
  'inspection.import': { roles: OFFICE },
  'inspection.read': { roles: [...STAFF, 'authority'] },
  'period.close': { roles: OFFICE },
  'score.read': { roles: [...STAFF, 'authority'] },
  'score.run': { roles: OFFICE },
  'red-line.read': { roles: [...STAFF, 'authority'] },
  'red-line.write': { roles: ['performance-office', 'leader', 'unit-head'], record: headOrOffice },
  'red-line.check': { roles: OFFICE_AND_LEADERS, record: notTheRecorder },
  'veto.decide': { roles: ['leader'] },
  /** What is entered for persons is listed only as far as the reader may see those persons. */
  'bonus.read': { roles: ['performance-office', 'leader', 'unit-head', 'discipline'] },
  'bonus.enter': { roles: ['performance-office', 'leader', 'unit-head'], record: headOrOffice },
  'bonus.decide': { roles: ['leader'], record: notTheRecorder },
  'review.read': { roles: ['performance-office', 'leader', 'unit-head', 'discipline'] },
  'review.lead': { roles: OFFICE_AND_LEADERS },
  'links.read': { roles: OVERSIGHT },
  'check-in.read': { roles: STAFF, record: selfHeadOrOffice },
  'check-in.record': { roles: ['unit-head', 'leader', 'performance-office'], record: headNotSelf },
  'check-in.confirm': { roles: STAFF, record: onlySelf },

  // appraise
  'appraisal.read': { roles: STAFF, record: selfHeadOrOffice },
  'appraisal.list': { roles: OVERSIGHT },
  /** The cycle against the rules: the authority inspects by it, without the list of persons. */
  'norms.read': { roles: [...OVERSIGHT, 'authority'] },
  /** What no record shows, somebody looks at and says by name. */
  'norms.check': { roles: [...OVERSIGHT, 'authority'] },
  'appraisal.open': { roles: OFFICE },
  'rules.read': { roles: [...STAFF, 'authority'] },
  'rules.lay': { roles: OFFICE },
  'self-report.write': { roles: STAFF },
  'rating.give': { roles: ['unit-head', 'leader', 'employee', 'performance-office'] },
  'rating.import': { roles: OFFICE },
  /** Never whoever gave it, nor the person rated: the verb refuses both. */
  'rating.void': { roles: ['discipline', 'leader'] },
  'vote.run': { roles: OFFICE },
  /** Never whoever typed the ballot in: the verb refuses that. */
  'vote.void': { roles: OVERSIGHT },
  'appraisal.score': { roles: OFFICE },
  'grade.propose': { roles: OFFICE },
  'grade.calibrate': { roles: OFFICE_AND_LEADERS },
  'grade.decide': { roles: ['leader'] },
  'grade.confirm': { roles: ['performance-office', 'leader', 'unit-head', 'discipline'] },
  'sanction.keep': { roles: ['discipline'] },
  'participation.keep': { roles: OFFICE },
  'missing.waive': { roles: ['leader'] },
  'tie.declare': { roles: STAFF },
  'tie.oversee': { roles: ['performance-office', 'discipline'] },
  'result.serve': { roles: OFFICE },
  'result.own': { roles: STAFF },
  'interview.record': { roles: ['unit-head', 'leader', 'performance-office'], record: headNotSelf },
  /** Those whom one heads, no others: the verb looks for them. */
  'talk.list': { roles: ['unit-head', 'leader'] },
  'remedy.decide': { roles: ['leader', 'authority'] },
  'notice.post': { roles: OFFICE },
  'notice.read': { roles: STAFF },
  'objection.raise': { roles: STAFF },
  'objection.answer': { roles: ['discipline', 'leader'] },

  // reward
  'pool.read': { roles: OFFICE_AND_LEADERS },
  'pool.edit': { roles: OFFICE },
  'pool.approve': { roles: ['leader'] },
  'pay-rules.read': { roles: STAFF },
  'pay-rules.publish': { roles: ['leader'] },
  'consequence.act': { roles: OFFICE },
  'recognition.read': { roles: STAFF },
  'recognition.give': { roles: OFFICE_AND_LEADERS },
  'training.record': { roles: OFFICE },
  'consequence.list': { roles: OVERSIGHT },
  'pay-line.read': { roles: STAFF, record: selfHeadOrOffice },

  // open
  'ticket.read': { roles: [...STAFF, 'authority'], record: readsCard },
  'ticket.check': { roles: STAFF },
  'ticket.object': { roles: STAFF, record: onlySelf },
  'ticket.objectToCard': { roles: STAFF, record: ownOrShared },
  'ticket.answer': { roles: OVERSIGHT },
  'publication.prepare': { roles: OFFICE },
  'publication.preview': { roles: OFFICE_AND_LEADERS },
  'publication.publish': { roles: ['leader'] },
  'publication.read': { roles: EVERYBODY },
  'change.read': { roles: [...STAFF, 'authority'] },
  'publication.report': { roles: ['performance-office', 'leader', 'authority'] },
  'feedback.send': { roles: EVERYBODY },
  'feedback.answer': { roles: OFFICE },
  'privacy.keep': { roles: ['performance-office', 'security-admin'] },
  'publication.collect': { roles: ['performance-office', 'authority'] },
  'publication.compare': { roles: ['performance-office', 'leader', 'authority'] },
  'data.own': { roles: EVERY_ACCOUNT },
  'data.correct': { roles: ['performance-office', 'system-admin'] },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly record?: (...args: never[]) => boolean }>

export type Permission = keyof typeof PERMISSIONS

/** Permissions that also depend on the record. */
export type RecordPermission = {
  [P in Permission]: (typeof PERMISSIONS)[P] extends { readonly record: unknown } ? P : never
}[Permission]

/** What the record rule of a permission looks at. */
export type SubjectOf<P extends RecordPermission> = (typeof PERMISSIONS)[P] extends {
  readonly record: (actor: never, subject: infer S) => boolean
}
  ? S
  : never
