import {
  type AppraisalActor,
  type AppraisalGuard,
  type AppraisalHold,
  type AppraisalStage,
  appraisalTransitions,
  mayReopen,
  mayVoid,
  type RemedyState,
  remedyTransitions,
} from './appraisalStates.ts'
import type { Day } from './days.ts'
import { dayNumber } from './days.ts'
import { type Grade, gradeRank, lowerGrade, type Outcome } from './grade.ts'
import type { Ceiling } from './gradeCeiling.ts'
import type { GradeVerdict } from './participationVerdict.ts'
import { excellentSeats, type SeatCap } from './seats.ts'

/** One appraisal as its machine keeps it. What was decided stays in `events`; the record is what they add up to. */
export type AppraisalRecord = {
  readonly person: string
  readonly stage: AppraisalStage
  readonly hold: AppraisalHold
  readonly remedy: RemedyState
  readonly verdict: GradeVerdict
  readonly ceiling: Ceiling | null
  readonly outcome: Outcome | null
  /** Raised by every reopening; what is served must be the version that was decided. */
  readonly version: number
  readonly decidedVersion: number | null
  readonly servedVersion: number | null
  readonly noticePostedOn: Day | null
  readonly servedOn: Day | null
}

/** Everything that can be asked of the machine. Facts a guard cannot read off the record stand in `satisfied`, by name, and the caller answers for them. */
export type AppraisalStep =
  | { kind: 'go'; to: AppraisalStage; satisfied: readonly AppraisalGuard[]; outcome?: Outcome }
  | { kind: 'suspend'; reason: string }
  | { kind: 'resume'; reason: string }
  | { kind: 'reopen'; reason: string; askedBy: string }
  | { kind: 'void'; reason: string }
  | { kind: 'object' }
  | { kind: 'apply'; for: 'review' | 'appeal' | 're-appeal'; inTime: boolean }
  | { kind: 'settle'; outcome: Outcome | null }

/** Who does it on which day, who may not (near relatives, an interest), and how many seats there are and how many are taken by others. */
export type StepContext = {
  readonly actor: AppraisalActor
  readonly by: string
  readonly barred: readonly string[]
  readonly today: Day
  /** The last day of a notice posted on a day. */
  readonly noticeEnds: (postedOn: Day) => Day
  readonly cap: SeatCap
  readonly otherExcellent: number
}

export type AppraisalEvent = {
  readonly person: string
  readonly step: AppraisalStep['kind']
  readonly from: AppraisalStage
  readonly to: AppraisalStage
  readonly by: string
  readonly on: Day
  readonly version: number
  readonly reason: string
}

export type StepRefusal =
  | 'no-such-transition'
  | 'guards-open'
  | 'wrong-actor'
  | 'self'
  | 'recused'
  | 'suspended'
  | 'graded-against-rule'
  | 'ungraded-against-rule'
  | 'outcome-missing'
  | 'above-ceiling'
  | 'cap-exceeded'
  | 'notice-not-over'
  | 'not-the-decided-version'
  | 'two-people-needed'
  | 'no-reason'
  | 'heavier-outcome'
  | 'not-open-to-this-grade'
  | 'too-late'

export type Stepped =
  | { kind: 'done'; record: AppraisalRecord; event: AppraisalEvent }
  | { kind: 'refused'; because: StepRefusal; open: readonly AppraisalGuard[] }

/** A record at the start of a cycle. */
export function enrolled(person: string, verdict: GradeVerdict, ceiling: Ceiling | null): AppraisalRecord {
  return {
    person,
    stage: 'enrolled',
    hold: 'none',
    remedy: 'none',
    verdict,
    ceiling,
    outcome: null,
    version: 1,
    decidedVersion: null,
    servedVersion: null,
    noticePostedOn: null,
    servedOn: null,
  }
}

const JUDGING: readonly AppraisalActor[] = ['manager', 'rater', 'second-level', 'calibration-session', 'leadership-meeting']
/** Guards the machine reads off the record itself; what a caller says of them is not believed. */
const OWN_GUARDS: readonly AppraisalGuard[] = [
  'not-suspended',
  'within-ceiling',
  'cap-holds',
  'grade-is-excellent',
  'grade-is-not-excellent',
  'notice-period-elapsed',
  'no-grade-by-rule',
]

