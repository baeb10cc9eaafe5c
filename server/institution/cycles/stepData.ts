import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import type { CycleStage } from './data.ts'

type Move = {
  readonly cycleId: string
  readonly from: CycleStage
  readonly to: CycleStage
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Takes the cycle from one stage to another. false: somebody else has moved it meanwhile. */
export async function moveCycle(tx: Tx, institutionId: string, move: Move): Promise<boolean> {
  const moved = await tx
    .updateTable('cycle')
    .set({ stage: move.to })
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', move.cycleId)
    .where('stage', '=', move.from)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await tx
    .insertInto('cycle_move')
    .values({
      institution_id: institutionId,
      move_id: newId(),
      cycle_id: move.cycleId,
      from_stage: move.from,
      to_stage: move.to,
      reason: move.reason,
      moved_by: move.by,
      moved_at: move.at,
    })
    .execute()
  return true
}

/** Oldest first. */
export async function listMoves(tx: Tx, institutionId: string, cycleId: string): Promise<Move[]> {
  const rows = await tx
    .selectFrom('cycle_move')
    .selectAll()
    .$narrowType<{ from_stage: CycleStage; to_stage: CycleStage }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('moved_at')
    .orderBy('move_id')
    .execute()
  return rows.map((row) => ({
    cycleId,
    from: row.from_stage,
    to: row.to_stage,
    reason: row.reason,
    by: row.moved_by,
    at: row.moved_at,
  }))
}

export type Statement = {
  readonly guard: string
  readonly note: string
  readonly by: string
  readonly accountId: string | null
  readonly at: Date
}

/** What has been stated of a cycle and has not become stale. */
export async function listStatements(tx: Tx, institutionId: string, cycleId: string): Promise<Statement[]> {
  const rows = await tx
    .selectFrom('cycle_statement')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('stale', '=', false)
    .orderBy('stated_at')
    .execute()
  return rows.map((row) => ({
    ...{ guard: row.guard, note: row.note, by: row.stated_by },
    ...{ accountId: row.stated_by_account_id, at: row.stated_at },
  }))
}

export async function insertStatement(tx: Tx, institutionId: string, given: Statement & { readonly cycleId: string }): Promise<void> {
  await tx
    .insertInto('cycle_statement')
    .values({
      institution_id: institutionId,
      statement_id: newId(),
      cycle_id: given.cycleId,
      guard: given.guard,
      note: given.note,
      stated_by: given.by,
      stated_by_account_id: given.accountId,
      stated_at: given.at,
    })
    .execute()
}

/** After a step back what was stated on the way has to be stated anew. */
export async function makeStale(tx: Tx, institutionId: string, cycleId: string, guards: readonly string[]): Promise<void> {
  if (guards.length === 0) return
  await tx
    .updateTable('cycle_statement')
    .set({ stale: true })
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .where('guard', 'in', [...guards])
    .execute()
}
