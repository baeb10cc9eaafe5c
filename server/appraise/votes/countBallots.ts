import { countGroups } from '@milepost/appraisal/groupVote'
import { grade } from '@milepost/contract/appraise/appraisals'
import type { BallotSheet } from '../../diagnose/published.ts'
import type { KeptResult, Vote } from './data.ts'
import { ABSTAIN } from './openVote.ts'

const voted = grade.exclude(['ungraded'])

/** The ballots of each group counted for each person or unit; who abstained on one is counted, not weighed. */
export function countBallots({ groups, rules }: Vote, items: readonly string[], ballots: readonly BallotSheet[]): KeptResult {
  const byGroup = groups.map((group) => ({ group, ballots: ballots.filter((one) => one.stratum === group.code) }))
  return Object.fromEntries(
    items.map((item) => {
      const abstained = ballots.filter((one) => one.choiceOf(item) === ABSTAIN.code).length
      const result = countGroups(
        byGroup.map(({ group, ballots: own }) => ({
          group: group.code,
          weight: group.weightBp,
          votes: own.flatMap((one) => voted.safeParse(one.choiceOf(item)).data ?? []),
        })),
        { ...rules, leaveOutOwnSectionFrom: rules.minimum },
      )
      if (result.kind === 'undefined') return [item, { ...result, abstained }]
      const lines = result.lines.map((line) => ({ ...line, groups: [...line.groups] }))
      return [item, { kind: 'counted' as const, official: result.official, n: result.n, abstained, lines }]
    }),
  )
}
