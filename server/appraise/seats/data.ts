import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { saveEach } from '../data.ts'

export function latestSeatRun(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('seat_run')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many times the seats of a cycle have been computed, without what was computed: that is long. */
export async function lastRevision(tx: Tx, institutionId: string, cycleId: string): Promise<number> {
  const { revision } = await tx
    .selectFrom('seat_run')
    .select((on) => on.fn.max('revision').as('revision'))
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow()
  return revision ?? 0
}

/** Every run of a cycle, newest first: after a reopening only the reopened are ranked again. */
export function seatRunsOf(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('seat_run')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('revision', 'desc')
    .execute()
}

type NewSeatRun = {
  institutionId: string
  seatRunId: string
  cycleId: string
  revision: number
  rateBp: number
  ground: string
  approval: string
  base: number
  seats: number
  pooling: string
  result: unknown
  at: Date
  by: string
}

export async function insertSeatRun(tx: Tx, run: NewSeatRun): Promise<void> {
  await tx
    .insertInto('seat_run')
    .values({
      institution_id: run.institutionId,
      seat_run_id: run.seatRunId,
      cycle_id: run.cycleId,
      revision: run.revision,
      rate_bp: run.rateBp,
      ground: run.ground,
      approval: run.approval,
      base_count: run.base,
      seats: run.seats,
      pooling: run.pooling,
      result: JSON.stringify(run.result),
      ran_at: run.at,
      ran_by: run.by,
    })
    .execute()
}

/** The part of a seat each unit carries into a year, from the last year before it that was decided. */
export async function carriedInto(tx: Tx, institutionId: string, year: number): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('seat_ledger')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'seat_ledger.institution_id').onRef('cycle.cycle_id', '=', 'seat_ledger.cycle_id'),
    )
    .select(['unit_id', 'carry_out', 'cycle.year'])
    .where('seat_ledger.institution_id', '=', institutionId)
    .where('cycle.year', '<', year)
    .orderBy('cycle.year')
    .execute()
  // later years write over earlier ones: a unit that did not exist last year keeps what it had before
  return new Map(rows.map((row) => [row.unit_id, row.carry_out]))
}

export type LedgerLine = {
  unitId: string
  people: number
  tiltBp: number
  carryIn: string
  share: string
  claim: string
  seats: number
  awarded: number
  carryOut: string
}

export async function replaceLedger(
  tx: Tx,
  given: { institutionId: string; cycleId: string; lines: readonly LedgerLine[] },
): Promise<void> {
  const { institutionId, cycleId } = given
  await tx.deleteFrom('seat_ledger').where('institution_id', '=', institutionId).where('cycle_id', '=', cycleId).execute()
  if (given.lines.length === 0) return
  await tx
    .insertInto('seat_ledger')
    .values(
      given.lines.map((line) => ({
        institution_id: institutionId,
        cycle_id: cycleId,
        unit_id: line.unitId,
        people: line.people,
        tilt_bp: line.tiltBp,
        carry_in: line.carryIn,
        share: line.share,
        claim: line.claim,
        seats: line.seats,
        awarded: line.awarded,
        carry_out: line.carryOut,
      })),
    )
    .execute()
}

export type SavedProposal = { appraisalId: string; grade: string | null; standing: string }

/** Ranked anew, most people stand where they stood: only what changes is written. */
export async function saveProposals(tx: Tx, institutionId: string, proposals: readonly SavedProposal[]): Promise<void> {
  await saveEach(proposals, (batch) =>
    sql`
      update appraisal set proposed_grade = given.grade, standing = given.standing, state = 'proposed'
      from (select * from json_to_recordset(${JSON.stringify(
        batch.map((one) => ({ appraisal_id: one.appraisalId, grade: one.grade, standing: one.standing })),
      )}::json) as rows(appraisal_id uuid, grade text, standing text)) as given
      where appraisal.institution_id = ${institutionId} and appraisal.appraisal_id = given.appraisal_id
        and (appraisal.proposed_grade, appraisal.standing, appraisal.state) is distinct from (given.grade, given.standing, 'proposed')`.execute(
      tx,
    ),
  )
}

/** Every year's ledger, with the excellent grades as they stand. */
export async function ledgerLines(tx: Tx, institutionId: string): Promise<(LedgerLine & { year: number })[]> {
  const rows = await tx
    .selectFrom('seat_ledger')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'seat_ledger.institution_id').onRef('cycle.cycle_id', '=', 'seat_ledger.cycle_id'),
    )
    .selectAll('seat_ledger')
    .select('cycle.year')
    .where('seat_ledger.institution_id', '=', institutionId)
    .orderBy('cycle.year')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    unitId: row.unit_id,
    people: row.people,
    tiltBp: row.tilt_bp,
    carryIn: row.carry_in,
    share: row.share,
    claim: row.claim,
    seats: row.seats,
    awarded: row.awarded,
    carryOut: row.carry_out,
  }))
}
