import type { Citation } from '../citation.ts'
import type { EffectRule } from '../consequences.ts'
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

/** A row of the effects table as the lower outcomes have it. */
function effect(outcome: EffectRule['outcome'], number: string): EffectRule {
  return {
    outcome,
    payStep: false,
    performancePay: 'cut',
    yearCounts: false,
    promotionBarred: false,
    consequences: [],
    secondYearRunning: null,
    citation: article(number),
  }
}

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
    interviewDays: 15,
    alertDays: [7, 3, 1],
    whenLastDayIsOff: 'stays',
    noticeCitation: article('17'),
  },
  segments: { minimumDays: 60, closeWithinDays: 30 },
  concurrentPosts: 'worse',
  bias: {
    leastRatees: 5,
    leniency: 0.5,
    range: 0.5,
    halo: 0.2,
    ownUnitLift: 0.5,
    widestShift: 5,
    leastRatersEach: 3,
    leastObjectiveShareBp: 3000,
  },
  effects: [
    { ...effect('excellent', '28'), payStep: true, performancePay: 'favoured', yearCounts: true },
    { ...effect('qualified', '28'), payStep: true, performancePay: 'full', yearCounts: true },
    { ...effect('basic', '29'), promotionBarred: true, secondYearRunning: { zh: '组织调整', en: 'Reassignment' } },
    { ...effect('unqualified', '30'), secondYearRunning: { zh: '可以解除聘用合同', en: 'The contract may be ended' } },
    { ...effect('ungraded', '31'), secondYearRunning: { zh: '视情况调整岗位', en: 'May be moved' } },
  ],
  norms: [],
  links: {
    weights: {
      'plan-agreed': 1500,
      'measures-linked': 1000,
      'check-ins-held': 1500,
      'evidence-given': 1000,
      'self-report': 500,
      'raters-enough': 1000,
      'second-level': 500,
      interview: 1500,
      signature: 500,
      'result-used': 1000,
    },
    fakes: { batch: 8, daysLater: 30 },
  },
}
