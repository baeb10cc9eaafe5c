import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, id } from '../fields.ts'
import { amendmentState, cardState, goalState } from './card.ts'
import { cardLines } from './cards.ts'

const goalInput = z.object({
  /** null: a new goal. */
  goalId: id.nullable().default(null),
  objectiveId: id.nullable(),
  title: z.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300) }).refine((t) => t.zh !== '' || t.en !== ''),
  proof: z.object({ zh: z.string().trim().max(500), en: z.string().trim().max(500) }),
  support: z.string().trim().max(500).default(''),
  dueOn: day,
})

export const readMyPlan = endpoint({
  name: 'design.readMyPlan',
  method: 'GET',
  path: '/api/design/cycles/:cycleId/my-plan',
  permission: 'plan.own',
  summary: { zh: '我的绩效计划', en: 'My plan' },
  input: z.object({ cycleId: id }),
  /** null with the reason: no scorecard yet, not drafted yet, or somebody who has no plan (leaders). */
  output: z.object({ cardId: id.nullable(), because: z.enum(['found', 'no-scorecard', 'not-drafted', 'leader-track', 'no-person']) }),
  audit: null,
})

export const planRow = z.object({
  cardId: id,
  personId: id,
  person: z.string(),
  employeeNo: z.string(),
  unit: bilingual,
  post: bilingual,
  state: cardState,
  measures: z.int(),
  totalBp: z.int(),
  goals: z.int(),
  agreedByPerson: z.boolean(),
  agreedByHead: z.boolean(),
  /** The actor is the one who can agree it now. */
  waitsForMe: z.boolean(),
  revision: z.int(),
  /** Of a plan that waits for the actor: what keeps it from being agreed. */
  fault: bilingual.nullable(),
  /** A leader has decided that this plan, never agreed, is not scored. */
  exception: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})

export const listPlans = endpoint({
  name: 'design.listPlans',
  method: 'GET',
  path: '/api/design/cycles/:cycleId/plans',
  permission: 'plan.list',
  summary: { zh: '绩效计划一览（负责人看本部门，办公室看全部）', en: 'Plans: a head sees the own units, the office sees all' },
  input: z.object({ cycleId: id }),
  output: z.object({ plans: z.array(planRow) }),
  audit: null,
})

export const savePlan = endpoint({
  name: 'design.savePlan',
  method: 'PUT',
  path: '/api/design/plans/:cardId',
  permission: 'plan.propose',
  summary: { zh: '保存绩效计划（指标与个人发展目标）', en: 'Save a plan: measures and development goals' },
  input: z.object({ cardId: id, revision: z.int(), lines: cardLines, goals: z.array(goalInput).max(12) }),
  output: z.object({ revision: z.int() }),
  audit: 'plan-saved',
})

export const amendPlan = endpoint({
  name: 'design.amendPlan',
  method: 'POST',
  path: '/api/design/plans/:cardId/amendments',
  permission: 'plan.propose',
  summary: {
    zh: '提请调整已确认的绩效计划（说明理由，另一方同意后生效）',
    en: 'Ask to amend an agreed plan, with the reason; in force once the other side agrees',
  },
  input: z.object({
    cardId: id,
    revision: z.int(),
    lines: cardLines,
    goals: z.array(goalInput).max(12),
    reason: z.string().trim().min(1).max(1000),
  }),
  output: z.object({ amendmentId: id, needsLevelAbove: z.boolean() }),
  audit: 'plan-amendment-asked',
})

export const answerAmendment = endpoint({
  name: 'design.answerAmendment',
  method: 'POST',
  path: '/api/design/plan-amendments/:amendmentId/answer',
  permission: 'plan.agree',
  summary: { zh: '同意、不同意或撤回计划调整', en: 'Agree, decline or withdraw an amendment of a plan' },
  input: z
    .object({ amendmentId: id, answer: z.enum(['agree', 'decline', 'withdraw']), note: z.string().trim().max(1000).default('') })
    .refine(({ answer, note }) => answer !== 'decline' || note !== '', { path: ['note'] }),
  output: z.object({ state: amendmentState }),
  audit: 'plan-amendment-answered',
})

export const exceptPlans = endpoint({
  name: 'design.exceptPlans',
  method: 'POST',
  path: '/api/design/cycles/:cycleId/plan-exceptions',
  permission: 'plan.except',
  summary: {
    zh: '领导逐人决定：未经双方确认的计划不计分（说明理由）',
    en: 'A leader decides by name that plans never agreed are not scored, with the reason',
  },
  input: z.object({ cycleId: id, cardIds: z.array(id).min(1).max(2000), reason: z.string().trim().min(4).max(1000) }),
  output: z.object({ excepted: z.int() }),
  audit: 'plans-excepted',
})

const planAct = { input: z.object({ cardId: id }), output: z.object({ state: cardState }) } as const

export const proposePlan = endpoint({
  name: 'design.proposePlan',
  method: 'POST',
  path: '/api/design/plans/:cardId/propose',
  permission: 'plan.propose',
  summary: {
    zh: '提交绩效计划给对方确认（提交即视为本方同意）',
    en: 'Propose a plan to the other side; proposing agrees for one’s own side',
  },
  ...planAct,
  audit: 'plan-proposed',
})

export const agreePlan = endpoint({
  name: 'design.agreePlan',
  method: 'POST',
  path: '/api/design/plans/:cardId/agree',
  permission: 'plan.agree',
  summary: { zh: '确认绩效计划', en: 'Agree a plan' },
  ...planAct,
  audit: 'plan-agreed',
})

export const agreePlans = endpoint({
  name: 'design.agreePlans',
  method: 'POST',
  path: '/api/design/cycles/:cycleId/agree-plans',
  permission: 'plan.agree-unit',
  summary: {
    zh: '负责人一次确认多份已提交的绩效计划（有问题的不确认并列出原因）',
    en: 'A head agrees several proposed plans at once; those with faults are left out and named',
  },
  input: z.object({
    cycleId: id,
    plans: z
      .array(z.object({ cardId: id, revision: z.int() }))
      .min(1)
      .max(500),
  }),
  output: z.object({
    agreed: z.int(),
    leftOut: z.array(z.object({ cardId: id, person: z.string(), because: bilingual })),
  }),
  audit: 'plans-agreed',
})

export const giveBackPlan = endpoint({
  name: 'design.giveBackPlan',
  method: 'POST',
  path: '/api/design/plans/:cardId/give-back',
  permission: 'plan.agree',
  summary: { zh: '退回绩效计划并说明理由', en: 'Give a proposed plan back with a reason' },
  input: z.object({ cardId: id, note: z.string().trim().min(1).max(1000) }),
  output: planAct.output,
  audit: 'plan-given-back',
})

export const recordGoal = endpoint({
  name: 'design.recordGoal',
  method: 'PUT',
  path: '/api/design/development-goals/:goalId',
  permission: 'goal.record',
  summary: { zh: '记录个人发展目标的达成情况', en: 'Record how a development goal came out' },
  input: z.object({ goalId: id, state: goalState, evidence: z.string().trim().max(2000) }),
  output: z.object({ state: goalState }),
  audit: 'development-goal-recorded',
})
