import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'
import { basis } from './comparison.ts'

const judgement = z.string().regex(/^([1-9]|1\/[2-9])$/)
export const judgements = z.record(z.string().regex(/^[\w-]+\/[\w-]+$/), judgement)
export const ratings = z.record(z.string().regex(/^[\w-]+\/[\w-]+$/), z.int().min(1).max(9))

export const criterion = z.object({ code: z.string(), name: bilingual, definition: bilingual })
export const method = z.object({
  code: z.string(),
  name: bilingual,
  summary: bilingual,
  pros: z.array(bilingual),
  cons: z.array(bilingual),
})

/** Why each rating is what it is: "C1/BSC" -> sentence. */
export const reasons = z.record(z.string().regex(/^[\w-]+\/[\w-]+$/), bilingual)

/** What is taken over from a method besides the one chosen, or what the chosen one is for. */
export const hybridPart = z.object({ method: z.string().min(1).max(40), use: z.string().trim().min(2).max(400) })

export const judgeOfChoice = z.object({
  accountId: id,
  name: z.string(),
  invitedAt: z.string(),
  state: z.enum(['invited', 'drafting', 'submitted']),
  submittedAt: z.string().nullable(),
  /** Of what was submitted; drafts are counted by pairs only. */
  pairsJudged: z.int(),
  rated: z.int(),
  /** null: not submitted, or not for this reader. */
  judgements: judgements.nullable(),
  ratings: z.record(z.string(), z.object({ value: z.int(), reason: z.string() })).nullable(),
})

export const choiceView = z.object({
  choiceId: id,
  title: bilingual,
  revision: z.number(),
  state: z.enum(['open', 'decided']),
  criteria: z.array(criterion),
  methods: z.array(method),
  judgements,
  ratings,
  reasons,
  basis,
  judges: z.array(judgeOfChoice),
  /** Whether the reader is one of the judges. */
  isJudge: z.boolean(),
  recommendation: bilingual,
  decision: z
    .object({
      method: z.string(),
      reason: z.string(),
      hybrid: z.array(hybridPart),
      decidedBy: z.string(),
      decidedAt: z.string(),
      /** The result as it stood when it was decided. */
      consistencyRatio: z.number().nullable(),
      closeness: z.record(z.string(), z.number()),
      /** sha-256 of the inputs that were frozen. */
      hash: z.string(),
    })
    .nullable(),
})

export const listChoices = endpoint({
  name: 'choose.listChoices',
  method: 'GET',
  path: '/api/choices',
  permission: 'choice.read',
  summary: { zh: '方法比较列表', en: 'Comparisons of methods' },
  input: empty,
  output: z.object({
    choices: z.array(
      z.object({
        choiceId: id,
        title: bilingual,
        state: z.enum(['open', 'decided']),
        decidedMethod: z.string().nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

export const readChoice = endpoint({
  name: 'choose.readChoice',
  method: 'GET',
  path: '/api/choices/:choiceId',
  permission: 'choice.read',
  summary: { zh: '查看方法比较', en: 'Read a comparison of methods' },
  input: z.object({ choiceId: id }),
  output: choiceView,
  audit: null,
})

export const openChoice = endpoint({
  name: 'choose.openChoice',
  method: 'POST',
  path: '/api/choices',
  permission: 'choice.edit',
  summary: {
    zh: '新建方法比较（用内容库的六种方法、十项准则）',
    en: 'Open a comparison with the six methods and ten criteria of the library',
  },
  input: z.object({ title: bilingual }),
  output: z.object({ choiceId: id }),
  audit: 'choice-opened',
})

export const judgeChoice = endpoint({
  name: 'choose.judgeChoice',
  method: 'PUT',
  path: '/api/choices/:choiceId/judgements',
  permission: 'choice.edit',
  summary: { zh: '修改判断与评分', en: 'Change judgements and ratings' },
  input: z.object({ choiceId: id, revision: z.int().min(1), judgements, ratings, reasons }),
  output: z.object({ revision: z.number() }),
  audit: 'choice-judged',
})

const named = z
  .object({ zh: z.string().trim().max(100), en: z.string().trim().max(100) })
  .refine((name) => name.zh !== '' || name.en !== '')
const points = z.array(z.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300) })).max(12)

export const saveMethods = endpoint({
  name: 'choose.saveMethods',
  method: 'PUT',
  path: '/api/choices/:choiceId/methods',
  permission: 'choice.edit',
  summary: { zh: '增删比较的方法，修改其长处与短处', en: 'Add or drop methods, change what they are good and bad at' },
  input: z.object({
    choiceId: id,
    revision: z.int().min(1),
    methods: z
      .array(
        z.object({
          code: z.string().regex(/^[A-Za-z0-9][\w-]{0,19}$/),
          name: named,
          summary: z.object({ zh: z.string().trim().max(600), en: z.string().trim().max(600) }),
          pros: points,
          cons: points,
        }),
      )
      .min(2)
      .max(12),
  }),
  output: z.object({ revision: z.number() }),
  audit: 'choice-methods-saved',
})

export const saveCriteria = endpoint({
  name: 'choose.saveCriteria',
  method: 'PUT',
  path: '/api/choices/:choiceId/criteria',
  permission: 'choice.edit',
  summary: { zh: '增删比较的准则，修改其名称和含义', en: 'Add or drop criteria, change their names and meanings' },
  input: z.object({
    choiceId: id,
    revision: z.int().min(1),
    criteria: z
      .array(
        z.object({
          code: z.string().regex(/^[A-Za-z0-9][\w-]{0,19}$/),
          name: named,
          definition: z.object({ zh: z.string().trim().max(600), en: z.string().trim().max(600) }),
        }),
      )
      .min(2)
      // the published tables of the random index end here
      .max(15),
  }),
  output: z.object({ revision: z.number() }),
  audit: 'choice-criteria-saved',
})

export const decideChoice = endpoint({
  name: 'choose.decideChoice',
  method: 'POST',
  path: '/api/choices/:choiceId/decision',
  permission: 'choice.decide',
  summary: { zh: '记录决定', en: 'Record the decision' },
  input: z.object({
    choiceId: id,
    revision: z.int().min(1),
    method: z.string().min(1).max(40),
    reason: z.string().trim().min(10).max(4000),
    /** What is taken over from other methods. */
    hybrid: z.array(hybridPart).max(12).default([]),
  }),
  output: done,
  audit: 'choice-decided',
})

export const downloadDecision = endpoint({
  name: 'choose.downloadDecision',
  kind: 'download',
  method: 'GET',
  path: '/api/choices/:choiceId/papers/decision',
  permission: 'choice.read',
  summary: { zh: '下载方法选择决定书（Word）', en: 'The record of the decision as a Word file' },
  input: z.object({ choiceId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: 'decision-paper-made',
})
