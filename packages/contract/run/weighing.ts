import { z } from 'zod'
import { judgements } from '../choose/choice.ts'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, id } from '../fields.ts'

/** What is weighed against each other: the perspectives, or the measures under one of them. */
export const PERSPECTIVES = 'perspectives'
const about = z.union([z.literal(PERSPECTIVES), id])

const ratio = z.number().min(1).max(9)
const way = z.enum(['ahp', 'g1', 'entropy'])

const adoption = z.object({
  way,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** By code, as they were and as they were set. */
  before: z.record(z.string(), basisPoints),
  after: z.record(z.string(), basisPoints),
})
export type WeightsAdoption = z.infer<typeof adoption>
export const weightsAdoption = adoption

const asked = { scorecardId: id, about }

export const readWeighing = endpoint({
  name: 'run.readWeighing',
  method: 'GET',
  path: '/api/run/weighing/:scorecardId/:about',
  permission: 'dry-run.read',
  summary: {
    zh: '权重的几种定法并列：手工、层次分析、序关系、熵权',
    en: 'Weights by several ways side by side: by hand, AHP, G1, entropy of past values',
  },
  input: z.object(asked),
  output: z.object({
    scorecard: z.object({ name: bilingual, state: z.enum(['draft', 'published']) }),
    /** What can be weighed: the perspectives first. */
    groups: z.array(z.object({ about, name: bilingual, items: z.int() })),
    items: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        weightBp: basisPoints,
        /** Past figures of the institution, or of its units where they are no sums; `direction` null: best inside a range. */
        past: z.object({
          values: z.array(z.number()),
          from: z.string().nullable(),
          to: z.string().nullable(),
          direction: z.enum(['benefit', 'cost']).nullable(),
        }),
      }),
    ),
    judgements,
    order: z.array(z.string()),
    ratios: z.array(z.number()),
    revision: z.int(),
    /** Of the institution's card, so that nobody's change is written over. */
    cardRevision: z.int(),
    adopted: adoption.nullable(),
  }),
  audit: null,
})

export const saveWeighing = endpoint({
  name: 'run.saveWeighing',
  method: 'PUT',
  path: '/api/run/weighing/:scorecardId/:about',
  permission: 'scorecard.edit',
  summary: { zh: '保存两两判断和重要性次序', en: 'Save pairwise judgements and the order of importance' },
  input: z.object({
    ...asked,
    revision: z.int().min(0),
    judgements,
    order: z.array(z.string().max(40)).max(60),
    ratios: z.array(ratio).max(60),
  }),
  output: z.object({ revision: z.int() }),
  audit: 'weighing-saved',
})

export const adoptWeights = endpoint({
  name: 'run.adoptWeights',
  method: 'POST',
  path: '/api/run/weighing/:scorecardId/:about/adopt',
  permission: 'scorecard.edit',
  summary: { zh: '采用一种定法的权重并说明理由', en: 'Adopt the weights of one way, with the reason' },
  input: z.object({ ...asked, revision: z.int().min(0), cardRevision: z.int(), way, reason: z.string().trim().min(4).max(1000) }),
  output: z.object({ after: z.record(z.string(), basisPoints) }),
  audit: 'weights-adopted',
})
