import { scoringRule } from '@milepost/contract/design/rule'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Tx } from '../../platform/database/database.ts'

export type TargetChange = {
  readonly changeId: string
  readonly cardMeasureId: string
  readonly cardId: string
  readonly before: ScoringRule
  readonly after: ScoringRule
  readonly reason: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly askedByAccountId: string | null
  readonly decision: 'approved' | 'declined' | null
  readonly answer: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

/** Oldest first; of a scorecard, of a card, or one by its id. */
export async function listTargetChanges(
  tx: Tx,
  institutionId: string,
  of: { readonly scorecardId?: string; readonly cardId?: string; readonly changeId?: string },
): Promise<TargetChange[]> {
  let query = tx
    .selectFrom('target_change')
    .innerJoin('card_measure', (join) =>
      join
        .onRef('card_measure.institution_id', '=', 'target_change.institution_id')
        .onRef('card_measure.card_measure_id', '=', 'target_change.card_measure_id'),
    )
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_measure.institution_id').onRef('card.card_id', '=', 'card_measure.card_id'),
    )
    .selectAll('target_change')
    .select('card.card_id')
    .where('target_change.institution_id', '=', institutionId)
  if (of.scorecardId !== undefined) query = query.where('card.scorecard_id', '=', of.scorecardId)
  if (of.cardId !== undefined) query = query.where('card.card_id', '=', of.cardId)
  if (of.changeId !== undefined) query = query.where('target_change.change_id', '=', of.changeId)
  const rows = await query.orderBy('asked_at').orderBy('change_id').execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    cardMeasureId: row.card_measure_id,
    cardId: row.card_id,
    before: scoringRule.parse(row.rule_before),
    after: scoringRule.parse(row.rule_after),
    reason: row.reason,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    askedByAccountId: row.asked_by_account_id,
    decision: row.decision === 'approved' || row.decision === 'declined' ? row.decision : null,
    answer: row.answer,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
}

export async function insertTargetChange(
  tx: Tx,
  institutionId: string,
  change: Omit<TargetChange, 'cardId' | 'decision' | 'answer' | 'decidedAt' | 'decidedBy'>,
): Promise<void> {
  await tx
    .insertInto('target_change')
    .values({
      institution_id: institutionId,
      change_id: change.changeId,
      card_measure_id: change.cardMeasureId,
      rule_before: JSON.stringify(change.before),
      rule_after: JSON.stringify(change.after),
      reason: change.reason,
      asked_at: change.askedAt,
      asked_by: change.askedBy,
      asked_by_account_id: change.askedByAccountId,
    })
    .execute()
}

/** Only an open request can be decided; false: somebody else has decided it. */
export async function decideChange(
  tx: Tx,
  institutionId: string,
  changeId: string,
  by: { decision: 'approved' | 'declined'; answer: string; at: Date; name: string },
): Promise<boolean> {
  const decided = await tx
    .updateTable('target_change')
    .set({ decision: by.decision, answer: by.answer, decided_at: by.at, decided_by: by.name })
    .where('institution_id', '=', institutionId)
    .where('change_id', '=', changeId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return Number(decided.numUpdatedRows) === 1
}

/** The rule a line is scored by from now on. */
export function updateRule(tx: Tx, institutionId: string, cardMeasureId: string, rule: ScoringRule) {
  return tx
    .updateTable('card_measure')
    .set({ rule: JSON.stringify(rule) })
    .where('institution_id', '=', institutionId)
    .where('card_measure_id', '=', cardMeasureId)
    .execute()
}

/** The card a line stands on. */
export function findCardOfLine(tx: Tx, institutionId: string, cardMeasureId: string) {
  return tx
    .selectFrom('card_measure')
    .select('card_id')
    .where('institution_id', '=', institutionId)
    .where('card_measure_id', '=', cardMeasureId)
    .executeTakeFirst()
}
