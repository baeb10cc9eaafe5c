import { type BonusItem, bonusItem } from '@milepost/contract/design/schemeRules'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type BonusVerdict = 'granted' | 'declined' | 'revoked'
export type BonusDecision = { readonly verdict: BonusVerdict; readonly reason: string; readonly by: string; readonly at: Date }
export type Bonus = {
  readonly bonusId: string
  readonly cardId: string
  readonly item: BonusItem
  readonly points: string
  readonly reason: string
  readonly evidence: string
  readonly by: string
  readonly byAccountId: string | null
  readonly at: Date
  /** The newest; null: nobody has decided. */
  readonly decision: BonusDecision | null
}

type BonusFilter = { readonly cardIds: readonly string[] } | { readonly bonusId: string } | { readonly cycleId: string }

/** What was entered, oldest first, each with the decision in force. */
export async function listBonuses(tx: Tx, institutionId: string, filter: BonusFilter): Promise<Bonus[]> {
  if ('cardIds' in filter && filter.cardIds.length === 0) return []
  let query = tx
    .selectFrom('bonus_entry as e')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('bonus_decision as d')
          .select(['d.verdict', 'd.reason as decision_reason', 'd.decided_by', 'd.decided_at'])
          .whereRef('d.institution_id', '=', 'e.institution_id')
          .whereRef('d.bonus_id', '=', 'e.bonus_id')
          .orderBy('d.decided_at', 'desc')
          .orderBy('d.decision_id', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .selectAll('e')
    .select(['newest.verdict', 'newest.decision_reason', 'newest.decided_by', 'newest.decided_at'])
    .$narrowType<{ verdict: BonusVerdict | null }>()
    .where('e.institution_id', '=', institutionId)
  if ('bonusId' in filter) query = query.where('e.bonus_id', '=', filter.bonusId)
  else if ('cardIds' in filter) query = query.where(sql<boolean>`e.card_id = any(${[...filter.cardIds]}::uuid[])`)
  else
    query = query.where('e.card_id', 'in', (eb) =>
      eb
        .selectFrom('card')
        .innerJoin('scorecard', (join) =>
          join.onRef('scorecard.institution_id', '=', 'card.institution_id').onRef('scorecard.scorecard_id', '=', 'card.scorecard_id'),
        )
        .select('card.card_id')
        .where('card.institution_id', '=', institutionId)
        .where('scorecard.cycle_id', '=', filter.cycleId),
    )
  const rows = await query.orderBy('e.entered_at').orderBy('e.bonus_id').execute()
  return rows.map((row) => ({
    bonusId: row.bonus_id,
    cardId: row.card_id,
    item: bonusItem.parse(row.item),
    points: trimmed(row.points),
    reason: row.reason,
    evidence: row.evidence,
    by: row.entered_by,
    byAccountId: row.entered_by_account_id,
    at: row.entered_at,
    decision:
      row.verdict === null || row.decided_at === null
        ? null
        : { verdict: row.verdict, reason: row.decision_reason ?? '', by: row.decided_by ?? '', at: row.decided_at },
  }))
}

/** "2.00" is 2 points. */
const trimmed = (points: string): string => (points.includes('.') ? points.replace(/\.?0+$/, '') : points)

export async function insertBonus(tx: Tx, institutionId: string, bonus: Omit<Bonus, 'decision'>): Promise<void> {
  await tx
    .insertInto('bonus_entry')
    .values({
      institution_id: institutionId,
      bonus_id: bonus.bonusId,
      card_id: bonus.cardId,
      item: JSON.stringify(bonus.item),
      points: bonus.points,
      reason: bonus.reason,
      evidence: bonus.evidence,
      entered_by: bonus.by,
      entered_by_account_id: bonus.byAccountId,
      entered_at: bonus.at,
    })
    .execute()
}

export async function insertDecision(
  tx: Tx,
  institutionId: string,
  given: BonusDecision & { readonly decisionId: string; readonly bonusId: string },
): Promise<void> {
  await tx
    .insertInto('bonus_decision')
    .values({
      institution_id: institutionId,
      decision_id: given.decisionId,
      bonus_id: given.bonusId,
      verdict: given.verdict,
      reason: given.reason,
      decided_by: given.by,
      decided_at: given.at,
    })
    .execute()
}

/** Two decisions on one entry wait for each other. */
export async function lockBonus(tx: Tx, institutionId: string, bonusId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${institutionId} ${bonusId}`}, 5212))`.execute(tx)
}
