import { openCard } from '@milepost/contract/design/cards'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'
import { insertCards, listCardRows } from './data.ts'
import { dayOfCycle } from './dayOfCycle.ts'

export const openCardRoute = serve(openCard, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const scorecard = await knownScorecard(tx, institutionId, input.scorecardId)
    const cycle = await findCycle(tx, institutionId, scorecard.cycle_id)
    if (!cycle) throw new Refusal('not-found')
    const holder =
      'unitId' in input.holder
        ? await unitHolder(tx, institutionId, input.holder.unitId)
        : await personHolder(tx, institutionId, input.holder.personId, dayOfCycle(cycle, today))
    const ids = holder.personId === null ? { unitIds: [holder.unitId] } : { personIds: [holder.personId] }
    const existing = await listCardRows(tx, institutionId, { scorecardId: scorecard.scorecard_id, holderKind: holder.holderKind, ...ids })
    if (existing.length > 0) throw new Refusal('card-exists')
    const cardId = newId()
    await insertCards(tx, institutionId, [{ cardId, scorecardId: scorecard.scorecard_id, templateCode: null, ...holder }])
    audit({ kind: 'card', id: cardId, detail: { ...holder } })
    return { cardId }
  },
})

async function unitHolder(tx: Tx, institutionId: string, unitId: string) {
  const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === unitId)
  if (!unit || unit.kind === 'bureau') throw new Refusal('not-found')
  return { holderKind: 'unit', unitId, personId: null } as const
}

async function personHolder(tx: Tx, institutionId: string, personId: string, on: string) {
  const person = await findPerson(tx, institutionId, personId, on)
  if (!person || person.track === 'leader') throw new Refusal('not-found')
  return { holderKind: 'person', unitId: person.unitId, personId } as const
}
