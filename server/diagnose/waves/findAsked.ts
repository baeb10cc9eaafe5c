import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { findBallotWave, findQuestionnaire, findWave, listStrata } from './data.ts'

type WaveRow = NonNullable<Awaited<ReturnType<typeof findWave>>>

/** A survey with what was asked and of whom; refused when there is none. */
export const findAsked = async (tx: Tx, institutionId: string, waveId: string) =>
  withQuestions(tx, institutionId, await findWave(tx, institutionId, waveId))

/** The same of anything that is answered by ballot: a vote too. */
export const findAskedByBallot = async (tx: Tx, institutionId: string, waveId: string) =>
  withQuestions(tx, institutionId, await findBallotWave(tx, institutionId, waveId).executeTakeFirst())

async function withQuestions(tx: Tx, institutionId: string, wave: WaveRow | undefined) {
  const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
  if (!wave || !questionnaire) throw new Refusal('not-found')
  return { wave, questionnaire, strata: await listStrata(tx, institutionId, [wave.wave_id]) }
}