/**
 * One step of one appraisal: either the changed record with exactly one event, or a refusal that says why. Nobody judges themselves or somebody they are barred from; a person
 * without a grade by the rules gets none; excellent stays within the seats; no legal clock is jumped; a review never ends heavier; what is served is what was decided.
 */
export function step(record: AppraisalRecord, asked: AppraisalStep, context: StepContext): Stepped {
  const because = faultOfPerson(record, asked, context)
  if (because) return refuse(because)
  switch (asked.kind) {
    case 'go':
      return go(record, asked, context)
    case 'suspend':
    case 'resume':
      return asked.reason.trim() === ''
        ? refuse('no-reason')
        : done(record, asked, context, { hold: asked.kind === 'suspend' ? 'suspended' : 'none' })
    case 'reopen':
      return reopen(record, asked, context)
    case 'void':
      if (asked.reason.trim() === '') return refuse('no-reason')
      return mayVoid(record.stage) ? done(record, asked, context, { stage: 'void', outcome: null }) : refuse('no-such-transition')
    case 'object':
      return record.stage === 'noticed' && record.remedy === 'none'
        ? done(record, asked, context, { remedy: 'objection' })
        : refuse('no-such-transition')
    case 'apply':
      return apply(record, asked, context)
    case 'settle':
      return settle(record, asked, context)
  }
}

const refuse = (because: StepRefusal, open: readonly AppraisalGuard[] = []): Stepped => ({ kind: 'refused', because, open })

function done(record: AppraisalRecord, asked: AppraisalStep, { by, today }: StepContext, change: Partial<AppraisalRecord>): Stepped {
  const next = { ...record, ...change }
  const reason = 'reason' in asked ? asked.reason : ''
  const event: AppraisalEvent = {
    person: record.person,
    step: asked.kind,
    from: record.stage,
    to: next.stage,
    by,
    on: today,
    version: next.version,
    reason,
  }
  return { kind: 'done', record: next, event }
}

/** Judging is rating, confirming, calibrating, deciding, and settling an objection or a review. */
function faultOfPerson(record: AppraisalRecord, asked: AppraisalStep, { actor, by, barred }: StepContext): StepRefusal | null {
  const judges = asked.kind === 'settle' || (asked.kind === 'go' && JUDGING.includes(actor))
  if (!judges) return null
  if (by === record.person) return 'self'
  return barred.includes(by) ? 'recused' : null
}

function go(record: AppraisalRecord, asked: Extract<AppraisalStep, { kind: 'go' }>, context: StepContext): Stepped {
  const rows = appraisalTransitions.filter(({ from, to }) => from === record.stage && to === asked.to)
  if (rows.length === 0) return refuse('no-such-transition')
  const own = rows.filter(({ actor }) => actor === context.actor)
  if (own.length === 0) return refuse('wrong-actor')
  const decides = asked.to === 'decided'
  const outcome = decides ? (asked.outcome ?? null) : record.outcome
  if (decides) {
    const fault = faultOfOutcome(record, outcome, context)
    if (fault) return refuse(fault)
  }
  const truths = truthsOf({ ...record, outcome }, context)
  const stated = asked.satisfied.filter((guard) => !OWN_GUARDS.includes(guard))
  const satisfied = new Set<AppraisalGuard>([...stated, ...truths])
  const [best] = own
    .map(({ guards }) => guards.filter((guard) => !satisfied.has(guard)))
    .toSorted((one, other) => one.length - other.length)
  if (!best) return refuse('no-such-transition')
  if (best.length > 0) return refuse(reasonOf(best), best)
  if (asked.to === 'served' && record.decidedVersion !== record.version) return refuse('not-the-decided-version')
  return done(record, asked, context, {
    stage: asked.to,
    outcome,
    ...(decides && { decidedVersion: record.version }),
    ...(asked.to === 'noticed' && { noticePostedOn: context.today }),
    ...(asked.to === 'served' && { servedVersion: record.version, servedOn: context.today }),
  })
}

function reasonOf(open: readonly AppraisalGuard[]): StepRefusal {
  if (open.includes('not-suspended')) return 'suspended'
  if (open.includes('cap-holds')) return 'cap-exceeded'
  if (open.includes('notice-period-elapsed')) return 'notice-not-over'
  return 'guards-open'
}

