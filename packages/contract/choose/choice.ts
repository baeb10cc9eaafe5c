import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'

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

export const choiceView = z.object({
  choiceId: id,
  title: bilingual,
  revision: z.number(),
  state: z.enum(['open', 'decided']),
  criteria: z.array(criterion),
  methods: z.array(method),
  judgements,
  ratings,
  /** Why each rating is what it is: "C1/BSC" -> sentence. */
  reasons: z.record(z.string(), bilingual),
  recommendation: bilingual,
  decision: z
    .object({
      method: z.string(),
      reason: z.string(),
      decidedBy: z.string(),
      decidedAt: z.string(),
      /** The result as it stood when it was decided. */
      consistencyRatio: z.number().nullable(),
      closeness: z.record(z.string(), z.number()),
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
      z.object({ choiceId: id, title: bilingual, state: z.enum(['open', 'decided']), decidedMethod: z.string().nullable() }),
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
  input: z.object({ choiceId: id, revision: z.int().min(1), judgements, ratings }),
  output: z.object({ revision: z.number() }),
  audit: 'choice-judged',
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
  }),
  output: done,
  audit: 'choice-decided',
})
