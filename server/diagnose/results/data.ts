import type { Tx } from '../../platform/database/database.ts'

/** Every sheet of a wave with its answers by item, told or not: only `releasedSheets` may hand them on. Two lists, joined here. */
export async function readAllSheets(tx: Tx, institutionId: string, waveId: string): Promise<StoredSheet[]> {
  const sheets = await tx
    .selectFrom('ballot.answer_sheet')
    .select(['sheet_id', 'stratum_code', 'minutes', 'release_no'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('sheet_id')
    .execute()
  const answers = await tx
    .selectFrom('ballot.answer')
    .innerJoin('ballot.answer_sheet', (join) =>
      join
        .onRef('ballot.answer_sheet.institution_id', '=', 'ballot.answer.institution_id')
        .onRef('ballot.answer_sheet.sheet_id', '=', 'ballot.answer.sheet_id'),
    )
    .select([
      'ballot.answer.sheet_id',
      'ballot.answer.item_code',
      'ballot.answer.value',
      'ballot.answer.choice',
      'ballot.answer.not_applicable',
    ])
    .where('ballot.answer.institution_id', '=', institutionId)
    .where('ballot.answer_sheet.wave_id', '=', waveId)
    .execute()
  const byId = new Map<string, StoredSheet>(
    sheets.map((sheet) => [
      sheet.sheet_id,
      {
        sheetId: sheet.sheet_id,
        releaseNo: sheet.release_no,
        stratum: sheet.stratum_code,
        minutes: sheet.minutes,
        answers: new Map(),
      },
    ]),
  )
  for (const answer of answers) {
    const value = answer.value === null ? null : Number(answer.value)
    byId.get(answer.sheet_id)?.answers.set(answer.item_code, { value, choice: answer.choice, notApplicable: answer.not_applicable })
  }
  return [...byId.values()]
}

/** Words of their own, for whole strata; no text can be joined to a sheet. */
export function readTextsOf(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('ballot.answer_text')
    .select(['item_code', 'stratum_code', 'said'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('text_id')
    .execute()
}

export type GivenAnswer = { value: number | null; choice: string | null; notApplicable: boolean }
export type Sheet = { stratum: string; minutes: number | null; answers: Map<string, GivenAnswer> }
export type StoredSheet = Sheet & { readonly sheetId: string; readonly releaseNo: number | null }

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
