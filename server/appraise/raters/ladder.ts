import { addDays } from '@milepost/appraisal/days'
import { lateSteps } from '@milepost/appraisal/raterDuty'
import { addWorkingDays } from '@milepost/appraisal/workingDays'
import { setRatingDue } from '@milepost/contract/appraise/raters'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, cycleInStage, listPeople, type NewMessage, readHeads, workingDaysOf } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { remindersOf, saveReminders } from './data.ts'
import { type Escalation, findDue, listEscalations, saveDue, saveEscalations } from './ladderData.ts'
import { waitingSuperiors } from './readRaters.ts'

/** Working days raters have from the day the appraisals are opened; a default of this product (dossier cycle 7.3). */
const RATING_WORKING_DAYS = 10

/** The day is set when the appraisals are opened, unless somebody has set it; without a working calendar of the year there is none. */
export async function setDefaultDue(tx: Tx, given: { institutionId: string; cycleId: string; today: string; by: string }): Promise<void> {
  if ((await findDue(tx, given.institutionId, given.cycleId)) !== null) return
  const due = addWorkingDays(given.today, RATING_WORKING_DAYS, await workingDaysOf(tx, given.institutionId))
  if (due.kind === 'known') await saveDue(tx, { ...given, dueOn: due.day })
}

/** A later day is more time for everybody: who was escalated is so for the old day, and starts anew with the new one. */
export const setRatingDueRoute = serve(setRatingDue, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const cycle = await cycleInStage(tx, institutionId, input.cycleId, 'appraise')
    const before = await findDue(tx, institutionId, cycle.cycleId)
    const fields = []
    if (input.dueOn < today) fields.push({ pointer: '/dueOn', zh: '截止日不能早于今天。', en: 'The day cannot lie in the past.' })
    if (before !== null && input.reason.length < 5)
      fields.push({
        pointer: '/reason',
        zh: '改期须写明理由（至少 5 字）。',
        en: 'Changing the day needs a reason (at least 5 characters).',
      })
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    await saveDue(tx, { institutionId, cycleId: cycle.cycleId, dueOn: input.dueOn, by: actor.name })
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { before, dueOn: input.dueOn, reason: input.reason } })
    return DONE
  },
})

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }

/**
 * One day of the ladder: reminds before and on the day and daily after it, tells the superior of who is three days late, and puts who is seven days
 * late to the committee. Days on which the program did not run collapse into today; nothing happens twice, and no score is ever filled in.
 */
export async function walkLadder(tx: Tx, { institutionId, cycle, today, library }: Asked): Promise<NewMessage[]> {
  const dueOn = await findDue(tx, institutionId, cycle.cycleId)
  if (dueOn === null) return []
  const { cycleId, year } = cycle
  const steps = lateSteps(dueOn)
  const passed = steps.filter((step) => step.day <= today)
  const lastRemind = passed.findLast((step) => step.kind === 'remind')?.day
  if (lastRemind === undefined) return []
  const { waiting } = await waitingSuperiors(tx, { institutionId, cycle, today, library })
  if (waiting.length === 0) return []
  const reminded = await remindersOf(tx, institutionId, cycleId)
  const before = await listEscalations(tx, institutionId, cycleId)
  const since = today > dueOn ? today : lastRemind
  const toRemind = waiting.filter((one) => !reminded.get(one.raterPersonId)?.some((day) => day >= since))
  await saveReminders(tx, {
    institutionId,
    cycleId,
    on: today,
    by: 'milepost',
    reminders: toRemind.map((one) => ({ raterPersonId: one.raterPersonId, waiting: one.people.length })),
  })
  const heads = await readHeads(tx, institutionId, today)
  const people = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one]))
  const isNew = (raterPersonId: string, rung: Escalation['rung']) =>
    !before.some((one) => one.raterPersonId === raterPersonId && one.rung === rung && one.dueOn === dueOn)
  const up = passed.flatMap((step): Escalation[] => {
    if (step.kind === 'remind') return []
    const rung = step.kind === 'escalate-to-superior' ? ('superior' as const) : ('committee' as const)
    return waiting
      .filter((one) => isNew(one.raterPersonId, rung))
      .map((one) => {
        const rater = people.get(one.raterPersonId)
        const told = rung === 'superior' && rater ? (heads.headOf(rater)?.personId ?? null) : null
        return { raterPersonId: one.raterPersonId, rung, dueOn, on: today, toldPersonId: told, waiting: one.people.length }
      })
  })
  await saveEscalations(tx, { institutionId, cycleId, escalations: up })
  const href = `/appraise/ratings?year=${year}`
  const nameOf = (personId: string) => people.get(personId)?.name ?? ''
  return [
    ...toRemind.map((one): NewMessage => {
      const n = one.people.length
      return {
        key: `rate ${cycleId} ${one.raterPersonId} ${today}`,
        personId: one.raterPersonId,
        subject: { zh: `请为 ${n} 名职工评分（${dueOn} 前）`, en: `Please rate ${n} of your people by ${dueOn}` },
        body: {
          zh: `${year} 年度考核：还有 ${n} 人等待您评分，截止 ${dueOn}。逾期 3 天告知您的上级，逾期 7 天提请考核委员会处理；系统不会代填分数。`,
          en: `Appraisal ${year}: ${n} people wait for your rating, due ${dueOn}. Three days late your superior is told, seven days late the committee decides; no score is ever filled in.`,
        },
        href,
        dueOn,
      }
    }),
    ...up.flatMap((one): NewMessage[] =>
      one.toldPersonId === null
        ? []
        : [
            {
              key: `late ${cycleId} ${one.raterPersonId} ${one.dueOn}`,
              personId: one.toldPersonId,
              subject: { zh: `${nameOf(one.raterPersonId)}评分逾期`, en: `${nameOf(one.raterPersonId)} is late with ratings` },
              body: {
                zh: `${nameOf(one.raterPersonId)}还有 ${one.waiting} 人未评分，截止日 ${one.dueOn} 已过。请督促；${addDays(one.dueOn, 7)} 起由考核委员会决定延期、换人或不计。`,
                en: `${nameOf(one.raterPersonId)} has ${one.waiting} people still to rate; they were due on ${one.dueOn}. From ${addDays(one.dueOn, 7)} the committee chooses: more time, another rater, or going on without.`,
              },
              href: `/appraise/raters?year=${year}`,
              dueOn: null,
            },
          ],
    ),
  ]
}
