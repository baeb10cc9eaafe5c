import type { CardDesign } from '@milepost/contract/design/card'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findCardHolder, listCardRows } from '../card/data.ts'
import { cardsOfRows } from '../card/readCards.ts'
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

export type Plan = { readonly card: CardDesign; readonly standing: PlanStanding }

export async function findPlan(tx: Tx, institutionId: string, cardId: string): Promise<Plan> {
  const filter = { cardIds: [cardId] }
  const rows = await listCardRows(tx, institutionId, filter)
  const [row] = rows
  const [card] = await cardsOfRows(tx, institutionId, rows, filter)
  if (!card || !row || card.personId === null || card.unitId === null) throw new Refusal('not-found')
  const { personId, unitId, state } = card
  return {
    card,
    standing: { state, personId, unitId, agreedByPerson: row.agreed_by_person_at !== null, agreedByHead: row.agreed_by_head_at !== null },
  }
}
