import { lateSteps } from '@milepost/appraisal/raterDuty'
import { answerRole as answer, readRaters as read, remindRaters } from '@milepost/contract/appraise/raters'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, findCycle, listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { appraisalRows, findAppraisalRow } from '../data.ts'
import { listRatings } from '../rating/data.ts'
import { whoReported } from '../selfReport/data.ts'
import { answerRole, findRole, listRoles, remindersOf, saveReminders } from './data.ts'
import { findDue, listEscalations } from './ladderData.ts'
import { placeOf, ratedOf, readRaters } from './raters.ts'

type Asked = { readonly institutionId: string; readonly cycle: Cycle; readonly today: string; readonly library: Library }
type Waiting = {
  readonly raterPersonId: string
  readonly people: { appraisalId: string; name: string; unit: { zh: string; en: string } }[]
}

/** Superiors who still have somebody to rate. A stand-in waits in the superior's place. */
export async function waitingSuperiors(tx: Tx, { institutionId, cycle, today, library }: Asked) {
  const rows = (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).filter(
    (row) =>
      (row.state === 'enrolled' || row.state === 'scored') && row.participation !== 'none-yet' && row.participation !== 'unqualified',
  )
  const rated = rows.map(ratedOf)
  const raters = await readRaters(tx, { institutionId, cycle, today, library }, rated)
  const given = new Set(
    (await listRatings(tx, institutionId, cycle.cycleId)).flatMap((one) =>
      one.rater_group === 'superior' ? [`${one.appraisal_id} ${one.for_post} ${one.on_behalf_of ?? one.rater_person_id}`] : [],
    ),
  )
  const waiting = new Map<string, Waiting>()
  let toRate = 0
  for (const [at, row] of rows.entries()) {
    const superiors = (raters[at]?.raters ?? []).filter((one) => one.group === 'superior')
    const places = new Map(superiors.map((one) => [`${one.forPost} ${one.onBehalfOf ?? one.personId}`, one]))
    for (const [place, rater] of places) {
      toRate += 1
      if (given.has(`${row.appraisal_id} ${place}`)) continue
      const own = waiting.get(rater.personId) ?? { raterPersonId: rater.personId, people: [] }
      own.people.push({ appraisalId: row.appraisal_id, name: row.name, unit: { zh: row.unit_zh, en: row.unit_en } })
      waiting.set(rater.personId, own)
    }
  }
  return { waiting: [...waiting.values()].sort((one, other) => other.people.length - one.people.length), toRate }
}

export const readRatersRoute = serve(read, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const { waiting, toRate } = await waitingSuperiors(tx, { institutionId, cycle, today, library })
    const people = new Map(
      (await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: today > cycle.endsOn ? today : cycle.endsOn })).map((one) => [
        one.personId,
        one,
      ]),
    )
    const nameOf = (personId: string | null) => (personId === null ? null : (people.get(personId)?.name ?? ''))
    const reminders = await remindersOf(tx, institutionId, cycle.cycleId)
    const dueOn = await findDue(tx, institutionId, cycle.cycleId)
    const escalations = await listEscalations(tx, institutionId, cycle.cycleId)
    const rows = await appraisalRows(tx, institutionId, cycle.cycleId).execute()
    const rated = new Map(rows.map((row) => [row.appraisal_id, row.name]))
    const reported = await whoReported(tx, institutionId, cycle.cycleId)
    return {
      waiting: waiting.map((one) => ({
        ...one,
        name: nameOf(one.raterPersonId) ?? '',
        leftOn: people.get(one.raterPersonId)?.leftOn ?? null,
        reminded: [...(reminders.get(one.raterPersonId) ?? [])],
        escalated: escalations
          .filter((other) => other.raterPersonId === one.raterPersonId && other.dueOn === dueOn)
          .map(({ rung, on, toldPersonId }) => ({ rung, on, to: nameOf(toldPersonId) })),
      })),
      roles: (await listRoles(tx, institutionId, cycle.cycleId)).map((role) => ({
        raterRoleId: role.raterRoleId,
        appraisalId: role.appraisalId,
        rated: rated.get(role.appraisalId) ?? '',
        rater: nameOf(role.raterPersonId) ?? '',
        kind: role.kind,
        group: role.group,
        standIn: nameOf(role.standInPersonId),
        untilOn: role.untilOn,
        state: role.state,
        reason: role.reason,
        askedBy: role.askedBy,
      })),
      withoutReport: rows
        .filter((row) => (row.state === 'enrolled' || row.state === 'scored') && !reported.has(row.person_id))
        .map((row) => ({ personId: row.person_id, name: row.name, unit: { zh: row.unit_zh, en: row.unit_en } })),
      rated: toRate - waiting.reduce((sum, one) => sum + one.people.length, 0),
      toRate,
      dueOn,
      ladder: dueOn === null ? [] : [...lateSteps(dueOn)],
    }
  },
})

/** Once a day each; the reminder stands on the rater's own page, and can be counted before a rating is waived. */
export const remindRatersRoute = serve(remindRaters, {
  run: async ({ tx, institutionId, input, library, actor, today, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const { waiting } = await waitingSuperiors(tx, { institutionId, cycle, today, library })
    const reminders = waiting.map((one) => ({ raterPersonId: one.raterPersonId, waiting: one.people.length }))
    const reminded = await saveReminders(tx, { institutionId, cycleId: cycle.cycleId, on: today, by: actor.name, reminders })
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { reminded } })
    return { reminded }
  },
})

/** A nomination is answered by the superior or the office; a superior's wish to be let off by the office alone. Nobody answers the own wish. */
export const answerRoleRoute = serve(answer, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const role = await findRole(tx, institutionId, input.raterRoleId)
    const appraisal = role && (await findAppraisalRow(tx, institutionId, role.appraisal_id))
    const cycle = appraisal && (await findCycle(tx, institutionId, appraisal.cycle_id))
    if (!role || !appraisal || !cycle) throw new Refusal('not-permitted')
    const rated = ratedOf(appraisal)
    const [of] = await readRaters(tx, { institutionId, cycle, today, library }, [rated])
    const isSuperior = of !== undefined && placeOf(of, actor.personId)?.group === 'superior'
    const mayAnswer = actor.roles.includes('performance-office') || (role.kind === 'nominated' && isSuperior)
    if (!mayAnswer || role.asked_by_account_id === actor.accountId) throw new Refusal('not-permitted')
    const changed = await answerRole(tx, { institutionId, raterRoleId: input.raterRoleId, granted: input.granted, by: actor.name, at: now })
    if (changed === undefined) throw new Refusal('changed-meanwhile')
    audit({ kind: 'appraisal', id: changed, detail: { kind: role.kind, granted: input.granted } })
    return DONE
  },
})
