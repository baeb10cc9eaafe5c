import type { PhaseDays, PlannedStage } from '@milepost/appraisal/phaseDays'
import type { Tx } from '../../platform/database/database.ts'

const NONE: PhaseDays = { diagnose: null, choose: null, design: null, run: null, appraise: null, reward: null, open: null }

/** The last day planned for each phase of a cycle. */
export async function phaseDaysOf(tx: Tx, institutionId: string, cycleId: string): Promise<PhaseDays> {
  const rows = await tx
    .selectFrom('cycle_phase')
    .select(['stage', 'last_day'])
    .$narrowType<{ stage: PlannedStage }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .execute()
  return { ...NONE, ...Object.fromEntries(rows.map((row) => [row.stage, row.last_day])) }
}

export async function putPhaseDays(
  tx: Tx,
  institutionId: string,
  { cycleId, days }: { readonly cycleId: string; readonly days: PhaseDays },
) {
  await tx.deleteFrom('cycle_phase').where('institution_id', '=', institutionId).where('cycle_id', '=', cycleId).execute()
  const rows = Object.entries(days).flatMap(([stage, last_day]) =>
    last_day === null ? [] : [{ institution_id: institutionId, cycle_id: cycleId, stage, last_day }],
  )
  if (rows.length > 0) await tx.insertInto('cycle_phase').values(rows).execute()
}
