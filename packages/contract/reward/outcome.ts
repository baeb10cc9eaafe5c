import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, fen, id } from '../fields.ts'

const said = { text: bilingual, value: z.string().nullable() }
const factor = z.object(said)
const part = z.object({ ...said, children: z.array(factor) })
/** How an amount came about: the amount, the unit's share and the own weight, the factors of each. */
export const payStep = z.object({ ...said, children: z.array(part) })
export type PayStep = z.infer<typeof payStep>

/** What a grade means by the rules, each with its article. */
export const gradeEffects = z.object({
  grade,
  article: z.string().nullable(),
  verified: z.boolean(),
  payStep: z.boolean(),
  performancePay: z.enum(['full', 'favoured', 'cut']),
  yearCounts: z.boolean(),
  promotionBarred: z.boolean(),
  consequences: z.array(bilingual),
  secondYearRunning: bilingual.nullable(),
})

/** One proposal to the personnel office, with the article it rests on. People decide. */
export const consequenceProposal = z.object({
  kind: z.string(),
  text: bilingual,
  article: z.string(),
  verified: z.boolean(),
})
export type ConsequenceProposal = z.infer<typeof consequenceProposal>

/** What an outcome leads to for one person, with the years before it. */
export const consequenceView = z.object({
  grade,
  proposals: z.array(consequenceProposal),
  /** Years in a row that ended like this, this one included. */
  yearsRunning: z.int(),
  /** Years that are not known, so that the count may be too low. */
  unknownYears: z.array(z.int()),
})

export const payLineView = z.object({
  poolId: id,
  pool: bilingual,
  approvedAt: z.string(),
  approvedBy: z.string(),
  amountFen: fen,
  steps: payStep,
  /** Paid later from the reserve, after a correction. */
  corrections: z.array(z.object({ no: z.int(), approvedAt: z.string(), approvedBy: z.string(), reason: z.string(), amountFen: fen })),
})

export const readOutcome = endpoint({
  name: 'reward.readOutcome',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/outcome',
  permission: 'pay-line.read',
  summary: { zh: '考核结果带来什么', en: 'What a result leads to' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    person: z.object({ personId: id, name: z.string(), unit: bilingual, post: bilingual }),
    /** null until it is final. */
    grade: grade.nullable(),
    officialScore: z.string().nullable(),
    effects: gradeEffects.nullable(),
    /** The proposals that follow, with what earlier years add; null until it is final. */
    consequences: consequenceView.nullable(),
    rules: z.object({ title: bilingual, source: bilingual }),
    /** The line of every approved pool of the cycle. */
    lines: z.array(payLineView),
  }),
  audit: null,
})

export const consequenceRow = z.object({
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  unit: bilingual,
  post: bilingual,
  /** As decided, or null: then every grade that may still be voted is shown beside the person. */
  grade: grade.nullable(),
  isFinal: z.boolean(),
  /** The outcome decided; before the vote the preview of each. */
  outcomes: z.array(consequenceView),
})
export type ConsequenceRow = z.infer<typeof consequenceRow>

export const listConsequences = endpoint({
  name: 'reward.listConsequences',
  method: 'GET',
  path: '/api/cycles/:cycleId/consequences',
  permission: 'consequence.list',
  summary: { zh: '结果运用建议清单', en: 'Proposals that follow from the results' },
  input: z.object({ cycleId: id }),
  output: z.object({
    year: z.int(),
    rules: z.object({ title: bilingual, source: bilingual }),
    rows: z.array(consequenceRow),
  }),
  audit: null,
})
