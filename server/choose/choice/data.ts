import type { Tx } from '../../platform/database/database.ts'

export function findChoice(tx: Tx, institutionId: string, choiceId: string) {
  return tx
    .selectFrom('choice')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', choiceId)
    .executeTakeFirst()
}

/** The row, locked against a second writer. */
export function lockChoice(tx: Tx, institutionId: string, choiceId: string) {
  return tx
    .selectFrom('choice')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', choiceId)
    .forUpdate()
    .executeTakeFirst()
}

export function listChoiceRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('choice')
    .select(['choice_id', 'title_zh', 'title_en', 'state', 'decided_method', 'decided_at', 'decided_by', 'weights_from'])
    .where('institution_id', '=', institutionId)
    .orderBy('choice_id', 'desc')
    .execute()
}

type NewChoice = {
  institutionId: string
  choiceId: string
  title: { zh: string; en: string }
  criteria: unknown
  methods: unknown
  judgements: unknown
  ratings: unknown
  reasons: unknown
}

export async function insertChoice(tx: Tx, given: NewChoice) {
  await tx
    .insertInto('choice')
    .values({
      institution_id: given.institutionId,
      choice_id: given.choiceId,
      title_zh: given.title.zh,
      title_en: given.title.en,
      criteria: JSON.stringify(given.criteria),
      methods: JSON.stringify(given.methods),
      judgements: JSON.stringify(given.judgements),
      ratings: JSON.stringify(given.ratings),
      reasons: JSON.stringify(given.reasons),
    })
    .execute()
}

/** What of a comparison can change while it is open. */
export type ChoiceChange = {
  readonly methods?: unknown
  readonly criteria?: unknown
  readonly judgements?: unknown
  readonly ratings?: unknown
  readonly reasons?: unknown
  readonly basis?: { readonly weights: string; readonly ratings: string }
}

/** Saves the change under the next revision, which is returned. */
export async function changeChoice(
  tx: Tx,
  institutionId: string,
  { choiceId, revision }: { readonly choiceId: string; readonly revision: number },
  change: ChoiceChange,
): Promise<number> {
  const { methods, criteria, judgements, ratings, reasons, basis } = change
  await tx
    .updateTable('choice')
    .set({
      revision: revision + 1,
      ...(methods === undefined ? {} : { methods: JSON.stringify(methods) }),
      ...(criteria === undefined ? {} : { criteria: JSON.stringify(criteria) }),
      ...(judgements === undefined ? {} : { judgements: JSON.stringify(judgements) }),
      ...(ratings === undefined ? {} : { ratings: JSON.stringify(ratings) }),
      ...(reasons === undefined ? {} : { reasons: JSON.stringify(reasons) }),
      ...(basis === undefined ? {} : { weights_from: basis.weights, ratings_from: basis.ratings }),
    })
    .where('institution_id', '=', institutionId)
    .where('choice_id', '=', choiceId)
    .execute()
  return revision + 1
}

type Decided = {
  institutionId: string
  choiceId: string
  method: string
  reason: string
  hybrid: unknown
  by: string
  at: Date
  result: unknown
  hash: string
}

export async function saveDecision(tx: Tx, given: Decided) {
  await tx
    .updateTable('choice')
    .set({
      state: 'decided',
      decided_method: given.method,
      decision_reason: given.reason,
      decided_hybrid: JSON.stringify(given.hybrid),
      decided_by: given.by,
      decided_at: given.at,
      decided_result: JSON.stringify(given.result),
      decided_hash: given.hash,
    })
    .where('institution_id', '=', given.institutionId)
    .where('choice_id', '=', given.choiceId)
    .execute()
}
