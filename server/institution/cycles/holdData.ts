import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'

type Act = 'paused' | 'resumed' | 'cancelled'
type Hold = { institutionId: string; cycleId: string; from: string; to: string; act: Act; reason: string; by: string; at: Date }

/** False: somebody else has changed it meanwhile. */
export async function saveHold(tx: Tx, hold: Hold): Promise<boolean> {
  const moved = await tx
    .updateTable('cycle')
    .set({ hold: hold.to })
    .where('institution_id', '=', hold.institutionId)
    .where('cycle_id', '=', hold.cycleId)
    .where('hold', '=', hold.from)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await tx
    .insertInto('cycle_hold')
    .values({
      institution_id: hold.institutionId,
      hold_id: newId(),
      cycle_id: hold.cycleId,
      act: hold.act,
      reason: hold.reason,
      done_by: hold.by,
      done_at: hold.at,
    })
    .execute()
  return true
}

/** Oldest first. */
export async function listHolds(tx: Tx, institutionId: string, cycleId: string) {
  const rows = await tx
    .selectFrom('cycle_hold')
    .selectAll()
    .$narrowType<{ act: Act }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('done_at')
    .execute()
  return rows.map((row) => ({ act: row.act, reason: row.reason, by: row.done_by, at: row.done_at }))
}
