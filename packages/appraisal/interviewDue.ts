import { addDays, type Day } from './days.ts'

/** A result that was served, and what came of the interview about it; days, null where it has not happened. */
export type ServedResult = { readonly servedOn: Day; readonly heldOn: Day | null; readonly confirmedOn: Day | null }

/** `open`: still in time. `in-time`, `late`: held and confirmed by both. `not-held`, `not-confirmed`: the days are over and this is missing. */
export type InterviewState = 'open' | 'in-time' | 'late' | 'not-held' | 'not-confirmed'

/**
 * How the feedback interview about a served result stands on a day. It is complete when it was held and the person confirmed it; the last
 * day to do so is `withinDays` calendar days after service (rule pack, `interview`). One held before a changed result was served again counts.
 */
export function interviewDue(
  { servedOn, heldOn, confirmedOn }: ServedResult,
  { withinDays, today }: { readonly withinDays: number; readonly today: Day },
): { readonly dueOn: Day; readonly state: InterviewState } {
  const dueOn = addDays(servedOn, withinDays)
  if (heldOn !== null && confirmedOn !== null) return { dueOn, state: heldOn <= dueOn && confirmedOn <= dueOn ? 'in-time' : 'late' }
  if (today <= dueOn) return { dueOn, state: 'open' }
  return { dueOn, state: heldOn === null ? 'not-held' : 'not-confirmed' }
}
