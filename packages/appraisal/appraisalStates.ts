import type { Transition } from './transitions.ts'

/** States of one appraisal (one person, one cycle), in the order in which they are usually passed. */
export const appraisalStages = [
  'enrolled',
  'plan-draft',
  'plan-proposed',
  'plan-returned',
  'plan-agreed',
  'active',
  'mid-review',
  'amending',
  'self-report',
  'rated',
  'scored',
  'proposed',
  'calibrated',
  'decided',
  'noticed',
  'served',
  'acknowledged',
  'served-refused',
  'final',
  'applied',
  'archived',
  'void',
] as const
export type AppraisalStage = (typeof appraisalStages)[number]

/** Stands beside the stage: a suspended appraisal (Art. 42) waits where it is and is hidden from raters. */
export type AppraisalHold = 'none' | 'suspended'

export type AppraisalActor =
  | 'system'
  | 'employee'
  | 'manager'
  | 'rater'
  | 'second-level'
  | 'calibration-session'
  | 'leadership-meeting'
  | 'hr'
  | 'witnesses'
  | 'office'

export type AppraisalGuard =
  | 'in-population'
  | 'not-suspended'
  | 'plan-weights-total-100'
  | 'plan-passes-lint-or-waived'
  | 'manager-not-recused'
  | 'both-confirmed'
  | 'reason-recorded'
  | 'self-report-submitted'
  | 'self-report-waived-after-two-notices-and-talk'
  | 'refusal-recorded-after-talks'
  | 'raters-resolved'
  | 'formulas-frozen'
  | 'score-computed'
  | 'no-grade-by-rule'
  | 'comment-written-or-excluded'
  | 'criteria-checklist-complete'
  | 'second-level-confirmed-where-required'
  | 'collective-decision-recorded'
  | 'deciders-named-and-not-recused'
  | 'within-ceiling'
  | 'cap-holds'
  | 'grade-is-excellent'
  | 'grade-is-not-excellent'
  | 'notice-period-elapsed'
  | 'objections-answered'
  | 'result-letter-made'
  | 'opinion-signed'
  | 'refusal-witnessed-by-two'
  | 'consequences-proposed'
  | 'remedies-closed-or-handed-over'
  | 'before-final'

export type AppraisalClock = 'notice-period' | 'remedy-period'

type AppraisalTransition = Transition<AppraisalStage, AppraisalGuard, AppraisalActor, AppraisalClock>

const decision = ['collective-decision-recorded', 'deciders-named-and-not-recused', 'not-suspended'] as const

/**
 * The allowed steps forward. Two rows between the same states are two ways, each with its own guards: a self-report handed in or waived.
 * A comment-only appraisal is decided without a score; a refusal (Art. 44) without ratings. Excellent passes through the notice, the others do not.
 */
