import type { Actor } from '@milepost/access/actor'
import { type CardDesign, planAmendment } from '@milepost/contract/design/card'
import { Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { type AmendmentStanding, amendmentActs } from './amendmentActs.ts'
import { type AmendmentRow, listAmendments, proposed } from './data.ts'
import { planWith } from './planWith.ts'

const kept = planAmendment.shape.plan

/** The amendments of a plan for its page: an open one with the plan as it would be, one in force with the plan as it was. */
export async function amendmentsOf(
  { tx, institutionId, library, actor }: { tx: Tx; institutionId: string; library: Library; actor: Actor },
  card: CardDesign,
): Promise<z.infer<typeof planAmendment>[]> {
  if (card.personId === null) return []
  const rows = await listAmendments(tx, institutionId, { cardId: card.cardId })
  const open = rows.find(({ state }) => state === 'open')
  const would = open ? await planOf(tx, institutionId, library, card, open) : null
  return rows.map((row) => ({
    amendmentId: row.amendment_id,
    state: row.state as z.infer<typeof planAmendment>['state'],
    reason: row.reason,
    askedSide: row.asked_side === 'head' ? 'head' : 'person',
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    needsLevelAbove: row.needs_level_above,
    agreedBy: row.agreed_by,
    answer: row.answer,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    plan: row.state === 'open' ? would : kept.parse(row.plan_before),
    may: amendmentActs(actor, standingOfRow(row, card)),
  }))
}

/** null: it no longer fits the plan (a measure was retired, an objective removed); it can still be declined. */
async function planOf(tx: Tx, institutionId: string, library: Library, card: CardDesign, row: AmendmentRow) {
  try {
    const plan = await planWith(tx, institutionId, library, card, proposed.parse({ lines: row.lines, goals: row.goals }))
    return { perspectives: plan.card.perspectives, goals: [...plan.goals] }
  } catch (fault) {
    if (fault instanceof Refusal) return null
    throw fault
  }
}

export const standingOfRow = (
  row: Pick<AmendmentRow, 'state' | 'asked_side' | 'asked_by_account_id' | 'needs_level_above' | 'agreed_at' | 'agreed_by_account_id'>,
  of: { readonly personId: string | null; readonly unitId: string | null },
): AmendmentStanding => ({
  personId: of.personId ?? '',
  unitId: of.unitId ?? '',
  open: row.state === 'open',
  askedSide: row.asked_side === 'head' ? 'head' : 'person',
  askedByAccountId: row.asked_by_account_id,
  needsLevelAbove: row.needs_level_above,
  agreed: row.agreed_at !== null,
  agreedByAccountId: row.agreed_by_account_id,
})
