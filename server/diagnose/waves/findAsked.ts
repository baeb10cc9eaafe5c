import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findQuestionnaire, findWave, listStrata } from './data.ts'

/** A wave with what was asked and of whom; refused when there is none. */
export async function findAsked(tx: Tx, institutionId: string, waveId: string) {
  const wave = await findWave(tx, institutionId, waveId)
  const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
  if (!wave || !questionnaire) throw new Refusal('not-found')
  return { wave, questionnaire, strata: await listStrata(tx, institutionId, [waveId]) }
}
