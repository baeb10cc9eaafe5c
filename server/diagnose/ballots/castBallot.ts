import { randomUUID } from 'node:crypto'
import { castBallot } from '@milepost/contract/diagnose/ballots'
import type { InputOf } from '@milepost/contract/endpoint'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { isSigned } from '../collection/keys.ts'
import { findByToken, redeem } from '../collection/rosterData.ts'
import { hashed } from '../collection/tokens.ts'
import { type Cast, putInBox, putSheets, spend } from './ballotData.ts'
import { readBallotAnswers } from './readBallotAnswers.ts'
import { takingWave } from './takingWave.ts'

type By = InputOf<typeof castBallot>['by']
type Asked = Awaited<ReturnType<typeof takingWave>>

/** Takes a ballot in. Whoever sends it is not asked for a name: a signed number, one's link, or an open link entitles to it. */
export const castBallotRoute = serve(castBallot, {
  run: async ({ tx, institutionId, input, today }) => {
    const asked = await takingWave(tx, institutionId, input.waveId, today)
    const stratum = asked.strata.find((one) => one.code === input.stratum)
    if (!stratum) throw new Refusal('ballot-forged')
    if (input.by.kind !== wayOf(asked.wave)) throw new Refusal('ballot-way-wrong')
    if (input.by.kind === 'signature') refuseForged(stratum.ballot_key, input.by)
    const { answers, texts, faults } = readBallotAnswers(asked.questionnaire.instrument, input.answers)
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    const cast: Cast = {
      language: input.language,
      minutes: input.minutes,
      channel: input.by.kind === 'shared' ? 'shared' : 'link',
      answers,
      texts,
    }
    const here = { institutionId, waveId: asked.wave.wave_id }
    if (input.by.kind === 'token') await takeByLink(tx, { ...here, asked, today }, input.by.token, cast)
    else {
      if (!(await spend(tx, here, hashed(Buffer.from(input.by.serial, 'base64'))))) throw new Refusal('ballot-spent')
      await putInBox(tx, here, stratum.code, cast)
    }
    return DONE
  },
})

function wayOf(wave: Asked['wave']): By['kind'] {
  if (wave.shared_link) return 'shared'
  return wave.mode === 'anonymous' ? 'signature' : 'token'
}

function refuseForged(key: string | null, by: Extract<By, { kind: 'signature' }>): void {
  const signed = key !== null && isSigned(key, Buffer.from(by.serial, 'base64'), Buffer.from(by.signature, 'base64'))
  if (!signed) throw new Refusal('ballot-forged')
}

/** Confidential: the tie is kept on the roster's side. Identified: the sheet names the person. */
async function takeByLink(
  tx: Tx,
  here: { institutionId: string; waveId: string; asked: Asked; today: string },
  token: string,
  cast: Cast,
): Promise<void> {
  const found = await findByToken(tx, here, hashed(token))
  if (!found) throw new Refusal('invitation-unknown')
  if (found.redeemed) throw new Refusal('invitation-used')
  const isNamed = here.asked.wave.mode === 'identified'
  const sheetId = randomUUID()
  const personId = isNamed ? found.person_id : null
  await putSheets(tx, here, [{ sheetId, stratum: found.stratum_code, answeredOn: here.today, sourceKey: randomUUID(), personId, ...cast }])
  await redeem(tx, here, { invitationId: found.invitation_id, blindedHash: null, sheetId: isNamed ? null : sheetId })
}
