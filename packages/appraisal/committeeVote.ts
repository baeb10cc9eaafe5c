/** A vote of the committee: the totals as the minutes give them, or who said what. */
export type Says = 'for' | 'against' | 'abstained'
export type CommitteeVote =
  | { readonly kind: 'totals'; readonly for: number; readonly against: number; readonly abstained: number }
  | { readonly kind: 'by-name'; readonly votes: readonly { readonly person: string; readonly says: Says }[] }

export type VoteFinding =
  | { code: 'not-entitled'; people: readonly string[] }
  | { code: 'voted-twice'; people: readonly string[] }
  | { code: 'more-than-entitled'; votes: number; entitled: number }

export type CountedVote = {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly entitled: number
  /** More than half of those entitled who are present are for it; an abstention is not for it. */
  readonly carried: boolean
  readonly findings: readonly VoteFinding[]
}

/** Counts a vote among those present who need not step aside. What is wrong with it stands in `findings`; a vote with findings decides nothing. */
export function countVote(vote: CommitteeVote, entitled: readonly string[]): CountedVote {
  const count = (says: Says) => (vote.kind === 'totals' ? vote[says] : vote.votes.filter((one) => one.says === says).length)
  const given = { for: count('for'), against: count('against'), abstained: count('abstained') }
  const findings = vote.kind === 'totals' ? findingsOnTotals(given, entitled.length) : findingsByName(vote.votes, entitled)
  return { ...given, entitled: entitled.length, carried: findings.length === 0 && given.for * 2 > entitled.length, findings }
}

function findingsOnTotals(given: Readonly<Record<Says, number>>, entitled: number): VoteFinding[] {
  const votes = given.for + given.against + given.abstained
  return votes > entitled ? [{ code: 'more-than-entitled', votes, entitled }] : []
}

function findingsByName(votes: readonly { readonly person: string }[], entitled: readonly string[]): VoteFinding[] {
  const strangers = votes.flatMap(({ person }) => (entitled.includes(person) ? [] : [person]))
  const twice = votes.flatMap(({ person }, at) => (votes.findIndex((one) => one.person === person) < at ? [person] : []))
  return [
    ...(strangers.length > 0 ? [{ code: 'not-entitled' as const, people: strangers }] : []),
    ...(twice.length > 0 ? [{ code: 'voted-twice' as const, people: twice }] : []),
  ]
}
