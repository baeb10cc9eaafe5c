import { declineRating, nameStandIn, nominateRater, waiveRating } from '@milepost/contract/appraise/raters'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { findAppraisalRow } from '../data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { remindersOf, saveRole } from './data.ts'
import { listEscalations } from './ladderData.ts'
import { placeOf, type RatersOfOne, ratedOf, readRaters } from './raters.ts'

/** The appraisal with its raters, while ratings may still be given. */
async function openRaters(tx: Tx, given: { institutionId: string; appraisalId: string; today: string; library: Library }) {
  const { institutionId, today, library } = given
  const appraisal = await findAppraisalRow(tx, institutionId, given.appraisalId)
  const cycle = appraisal && (await findCycle(tx, institutionId, appraisal.cycle_id))
  if (!appraisal || !cycle) throw new Refusal('not-permitted')
  if (appraisal.state !== 'enrolled' && appraisal.state !== 'scored') throw new Refusal('ratings-locked')
  const rated = ratedOf(appraisal)
  const [of] = await readRaters(tx, { institutionId, cycle, today, library }, [rated])
  if (!of) throw new Refusal('not-permitted')
  return { appraisal, of }
}

const superiorIn = (of: RatersOfOne, personId: string) =>
  [...of.superiors, ...(of.second?.superiors ?? [])].some((one) => one.personId === personId)

const NO_STAND_IN = { standInPersonId: null, untilOn: null } as const

/** The person asks, and the superior or the office grants it; these two may name raters themselves. */
export const nominateRaterRoute = serve(nominateRater, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const { appraisal, of } = await openRaters(tx, { institutionId, appraisalId: input.appraisalId, today, library })
    const isOffice = actor.roles.includes('performance-office')
    const isSuperior = placeOf(of, actor.personId)?.group === 'superior'
    const isSelf = actor.personId === appraisal.person_id
    if (!isOffice && !isSuperior && !isSelf) throw new Refusal('not-permitted')
    if (input.personId === appraisal.person_id) throw new Refusal('nominee-not-fit', { because: 'self' })
    if (areTied(await tiesInForce(tx, institutionId), appraisal.person_id, input.personId))
      throw new Refusal('nominee-not-fit', { because: 'tied' })
    const known = await findPerson(tx, institutionId, input.personId, today)
    if (!known || (known.leftOn !== null && known.leftOn < today))
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/personId', zh: '该人员不在职，请重新选择。', en: 'This person does not work here today. Choose again.' },
      ])
    // also whoever works in the office does not grant what they ask for themselves
    const state = isSelf ? ('asked' as const) : ('granted' as const)
    await saveRole(tx, {
      institutionId,
      raterRoleId: newId(),
      appraisalId: input.appraisalId,
      raterPersonId: input.personId,
      kind: 'nominated',
      group: input.group,
      ...NO_STAND_IN,
      state,
      reason: input.reason,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
    })
    audit({ kind: 'appraisal', id: input.appraisalId, detail: { rater: input.personId, group: input.group, state } })
    return { state }
  },
})

/** Stepping aside for a tie counts at once. A superior who would rather not rate needs the consent of the office: somebody has to. */
export const declineRatingRoute = serve(declineRating, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const { of } = await openRaters(tx, { institutionId, appraisalId: input.appraisalId, today, library })
    const place = placeOf(of, actor.personId)
    if (place === null || actor.personId === null) throw new Refusal('not-permitted')
    const state = place.group === 'superior' && input.kind === 'declined' ? ('asked' as const) : ('granted' as const)
    await saveRole(tx, {
      institutionId,
      raterRoleId: newId(),
      appraisalId: input.appraisalId,
      raterPersonId: actor.personId,
      kind: input.kind,
      group: place.group,
      ...NO_STAND_IN,
      state,
      reason: input.reason,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
    })
    audit({ kind: 'appraisal', id: input.appraisalId, detail: { kind: input.kind, state } })
    return { state }
  },
})

/** A stand-in rates in the superior's place, for one appraisal and until a day; never the person, a relative of theirs, or somebody below them. */
export const nameStandInRoute = serve(nameStandIn, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const { appraisal, of } = await openRaters(tx, { institutionId, appraisalId: input.appraisalId, today, library })
    const unfit = (because: string) => new Refusal('stand-in-not-fit', { because })
    if (!superiorIn(of, input.raterPersonId)) throw unfit('not-a-superior')
    if (input.standInPersonId === appraisal.person_id) throw unfit('self')
    if (input.standInPersonId === input.raterPersonId) throw unfit('same')
    if (areTied(await tiesInForce(tx, institutionId), appraisal.person_id, input.standInPersonId)) throw unfit('tied')
    if (placeOf(of, input.standInPersonId)?.group === 'subordinates') throw unfit('below')
    const standIn = await findPerson(tx, institutionId, input.standInPersonId, today)
    if (!standIn) throw new Refusal('not-found')
    if (standIn.leftOn !== null && standIn.leftOn < today) throw unfit('left')
    if (input.untilOn < today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/untilOn', zh: '截止日期应在今天之后。', en: 'It ends today or later.' },
      ])
    await saveRole(tx, {
      institutionId,
      raterRoleId: newId(),
      appraisalId: input.appraisalId,
      raterPersonId: input.raterPersonId,
      kind: 'stands-in',
      group: 'superior',
      standInPersonId: input.standInPersonId,
      untilOn: input.untilOn,
      state: 'granted',
      reason: input.reason,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
    })
    const { raterPersonId, standInPersonId, untilOn } = input
    audit({ kind: 'appraisal', id: input.appraisalId, detail: { raterPersonId, standInPersonId, untilOn } })
    return DONE
  },
})

/** A leader may let an appraisal go on without a rater who has left or was reminded twice. What the rater would have given is left out, not guessed. */
export const waiveRatingRoute = serve(waiveRating, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const { appraisal, of } = await openRaters(tx, { institutionId, appraisalId: input.appraisalId, today, library })
    if (!superiorIn(of, input.raterPersonId)) throw new Refusal('not-found')
    const rater = await findPerson(tx, institutionId, input.raterPersonId, today)
    const hasLeft = rater?.leftOn != null && rater.leftOn < today
    const reminded = (await remindersOf(tx, institutionId, appraisal.cycle_id)).get(input.raterPersonId)?.length ?? 0
    const isPutUp = (await listEscalations(tx, institutionId, appraisal.cycle_id)).some(
      (one) => one.raterPersonId === input.raterPersonId && one.rung === 'committee',
    )
    if (!hasLeft && reminded < 2 && !isPutUp) throw new Refusal('waiver-too-early', { reminded })
    await saveRole(tx, {
      institutionId,
      raterRoleId: newId(),
      appraisalId: input.appraisalId,
      raterPersonId: input.raterPersonId,
      kind: 'waived',
      group: 'superior',
      ...NO_STAND_IN,
      state: 'granted',
      reason: input.reason,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
    })
    audit({ kind: 'appraisal', id: input.appraisalId, detail: { raterPersonId: input.raterPersonId, reminded, hasLeft } })
    return DONE
  },
})
