import { z } from 'zod'
import { grade } from '../appraise/appraisals.ts'
import { goalState } from '../design/card.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, fen, id } from '../fields.ts'
import { recognition } from './recognition.ts'

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
  /** Names the proposal among those of a result. */
  key: z.string(),
  kind: z.string(),
  text: bilingual,
  article: z.string(),
  verified: z.boolean(),
  /** What became of it, and on which paper; null: nothing has been recorded. */
  act: z
    .object({
      outcome: z.enum(['carried-out', 'not-carried-out']),
      document: z.string(),
      reason: z.string(),
      recordedBy: z.string(),
      recordedAt: z.string(),
    })
    .nullable(),
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
  /** null: had no line in the run that was approved; everything came later. */
  steps: payStep.nullable(),
  /** Settled after a correction, oldest first: what was due by the right inputs, step by step, and what came from the reserve; 0 where less was due, for nothing is claimed back. */
  corrections: z.array(
    z.object({
      no: z.int(),
      approvedAt: z.string(),
      approvedBy: z.string(),
      reason: z.string(),
      dueFen: fen,
      amountFen: fen,
      steps: payStep.nullable(),
    }),
  ),
})

/** Everything a pool has brought one person: the first run and what came from the reserve since. In fen. */
export const paidInAll = ({
  amountFen,
  corrections,
}: {
  readonly amountFen: number
  readonly corrections: readonly { readonly amountFen: number }[]
}): number => corrections.reduce((total, one) => total + one.amountFen, amountFen)

/** What a promotion or a title rests on: grades of the years, recognition, training, development goals. */
const evidenceOfYears = {
  years: z.array(z.object({ year: z.int(), grade, officialScore: z.string().nullable() })),
  recognition: z.array(recognition),
  training: z.array(z.object({ finishedOn: z.string(), course: z.string(), hours: z.string(), document: z.string() })),
  /** Hours of the year of the cycle, added up. */
  trainingHours: z.string(),
  goals: z.array(
    z.object({
      goalId: id,
      title: bilingual,
      state: goalState,
      evidence: z.string(),
      dueOn: z.string(),
      /** Is it in the plan of the year after? null: there is no such plan yet. */
      inNextPlan: z.boolean().nullable(),
    }),
  ),
}

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
    ...evidenceOfYears,
  }),
  audit: null,
})

/** The evidence of the years on paper, for an application for promotion or a title. */
export const downloadEvidence = endpoint({
  name: 'reward.downloadEvidence',
  kind: 'download',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/evidence',
  permission: 'pay-line.read',
  summary: { zh: '下载晋升与评聘佐证材料', en: 'Evidence file for promotion or a title' },
  input: z.object({ cycleId: id, personId: id, language: z.enum(['zh', 'en']) }),
  output: z.unknown(),
  audit: 'evidence-made',
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
