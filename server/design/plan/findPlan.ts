import type { CardDesign } from '@milepost/contract/design/card'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { type CardHead, findCardHolder, findCardRow } from '../card/data.ts'
import { cardsWhere } from '../card/readCards.ts'
import type { PlanStanding } from './planActs.ts'

/** For the record rules of plans: whose it is. Cards of units and of the institution are no plans. */
export async function planSubject(
  tx: Tx,
  institutionId: string,
  cardId: string,
): Promise<{ personId: string; unitId: string | null } | null> {
  const holder = await findCardHolder(tx, institutionId, cardId)
  return holder?.person_id == null ? null : { personId: holder.person_id, unitId: holder.unit_id }
}

export type Plan = { readonly card: CardDesign; readonly row: CardHead; readonly standing: PlanStanding }

export async function findPlan(tx: Tx, institutionId: string, cardId: string): Promise<Plan> {
  const card = (await cardsWhere(tx, institutionId, { cardIds: [cardId] }))[0]
  const row = await findCardRow(tx, institutionId, cardId)
  if (!card || !row || card.personId === null || card.unitId === null) throw new Refusal('not-found')
  const { personId, unitId, state } = card
  return {
    card,
    row,
    standing: { state, personId, unitId, agreedByPerson: row.agreed_by_person_at !== null, agreedByHead: row.agreed_by_head_at !== null },
  }
}