export const appraisalTransitions: readonly AppraisalTransition[] = [
  { from: 'enrolled', to: 'plan-draft', actor: 'system', guards: ['in-population'] },
  { from: 'plan-draft', to: 'plan-proposed', actor: 'employee', guards: ['plan-weights-total-100', 'plan-passes-lint-or-waived'] },
  { from: 'plan-proposed', to: 'plan-returned', actor: 'manager', guards: ['manager-not-recused', 'reason-recorded'] },
  { from: 'plan-returned', to: 'plan-proposed', actor: 'employee', guards: ['plan-weights-total-100', 'plan-passes-lint-or-waived'] },
  { from: 'plan-proposed', to: 'plan-agreed', actor: 'manager', guards: ['manager-not-recused', 'both-confirmed'] },
  { from: 'plan-agreed', to: 'active', actor: 'system', guards: [] },
  { from: 'active', to: 'mid-review', actor: 'manager', guards: [] },
  { from: 'mid-review', to: 'active', actor: 'manager', guards: ['both-confirmed'] },
  { from: 'active', to: 'amending', actor: 'manager', guards: ['reason-recorded'] },
  { from: 'amending', to: 'active', actor: 'manager', guards: ['both-confirmed', 'plan-weights-total-100'] },
  { from: 'active', to: 'self-report', actor: 'employee', guards: ['self-report-submitted'] },
  { from: 'active', to: 'self-report', actor: 'office', guards: ['self-report-waived-after-two-notices-and-talk'] },
  { from: 'active', to: 'decided', actor: 'leadership-meeting', guards: ['refusal-recorded-after-talks', ...decision] },
  { from: 'self-report', to: 'rated', actor: 'rater', guards: ['raters-resolved', 'not-suspended'] },
  {
    from: 'self-report',
    to: 'decided',
    actor: 'leadership-meeting',
    guards: ['no-grade-by-rule', 'comment-written-or-excluded', ...decision],
  },
  { from: 'rated', to: 'scored', actor: 'system', guards: ['formulas-frozen', 'score-computed'] },
  {
    from: 'scored',
    to: 'proposed',
    actor: 'second-level',
    guards: ['criteria-checklist-complete', 'second-level-confirmed-where-required'],
  },
  { from: 'proposed', to: 'calibrated', actor: 'calibration-session', guards: ['reason-recorded'] },
  { from: 'proposed', to: 'decided', actor: 'leadership-meeting', guards: [...decision, 'within-ceiling', 'cap-holds'] },
  { from: 'calibrated', to: 'decided', actor: 'leadership-meeting', guards: [...decision, 'within-ceiling', 'cap-holds'] },
  { from: 'decided', to: 'noticed', actor: 'hr', guards: ['grade-is-excellent'] },
  {
    from: 'noticed',
    to: 'served',
    actor: 'hr',
    guards: ['notice-period-elapsed', 'objections-answered', 'result-letter-made', 'cap-holds'],
    clock: 'notice-period',
  },
  { from: 'decided', to: 'served', actor: 'hr', guards: ['grade-is-not-excellent', 'result-letter-made'] },
  { from: 'served', to: 'acknowledged', actor: 'employee', guards: ['opinion-signed'] },
  { from: 'served', to: 'served-refused', actor: 'witnesses', guards: ['refusal-witnessed-by-two'] },
  { from: 'acknowledged', to: 'final', actor: 'system', guards: [] },
  { from: 'served-refused', to: 'final', actor: 'system', guards: [] },
  { from: 'final', to: 'applied', actor: 'hr', guards: ['consequences-proposed'] },
  { from: 'applied', to: 'archived', actor: 'hr', guards: ['remedies-closed-or-handed-over'], clock: 'remedy-period' },
]

/** Stages that may be reopened (new version, two people, a reason) and voided (leaver, duplicate); later ones are corrected by the committee. */
const notFinal = appraisalStages.slice(0, appraisalStages.indexOf('final'))
/** Whether an appraisal may be opened again at this stage: once begun, and before it is final. */
export const mayReopen = (stage: AppraisalStage): boolean => notFinal.includes(stage) && stage !== 'enrolled'
/** Whether an appraisal may be voided at this stage: before it is final. */
export const mayVoid = (stage: AppraisalStage): boolean => notFinal.includes(stage)

/** States of a remedy: an objection during the notice, or the formal review, appeal and re-appeal (only basic and unqualified, Art. 36). */
export type RemedyState = 'none' | 'objection' | 'review' | 'review-decided' | 'appeal' | 'appeal-decided' | 're-appeal' | 'closed'
export type RemedyGuard =
  | 'notice-open'
  | 'answered-by-another-than-decider'
  | 'grade-basic-or-unqualified'
  | 'filed-in-time'
  | 'decision-served'
  | 'not-heavier'

export const remedyTransitions: readonly { from: RemedyState; to: RemedyState; guards: readonly RemedyGuard[] }[] = [
  { from: 'none', to: 'objection', guards: ['notice-open'] },
  { from: 'objection', to: 'closed', guards: ['answered-by-another-than-decider'] },
  { from: 'none', to: 'review', guards: ['grade-basic-or-unqualified', 'filed-in-time'] },
  { from: 'review', to: 'review-decided', guards: ['decision-served', 'not-heavier'] },
  { from: 'review-decided', to: 'closed', guards: [] },
  { from: 'review-decided', to: 'appeal', guards: ['filed-in-time'] },
  { from: 'appeal', to: 'appeal-decided', guards: ['decision-served', 'not-heavier'] },
  { from: 'appeal-decided', to: 'closed', guards: [] },
  { from: 'appeal-decided', to: 're-appeal', guards: ['filed-in-time'] },
  { from: 're-appeal', to: 'closed', guards: ['decision-served', 'not-heavier'] },
]
