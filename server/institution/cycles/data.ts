import type { Bilingual } from '@milepost/terms/bilingual'
import type { StageCode } from '@milepost/terms/cycle'
import type { Tx } from '../../platform/database/database.ts'

export type CycleStage = StageCode | 'closed'

export type Cycle = {
  readonly cycleId: string
  readonly year: number
  readonly name: Bilingual
  readonly startsOn: string
  readonly endsOn: string
  readonly stage: CycleStage
  readonly hold: 'none' | 'paused' | 'cancelled'
  /** By when every mid-year review is held; null: this cycle has none. */
  readonly midYearBy: string | null
}

/** Newest first. */
export async function listCycles(tx: Tx, institutionId: string): Promise<Cycle[]> {
  const rows = await tx
    .selectFrom('cycle')
    .select(['cycle_id', 'year', 'name_zh', 'name_en', 'starts_on', 'ends_on', 'stage', 'hold', 'mid_year_by'])
    .$narrowType<{ stage: CycleStage; hold: Cycle['hold'] }>()
    .where('institution_id', '=', institutionId)
    .orderBy('year', 'desc')
    // of one year, the one that goes on before one that was cancelled
    .orderBy('hold', 'desc')
    .execute()
  return rows.map((row) => ({
    cycleId: row.cycle_id,
    year: row.year,
    name: { zh: row.name_zh, en: row.name_en },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    stage: row.stage,
    hold: row.hold,
    midYearBy: row.mid_year_by,
  }))
}

export async function findCycle(tx: Tx, institutionId: string, cycleId: string): Promise<Cycle | null> {
  const cycles = await listCycles(tx, institutionId)
  return cycles.find((cycle) => cycle.cycleId === cycleId) ?? null
}

/** The newest cycle that has begun; before the first one begins, the next one to come; null when there is none. */
export async function currentCycle(tx: Tx, institutionId: string, today: string): Promise<Cycle | null> {
  const cycles = (await listCycles(tx, institutionId)).filter((cycle) => cycle.hold !== 'cancelled')
  return cycles.find((cycle) => cycle.startsOn <= today) ?? cycles.at(-1) ?? null
}

type CycleDates = Pick<Cycle, 'name' | 'startsOn' | 'endsOn' | 'midYearBy'>

/** false: the year has a cycle already. */
export async function insertCycle(tx: Tx, institutionId: string, cycle: CycleDates & { readonly cycleId: string; readonly year: number }) {
  const inserted = await tx
    .insertInto('cycle')
    .values({
      institution_id: institutionId,
      cycle_id: cycle.cycleId,
      year: cycle.year,
      name_zh: cycle.name.zh,
      name_en: cycle.name.en,
      starts_on: cycle.startsOn,
      ends_on: cycle.endsOn,
      mid_year_by: cycle.midYearBy,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function changeCycle(tx: Tx, institutionId: string, cycle: CycleDates & { readonly cycleId: string }) {
  await tx
    .updateTable('cycle')
    .set({
      name_zh: cycle.name.zh,
      name_en: cycle.name.en,
      starts_on: cycle.startsOn,
      ends_on: cycle.endsOn,
      mid_year_by: cycle.midYearBy,
    })
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycle.cycleId)
    .execute()
}
