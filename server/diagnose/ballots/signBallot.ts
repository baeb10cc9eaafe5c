import { readInvitation, signBallot } from '@milepost/contract/diagnose/ballots'
import type { InputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve, serveOutside } from '../../platform/http/serve.ts'
import type { Services } from '../../platform/http/services.ts'
import { blindSign, signerOf } from '../collection/keys.ts'
import { findByToken, findByTokens, findSigningKeys, redeem } from '../collection/rosterData.ts'
import { hashed } from '../collection/tokens.ts'
import { Gathering } from './gathering.ts'
import { takingWave } from './takingWave.ts'

export const readInvitationRoute = serve(readInvitation, {
  run: async ({ tx, institutionId, input, today }) => {
    await takingWave(tx, institutionId, input.waveId, today)
    const found = await findByToken(tx, { institutionId, waveId: input.waveId }, hashed(input.token))
    if (!found) throw new Refusal('invitation-unknown')
    return { stratum: found.stratum_code, used: found.redeemed }
  },
})

type Asking = {
  readonly services: Services
  readonly institutionId: string
  readonly today: string
  readonly input: InputOf<typeof signBallot>
}
type Signature = { stratum: string; signature: string }
/** Signing takes a millisecond of the processor, so fewer at a time than ballots. */
const MOST_TOGETHER = 50

/** One link, one signature; the same blinded ballot again gives the same signature, so that a lost connection costs nobody the vote. */
export const signBallotRoute = serveOutside(signBallot, async ({ services, scene, input }) => {
  const { institutionId, now } = scene
  const today = dayIn(services.config.timeZone, now)
  const place = { database: services.database, key: `${institutionId} ${input.waveId} ${today}` }
  return asking.take(place, { services, institutionId, today, input })
})

const asking = new Gathering<Asking, Signature>(MOST_TOGETHER, (batch) => {
  const [first] = batch
  if (!first) return Promise.resolve([])
  return first.services.database.inInstitution(first.institutionId, (tx) => signTogether(tx, first, batch))
})

async function signTogether(tx: Tx, { institutionId, today, input }: Asking, batch: readonly Asking[]): Promise<(Signature | Refusal)[]> {
  const { wave } = await takingWave(tx, institutionId, input.waveId, today)
  const here = { institutionId, waveId: wave.wave_id }
  const found = await findByTokens(
    tx,
    here,
    batch.map((one) => hashed(one.input.token)),
  )
  const signers = new Map([...(await findSigningKeys(tx, here))].map(([stratum, key]) => [stratum, signerOf(key)]))
  /** What each link is used for, in this batch too: the first that asks decides. */
  const usedFor = new Map(found.flatMap((one) => (one.redeemed ? [[one.invitation_id, one.blinded_hash] as const] : [])))
  const fresh = new Map<string, string>()
  const verdicts = batch.map(({ input: { token, blinded } }) => {
    const invitation = found.find((one) => one.token_hash === hashed(token))
    if (!invitation) return new Refusal('invitation-unknown')
    const blindedHash = hashed(blinded)
    const before = usedFor.get(invitation.invitation_id)
    if (before !== undefined && before !== blindedHash) return new Refusal('invitation-used')
    const signer = signers.get(invitation.stratum_code)
    if (!signer) return new Refusal('ballot-way-wrong')
    const signature = blindSign(signer, Buffer.from(blinded, 'base64'))
    if (!signature) return new Refusal('ballot-forged')
    if (before === undefined) fresh.set(invitation.invitation_id, blindedHash)
    usedFor.set(invitation.invitation_id, blindedHash)
    return { stratum: invitation.stratum_code, signature: signature.toString('base64') }
  })
  if (fresh.size > 0)
    await redeem(
      tx,
      here,
      [...fresh].map(([invitationId, blindedHash]) => ({ invitationId, blindedHash, sheetId: null })),
    )
  return verdicts
}
