import { type CommitteeVote, type CountedVote, countVote } from '@milepost/appraisal/committeeVote'
import { voteView } from '@milepost/contract/appraise/votes'
import type { InvalidField } from '@milepost/contract/refusals'
import type { z } from 'zod'

type Member = { readonly person: string; readonly name: string }
export type StoredVote = z.infer<typeof voteView>
export const storedVote = voteView.nullable()

export const voteStored = (vote: CommitteeVote, members: readonly Member[]): StoredVote => {
  const counted = countVote(
    vote,
    members.map((one) => one.person),
  )
  const nameOf = (person: string) => members.find((one) => one.person === person)?.name ?? ''
  const names = vote.kind === 'by-name' ? vote.votes.map((one) => ({ name: nameOf(one.person), says: one.says })) : []
  return { for: counted.for, against: counted.against, abstained: counted.abstained, names }
}

/** What is wrong with a vote, or that it was not carried; null: it decides. */
export function voteFault(
  vote: CommitteeVote,
  voters: readonly Member[],
  members: readonly Member[],
): Omit<InvalidField, 'pointer'> | null {
  const counted = countVote(
    vote,
    voters.map((one) => one.person),
  )
  const [finding] = counted.findings
  const nameOf = (people: readonly string[], and: string) =>
    people.map((person) => members.find((one) => one.person === person)?.name ?? person).join(and)
  if (finding?.code === 'not-entitled')
    return {
      zh: `${nameOf(finding.people, '、')}未到会或应当回避，不能表决（第16条）。`,
      en: `${nameOf(finding.people, ', ')} was not present or must step aside and has no vote (Art. 16).`,
    }
  if (finding?.code === 'voted-twice')
    return { zh: `${nameOf(finding.people, '、')}被记了两次。`, en: `${nameOf(finding.people, ', ')} is recorded twice.` }
  if (finding)
    return {
      zh: `票数 ${finding.votes} 多于可表决人数 ${finding.entitled}。`,
      en: `${finding.votes} votes are more than the ${finding.entitled} who may vote.`,
    }
  return counted.carried ? null : notCarried(counted)
}

const notCarried = (vote: CountedVote) => ({
  zh: `未过半数：可表决 ${vote.entitled} 人，同意 ${vote.for}、反对 ${vote.against}、弃权 ${vote.abstained}。`,
  en: `Not carried: of ${vote.entitled} who may vote ${vote.for} were for, ${vote.against} against, ${vote.abstained} abstained.`,
})
