import { randomUUID } from 'node:crypto'
import { addWorkingDays } from '@milepost/appraisal/workingDays'
import { DONE } from '@milepost/contract/fields'
import { answerComment, commentOnPlan, FEWEST_HEARING_DAYS, openHearing } from '@milepost/contract/institution/cycleSteps'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { workingDaysOf } from '../calendar/data.ts'
import { openCycle } from '../cycles/openCycle.ts'
import { cycleOfComment, findHearing, insertComment, insertHearing, saveAnswer } from './data.ts'

/** Staff are heard before the plan is published; the days are working days of the institution's own calendar. */
export const openHearingRoute = serve(openHearing, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    if (input.workingDays < FEWEST_HEARING_DAYS) throw new Refusal('hearing-too-short', { fewest: FEWEST_HEARING_DAYS })
    const end = addWorkingDays(today, input.workingDays, await workingDaysOf(tx, institutionId))
    if (end.kind === 'undefined') throw new Refusal('calendar-year-missing', { year: end.year })
    const { subject, workingDays, cycleId } = input
    const given = { cycleId, subject, workingDays, opensOn: today, lastDay: end.day, openedBy: actor.name }
    if (!(await insertHearing(tx, institutionId, given))) throw new Refusal('hearing-exists')
    audit({ kind: 'cycle', id: cycleId, detail: { year: cycle.year, lastDay: end.day } })
    return { lastDay: end.day }
  },
})

export const commentOnPlanRoute = serve(commentOnPlan, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const hearing = await findHearing(tx, institutionId, input.cycleId)
    if (!hearing) throw new Refusal('not-found')
    if (today > hearing.lastDay) throw new Refusal('hearing-over', { lastDay: hearing.lastDay })
    const { cycleId, text } = input
    // unnamed: the trail tells that somebody commented, not which comment it was; neither its time nor an id made of the time may tell
    const comment = input.named
      ? { commentId: newId(), by: actor.name, at: now }
      : { commentId: randomUUID(), by: '', at: new Date(`${today}T12:00:00Z`) }
    const { commentId } = comment
    await insertComment(tx, institutionId, { ...comment, cycleId, text })
    audit(
      input.named ? { kind: 'hearing-comment', id: commentId, detail: {} } : { kind: 'cycle', id: input.cycleId, detail: { named: false } },
    )
    return { commentId }
  },
})

/** Every comment gets an answer all may read; an answer may be put better later. */
export const answerCommentRoute = serve(answerComment, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const cycleId = await cycleOfComment(tx, institutionId, input.commentId)
    if (cycleId === null) throw new Refusal('not-found')
    await openCycle(tx, institutionId, cycleId)
    await saveAnswer(tx, institutionId, { ...input, by: actor.name, at: now })
    audit({ kind: 'hearing-comment', id: input.commentId, detail: { answer: input.answer } })
    return DONE
  },
})
