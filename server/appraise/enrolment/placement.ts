import { daysBetween } from '@milepost/appraisal/days'
import type { Assignment, Cycle, Person } from '../../institution/published.ts'

export type Placement = { readonly unitId: string; readonly postId: string }

/** The unit of more than half of the year appraises somebody who was moved within it; if there is none, the last one. */
export function placementOf(person: Person, assignments: readonly Assignment[], cycle: Cycle): Placement {
  const primary = assignments.filter(({ kind }) => kind === 'primary')
  const daysIn = new Map<string, number>()
  for (const one of primary) {
    const from = one.validFrom > cycle.startsOn ? one.validFrom : cycle.startsOn
    const to = one.validTo !== null && one.validTo < cycle.endsOn ? one.validTo : cycle.endsOn
    if (from <= to) daysIn.set(one.unitId, (daysIn.get(one.unitId) ?? 0) + daysBetween(from, to) + 1)
  }
  const half = (daysBetween(cycle.startsOn, cycle.endsOn) + 1) / 2
  const longest = [...daysIn].find(([, days]) => days > half)?.[0] ?? person.unitId
  const last = primary.findLast((one) => one.unitId === longest)
  return { unitId: longest, postId: last?.post.postId ?? person.post.postId }
}
