import { amendPlan } from '@milepost/contract/design/plans'
import type { InputOf } from '@milepost/contract/endpoint'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** What a plan would hold, as it was sent. */
export type Proposed = Pick<InputOf<typeof amendPlan>, 'lines' | 'goals'>

export const proposed = amendPlan.input.pick({ lines: true, goals: true })

/** Newest first; of one plan, or one by its id. */
export function listAmendments(tx: Tx, institutionId: string, of: { readonly cardId: string } | { readonly amendmentId: string }) {
  const query = tx.selectFrom('plan_amendment').selectAll().where('institution_id', '=', institutionId)
  const found = 'cardId' in of ? query.where('card_id', '=', of.cardId) : query.where('amendment_id', '=', of.amendmentId)
  return found.orderBy('asked_at', 'desc').orderBy('amendment_id', 'desc').execute()
}

export type AmendmentRow = Awaited<ReturnType<typeof listAmendments>>[number]

/** Open amendments on the plans of a scorecard, of these people or these units. */
export function listOpenAmendments(
  tx: Tx,
  institutionId: string,
  of: { readonly scorecardId: string; readonly personId: string | null; readonly unitIds: readonly string[] },
) {
  return tx
    .selectFrom('plan_amendment')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'plan_amendment.institution_id').onRef('card.card_id', '=', 'plan_amendment.card_id'),
    )
    .selectAll('plan_amendment')
    .select(['card.person_id', 'card.unit_id'])
    .where('plan_amendment.institution_id', '=', institutionId)
    .where('plan_amendment.state', '=', 'open')
    .where('card.scorecard_id', '=', of.scorecardId)
    .where(sql<boolean>`(card.person_id = ${of.personId}::uuid or card.unit_id = any(${[...of.unitIds]}::uuid[]))`)
    .execute()
}

export type NewAmendment = Proposed & {
  readonly amendmentId: string
  readonly cardId: string
  readonly revision: number
  readonly reason: string
  readonly askedSide: 'person' | 'head'
  readonly needsLevelAbove: boolean
}

export type By = { readonly at: Date; readonly name: string; readonly accountId: string | null }

/** false: another one is open. */
export async function insertAmendment(tx: Tx, institutionId: string, given: NewAmendment, by: By): Promise<boolean> {
  const inserted = await tx
    .insertInto('plan_amendment')
    .values({
      institution_id: institutionId,
      amendment_id: given.amendmentId,
      card_id: given.cardId,
      revision: given.revision,
      reason: given.reason,
      lines: JSON.stringify(given.lines),
      goals: JSON.stringify(given.goals),
      asked_side: given.askedSide,
      asked_at: by.at,
      asked_by: by.name,
      asked_by_account_id: by.accountId,
      needs_level_above: given.needsLevelAbove,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

export type Answer = {
  readonly agreed_at?: Date
  readonly agreed_by?: string
  readonly agreed_by_account_id?: string | null
  readonly state?: 'in-force' | 'declined' | 'withdrawn'
  readonly answer?: string
  readonly closed_at?: Date
  readonly closed_by?: string
  readonly in_force_from?: string
  readonly plan_before?: string
  readonly hash_before?: string
}

/** Only an open amendment is answered, and agreed once; false: somebody else was first. */
export async function answer(
  tx: Tx,
  institutionId: string,
  row: Pick<AmendmentRow, 'amendment_id' | 'agreed_at'>,
  to: Answer,
): Promise<boolean> {
  const query = tx
    .updateTable('plan_amendment')
    .set(to)
    .where('institution_id', '=', institutionId)
    .where('amendment_id', '=', row.amendment_id)
    .where('state', '=', 'open')
  const changed = await (row.agreed_at === null ? query.where('agreed_at', 'is', null) : query).executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

/** What these plans were before each amendment in force, oldest first. */
export function listInForce(tx: Tx, institutionId: string, cardIds: readonly string[]) {
  return tx
    .selectFrom('plan_amendment')
    .select(['card_id', 'amendment_id', 'in_force_from', 'plan_before'])
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'in-force')
    .where(sql<boolean>`card_id = any(${[...cardIds]}::uuid[])`)
    .orderBy('closed_at')
    .execute()
}
