import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { listCycles, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { confirm, insertCheckIn, listCheckIns } from './data.ts'

/** The head writes down what was said; the record stays, and the person confirms it. */
export const recordCheckInRoute = serve(recordCheckIn, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    if (actor.personId === null) throw new Refusal('check-in-needs-person')
    const cycle = (await listCycles(tx, institutionId)).find((one) => one.startsOn <= input.heldOn && input.heldOn <= one.endsOn)
    if (!cycle || input.heldOn > today) throw new Refusal('check-in-day-wrong', { heldOn: input.heldOn })
    if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
    const checkInId = newId()
    await insertCheckIn(tx, institutionId, { ...input, checkInId, cycleId: cycle.cycleId, headPersonId: actor.personId, recordedAt: now })
    audit({ kind: 'check-in', id: checkInId, detail: { personId: input.personId, heldOn: input.heldOn } })
    return { checkInId }
  },
})

export const confirmCheckInRoute = serve(confirmCheckIn, {
  subject: async ({ tx, institutionId, input, today }) => {
    const [checkIn] = await listCheckIns(tx, institutionId, { checkInId: input.checkInId })
    return checkIn ? personSubject(tx, institutionId, checkIn.personId, today) : null
  },
  run: async ({ tx, institutionId, input, now, audit }) => {
    if (!(await confirm(tx, institutionId, { checkInId: input.checkInId, at: now }))) throw new Refusal('check-in-confirmed')
    audit({ kind: 'check-in', id: input.checkInId })
    return DONE
  },
})
