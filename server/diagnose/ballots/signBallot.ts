import { readInvitation, signBallot } from '@milepost/contract/diagnose/ballots'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { blindSign } from '../collection/keys.ts'
import { findByToken, findSigningKey, redeem } from '../collection/rosterData.ts'
import { hashed } from '../collection/tokens.ts'
import { takingWave } from './takingWave.ts'

export const readInvitationRoute = serve(readInvitation, {
  run: async ({ tx, institutionId, input, today }) => {
    await takingWave(tx, institutionId, input.waveId, today)
    const found = await findByToken(tx, { institutionId, waveId: input.waveId }, hashed(input.token))
    if (!found) throw new Refusal('invitation-unknown')
    return { stratum: found.stratum_code, used: found.redeemed }
  },
})

/** One link, one signature; the same blinded ballot again gives the same signature, so that a lost connection costs nobody the vote. */
export const signBallotRoute = serve(signBallot, {
  run: async ({ tx, institutionId, input, today }) => {
    const { wave } = await takingWave(tx, institutionId, input.waveId, today)
    const here = { institutionId, waveId: wave.wave_id }
    const found = await findByToken(tx, here, hashed(input.token))
    if (!found) throw new Refusal('invitation-unknown')
    const blindedHash = hashed(input.blinded)
    if (found.redeemed && found.blinded_hash !== blindedHash) throw new Refusal('invitation-used')
    const key = await findSigningKey(tx, here, found.stratum_code)
    if (key === null) throw new Refusal('ballot-way-wrong')
    const signature = blindSign(key, Buffer.from(input.blinded, 'base64'))
    if (!signature) throw new Refusal('ballot-forged')
    if (!found.redeemed) await redeem(tx, here, { invitationId: found.invitation_id, blindedHash, sheetId: null })
    return { stratum: found.stratum_code, signature: signature.toString('base64') }
  },
})
