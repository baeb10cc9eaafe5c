import { addDays, daysBetween } from '@milepost/appraisal/days'
import type { ParticipationFacts } from '@milepost/appraisal/participationFacts'
import type { Absence, Assignment, Cycle, Person } from '../../institution/published.ts'

/** What the institution knows of one person in one cycle, and what somebody has told besides. */
export type Known = {
  readonly person: Person
  readonly cycle: Cycle
  readonly absences: readonly Absence[]
  readonly assignments: readonly Assignment[]
  /** Days worked in other units this year, as the office was told; null: nobody has said. */
  readonly daysElsewhere: number | null
}

/**
 * The facts the participation table asks for. Who joined within the year and not into a first job has worked elsewhere for a number of days
 * that only the person's papers tell: it stays unknown until the office enters it.
 */
export function participationFactsOf({ person, cycle, absences, assignments, daysElsewhere }: Known): ParticipationFacts {
  const from = person.joinedOn > cycle.startsOn ? person.joinedOn : cycle.startsOn
  const cameFromElsewhere = person.joinedOn > cycle.startsOn && !person.firstJob
  const away = daysAway(absences, cycle)
  return {
    track: person.track,
    refusesAfterTalks: false,
    investigation: { state: 'none' },
    sanctioned: false,
    firstJob: person.firstJob,
    daysHere: daysBetween(from, cycle.endsOn) + 1,
    daysElsewhere: cameFromElsewhere ? daysElsewhere : 0,
    leaveDays: { sick: away.sick, personal: away.personal, study: away.study, maternity: away.maternity },
    posting: { kind: 'none' },
    holdsTwoPosts: holdsTwoPosts(assignments),
  }
}

/** Days of absence inside the cycle by kind; a day that two absences claim is counted once, for the one that began first. */
function daysAway(absences: readonly Absence[], cycle: Cycle): Record<Absence['kind'], number> {
  const days = { sick: 0, personal: 0, study: 0, maternity: 0, other: 0 }
  let free = cycle.startsOn
  for (const { kind, startsOn, endsOn } of absences.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const from = startsOn > free ? startsOn : free
    const to = endsOn < cycle.endsOn ? endsOn : cycle.endsOn
    if (from > to) continue
    days[kind] += daysBetween(from, to) + 1
    free = addDays(to, 1)
  }
  return days
}

/** Art. 39: a management post and a professional post at the same time. */
function holdsTwoPosts(assignments: readonly Assignment[]): boolean {
  const held = assignments.filter(({ kind }) => kind === 'primary' || kind === 'concurrent')
  const managing = held.filter(({ post }) => post.postClass === 'management')
  const professional = held.filter(({ post }) => post.postClass === 'professional')
  return managing.some((one) => professional.some((other) => overlap(one, other)))
}

const overlap = (a: Assignment, b: Assignment) =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo)
