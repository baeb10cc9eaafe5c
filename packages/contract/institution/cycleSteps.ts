import type { Role } from '@milepost/access/actor'
import type { CycleGuard } from '@milepost/appraisal/cycleStates'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { cycleStage } from './cycles.ts'

/** What only a named person can tell: the guard, and whose word it takes. The rest the program finds out itself. */
export const STATED: { readonly [G in CycleGuard]?: Role } = {
  'plans-agreed-or-excepted': 'leader',
  'check-in-report-made': 'performance-office',
  'periods-closed-or-passed-over': 'leader',
  'leave-and-sanctions-confirmed': 'discipline',
  'rater-report-made': 'performance-office',
  'second-level-confirmed': 'leader',
  'all-served-or-witnessed': 'performance-office',
  'register-accepted': 'performance-office',
  'remedies-closed-or-handed-over': 'discipline',
}

/** What a leader may except with a reason although it is open. The one who then takes the cycle on must be another person. */
export const EXCEPTED: readonly CycleGuard[] = ['plans-agreed-or-excepted', 'periods-closed-or-passed-over']

/** `open`: something is missing; `unstated`: a named person has still to say so; `met`: nothing stands in the way. */
export const conditionState = z.enum(['met', 'open', 'unstated'])

export const cycleCondition = z.object({
  guard: z.string(),
  state: conditionState,
  /** What is missing, or on what grounds it is met. */
  says: bilingual,
  /** Where it can be mended. */
  href: z.string().nullable(),
  /** Whose word it takes, where it takes a person's. */
  statedBy: z.string().nullable(),
  /** The one in front of the screen may state it now. */
  mayState: z.boolean(),
})
export type CycleConditionView = z.infer<typeof cycleCondition>

export const readCycleSteps = endpoint({
  name: 'institution.readCycleSteps',
  method: 'GET',
  path: '/api/cycles/:cycleId/steps',
  permission: 'cycle.read',
  summary: { zh: '周期下一步的条件', en: 'What stands before the next step of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({
    stage: cycleStage,
    /** null: the cycle is closed. */
    next: z.object({ to: cycleStage, conditions: z.array(cycleCondition) }).nullable(),
    /** The stage one may step back to; null: there is none, or results are being served. */
    back: cycleStage.nullable(),
    moves: z.array(z.object({ from: cycleStage, to: cycleStage, reason: z.string(), by: z.string(), on: z.string() })),
  }),
  audit: null,
})

export const setStage = endpoint({
  name: 'institution.setStage',
  method: 'PUT',
  path: '/api/cycles/:cycleId/stage',
  permission: 'cycle.edit',
  summary: { zh: '进入下一环节', en: 'Take a cycle to its next stage' },
  input: z.object({ cycleId: id, stage: cycleStage }),
  output: done,
  audit: 'stage-set',
})

const reason = z.string().trim().min(4).max(2000)

export const stepBack = endpoint({
  name: 'institution.stepBack',
  method: 'POST',
  path: '/api/cycles/:cycleId/step-back',
  permission: 'cycle.step-back',
  summary: { zh: '退回上一环节', en: 'Take a cycle back one stage' },
  input: z.object({ cycleId: id, reason }),
  output: z.object({ stage: cycleStage }),
  audit: 'stage-stepped-back',
})

export const stateCondition = endpoint({
  name: 'institution.stateCondition',
  method: 'POST',
  path: '/api/cycles/:cycleId/statements',
  permission: 'cycle.state',
  summary: { zh: '确认一项条件', en: 'State that a condition holds' },
  input: z.object({ cycleId: id, guard: z.string().max(60), note: z.string().trim().min(4).max(2000) }),
  output: done,
  audit: 'condition-stated',
})

const comment = z.object({
  commentId: id,
  text: z.string(),
  by: z.string(),
  at: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
})

export const readHearing = endpoint({
  name: 'institution.readHearing',
  method: 'GET',
  path: '/api/cycles/:cycleId/hearing',
  permission: 'hearing.read',
  summary: { zh: '考核方案征求意见', en: 'The hearing of staff on the plan of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({
    hearing: z
      .object({ opensOn: day, lastDay: day, workingDays: z.int(), subject: z.string(), openedBy: z.string(), isOpen: z.boolean() })
      .nullable(),
    comments: z.array(comment),
    /** The plan as it was published, with the reason where staff were not heard before; null: it is a draft yet. */
    published: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
  }),
  audit: null,
})

/** Art. 17 gives the notice five working days; the hearing is given as many at the least. */
export const FEWEST_HEARING_DAYS = 5

export const openHearing = endpoint({
  name: 'institution.openHearing',
  method: 'POST',
  path: '/api/cycles/:cycleId/hearing',
  permission: 'cycle.edit',
  summary: { zh: '发起征求意见', en: 'Open the hearing of staff' },
  input: z.object({
    cycleId: id,
    subject: z.string().trim().min(4).max(4000),
    workingDays: z.int().min(1).max(60).default(FEWEST_HEARING_DAYS),
  }),
  output: z.object({ lastDay: day }),
  audit: 'hearing-opened',
})

export const commentOnPlan = endpoint({
  name: 'institution.commentOnPlan',
  method: 'POST',
  path: '/api/cycles/:cycleId/hearing/comments',
  permission: 'hearing.comment',
  summary: { zh: '提出意见', en: 'Comment on the plan' },
  input: z.object({ cycleId: id, text: z.string().trim().min(4).max(4000), named: z.boolean().default(true) }),
  output: z.object({ commentId: id }),
  audit: 'hearing-commented',
})

export const answerComment = endpoint({
  name: 'institution.answerComment',
  method: 'POST',
  path: '/api/hearing-comments/:commentId/answer',
  permission: 'cycle.edit',
  summary: { zh: '答复意见', en: 'Answer a comment' },
  input: z.object({ commentId: id, answer: z.string().trim().min(2).max(4000) }),
  output: done,
  audit: 'hearing-answered',
})
