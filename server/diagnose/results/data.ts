import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { AnswerColumns, readManyStored, type SheetAnswers } from '../waves/storedAnswers.ts'

export type Sheet = {
  readonly stratum: string
  /** How long it took: of a file to the second, of a ballot to the middle of its minute; null: not known. */
  readonly seconds: number | null
  readonly answers: SheetAnswers
}
export type StoredSheet = Sheet & { readonly releaseNo: number | null }

/**
 * Every sheet of a wave with its answers, told or not: only `releasedSheets` may hand them on. The database hands over lists of some hundred sheets, which is
 * many times quicker than a row a sheet; they are divided by the last byte of their random numbers, and both lists of a row go through the same sheets in turn.
 */
export async function readAllSheets(
  tx: Tx,
  { institutionId, waveId, instrument }: { institutionId: string; waveId: string; instrument: Pick<Instrument, 'items'> },
): Promise<StoredSheet[]> {
  const rows = await tx
    .selectFrom('ballot.answer_sheet')
    .select(['stratum_code', 'release_no'])
    .select(sql<number>`count(*)::int`.as('sheets'))
    .select(sql<string>`'[' || string_agg(answers, ',') || ']'`.as('lists'))
    .select(
      sql<
        (number | null)[] | null
      >`case when count(seconds) + count(minutes) > 0 then array_agg(coalesce(seconds, minutes * 60 + 30)) end`.as('seconds'),
    )
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .groupBy(['stratum_code', 'release_no', sql`get_byte(uuid_send(sheet_id), 15)`])
    .orderBy('stratum_code')
    .orderBy('release_no')
    .orderBy(sql`get_byte(uuid_send(sheet_id), 15)`)
    .execute()
  const columns = new AnswerColumns(
    instrument,
    rows.reduce((total, row) => total + row.sheets, 0),
  )
  return rows.flatMap((row) =>
    columns.add(readManyStored(row.lists)).map((answers, at) => ({
      stratum: row.stratum_code,
      seconds: row.seconds?.[at] ?? null,
      releaseNo: row.release_no,
      answers,
    })),
  )
}

/** How many sheets of each stratum each release holds; null: they wait. */
export async function countByRelease(tx: Tx, institutionId: string, waveId: string) {
  return await tx
    .selectFrom('ballot.answer_sheet')
    .select(['stratum_code', 'release_no'])
    .select(sql<number>`count(*)::int`.as('sheets'))
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .groupBy(['stratum_code', 'release_no'])
    .orderBy('stratum_code')
    .orderBy('release_no')
    .execute()
}

/** Words of their own, for whole waves; no text can be joined to a sheet. */
export function readTextsOf(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('ballot.answer_text')
    .select(['item_code', 'said', 'release_no'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('text_id')
    .execute()
}

/** Counts the waiting texts of these items into a release. */
export async function releaseTexts(
  tx: Tx,
  given: { institutionId: string; waveId: string; items: readonly string[]; releaseNo: number },
): Promise<void> {
  await tx
    .updateTable('ballot.answer_text')
    .set({ release_no: given.releaseNo })
    .where('institution_id', '=', given.institutionId)
    .where('wave_id', '=', given.waveId)
    .where('release_no', 'is', null)
    .where('item_code', 'in', [...given.items])
    .execute()
}

export function listReleasedCells(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('released_cell')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('release_no')
    .orderBy('cell')
    .execute()
}
export type CellRow = Awaited<ReturnType<typeof listReleasedCells>>[number]

/** Two people who look at once make one release: the second waits and finds it made. */
export async function lockWave(tx: Tx, institutionId: string, waveId: string): Promise<void> {
  await tx
    .selectFrom('wave')
    .select('wave_id')
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .forUpdate()
    .executeTakeFirst()
}

type NewRelease = {
  readonly institutionId: string
  readonly waveId: string
  readonly releaseNo: number
  readonly strata: readonly string[]
  readonly cells: readonly { cell: string; atoms: readonly string[]; n: number; standing: string }[]
}

/** Counts every waiting sheet of these strata into the release, and keeps what it tells. */
export async function saveRelease(tx: Tx, { institutionId, waveId, releaseNo, strata, cells }: NewRelease): Promise<void> {
  await tx
    .updateTable('ballot.answer_sheet')
    .set({ release_no: releaseNo })
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .where('release_no', 'is', null)
    .where('stratum_code', 'in', [...strata])
    .execute()
  await tx
    .insertInto('released_cell')
    .values(
      cells.map((one) => ({
        institution_id: institutionId,
        wave_id: waveId,
        release_no: releaseNo,
        cell: one.cell,
        atoms: JSON.stringify(one.atoms),
        n: one.n,
        standing: one.standing,
      })),
    )
    .execute()
}

export function listFindings(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('finding')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('problem')
    .execute()
}

type NewFinding = {
  institutionId: string
  findingId: string
  waveId: string
  problem: string
  verdict: string
  evidence: unknown
  note: string
  by: string
  at: Date
}

export async function saveFinding(tx: Tx, given: NewFinding): Promise<void> {
  const content = {
    verdict: given.verdict,
    evidence: JSON.stringify(given.evidence),
    note: given.note,
    recorded_by: given.by,
    recorded_at: given.at,
  }
  await tx
    .insertInto('finding')
    .values({ institution_id: given.institutionId, finding_id: given.findingId, wave_id: given.waveId, problem: given.problem, ...content })
    .onConflict((on) => on.columns(['institution_id', 'wave_id', 'problem']).doUpdateSet(content))
    .execute()
}
