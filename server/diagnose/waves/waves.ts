import { closeWave, listWaves, openWave } from '@milepost/contract/diagnose/waves'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { closeCollection } from '../collection/collecting.ts'
import { roundedToFives } from '../collection/roundedCount.ts'
import { countSheets, findQuestionnaire, findWave, insertWave, listStrata, listWaveRows, setWaveClosed } from './data.ts'
import { refuseTwice } from './refuseTwice.ts'

export const openWaveRoute = serve(openWave, {
  run: async ({ tx, institutionId, input, audit }) => {
    if (!(await findQuestionnaire(tx, institutionId, input.questionnaireId))) throw new Refusal('not-found')
    refuseTwice(input.strata.map((one) => one.code))
    const waveId = newId()
    await insertWave(tx, { institutionId, waveId, ...input })
    audit({ kind: 'wave', id: waveId })
    return { waveId }
  },
})

export const listWavesRoute = serve(listWaves, {
  run: async ({ tx, institutionId }) => ({ waves: await readWaves(tx, institutionId, await listWaveRows(tx, institutionId)) }),
})

export const closeWaveRoute = serve(closeWave, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const asked = { institutionId, waveId: input.waveId, purpose: 'survey' as const }
    const held = wave.collects === 'online' ? await closeCollection(tx, asked, today) : 0
    if (wave.collects === 'import') await setWaveClosed(tx, institutionId, input.waveId, today)
    audit({ kind: 'wave', id: input.waveId, detail: { held } })
    return DONE
  },
})

type WaveRow = Awaited<ReturnType<typeof listWaveRows>>[number]

/** `counted`: where somebody has counted the sheets already, they are not counted again. */
export async function readWaves(
  tx: Tx,
  institutionId: string,
  rows: readonly WaveRow[],
  counted?: (waveId: string, stratum: string) => number,
) {
  const waveIds = rows.map((row) => row.wave_id)
  const strata = await listStrata(tx, institutionId, waveIds)
  const sheets = counted ?? (await countSheets(tx, institutionId, waveIds))
  // while ballots come in, a count that rises by one tells who has just answered
  const told = (row: WaveRow, stratum: string) => {
    const answers = sheets(row.wave_id, stratum)
    return row.collects === 'online' && row.mode === 'anonymous' && row.closed_on === null ? roundedToFives(answers) : answers
  }
  return rows.map((row) => ({
    waveId: row.wave_id,
    questionnaireId: row.questionnaire_id,
    name: { zh: row.name_zh, en: row.name_en },
    openedOn: row.opened_on,
    closesOn: row.closes_on,
    closedOn: row.closed_on,
    collects: row.collects as 'import',
    mode: row.mode as 'anonymous',
    strata: strata
      .filter((one) => one.wave_id === row.wave_id)
      .map((one) => ({
        code: one.code,
        name: { zh: one.name_zh, en: one.name_en },
        population: one.population,
        answers: told(row, one.code),
      })),
  }))
}
