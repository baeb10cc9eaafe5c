import { daysBetween } from '@milepost/appraisal/days'

/** Where a due day stands: still far, near enough to remind of, past, or so long past that a leader is told. */
export type Rung = 'ahead' | 'due-soon' | 'overdue' | 'escalated'

/** House defaults: a week's notice before the day, and a week's grace before it goes up. */
const REMIND_DAYS = 7
const ESCALATE_DAYS = 7

export function rungOf(dueOn: string, today: string): Rung {
  const past = daysBetween(dueOn, today)
  if (past > ESCALATE_DAYS) return 'escalated'
  if (past > 0) return 'overdue'
  return past >= -REMIND_DAYS ? 'due-soon' : 'ahead'
}
