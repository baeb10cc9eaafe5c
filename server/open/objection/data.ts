import type { Tx } from '../../platform/database/database.ts'

type Raised = {
  readonly objectionId: string
  readonly cycleId: string
  readonly personId: string | null
  readonly cardId: string | null
  readonly holder: { readonly zh: string; readonly en: string }
  readonly line: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly shown: string
  readonly facts: string
  readonly at: Date
  readonly by: string
  readonly accountId: string
}

/** The same objection sent twice is one. */
export async function insertObjection(tx: Tx, institutionId: string, given: Raised): Promise<void> {
  await tx
    .insertInto('ticket_objection')
    .values({
      institution_id: institutionId,
      objection_id: given.objectionId,
      cycle_id: given.cycleId,
      person_id: given.personId,
      card_id: given.cardId,
      holder_zh: given.holder.zh,
      holder_en: given.holder.en,
      line: given.line,
      line_zh: given.name.zh,
      line_en: given.name.en,
      shown: given.shown,
      facts: given.facts,
      raised_at: given.at,
      raised_by: given.by,
      raised_by_account_id: given.accountId,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Those that wait first, then the newest. null: of everybody. */
export function listObjections(tx: Tx, institutionId: string, raisedBy: string | null) {
  const all = tx
    .selectFrom('ticket_objection as objection')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'objection.institution_id').onRef('cycle.cycle_id', '=', 'objection.cycle_id'),
    )
    .selectAll('objection')
    .select('cycle.year')
    .$narrowType<{ outcome: 'stands' | 'to-correct' | null }>()
    .where('objection.institution_id', '=', institutionId)
  return (raisedBy === null ? all : all.where('objection.raised_by_account_id', '=', raisedBy))
    .orderBy('objection.answered_at', (order) => order.desc().nullsFirst())
    .orderBy('objection.raised_at', 'desc')
    .execute()
}

/** Objections that wait for an answer from somebody else than this account. */
export async function countWaitingFor(tx: Tx, institutionId: string, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('ticket_objection')
    .select((on) => on.fn.countAll<string>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('raised_by_account_id', '<>', accountId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

type Answer = {
  readonly objectionId: string
  readonly outcome: 'stands' | 'to-correct'
  readonly answer: string
  readonly at: Date
  readonly by: string
}

/** false: somebody else has answered meanwhile. */
export async function saveAnswer(tx: Tx, institutionId: string, given: Answer): Promise<boolean> {
  const saved = await tx
    .updateTable('ticket_objection')
    .set({ outcome: given.outcome, answer: given.answer, answered_at: given.at, answered_by: given.by })
    .where('institution_id', '=', institutionId)
    .where('objection_id', '=', given.objectionId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}
