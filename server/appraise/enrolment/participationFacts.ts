import { addDays, daysBetween } from '@milepost/appraisal/days'
import type { ParticipationFacts } from '@milepost/appraisal/participationFacts'
import type { Absence, Assignment, Cycle, Person } from '../../institution/published.ts'

type Posting = { readonly kind: string; readonly startsOn: string; readonly endsOn: string | null }

/** What the institution knows of one person in one cycle, and what somebody has told besides. */
export type Known = {
  readonly person: Person
  readonly cycle: Cycle
  readonly absences: readonly Absence[]
  readonly assignments: readonly Assignment[]
  readonly postings: readonly Posting[]
  /** Days worked in other units this year, as the office was told; null: nobody has said. */
  readonly daysElsewhere: number | null
  readonly refusesAfterTalks: boolean
  readonly caseIsOpen: boolean
  /** A sanction, organisational handling or admonition touches this year. */
  readonly sanctioned: boolean
}

/**
 * The facts the participation table asks for. Who joined within the year and not into a first job has worked elsewhere for a number of days
 * that only the person's papers tell: it stays unknown until the office enters it.
 */
export function participationFactsOf(known: Known): ParticipationFacts {
  const { person, cycle, assignments } = known
  const from = person.joinedOn > cycle.startsOn ? person.joinedOn : cycle.startsOn
  const cameFromElsewhere = person.joinedOn > cycle.startsOn && !person.firstJob
  const away = daysAway(known.absences, cycle)
  return {
    track: person.track,
    refusesAfterTalks: known.refusesAfterTalks,
    investigation: { state: known.caseIsOpen ? 'open' : 'none' },
    sanctioned: known.sanctioned,
    firstJob: person.firstJob,
    daysHere: daysBetween(from, cycle.endsOn) + 1,
    daysElsewhere: cameFromElsewhere ? known.daysElsewhere : 0,
    leaveDays: { sick: away.sick, personal: away.personal, study: away.study, maternity: away.maternity },
    posting: postingOf(known),
    holdsTwoPosts: secondPostOf(assignments, cycle) !== null,
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

/** Art. 38. Days at a host are counted over all secondments of the year, a day claimed twice once. */
function postingOf({ postings, assignments, cycle }: Known): ParticipationFacts['posting'] {
  const touching = postings.filter((one) => one.startsOn <= cycle.endsOn && (one.endsOn === null || one.endsOn >= cycle.startsOn))
  const hosted = [
    ...touching.filter((one) => one.kind === 'secondment'),
    ...assignments.filter(({ kind }) => kind === 'secondment').map((one) => ({ startsOn: one.validFrom, endsOn: one.validTo })),
  ]
  if (hosted.length === 0) return touching.length > 0 ? { kind: 'sent' } : { kind: 'none' }
  let free = cycle.startsOn
  let daysAtHost = 0
  for (const { startsOn, endsOn } of hosted.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const from = startsOn > free ? startsOn : free
    const to = endsOn !== null && endsOn < cycle.endsOn ? endsOn : cycle.endsOn
    if (from > to) continue
    daysAtHost += daysBetween(from, to) + 1
    free = addDays(to, 1)
  }
  return { kind: 'secondment', daysAtHost }
}

/** Art. 39: the post held beside the primary one, where one of the two is a management and the other a professional post; null: none. */
export function secondPostOf(assignments: readonly Assignment[], cycle: Cycle): Assignment | null {
  const held = assignments.filter((one) => one.validFrom <= cycle.endsOn && (one.validTo === null || one.validTo >= cycle.startsOn))
  const primary = held.filter(({ kind }) => kind === 'primary')
  const beside = held.filter(({ kind }) => kind === 'concurrent')
  return beside.findLast((other) => primary.some((one) => areBothKinds(one, other) && overlap(one, other))) ?? null
}

const areBothKinds = (one: Assignment, other: Assignment) => {
  const classes = new Set([one.post.postClass, other.post.postClass])
  return classes.has('management') && classes.has('professional')
}

const overlap = (a: Assignment, b: Assignment) =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo)
