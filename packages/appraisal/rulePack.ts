import type { HeadCode } from '@milepost/terms/appraisal'
import type { CaseRules } from './caseClocks.ts'
import type { Citation } from './citation.ts'
import type { CommitteeRules } from './committee.ts'
import type { EffectRule } from './consequences.ts'
import type { VoteRules } from './democraticVote.ts'
import type { CeilingRules } from './gradeCeiling.ts'
import type { FakeRules, LinkWeights } from './missingLinks.ts'
import type { NormRule } from './normChecks.ts'
import type { ParticipationRules } from './participationFacts.ts'
import type { BiasRules } from './raterBias.ts'
import type { RatingRules } from './ratings.ts'
import type { ProposalRules } from './seatProposal.ts'
import type { SeatRateRules } from './seatRate.ts'
import type { SeatShareRules } from './seatShares.ts'
import type { AdviceRules } from './severityAdvice.ts'
import type { SegmentRules } from './transfers.ts'

/** All numbers and citations of the appraisal in one versioned pack of `library/`; an institution may override any of them by policy. */
export type AppraisalRulePack = {
  version: string
  participation: ParticipationRules
  seatRate: SeatRateRules
  seatShares: SeatShareRules
  proposal: ProposalRules
  ceilings: CeilingRules
  /** Basis points, total 10000, with where the default comes from. */
  heads: { weights: Readonly<Record<HeadCode, number>>; citation: Citation }
  ratings: RatingRules
  vote: VoteRules
  committee: CommitteeRules
  cases: CaseRules
  segments: SegmentRules
  concurrentPosts: 'worse' | 'by-weight'
  bias: BiasRules & AdviceRules
  /** What each outcome leads to. */
  effects: readonly EffectRule[]
  /** The rules a cycle is checked against. */
  norms: readonly NormRule[]
  links: { weights: LinkWeights; fakes: FakeRules }
}
