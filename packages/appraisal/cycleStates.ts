import type { Transition } from './transitions.ts'

/** Phases of an annual appraisal cycle, in order. */
export const cyclePhases = [
  'draft',
  'hearing',
  'published',
  'planning',
  'running',
  'appraising',
  'verifying',
  'calibrating',
  'deciding',
  'notice',
  'serving',
  'appeal-window',
  'applying',
  'filed',
  'retrospect',
  'closed',
] as const
export type CyclePhase = (typeof cyclePhases)[number]

/** Where a cycle stands. A paused cycle remembers its phase and can only go back to it. */
export type CycleState =
  | { stage: CyclePhase }
  | { stage: 'paused'; from: CyclePhase; reason: string }
  | { stage: 'cancelled'; from: CyclePhase; reason: string }

export type CycleActor = 'performance-office' | 'committee-chair' | 'system' | 'hr-and-discipline' | 'facilitator' | 'leadership-meeting'

export type CycleGuard =
  | 'weights-total-100'
  | 'committee-set'
  | 'measures-pass-lint-or-waived'
  | 'hearing-period-elapsed'
  | 'hearing-recorded'
  | 'every-comment-answered'
  | 'committee-composition-holds'
  | 'population-snapshot-taken'
  | 'plans-agreed-or-excepted'
  | 'check-in-report-made'
  | 'periods-closed-or-passed-over'
  | 'ratings-in-or-resolved'
  | 'values-verified'
  | 'leave-and-sanctions-confirmed'
  | 'rater-report-made'
  | 'every-change-has-reason'
  | 'pools-within-cap'
  | 'quorum-and-minutes'
  | 'recusals-kept'
  | 'cap-holds'
  | 'second-level-confirmed'
  | 'notice-period-elapsed'
  | 'objections-answered'
  | 'all-served-or-witnessed'
  | 'reserve-set'
  | 'register-accepted'
  | 'remedies-closed-or-handed-over'
  | 'indices-computed'
  | 'reason-recorded'

/** Periods that the rules give people; no way through the cycle goes around them. */
export type CycleClock = 'hearing-period' | 'notice-period' | 'remedy-period'

type CycleTransition = Transition<CyclePhase, CycleGuard, CycleActor, CycleClock>

/** The allowed steps forward. Results are applied while remedies run: an appeal does not stop execution, but the year is not closed over it. */
export const cycleTransitions: readonly CycleTransition[] = [
  {
    from: 'draft',
    to: 'hearing',
    actor: 'performance-office',
    guards: ['weights-total-100', 'committee-set', 'measures-pass-lint-or-waived'],
  },
  {
    from: 'hearing',
    to: 'published',
    actor: 'committee-chair',
    guards: ['hearing-period-elapsed', 'hearing-recorded', 'every-comment-answered', 'committee-composition-holds'],
    clock: 'hearing-period',
  },
  { from: 'published', to: 'planning', actor: 'system', guards: ['population-snapshot-taken'] },
  { from: 'planning', to: 'running', actor: 'performance-office', guards: ['plans-agreed-or-excepted'] },
  { from: 'running', to: 'appraising', actor: 'system', guards: ['check-in-report-made', 'periods-closed-or-passed-over'] },
  { from: 'appraising', to: 'verifying', actor: 'performance-office', guards: ['ratings-in-or-resolved'] },
  {
    from: 'verifying',
    to: 'calibrating',
    actor: 'hr-and-discipline',
    guards: ['values-verified', 'leave-and-sanctions-confirmed', 'rater-report-made'],
  },
  { from: 'calibrating', to: 'deciding', actor: 'facilitator', guards: ['every-change-has-reason', 'pools-within-cap'] },
  {
    from: 'deciding',
    to: 'notice',
    actor: 'leadership-meeting',
    guards: ['quorum-and-minutes', 'recusals-kept', 'cap-holds', 'second-level-confirmed'],
  },
  {
    from: 'notice',
    to: 'serving',
    actor: 'system',
    guards: ['notice-period-elapsed', 'objections-answered', 'cap-holds'],
    clock: 'notice-period',
  },
  { from: 'serving', to: 'appeal-window', actor: 'system', guards: ['all-served-or-witnessed'] },
  { from: 'appeal-window', to: 'applying', actor: 'performance-office', guards: ['reserve-set', 'cap-holds'] },
  { from: 'applying', to: 'filed', actor: 'performance-office', guards: ['register-accepted'] },
  {
    from: 'filed',
    to: 'retrospect',
    actor: 'performance-office',
    guards: ['remedies-closed-or-handed-over', 'indices-computed'],
    clock: 'remedy-period',
  },
  { from: 'retrospect', to: 'closed', actor: 'performance-office', guards: ['register-accepted'] },
]

/** One step back, by the chair and with a reason; what was made after it is out of date. Once results are being served they are corrected, not stepped back. */
export const cycleStepsBack: readonly CycleTransition[] = cycleTransitions
  .filter(({ to }) => cyclePhases.indexOf(to) <= cyclePhases.indexOf('notice'))
  .map(({ from, to }) => ({ from: to, to: from, actor: 'committee-chair', guards: ['reason-recorded'] }))

/** A cycle may be paused while it runs and resumes where it stood; it may be cancelled until grades are decided. */
export const mayPause = (phase: CyclePhase): boolean => phase !== 'draft' && phase !== 'closed'
/** Whether a cycle may be cancelled in this phase: until grades are decided. */
export const mayCancel = (phase: CyclePhase): boolean => cyclePhases.indexOf(phase) <= cyclePhases.indexOf('deciding')
