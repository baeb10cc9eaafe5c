import { div, type Exact, type ExactText, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { Grade } from './grade.ts'

/** One vote in the democratic evaluation, by grade; `section` is the voter's own section, if the ballots carry it. */
export type GradeVote = { grade: Grade; section: string | null }

export type VoteRules = {
  /** What a vote for a grade is worth, e.g. 100, 80, 60, 40. */
  worth: Readonly<Record<Grade, string>>
  minimum: number
  /** From how many outside votes those of the own section are left out; below it, every section has one voice. */
  leaveOutOwnSectionFrom: number
}

export type VoteResult =
  | {
      kind: 'counted'
      value: ExactText
      official: string
      counts: Readonly<Record<Grade, number>>
      n: number
      method: 'all-votes' | 'outside-votes' | 'mean-of-sections'
    }
  | { kind: 'undefined'; because: 'too-few-votes'; n: number; minimum: number }

/**
 * The value of a democratic evaluation. Votes of the person's own section never outweigh the others: with enough outside votes
 * they are left out, with fewer each section counts as one voice. `counts` always holds every vote.
 */
export function countVotes(votes: readonly GradeVote[], ownSection: string | null, rules: VoteRules): VoteResult {
  if (votes.length < rules.minimum || votes.length === 0)
    return { kind: 'undefined', because: 'too-few-votes', n: votes.length, minimum: rules.minimum }
  const outside = votes.filter(({ section }) => section !== ownSection)
  const isOneVoice = ownSection === null || outside.length === 0 || outside.length === votes.length
  const method = isOneVoice ? 'all-votes' : outside.length >= rules.leaveOutOwnSectionFrom ? 'outside-votes' : 'mean-of-sections'
  const value = valueBy[method](votes, outside, rules)
  return { kind: 'counted', value: toExactText(value), official: roundHalfAway(value, 2), counts: countsOf(votes), n: votes.length, method }
}

const valueBy: Readonly<
  Record<
    'all-votes' | 'outside-votes' | 'mean-of-sections',
    (votes: readonly GradeVote[], outside: readonly GradeVote[], rules: VoteRules) => Exact
  >
> = {
  'all-votes': (votes, _outside, rules) => meanWorth(votes, rules),
  'outside-votes': (_votes, outside, rules) => meanWorth(outside, rules),
  'mean-of-sections': (votes, _outside, rules) => {
    const sections = [...new Set(votes.map(({ section }) => section))]
    const means = sections.map((section) =>
      meanWorth(
        votes.filter((vote) => vote.section === section),
        rules,
      ),
    )
    return div(sum(means), means.length)
  },
}

function meanWorth(votes: readonly GradeVote[], { worth }: VoteRules): Exact {
  return div(sum(votes.map(({ grade }) => worth[grade])), votes.length)
}

function countsOf(votes: readonly GradeVote[]): Record<Grade, number> {
  const counts = { excellent: 0, qualified: 0, basic: 0, unqualified: 0 }
  for (const { grade } of votes) counts[grade]++
  return counts
}
