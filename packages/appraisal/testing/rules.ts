import type { Citation } from '../citation.ts'
import type { ParticipationRules } from '../participationFacts.ts'
import type { AppraisalRulePack } from '../rulePack.ts'

/** The national rules of 2023 and the project's defaults, for tests; the ones in use come from the library. */
const article = (number: string): Citation => ({ instrument: '事业单位工作人员考核规定', article: number, verified: true })
const unread = (instrument: string): Citation => ({ instrument, article: '', verified: false })

const citations: ParticipationRules['citations'] = {
  'other-track': article('2'),
  refuses: article('44'),
  'under-investigation': article('42'),
  sanctioned: article('43'),
  'first-job-short': article('37'),
  'short-service': article('37'),
  'long-leave': article('41'),
  'maternity-leave': article('41'),
  'joined-this-year': article('37'),
  seconded: article('38'),
  sent: article('38'),
  'two-posts': article('39'),
  ordinary: article('10'),
}

const remedy = { fileDays: 30, acceptDays: 15, decideDays: 60, extendDays: 30, citation: unread('事业单位工作人员申诉规定') }
const sanctions = unread('事业单位工作人员处分规定')

export const rules: AppraisalRulePack = {
  version: 'test',
  participation: { halfYearDays: 183, citations },
  seatRate: { normalBasisPoints: 2000, raisedBasisPoints: 2500, loweredBasisPoints: 1500, citation: article('15') },
  seatShares: { unitCeilingBasisPoints: 3000 },
  proposal: { threshold: '90', order: ['results-score', 'objective-score', 'satisfaction', 'award-or-hardship', 'frontline'] },
  ceilings: {
    sanctions: [
      { sanction: 'warning', ceiling: 'qualified', reaches: 'year-of-decision', citation: sanctions },
      { sanction: 'demerit', ceiling: 'ungraded', reaches: 'year-of-decision', citation: sanctions },
      { sanction: 'lowered-post', ceiling: 'ungraded', reaches: 'year-of-decision-and-next', citation: sanctions },
      { sanction: 'major-demerit', ceiling: 'basic', reaches: 'while-in-force', citation: sanctions },
      { sanction: 'admonition', ceiling: 'qualified', reaches: 'year-of-decision', citation: sanctions },
    ],
    lightToHeavy: ['qualified', 'basic', 'ungraded', 'unqualified'],
  },
  heads: { weights: { virtue: 2000, ability: 1500, diligence: 1000, results: 4500, integrity: 1000 }, citation: unread('house default') },
  ratings: {
    groups: [
      { group: 'superior', weightBasisPoints: 5000, minimum: 1, mandatory: true },
      { group: 'peers', weightBasisPoints: 2000, minimum: 3, mandatory: false },
      { group: 'subordinates', weightBasisPoints: 1000, minimum: 5, mandatory: false },
      { group: 'service-users', weightBasisPoints: 2000, minimum: 3, mandatory: false },
    ],
    rollUp: { into: 'colleagues', from: ['peers', 'subordinates'], minimum: 3 },
    trim: { dropOneFrom: 5, trimShareFrom: 10, trimShareBasisPoints: 1000 },
  },
  vote: { worth: { excellent: '100', qualified: '80', basic: '60', unqualified: '40' }, minimum: 5, leaveOutOwnSectionFrom: 5 },
  committee: { required: ['chair', 'leader', 'hr', 'discipline', 'staff-representative'], quorum: { of: 3, atLeast: 2 } },
  cases: {
    limits: { review: { ...remedy, acceptDays: null, decideDays: 30, extendDays: null }, appeal: remedy, 're-appeal': remedy },
    noticeWorkingDays: 5,
    alertDays: [7, 3, 1],
    whenLastDayIsOff: 'stays',
    noticeCitation: article('17'),
  },
  minimumSegmentDays: 60,
}
