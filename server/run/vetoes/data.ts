import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type VetoOutcome = 'none' | 'zero' | 'cap-b' | 'cap-c' | 'cap-d'
export type VetoDecision = {
  readonly vetoId: string
  readonly cardId: string
  readonly measureId: string
  readonly effect: VetoOutcome
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Of each card and measure the newest decision. */
export async function listVetoes(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<VetoDecision[]> {
  if (cardIds.length === 0) return []
  const rows = await tx
    .selectFrom('veto_decision')
    .distinctOn(['card_id', 'measure_id'])
    .selectAll()
    .$narrowType<{ effect: VetoOutcome }>()
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`card_id = any(${[...cardIds]}::uuid[])`)
    .orderBy('card_id')
    .orderBy('measure_id')
    .orderBy('decided_at', 'desc')
    .execute()
  return rows.map((row) => ({
    vetoId: row.veto_id,
    cardId: row.card_id,
    measureId: row.measure_id,
    effect: row.effect,
    reason: row.reason,
    by: row.decided_by,
    at: row.decided_at,
  }))
}

export async function insertVeto(tx: Tx, institutionId: string, decision: VetoDecision): Promise<void> {
  await tx
    .insertInto('veto_decision')
    .values({
      institution_id: institutionId,
      veto_id: decision.vetoId,
      card_id: decision.cardId,
      measure_id: decision.measureId,
      effect: decision.effect,
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .execute()
}
