import type { Citation } from './citation.ts'
import { addDays, type Day, dayNumber } from './days.ts'
import type { Outcome } from './grade.ts'
import { isWorkingDay, type NoticeWindow, noticeWindow, type WorkingCalendar, type YearNotCovered } from './workingDays.ts'

/** The formal remedies, in the order in which they follow each other. */
export type RemedyKind = 'review' | 'appeal' | 're-appeal'

/** Limits of one remedy in calendar days. */
export type RemedyLimits = {
  /** From the day the decision is known (review) or received (appeal, re-appeal). */
  fileDays: number | null
  /** null: the body decides without accepting first. */
  acceptDays: number | null
  decideDays: number | null
  /** null: the time to decide cannot be extended. */
  extendDays: number | null
  citation: Citation
}

export type CaseRules = {
  limits: Readonly<Record<RemedyKind, RemedyLimits>>
  noticeWorkingDays: number
  /** Calendar days after service within which head and person talk the result over. */
  interviewDays: number
  /** Alerts so many days before a due day. */
  alertDays: readonly number[]
  /** A period that ends on a day off ends then, or on the next working day. */
  whenLastDayIsOff: 'stays' | 'next-working-day'
  noticeCitation: Citation
}

export type DueDay = { kind: 'due'; day: Day; alerts: readonly Day[] }

/** The rule pack gives no such limit: a person must look it up, none is assumed. */
export type LimitNotSet = { kind: 'undefined'; because: 'limit-not-set'; limit: 'fileDays' | 'decideDays'; remedy: RemedyKind }

/** Only basic and unqualified open the formal remedies (Art. 36); anybody may object during the notice. */
export function remediesOpenTo(outcome: Outcome): 'formal' | 'objection-only' {
  return outcome === 'basic' || outcome === 'unqualified' ? 'formal' : 'objection-only'
}

/** The last day on which a remedy may be filed, counted from the day after the decision was known or received. */
export function filingDue(
  kind: RemedyKind,
  knownOn: Day,
  rules: CaseRules,
  calendar: WorkingCalendar,
): DueDay | YearNotCovered | LimitNotSet {
  const { fileDays } = rules.limits[kind]
  return fileDays === null
    ? { kind: 'undefined', because: 'limit-not-set', limit: 'fileDays', remedy: kind }
    : due(knownOn, fileDays, rules, calendar)
}

export type DecisionDue = {
  kind: 'due'
  accept: DueDay | null
  decide: DueDay
  /** The last day if the period is extended. */
  extended: DueDay | null
}

/**
 * Until when the deciding body must accept and decide a case. Where there is a period to accept, the time to decide runs from
 * acceptance: from `acceptedOn`, or while that is not known (null) from the last day to accept.
 */
export function decisionDue(
  kind: RemedyKind,
  filing: { receivedOn: Day; acceptedOn: Day | null },
  rules: CaseRules,
  calendar: WorkingCalendar,
): DecisionDue | YearNotCovered | LimitNotSet {
  const { acceptDays, decideDays, extendDays } = rules.limits[kind]
  if (decideDays === null) return { kind: 'undefined', because: 'limit-not-set', limit: 'decideDays', remedy: kind }
  const accept = acceptDays === null ? null : due(filing.receivedOn, acceptDays, rules, calendar)
  if (accept?.kind === 'undefined') return accept
  const from = accept === null ? filing.receivedOn : (filing.acceptedOn ?? accept.day)
  const decide = due(from, decideDays, rules, calendar)
  if (decide.kind === 'undefined') return decide
  const extended = extendDays === null ? null : due(from, decideDays + extendDays, rules, calendar)
  if (extended?.kind === 'undefined') return extended
  return { kind: 'due', accept, decide, extended }
}

/** When objections to a proposed excellent may be raised: while the notice is posted. They are answered before results are served. */
export function objectionWindow(postedOn: Day, rules: CaseRules, calendar: WorkingCalendar): NoticeWindow | YearNotCovered {
  return noticeWindow(postedOn, rules.noticeWorkingDays, calendar)
}

/** Whether a day is past due; the due day itself is in time. */
export function isLate(day: Day, { day: last }: DueDay): boolean {
  return dayNumber(day) > dayNumber(last)
}

function due(from: Day, days: number, rules: CaseRules, calendar: WorkingCalendar): DueDay | YearNotCovered {
  let day = addDays(from, days)
  while (rules.whenLastDayIsOff === 'next-working-day') {
    const kind = isWorkingDay(day, calendar)
    if (kind.kind === 'undefined') return kind
    if (kind.isWorking) break
    day = addDays(day, 1)
  }
  return { kind: 'due', day, alerts: rules.alertDays.map((before) => addDays(day, -before)) }
}
