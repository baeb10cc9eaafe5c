import { midYearOpens } from '@milepost/appraisal/midYear'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { type Cycle, listCycles, personSubject } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { confirm, insertCheckIn, listCheckIns } from './data.ts'
import { midYearOf, readMatters } from './midYear.ts'

/** The head writes down what was said; the record stays, and the person confirms it. */
export const recordCheckInRoute = serve(recordCheckIn, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    if (actor.personId === null) throw new Refusal('check-in-needs-person')
    const cycle = (await listCycles(tx, institutionId)).find((one) => one.startsOn <= input.heldOn && input.heldOn <= one.endsOn)
    if (!cycle || input.heldOn > today) throw new Refusal('check-in-day-wrong', { heldOn: input.heldOn })
    if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
    const { kind = 'check-in', ...said } = input
    const matters = kind === 'mid-year' ? await mattersOf(tx, institutionId, { cycle, ...input, today }) : null
    const changes = kind === 'mid-year' ? (input.changes ?? '') : ''
    const checkInId = newId()
    const by = { cycleId: cycle.cycleId, headPersonId: actor.personId, recordedAt: now }
    await insertCheckIn(tx, institutionId, { ...said, checkInId, kind, ...by, changes, matters })
    audit({ kind: 'check-in', id: checkInId, detail: { personId: input.personId, heldOn: input.heldOn, talk: kind } })
    return { checkInId }
  },
})

/** The plan as it stands goes into the record; a cycle has one such review of a person, and not before it opens. */
async function mattersOf(
  tx: Tx,
  institutionId: string,
  { cycle, personId, heldOn, today }: { readonly cycle: Cycle; readonly personId: string; readonly heldOn: string; readonly today: string },
) {
  if (cycle.midYearBy === null) throw new Refusal('mid-year-none', { year: cycle.year })
  const opensOn = midYearOpens(cycle.midYearBy)
  if (heldOn < opensOn) throw new Refusal('mid-year-early', { heldOn, opensOn }, [MISTIMED])
  const held = midYearOf(await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId, personId }), personId)
  if (held) throw new Refusal('mid-year-held', { year: cycle.year, heldOn: held.heldOn })
  return readMatters(tx, institutionId, { cycle, personId, today })
}
const MISTIMED = { pointer: '/heldOn', zh: '早于年中回顾的开始日期。', en: 'Before mid-year reviews begin.' }

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
