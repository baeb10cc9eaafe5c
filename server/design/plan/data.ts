import type { Bilingual } from '@milepost/terms/bilingual'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../batches.ts'

export function listGoalRows(tx: Tx, institutionId: string, cardIds: readonly string[]) {
  return tx
    .selectFrom('development_goal')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`card_id = any(${[...cardIds]}::uuid[])`)
    .orderBy('due_on')
    .orderBy('goal_id')
    .execute()
}

export type GoalRow = Awaited<ReturnType<typeof listGoalRows>>[number]

export type NewGoal = {
  readonly goalId: string
  readonly cardId: string
  readonly objectiveId: string | null
  readonly title: Bilingual
  readonly proof: Bilingual
  readonly support: string
  readonly dueOn: string
}

/** Inserts goals, or changes what is planned; state and evidence of a known goal stay. */
export async function upsertGoals(tx: Tx, institutionId: string, goals: readonly NewGoal[]): Promise<void> {
  await inBatches(goals, (batch) =>
    tx
      .insertInto('development_goal')
      .values(
        batch.map((goal) => ({
          institution_id: institutionId,
          goal_id: goal.goalId,
          card_id: goal.cardId,
          objective_id: goal.objectiveId,
          title_zh: goal.title.zh,
          title_en: goal.title.en,
          proof_zh: goal.proof.zh,
          proof_en: goal.proof.en,
          support: goal.support,
          due_on: goal.dueOn,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'goal_id']).doUpdateSet((eb) => ({
          objective_id: eb.ref('excluded.objective_id'),
          title_zh: eb.ref('excluded.title_zh'),
          title_en: eb.ref('excluded.title_en'),
          proof_zh: eb.ref('excluded.proof_zh'),
          proof_en: eb.ref('excluded.proof_en'),
          support: eb.ref('excluded.support'),
          due_on: eb.ref('excluded.due_on'),
        })),
      )
      .execute(),
  )
}

export function deleteGoals(tx: Tx, institutionId: string, goalIds: readonly string[]) {
  return tx
    .deleteFrom('development_goal')
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`goal_id = any(${[...goalIds]}::uuid[])`)
    .execute()
}

/** A goal with the plan it stands on. */
export function findGoal(tx: Tx, institutionId: string, goalId: string) {
  return tx
    .selectFrom('development_goal')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'development_goal.institution_id').onRef('card.card_id', '=', 'development_goal.card_id'),
    )
    .select(['goal_id', 'card.card_id', 'card.person_id', 'card.unit_id', 'card.state'])
    .where('development_goal.institution_id', '=', institutionId)
    .where('goal_id', '=', goalId)
    .executeTakeFirst()
}

export function updateGoal(tx: Tx, institutionId: string, goal: { goalId: string; state: string; evidence: string }) {
  return tx
    .updateTable('development_goal')
    .set({ state: goal.state, evidence: goal.evidence })
    .where('institution_id', '=', institutionId)
    .where('goal_id', '=', goal.goalId)
    .execute()
}

type Standing = {
  readonly state: 'draft' | 'proposed' | 'agreed'
  readonly proposed_at?: Date | null
  readonly proposed_by?: string | null
  readonly returned_note?: string
  readonly agreed_by_person_at?: Date | null
  readonly agreed_by_head_at?: Date | null
  readonly agreed_by_head?: string | null
}

/** Moves a plan on; only from the state it was read in. */
export async function movePlan(
  tx: Tx,
  institutionId: string,
  from: { cardId: string; revision: number; state: string },
  to: Standing,
): Promise<boolean> {
  const moved = await tx
    .updateTable('card')
    .set(to)
    .where('institution_id', '=', institutionId)
    .where('card_id', '=', from.cardId)
    .where('revision', '=', from.revision)
    .where('state', '=', from.state)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows) === 1
}

/** Agrees these plans for the head, as far as each still waits in the revision that was read; returns which. */
export async function agreePlansAsHead(
  tx: Tx,
  institutionId: string,
  plans: readonly { readonly cardId: string; readonly revision: number }[],
  by: { at: Date; name: string },
): Promise<string[]> {
  const cardIds = plans.map(({ cardId }) => cardId)
  const revisions = plans.map(({ revision }) => revision)
  const moved = await tx
    .updateTable('card')
    .set({ state: 'agreed', agreed_by_head_at: by.at, agreed_by_head: by.name })
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'proposed')
    .where(sql<boolean>`(card_id, revision) in (select * from unnest(${cardIds}::uuid[], ${revisions}::int[]))`)
    .returning('card_id')
    .execute()
  return moved.map(({ card_id }) => card_id)
}

/** Plans of a scorecard, or of some units of it, with what a list shows. */
export async function listPlanRows(
  tx: Tx,
  institutionId: string,
  of: { scorecardId: string; unitIds?: readonly string[]; personId?: string },
) {
  let query = tx
    .selectFrom('card')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'card.institution_id').onRef('person.person_id', '=', 'card.person_id'),
    )
    .innerJoin('unit', (join) => join.onRef('unit.institution_id', '=', 'card.institution_id').onRef('unit.unit_id', '=', 'card.unit_id'))
    .select([
      'card.card_id',
      'card.person_id',
      'card.unit_id',
      'card.state',
      'card.revision',
      'card.agreed_by_person_at',
      'card.agreed_by_head_at',
    ])
    .select(['person.name', 'person.employee_no', 'unit.name_zh', 'unit.name_en'])
    .select((eb) => [
      eb
        .selectFrom('card_measure')
        .select((line) => line.fn.countAll().as('n'))
        .whereRef('card_measure.institution_id', '=', 'card.institution_id')
        .whereRef('card_measure.card_id', '=', 'card.card_id')
        .as('measures'),
      eb
        .selectFrom('card_measure')
        .select(sql<string | null>`sum(weight_bp)`.as('total'))
        .whereRef('card_measure.institution_id', '=', 'card.institution_id')
        .whereRef('card_measure.card_id', '=', 'card.card_id')
        .as('total_bp'),
    ])
    .where('card.institution_id', '=', institutionId)
    .where('card.scorecard_id', '=', of.scorecardId)
  if (of.unitIds !== undefined) query = query.where(sql<boolean>`card.unit_id = any(${[...of.unitIds]}::uuid[])`)
  if (of.personId !== undefined) query = query.where('card.person_id', '=', of.personId)
  const rows = await query.orderBy('unit.order_no').orderBy('unit.code').orderBy('person.name_key').execute()
  const goals = await countGoals(
    tx,
    institutionId,
    rows.map((row) => row.card_id),
  )
  return rows.map((row) => ({ ...row, goals: goals.get(row.card_id) ?? 0 }))
}

/** Counted in one pass: asked plan by plan, all goals were looked through for each. */
async function countGoals(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (cardIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('development_goal')
    .select(['card_id', (eb) => eb.fn.countAll().as('n')])
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`card_id = any(${[...cardIds]}::uuid[])`)
    .groupBy('card_id')
    .execute()
  return new Map(rows.map((row) => [row.card_id, Number(row.n)]))
}

export type PlanRow = Awaited<ReturnType<typeof listPlanRows>>[number]
