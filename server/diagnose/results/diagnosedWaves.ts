import { EVIDENCE_RULE } from '@milepost/statistics/problemVerdicts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { findQuestionnaire, findWave, insertWave, listWaveRows } from '../waves/data.ts'
import { readWaves } from '../waves/waves.ts'
import { toldOf } from './toldOf.ts'

export type DiagnosedWave = {
  readonly waveId: string
  readonly questionnaireId: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly openedOn: string
}

/** Waves of the diagnosis (a questionnaire that asks about problems) that are closed, newest first. */
export async function diagnosedWaves(tx: Tx, institutionId: string): Promise<DiagnosedWave[]> {
  const waves: DiagnosedWave[] = []
  for (const row of await listWaveRows(tx, institutionId)) {
    if (row.closed_on === null) continue
    const questionnaire = await findQuestionnaire(tx, institutionId, row.questionnaire_id)
    if (!questionnaire?.instrument.constructs.some(({ kind }) => kind === 'problem')) continue
    const name = { zh: row.name_zh, en: row.name_en || row.name_zh }
    waves.push({ waveId: row.wave_id, questionnaireId: row.questionnaire_id, name, openedOn: row.opened_on })
  }
  return waves.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1))
}

/** How severe each construct of a wave is, 0 to 100, and whether that speaks for a problem; null: too few answered. */
export async function severitiesOf(tx: Tx, institutionId: string, wave: DiagnosedWave) {
  const constructs = await (await toldOf(tx, institutionId, wave.waveId)).constructs()
  return constructs.map(({ code, kind, name, severity, n }) => ({
    code,
    kind,
    name,
    n,
    severity,
    severe: severity !== null && severity >= EVIDENCE_RULE.severity,
  }))
}

/** The name of a diagnosis that is being asked now; null: none is. */
export async function openDiagnosis(tx: Tx, institutionId: string): Promise<{ zh: string; en: string } | null> {
  for (const row of await listWaveRows(tx, institutionId)) {
    if (row.closed_on !== null) continue
    const questionnaire = await findQuestionnaire(tx, institutionId, row.questionnaire_id)
    if (questionnaire?.instrument.constructs.some(({ kind }) => kind === 'problem')) return { zh: row.name_zh, en: row.name_en }
  }
  return null
}

type Following = { readonly waveId: string; readonly name: { zh: string; en: string }; readonly openedOn: string }

/** A wave with the questionnaire and the strata of an earlier one, so that the two compare item by item. Answers come by file or paper. */
export async function followWave(tx: Tx, institutionId: string, { waveId, name, openedOn }: Following): Promise<string> {
  const row = await findWave(tx, institutionId, waveId)
  const [before] = row ? await readWaves(tx, institutionId, [row]) : []
  if (!row || !before) throw new RangeError('there is no such wave')
  const next = newId()
  await insertWave(tx, {
    institutionId,
    waveId: next,
    questionnaireId: row.questionnaire_id,
    name,
    openedOn,
    strata: before.strata.map(({ code, name: stratum, population }) => ({ code, name: stratum, population })),
  })
  return next
}
