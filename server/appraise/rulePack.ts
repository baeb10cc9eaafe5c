import type { Citation } from '@milepost/appraisal/citation'
import type { CommitteeRules } from '@milepost/appraisal/committee'
import type { ParticipationRow, ParticipationRules } from '@milepost/appraisal/participationFacts'
import type { HeadWeights } from '@milepost/appraisal/personScore'
import type { RatingRules } from '@milepost/appraisal/ratings'
import type { ProposalRules } from '@milepost/appraisal/seatProposal'
import type { SeatRateRules } from '@milepost/appraisal/seatRate'
import type { Library } from '../platform/library.ts'

/** The library's rule pack in the shapes the engine takes. What the pack does not say is a default of this product, marked as such. */

const ROW_OF_LIBRARY: Readonly<Record<Exclude<ParticipationRow, 'other-track'>, string>> = {
  refuses: 'refuses',
  'under-investigation': 'under-investigation',
  sanctioned: 'sanctioned',
  'first-job-short': 'first-job-under-half-year',
  'short-service': 'new-under-half-year',
  'joined-this-year': 'new-from-half-year',
  'long-leave': 'long-leave',
  'maternity-leave': 'maternity',
  seconded: 'seconded',
  sent: 'sent-out',
  'two-posts': 'two-posts',
  ordinary: 'ordinary',
}

export function participationRulesOf({ appraisalRules }: Library): ParticipationRules {
  const cite = (article: string, verified: boolean): Citation => ({ instrument: appraisalRules.title.zh, article, verified })
  const rows = Object.entries(ROW_OF_LIBRARY).map(([row, code]) => {
    const found = appraisalRules.eligibility.find((one) => one.code === code)
    return [row, cite(found?.article ?? '', found?.verified ?? false)]
  })
  // Art. 2: leaders are appraised under other rules
  const citations: Record<string, Citation> = Object.fromEntries([...rows, ['other-track', cite('2', true)]])
  return { halfYearDays: appraisalRules.halfYearDays, citations: citations as ParticipationRules['citations'] }
}

export function seatRateRulesOf({ appraisalRules: { quota, title } }: Library): SeatRateRules {
  return {
    normalBasisPoints: quota.normalBp,
    raisedBasisPoints: quota.raisedBp,
    loweredBasisPoints: quota.loweredBp,
    citation: { instrument: title.zh, article: quota.article ?? '', verified: quota.verified },
  }
}

/** House defaults: extreme ratings trimmed from five on, small groups pooled before their weight is given away. */
export function ratingRulesOf({ appraisalRules }: Library): RatingRules {
  return {
    groups: appraisalRules.raterGroups.map((group) => ({
      group: group.code,
      weightBasisPoints: group.weightBp,
      minimum: group.leastRaters,
      mandatory: group.code === 'superior',
    })),
    rollUp: { into: 'colleagues', from: ['peers', 'subordinates'], minimum: 3 },
    trim: { dropOneFrom: 5, trimShareFrom: 10, trimShareBasisPoints: 1000 },
  }
}

export function headWeightsOf({ appraisalRules }: Library): HeadWeights {
  const weights: Record<string, number> = Object.fromEntries(appraisalRules.heads.map((head) => [head.code, head.weightBp]))
  return weights as HeadWeights
}

/** The regulation names no least score for an excellent grade; 80 is a default of this product. */
export const PROPOSAL_RULES: ProposalRules = { threshold: '80', order: ['results-score'] }

/** Art. 16 names the classes; two thirds is the usual quorum of collective decisions and a default of this product. */
export const COMMITTEE_RULES: CommitteeRules = {
  required: ['chair', 'leader', 'hr', 'discipline', 'staff-representative'],
  quorum: { of: 3, atLeast: 2 },
}
