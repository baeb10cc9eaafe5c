import type { Bilingual } from '@milepost/terms/bilingual'
import type { Citation } from './citation.ts'
import type { Outcome } from './grade.ts'

/** What one outcome leads to by the rules: a row of the pack's table. */
export type EffectRule = {
  readonly outcome: Outcome
  readonly payStep: boolean
  readonly performancePay: 'full' | 'favoured' | 'cut'
  /** The year counts towards seniority in the post. */
  readonly yearCounts: boolean
  /** No promotion in the next appraisal year. */
  readonly promotionBarred: boolean
  readonly consequences: readonly Bilingual[]
  readonly secondYearRunning: Bilingual | null
  readonly citation: Citation
}

/** How earlier years ended for a person. A year without an entry is not known. */
export type PastYear = { readonly year: number; readonly outcome: Outcome }

export type ProposalKind =
  | 'pay-step'
  | 'no-pay-step'
  | 'performance-pay-favoured'
  | 'performance-pay-full'
  | 'performance-pay-cut'
  | 'year-counts'
  | 'year-does-not-count'
  | 'promotion-barred-next-year'
  | 'promotion-barred-now'
  | 'further'
  | 'second-year-running'

/** One proposal to the personnel office. A named person decides; nothing takes effect by itself. */
export type ConsequenceProposal = {
  readonly kind: ProposalKind
  readonly text: Bilingual
  readonly citation: Citation
}

export type Consequences =
  | {
      kind: 'proposed'
      year: number
      outcome: Outcome
      proposals: readonly ConsequenceProposal[]
      /** Years in a row that ended like this one, this one included. */
      yearsRunning: number
      /** Years of the run that are not known, so that the count may be too low. */
      unknownYears: readonly number[]
    }
  | { kind: 'undefined'; because: 'outcome-without-rule'; outcome: Outcome }

/**
 * What a result leads to (Art. 27-35): the proposals of its row, the lock on promotion that last year left, and what two years running bring. Can be asked before the grade is
 * voted, for every grade that may be given: the preview of the consequences. `past` are earlier years, in any order; a later year is not looked at.
 */
export function consequencesOf({ year, outcome }: PastYear, past: readonly PastYear[], rules: readonly EffectRule[]): Consequences {
  const rule = rules.find((each) => each.outcome === outcome)
  if (!rule) return { kind: 'undefined', because: 'outcome-without-rule', outcome }
  const before = new Map(past.filter((each) => each.year < year).map((each) => [each.year, each.outcome]))
  let yearsRunning = 1
  while (before.get(year - yearsRunning) === outcome) yearsRunning += 1
  const isUnknown = before.size > 0 && yearsRunning === 1 && !before.has(year - 1)
  const lastRule = rules.find((each) => each.outcome === before.get(year - 1))
  const propose = (kind: ProposalKind, text: Bilingual): ConsequenceProposal => ({ kind, text, citation: rule.citation })
  return {
    kind: 'proposed',
    year,
    outcome,
    proposals: [
      rule.payStep ? propose('pay-step', WORDS['pay-step']) : propose('no-pay-step', WORDS['no-pay-step']),
      propose(`performance-pay-${rule.performancePay}`, WORDS[`performance-pay-${rule.performancePay}`]),
      rule.yearCounts ? propose('year-counts', WORDS['year-counts']) : propose('year-does-not-count', WORDS['year-does-not-count']),
      ...(rule.promotionBarred ? [propose('promotion-barred-next-year', WORDS['promotion-barred-next-year'])] : []),
      ...(lastRule?.promotionBarred
        ? [{ kind: 'promotion-barred-now' as const, text: WORDS['promotion-barred-now'], citation: lastRule.citation }]
        : []),
      ...rule.consequences.map((text) => propose('further', text)),
      ...(yearsRunning >= 2 && rule.secondYearRunning ? [propose('second-year-running', rule.secondYearRunning)] : []),
    ],
    yearsRunning,
    unknownYears: isUnknown || before.size === 0 ? [year - 1] : [],
  }
}

const WORDS = {
  'pay-step': { zh: '建议增加一级薪级工资', en: 'Proposed: one pay step' },
  'no-pay-step': { zh: '建议本年度不增加薪级工资', en: 'Proposed: no pay step for the year' },
  'performance-pay-favoured': { zh: '绩效工资按规定发放，同等条件下予以倾斜', en: 'Performance pay by the rules, favoured among equals' },
  'performance-pay-full': { zh: '绩效工资按规定发放', en: 'Performance pay by the rules' },
  'performance-pay-cut': { zh: '建议相应核减绩效工资', en: 'Proposed: performance pay is reduced accordingly' },
  'year-counts': { zh: '本年度计入现聘岗位任职年限', en: 'The year counts towards service in the post' },
  'year-does-not-count': { zh: '本年度不计入现聘岗位任职年限', en: 'The year does not count towards service in the post' },
  'promotion-barred-next-year': { zh: '下一考核年度内不得晋升岗位（职员）等级', en: 'No promotion within the next appraisal year' },
  'promotion-barred-now': {
    zh: '因上年度等次，本考核年度内不得晋升',
    en: 'No promotion in this appraisal year, because of last year’s grade',
  },
} satisfies Partial<Record<ProposalKind, Bilingual>>

/** A term's yearly results and whether its tasks were done (Art. 18-22). */
export type TermFacts = { readonly tasksDone: boolean; readonly goodReasonIfNot: boolean; readonly years: readonly PastYear[] }

export type TermResult =
  | { kind: 'known'; result: 'qualified' | 'unqualified' }
  /** The rules are silent: tasks done but a year below qualified, or tasks not done for a good reason. People decide. */
  | { kind: 'undefined'; because: 'a-year-below-qualified' | 'good-reason'; years: readonly number[] }
  | { kind: 'undefined'; because: 'no-years'; years: readonly number[] }

/** The result of a term appraisal: qualified when the tasks are done and every year is qualified or better; unqualified when tasks were not done without good reason. */
export function termResult({ tasksDone, goodReasonIfNot, years }: TermFacts): TermResult {
  if (years.length === 0) return { kind: 'undefined', because: 'no-years', years: [] }
  const below = years.filter(({ outcome }) => outcome !== 'excellent' && outcome !== 'qualified').map(({ year }) => year)
  if (!tasksDone)
    return goodReasonIfNot ? { kind: 'undefined', because: 'good-reason', years: below } : { kind: 'known', result: 'unqualified' }
  return below.length === 0
    ? { kind: 'known', result: 'qualified' }
    : { kind: 'undefined', because: 'a-year-below-qualified', years: below }
}
