import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { raterGroup } from './ratings.ts'

/** Who rates whom, beside what posts say: nomination, declining, recusal, standing in, waiver; and who is waited for. */

const reason = z.string().trim().min(5).max(500)
export const roleKind = z.enum(['nominated', 'declined', 'recused', 'stands-in', 'waived'])

export const nominateRater = endpoint({
  name: 'appraise.nominateRater',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/raters',
  permission: 'rating.give',
  summary: { zh: '提名评分人（本人提名须上级同意）', en: 'Nominate a rater (one’s own nomination needs the superior’s consent)' },
  input: z.object({ appraisalId: id, personId: id, group: z.enum(['peers', 'subordinates', 'service-users']), reason }),
  output: z.object({ state: z.enum(['asked', 'granted']) }),
  audit: 'rater-nominated',
})

export const declineRating = endpoint({
  name: 'appraise.declineRating',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/rating/declining',
  permission: 'rating.give',
  summary: { zh: '谢绝评分或申请回避', en: 'Decline to rate, or step aside' },
  input: z.object({ appraisalId: id, kind: z.enum(['declined', 'recused']), reason }),
  output: z.object({ state: z.enum(['asked', 'granted']) }),
  audit: 'rating-declined',
})

export const nameStandIn = endpoint({
  name: 'appraise.nameStandIn',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/stand-in',
  permission: 'participation.keep',
  summary: { zh: '指定代评人（范围：本考核；有截止日期）', en: 'Name somebody to rate for a superior, for this appraisal and until a day' },
  input: z.object({ appraisalId: id, raterPersonId: id, standInPersonId: id, untilOn: day, reason }),
  output: done,
  audit: 'stand-in-named',
})

export const waiveRating = endpoint({
  name: 'appraise.waiveRating',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/waiver',
  permission: 'grade.decide',
  summary: { zh: '批准某评分人的评分不计', en: 'Let an appraisal go on without one rater' },
  input: z.object({ appraisalId: id, raterPersonId: id, reason }),
  output: done,
  audit: 'rating-waived',
})

export const answerRole = endpoint({
  name: 'appraise.answerRole',
  method: 'PUT',
  path: '/api/rater-roles/:raterRoleId/answer',
  permission: 'rating.give',
  summary: { zh: '答复提名、谢绝申请', en: 'Answer a nomination or a request to be let off' },
  input: z.object({ raterRoleId: id, granted: z.boolean() }),
  output: done,
  audit: 'rater-role-answered',
})

export const readNominations = endpoint({
  name: 'appraise.readNominations',
  method: 'GET',
  path: '/api/appraisals/:appraisalId/raters',
  permission: 'rating.give',
  summary: { zh: '一人的评分人提名', en: 'Raters nominated for one person' },
  input: z.object({ appraisalId: id }),
  output: z.object({
    nominations: z.array(
      z.object({
        raterRoleId: id,
        rater: z.string(),
        group: raterGroup,
        state: z.enum(['asked', 'granted', 'refused']),
        reason: z.string(),
      }),
    ),
    /** The superior and the office answer; the person only asks. */
    mayAnswer: z.boolean(),
    mayNominate: z.boolean(),
    people: z.array(z.object({ personId: id, name: z.string(), employeeNo: z.string() })),
  }),
  audit: null,
})

export const readRaters = endpoint({
  name: 'appraise.readRaters',
  method: 'GET',
  path: '/api/cycles/:cycleId/raters',
  permission: 'appraisal.list',
  summary: { zh: '谁还没有评分（上级评分）', en: 'Who is waited for (superiors)' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** Superiors who still have somebody to rate, most first. */
    waiting: z.array(
      z.object({
        raterPersonId: id,
        name: z.string(),
        /** The day on which the rater left; null: still here. */
        leftOn: z.string().nullable(),
        people: z.array(z.object({ appraisalId: id, name: z.string(), unit: bilingual })),
        reminded: z.array(day),
        /** Told to the superior, put to the committee: each once for a due day. */
        escalated: z.array(z.object({ rung: z.enum(['superior', 'committee']), on: day, to: z.string().nullable() })),
      }),
    ),
    /** Changes of raters that wait for an answer, and those that stand. */
    roles: z.array(
      z.object({
        raterRoleId: id,
        appraisalId: id,
        rated: z.string(),
        rater: z.string(),
        kind: roleKind,
        group: raterGroup,
        standIn: z.string().nullable(),
        untilOn: day.nullable(),
        state: z.enum(['asked', 'granted', 'refused']),
        reason: z.string(),
        askedBy: z.string(),
      }),
    ),
    /** Who has not handed in a report. */
    withoutReport: z.array(z.object({ personId: id, name: z.string(), unit: bilingual })),
    rated: z.number(),
    toRate: z.number(),
    /** Until when raters rate; null: no day is set, so nobody is late. */
    dueOn: day.nullable(),
    /** What happens on which day to whoever has not rated. */
    ladder: z.array(z.object({ kind: z.enum(['remind', 'escalate-to-superior', 'committee-chooses']), day })),
  }),
  audit: null,
})

export const setRatingDue = endpoint({
  name: 'appraise.setRatingDue',
  method: 'PUT',
  path: '/api/cycles/:cycleId/rating-due',
  permission: 'participation.keep',
  summary: { zh: '设定或延长评分截止日', en: 'Set the day by which raters rate, or give more time' },
  input: z.object({ cycleId: id, dueOn: day, reason: z.string().trim().max(500) }),
  output: done,
  audit: 'rating-due-set',
})

export const remindRaters = endpoint({
  name: 'appraise.remindRaters',
  method: 'POST',
  path: '/api/cycles/:cycleId/reminders',
  permission: 'participation.keep',
  summary: { zh: '催办未评分的上级', en: 'Remind superiors who have not rated' },
  input: z.object({ cycleId: id }),
  output: z.object({ reminded: z.number() }),
  audit: 'raters-reminded',
})
