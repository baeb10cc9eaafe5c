import { div, type Exact, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { countVotes, type VoteRules } from './democraticVote.ts'
import type { Grade } from './grade.ts'

/** One group of voters on one person or unit: what they said, without those who abstained. `weight` in basis points. */
export type VotingGroup = { readonly group: string; readonly weight: number; readonly votes: readonly Grade[] }

/** Groups counted as one: usually one; several where one of them alone would be too few to be shown. */
export type CountedGroups = {
  readonly groups: readonly string[]
  readonly weight: number
  readonly n: number
  readonly counts: Readonly<Record<Grade, number>>
  readonly value: ExactText
}

export type GroupVoteResult =
  | { kind: 'counted'; value: ExactText; official: string; n: number; lines: readonly CountedGroups[] }
  | { kind: 'undefined'; because: 'too-few-votes'; n: number; minimum: number }

type Ready = Extract<ReturnType<typeof countVotes>, { kind: 'counted' }>

/**
 * A democratic vote by weighted groups: each group by the worth of its votes, 0..100, then by the groups' weights (basis points, any total). A group with fewer
 * votes than the minimum is never shown alone: such groups are counted together, with the smallest other group where they are still too few, so that nothing
 * that is shown can be subtracted to leave it. 'undefined' when all votes together are too few. `official` is rounded half away from zero to two decimals.
 * Source: house rule on groups below the least number of raters (pooled first, the weight of what is pooled added up).
 */
export function countGroups(groups: readonly VotingGroup[], rules: VoteRules): GroupVoteResult {
  const n = groups.reduce((total, one) => total + one.votes.length, 0)
  if (n === 0 || n < rules.minimum) return { kind: 'undefined', because: 'too-few-votes', n, minimum: rules.minimum }
  const counted = pooled(groups, rules.minimum).map((pool) => ({ pool, result: countTogether(pool, rules) }))
  const weight = counted.reduce((total, { pool }) => total + weightOf(pool), 0)
  const points: Exact[] = counted.map(({ pool, result }) => mul(result.value, weightOf(pool)))
  const value = div(sum(points), weight)
  return {
    kind: 'counted',
    value: toExactText(value),
    official: roundHalfAway(value, 2),
    n,
    lines: counted.map(({ pool, result }) => ({
      groups: pool.map((one) => one.group),
      weight: weightOf(pool),
      n: result.n,
      counts: result.counts,
      value: result.value,
    })),
  }
}

type Pool = readonly VotingGroup[]
const weightOf = (pool: Pool) => pool.reduce((total, one) => total + one.weight, 0)

/** Groups large enough stand alone, in the order given; the others together come last. */
function pooled(groups: readonly VotingGroup[], minimum: number): Pool[] {
  const small = groups.filter((one) => one.votes.length < minimum)
  const large = groups.filter((one) => one.votes.length >= minimum)
  if (small.length === 0) return large.map((one) => [one])
  const together = [...small]
  const bySize = large.toSorted((one, other) => one.votes.length - other.votes.length)
  while (together.reduce((total, one) => total + one.votes.length, 0) < minimum) {
    const [smallest] = bySize.splice(0, 1)
    if (!smallest) break
    together.push(smallest)
  }
  return [...large.filter((one) => !together.includes(one)).map((one) => [one]), groups.filter((one) => together.includes(one))]
}

/** Never fewer than the minimum: the pools were made so. Ballots carry no section, so every vote is one voice. */
function countTogether(pool: Pool, rules: VoteRules): Ready {
  const votes = pool.flatMap((one) => one.votes.map((grade) => ({ grade, section: null })))
  const result = countVotes(votes, null, { ...rules, minimum: 1 })
  if (result.kind === 'undefined') throw new RangeError('a pool without votes')
  return result
}
