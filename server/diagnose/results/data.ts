import type { Tx } from '../../platform/database/database.ts'

/** Every sheet of a wave with its answers by item. Fetched as two lists, joined here: a wave holds at most some ten thousand sheets. */
export async function readSheetsOf(tx: Tx, institutionId: string, waveId: string): Promise<Sheet[]> {
  const sheets = await tx
    .selectFrom('answer_sheet')
    .select(['sheet_id', 'stratum_code'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('sheet_id')
    .execute()
  const answers = await tx
    .selectFrom('answer')
    .innerJoin('answer_sheet', (join) =>
      join.onRef('answer_sheet.institution_id', '=', 'answer.institution_id').onRef('answer_sheet.sheet_id', '=', 'answer.sheet_id'),
    )
    .select(['answer.sheet_id', 'answer.item_code', 'answer.value', 'answer.choice', 'answer.not_applicable'])
    .where('answer.institution_id', '=', institutionId)
    .where('answer_sheet.wave_id', '=', waveId)
    .execute()
  const byId = new Map<string, Sheet>(sheets.map((sheet) => [sheet.sheet_id, { stratum: sheet.stratum_code, answers: new Map() }]))
  for (const answer of answers) {
    const value = answer.value === null ? null : Number(answer.value)
    byId.get(answer.sheet_id)?.answers.set(answer.item_code, { value, choice: answer.choice, notApplicable: answer.not_applicable })
  }
  return [...byId.values()]
}

export type GivenAnswer = { value: number | null; choice: string | null; notApplicable: boolean }
export type Sheet = { stratum: string; answers: Map<string, GivenAnswer> }

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
