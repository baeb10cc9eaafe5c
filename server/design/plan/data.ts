import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

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