/** The grade the rules leave, and the seat it needs. */
function faultOfOutcome(
  { verdict, ceiling }: AppraisalRecord,
  outcome: Outcome | null,
  { cap, otherExcellent }: StepContext,
): StepRefusal | null {
  if (outcome === null) return 'outcome-missing'
  const mayBeGraded = verdict === 'graded' || verdict === 'within-ceiling' || verdict === 'unqualified'
  if (!mayBeGraded || ceiling === 'ungraded') return outcome === 'ungraded' ? null : 'graded-against-rule'
  if (outcome === 'ungraded') return 'ungraded-against-rule'
  if (verdict === 'unqualified') return outcome === 'unqualified' ? null : 'above-ceiling'
  if (ceiling !== null && lowerGrade(outcome, ceiling) !== outcome) return 'above-ceiling'
  return outcome === 'excellent' && otherExcellent + 1 > excellentSeats(cap) ? 'cap-exceeded' : null
}

function truthsOf({ hold, outcome, verdict, ceiling, noticePostedOn }: AppraisalRecord, context: StepContext): AppraisalGuard[] {
  const own = outcome === 'excellent' ? 1 : 0
  const noticeOver = noticePostedOn !== null && dayNumber(context.today) > dayNumber(context.noticeEnds(noticePostedOn))
  const isUngraded = verdict === 'none' || verdict === 'none-yet' || verdict === 'elsewhere' || ceiling === 'ungraded'
  return [
    ...(hold === 'none' ? ['not-suspended' as const] : []),
    ...(context.otherExcellent + own <= excellentSeats(context.cap) ? ['cap-holds' as const] : []),
    ...(outcome === 'excellent' ? ['grade-is-excellent' as const] : []),
    ...(outcome !== null && outcome !== 'excellent' ? ['grade-is-not-excellent' as const] : []),
    ...(noticeOver ? ['notice-period-elapsed' as const] : []),
    ...(isUngraded ? ['no-grade-by-rule' as const] : []),
    // asked only on the way to a decision, where the outcome itself has been checked
    'within-ceiling',
  ]
}

/** Two people, a reason, a new version; what was decided on the old one no longer stands. */
function reopen(record: AppraisalRecord, asked: Extract<AppraisalStep, { kind: 'reopen' }>, context: StepContext): Stepped {
  if (!mayReopen(record.stage)) return refuse('no-such-transition')
  if (asked.reason.trim() === '') return refuse('no-reason')
  if (asked.askedBy === context.by) return refuse('two-people-needed')
  return done(record, asked, context, {
    stage: 'active',
    outcome: null,
    version: record.version + 1,
    decidedVersion: null,
    servedVersion: null,
    noticePostedOn: null,
    servedOn: null,
    remedy: 'none',
  })
}

function apply(record: AppraisalRecord, asked: Extract<AppraisalStep, { kind: 'apply' }>, context: StepContext): Stepped {
  if (record.servedOn === null) return refuse('no-such-transition')
  if (record.outcome !== 'basic' && record.outcome !== 'unqualified') return refuse('not-open-to-this-grade')
  if (!remedyTransitions.some(({ from, to }) => from === record.remedy && to === asked.for)) return refuse('no-such-transition')
  return asked.inTime ? done(record, asked, context, { remedy: asked.for }) : refuse('too-late')
}

const SETTLED: Readonly<Partial<Record<RemedyState, RemedyState>>> = {
  objection: 'closed',
  review: 'review-decided',
  appeal: 'appeal-decided',
  're-appeal': 'closed',
}

/** The answer to an objection (null: nothing changes) or the outcome of a review or appeal, never heavier than what stood. A better one within the ceiling and the seats. */
function settle(record: AppraisalRecord, asked: Extract<AppraisalStep, { kind: 'settle' }>, context: StepContext): Stepped {
  const next = SETTLED[record.remedy]
  if (!next) return refuse('no-such-transition')
  if (asked.outcome === null || asked.outcome === record.outcome) return done(record, asked, context, { remedy: next })
  if (record.remedy === 'objection') return refuse('no-such-transition')
  if (isGrade(record.outcome) && (!isGrade(asked.outcome) || gradeRank(asked.outcome) > gradeRank(record.outcome)))
    return refuse('heavier-outcome')
  const fault = faultOfOutcome(record, asked.outcome, context)
  if (fault) return refuse(fault)
  // a proposed excellent passes through a notice of its own before it is served
  return asked.outcome === 'excellent' ? refuse('notice-not-over') : done(record, asked, context, { remedy: next, outcome: asked.outcome })
}

const isGrade = (outcome: Outcome | null): outcome is Grade => outcome !== null && outcome !== 'ungraded'
