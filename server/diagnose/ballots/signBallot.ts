import { readInvitation, signBallot } from '@milepost/contract/diagnose/ballots'
import type { InputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import type { Services } from '../../platform/http/services.ts'
import { canBeSigned, signerOf } from '../collection/keys.ts'
import { lookUpTokens, redeemForBallots, type ToSign } from '../collection/rosterData.ts'
import { signSoon } from '../collection/signing.ts'
import { hashed } from '../collection/tokens.ts'
import { Gathering } from './gathering.ts'
import { takingWave } from './takingWave.ts'

type Asking<Input> = {
  readonly services: Services
  readonly institutionId: string
  readonly today: string
  readonly input: Input
}
type Signature = { stratum: string; signature: string }
type Invitation = { stratum: string; used: boolean }
const MOST_TOGETHER = 200

/** Those who open their link at once are looked up at once; nothing is locked and nothing written. */
export const readInvitationRoute = serveOutside(readInvitation, ({ services, scene, input }) => {
  const { institutionId, now } = scene
  const today = dayIn(services.config.timeZone, now)
  return opening.take(placeOf(services, institutionId, input.waveId, today), { services, institutionId, today, input })
})

const opening = new Gathering<Asking<InputOf<typeof readInvitation>>, Invitation>(MOST_TOGETHER, (batch) => {
  const [first] = batch
  if (!first) return Promise.resolve([])
  return first.services.database.inInstitution(first.institutionId, async (tx) => {
    const wave = await takingWave(tx, first.institutionId, first.input.waveId, first.today)
    const tokenHashes = batch.map((one) => hashed(one.input.token))
    const found = await lookUpTokens(tx, { institutionId: first.institutionId, waveId: wave.wave_id }, tokenHashes)
    const byHash = new Map(found.map((one) => [one.token_hash, one]))
    return tokenHashes.map((hash) => {
      const invitation = byHash.get(hash)
      return invitation ? { stratum: invitation.stratum_code, used: invitation.redeemed } : new Refusal('invitation-unknown')
    })
  })
})

/**
 * One link, one signature; the same blinded ballot again gives the same signature, so that a lost connection costs nobody the vote. What a link is used for is
 * written down first and signed afterwards, outside the transaction, which nobody then has to wait for.
 */
export const signBallotRoute = serveOutside(signBallot, async ({ services, scene, input }) => {
  const { institutionId, now } = scene
  const today = dayIn(services.config.timeZone, now)
  const { stratum, privateKey } = await entitling.take(placeOf(services, institutionId, input.waveId, today), {
    services,
    institutionId,
    today,
    input,
  })
  const signature = await signSoon(privateKey, Buffer.from(input.blinded, 'base64'))
  if (!signature) throw new Refusal('ballot-forged')
  return { stratum, signature: signature.toString('base64') } satisfies Signature
})

const placeOf = ({ database }: Services, institutionId: string, waveId: string, today: string) => ({
  database,
  key: `${institutionId} ${waveId} ${today}`,
})

type Entitled = { readonly stratum: string; readonly privateKey: string }
type ToEntitle = Asking<InputOf<typeof signBallot>>

const entitling = new Gathering<ToEntitle, Entitled>(MOST_TOGETHER, (batch) => {
  const [first] = batch
  if (!first) return Promise.resolve([])
  return first.services.database.inInstitution(first.institutionId, (tx) => entitle(tx, first, batch))
})

async function entitle(tx: Tx, { institutionId, today, input }: ToEntitle, batch: readonly ToEntitle[]): Promise<(Entitled | Refusal)[]> {
  const wave = await takingWave(tx, institutionId, input.waveId, today)
  const asked = batch.map(({ input: one }) => ({ tokenHash: hashed(one.token), blinded: one.blinded, blindedHash: hashed(one.blinded) }))
  const tokenHashes = asked.map((one) => one.tokenHash)
  let judged: readonly (Entitled | Refusal)[] = []
  const usedFor = await redeemForBallots(tx, { institutionId, waveId: wave.wave_id }, tokenHashes, (known) => {
    judged = judge(asked, known)
    // the first that asks decides what a link is used for, in this batch too
    const fit = asked.filter((_, at) => !(judged[at] instanceof Refusal))
    return new Map(fit.toReversed().map((one) => [one.tokenHash, one.blindedHash]))
  })
  return judged.map((one, at) =>
    one instanceof Refusal || usedFor.get(asked[at]?.tokenHash ?? '') === asked[at]?.blindedHash ? one : new Refusal('invitation-used'),
  )
}

type Asked = { readonly tokenHash: string; readonly blinded: string }

function judge(asked: readonly Asked[], { invitations, keys }: ToSign): (Entitled | Refusal)[] {
  const signers = new Map([...keys].map(([stratum, key]) => [stratum, { key, signer: signerOf(key) }]))
  return asked.map(({ tokenHash, blinded }) => {
    const stratum = invitations.get(tokenHash)
    if (stratum === undefined) return new Refusal('invitation-unknown')
    const fit = signers.get(stratum)
    if (!fit) return new Refusal('ballot-way-wrong')
    if (!canBeSigned(fit.signer, Buffer.from(blinded, 'base64'))) return new Refusal('ballot-forged')
    return { stratum, privateKey: fit.key }
  })
}
