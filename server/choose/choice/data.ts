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
    .select(['choice_id', 'title_zh', 'title_en', 'state', 'decided_method', 'decided_at'])
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
    })
    .execute()
}

export async function saveJudgements(
  tx: Tx,
  given: { institutionId: string; choiceId: string; revision: number; judgements: unknown; ratings: unknown },
) {
  await tx
    .updateTable('choice')
    .set({ revision: given.revision, judgements: JSON.stringify(given.judgements), ratings: JSON.stringify(given.ratings) })
    .where('institution_id', '=', given.institutionId)
    .where('choice_id', '=', given.choiceId)
    .execute()
}

type Decided = { institutionId: string; choiceId: string; method: string; reason: string; by: string; at: Date; result: unknown }

export async function saveDecision(tx: Tx, given: Decided) {
  await tx
    .updateTable('choice')
    .set({
      state: 'decided',
      decided_method: given.method,
      decision_reason: given.reason,
      decided_by: given.by,
      decided_at: given.at,
      decided_result: JSON.stringify(given.result),
    })
    .where('institution_id', '=', given.institutionId)
    .where('choice_id', '=', given.choiceId)
    .execute()
}
