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

export const payLineView = z.object({
  poolId: id,
  pool: bilingual,
  approvedAt: z.string(),
  approvedBy: z.string(),
  amountFen: fen,
  steps: payStep,
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
    rules: z.object({ title: bilingual, source: bilingual }),
    /** The line of every approved pool of the cycle. */
    lines: z.array(payLineView),
  }),
  audit: null,
})
