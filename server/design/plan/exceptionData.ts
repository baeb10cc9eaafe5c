import type { Tx } from '../../platform/database/database.ts'

/** Plans that are not agreed, by name, with the decision not to score them where a leader has taken one. */
export function listNotAgreed(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('card')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'card.institution_id').onRef('person.person_id', '=', 'card.person_id'),
    )
    .leftJoin('plan_exception', (join) =>
      join.onRef('plan_exception.institution_id', '=', 'card.institution_id').onRef('plan_exception.card_id', '=', 'card.card_id'),
    )
    .select(['card.card_id', 'person.name', 'card.state', 'reason', 'decided_at', 'decided_by'])
    .where('card.institution_id', '=', institutionId)
    .where('card.scorecard_id', '=', scorecardId)
    .where('card.state', '<>', 'agreed')
    .orderBy('employee_no')
    .execute()
}

export async function insertExceptions(
  tx: Tx,
  institutionId: string,
  cardIds: readonly string[],
  decided: { readonly reason: string; readonly decided_at: Date; readonly decided_by: string },
): Promise<void> {
  await tx
    .insertInto('plan_exception')
    .values(cardIds.map((card_id) => ({ institution_id: institutionId, card_id, ...decided })))
    .execute()
}
