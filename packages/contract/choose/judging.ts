import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, id } from '../fields.ts'
import { criterion, judgements, method } from './choice.ts'

const place = z.string().regex(/^[\w-]+\/[\w-]+$/)
/** A judge's own ratings, each with its reason. */
export const reasonedRatings = z.record(place, z.object({ value: z.int().min(1).max(9), reason: z.string().trim().max(1000) }))

export const listCandidates = endpoint({
  name: 'choose.listCandidates',
  method: 'GET',
  path: '/api/choices/:choiceId/candidates',
  permission: 'choice.edit',
  summary: { zh: '可邀请的评判人', en: 'Who may be invited to judge' },
  input: z.object({ choiceId: id }),
  output: z.object({ candidates: z.array(z.object({ accountId: id, name: z.string(), unit: bilingual.nullable() })) }),
  audit: null,
})

export const inviteJudges = endpoint({
  name: 'choose.inviteJudges',
  method: 'POST',
  path: '/api/choices/:choiceId/judges',
  permission: 'choice.edit',
  summary: { zh: '邀请评判人', en: 'Invite judges' },
  input: z.object({ choiceId: id, accountIds: z.array(id).min(1).max(50) }),
  output: z.object({ revision: z.number(), invited: z.int() }),
  audit: 'choice-judges-invited',
})

export const withdrawJudge = endpoint({
  name: 'choose.withdrawJudge',
  method: 'DELETE',
  path: '/api/choices/:choiceId/judges/:accountId',
  permission: 'choice.edit',
  summary: { zh: '撤回邀请', en: 'Withdraw an invitation' },
  input: z.object({ choiceId: id, accountId: id }),
  output: done,
  audit: 'choice-judge-withdrawn',
})

export const readMyJudging = endpoint({
  name: 'choose.readMyJudging',
  method: 'GET',
  path: '/api/choices/:choiceId/my-judging',
  permission: 'choice.judge',
  summary: { zh: '查看本人的判断', en: 'Read one’s own judgements' },
  input: z.object({ choiceId: id }),
  output: z.object({
    choiceId: id,
    title: bilingual,
    isDecided: z.boolean(),
    criteria: z.array(criterion),
    methods: z.array(method),
    revision: z.int(),
    submittedAt: z.string().nullable(),
    judgements,
    ratings: reasonedRatings,
    /** The office's ratings and reasons, to agree or disagree with. */
    officeRatings: z.record(z.string(), z.int()),
    officeReasons: z.record(z.string(), bilingual),
  }),
  audit: null,
})

const mine = { choiceId: id, revision: z.int().min(1) }

export const saveMyJudging = endpoint({
  name: 'choose.saveMyJudging',
  method: 'PUT',
  path: '/api/choices/:choiceId/my-judging',
  permission: 'choice.judge',
  summary: { zh: '保存本人判断的草稿', en: 'Keep a draft of one’s own judgements' },
  input: z.object({ ...mine, judgements, ratings: reasonedRatings }),
  output: z.object({ revision: z.number() }),
  // a draft is nobody else's business; submitting is told
  audit: null,
})

export const submitMyJudging = endpoint({
  name: 'choose.submitMyJudging',
  method: 'POST',
  path: '/api/choices/:choiceId/my-judging/submit',
  permission: 'choice.judge',
  summary: { zh: '提交本人的判断（未判的可以空着）', en: 'Submit one’s own judgements, gaps allowed' },
  input: z.object(mine),
  output: z.object({ revision: z.number() }),
  audit: 'choice-judging-submitted',
})

export const takeBackJudging = endpoint({
  name: 'choose.takeBackJudging',
  method: 'POST',
  path: '/api/choices/:choiceId/my-judging/take-back',
  permission: 'choice.judge',
  summary: { zh: '收回已提交的判断再改', en: 'Take submitted judgements back to change them' },
  input: z.object(mine),
  output: z.object({ revision: z.number() }),
  audit: 'choice-judging-taken-back',
})
