import type { InterestTie } from './committee.ts'
import { addDays, type Day, daysBetween } from './days.ts'
import type { Outcome } from './grade.ts'

/** Who may not rate whom, and why. */
export type Conflict =
  | { code: 'self'; rater: string; ratee: string }
  | { code: 'tied'; rater: string; ratee: string }
  /** Each rates the other: both are told, and the next level looks at both. */
  | { code: 'mutual'; rater: string; ratee: string }

export type RaterPair = { readonly rater: string; readonly ratee: string }

/** Conflicts of interest among rater assignments: oneself, near relatives and people with an interest; and pairs who rate each other. `self` and `tied` bar the rating, `mutual` does not. */
export function conflictsOf(pairs: readonly RaterPair[], ties: readonly InterestTie[]): readonly Conflict[] {
  const isTied = (one: string, other: string) =>
    ties.some((tie) => (tie.person === one && tie.with === other) || (tie.person === other && tie.with === one))
  const asked = new Set(pairs.map(({ rater, ratee }) => JSON.stringify([rater, ratee])))
  return pairs.flatMap(({ rater, ratee }): Conflict[] => {
    if (rater === ratee) return [{ code: 'self', rater, ratee }]
    if (isTied(rater, ratee)) return [{ code: 'tied', rater, ratee }]
    return asked.has(JSON.stringify([ratee, rater])) ? [{ code: 'mutual', rater, ratee }] : []
  })
}

/** A duty to rate handed to somebody else for a time, approved by the personnel office. */
export type Delegation = {
  readonly from: string
  readonly to: string
  readonly ratees: readonly string[]
  readonly reason: string
  readonly approvedBy: string
  readonly expiresOn: Day
}

export type DelegationFinding =
  | { code: 'to-the-ratee'; ratee: string }
  | { code: 'to-a-tie-of-the-ratee'; ratee: string }
  | { code: 'to-a-subordinate-of-the-ratee'; ratee: string }
  | { code: 'to-oneself' }
  | { code: 'no-reason' }
  | { code: 'approved-by-a-party' }
  | { code: 'expired'; on: Day }

/** What forbids a delegation on a day; an empty list is one that holds. It is recorded as "A on behalf of B" by its caller. */
export function delegationFindings(
  { from, to, ratees, reason, approvedBy, expiresOn }: Delegation,
  world: { ties: readonly InterestTie[]; subordinatesOf: (person: string) => readonly string[]; today: Day },
): readonly DelegationFinding[] {
  const isTied = (one: string, other: string) =>
    world.ties.some((tie) => (tie.person === one && tie.with === other) || (tie.person === other && tie.with === one))
  return [
    ...(from === to ? [{ code: 'to-oneself' as const }] : []),
    ...ratees.flatMap((ratee): DelegationFinding[] => {
      if (ratee === to) return [{ code: 'to-the-ratee', ratee }]
      if (isTied(ratee, to)) return [{ code: 'to-a-tie-of-the-ratee', ratee }]
      return world.subordinatesOf(ratee).includes(to) ? [{ code: 'to-a-subordinate-of-the-ratee', ratee }] : []
    }),
    ...(reason.trim() === '' ? [{ code: 'no-reason' as const }] : []),
    ...(approvedBy === from || approvedBy === to || ratees.includes(approvedBy) ? [{ code: 'approved-by-a-party' as const }] : []),
    ...(daysBetween(expiresOn, world.today) > 0 ? [{ code: 'expired' as const, on: expiresOn }] : []),
  ]
}

/** Outcomes a second level must confirm before anybody is told: those that lift somebody out and those that take something away. */
export function needsSecondLevel(outcome: Outcome): boolean {
  return outcome === 'excellent' || outcome === 'basic' || outcome === 'unqualified'
}

export type LateStep =
  | { kind: 'remind'; day: Day }
  | { kind: 'escalate-to-superior'; day: Day }
  /** The committee chooses: extend, another rater, or go on without (and say so). Never a score filled in. */
  | { kind: 'committee-chooses'; day: Day }

/** Reminders of a rating due on a day: seven, three and one days before and on the day; three days late to the superior, seven days late to the committee. */
export function lateSteps(dueOn: Day): readonly LateStep[] {
  return [
    ...[-7, -3, -1, 0].map((days): LateStep => ({ kind: 'remind', day: addDays(dueOn, days) })),
    { kind: 'escalate-to-superior', day: addDays(dueOn, 3) },
    { kind: 'committee-chooses', day: addDays(dueOn, 7) },
  ]
}

/** One ballot of a democratic evaluation: the same thing asked of many people, and how long it took. */
export type Ballot = { readonly id: string; readonly values: readonly string[]; readonly secondsPerItem: number | null }

export type BallotSign = { readonly ballot: string; readonly code: 'no-difference-between-people' | 'too-fast' }

/** Ballots to be pointed out: ten people and more all given the same, or under two seconds an item. They are counted; nothing is dropped silently. */
export function ballotSigns(ballots: readonly Ballot[], rules = { people: 10, seconds: 2 }): readonly BallotSign[] {
  return ballots.flatMap(({ id, values, secondsPerItem }) => [
    ...(values.length >= rules.people && new Set(values).size === 1 ? [{ ballot: id, code: 'no-difference-between-people' as const }] : []),
    ...(secondsPerItem !== null && secondsPerItem < rules.seconds ? [{ ballot: id, code: 'too-fast' as const }] : []),
  ])
}
