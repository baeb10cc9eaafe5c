import { randomUUID } from 'node:crypto'
import { castBallot } from '@milepost/contract/diagnose/ballots'
import type { InputOf } from '@milepost/contract/endpoint'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import type { Services } from '../../platform/http/services.ts'
import { isSignedBy, verifierOf } from '../collection/keys.ts'
import { findByToken, redeem } from '../collection/rosterData.ts'
import { hashed } from '../collection/tokens.ts'
import { storeAnswers } from '../waves/storedAnswers.ts'
import { type Cast, putSheets, takeIn } from './ballotData.ts'
import { Gathering } from './gathering.ts'
import { readBallotAnswers } from './readBallotAnswers.ts'
import { takingWaveAsked } from './takingWave.ts'

type Ballot = InputOf<typeof castBallot>
type By = Ballot['by']
type Asked = Awaited<ReturnType<typeof takingWaveAsked>>
type Sent = { readonly services: Services; readonly institutionId: string; readonly today: string; readonly ballot: Ballot }
type Here = { readonly institutionId: string; readonly waveId: string }
type Verdict = typeof DONE | Refusal

/** The most ballots saved in one transaction: a few tenths of a second at worst for whoever came just too late for it. */
const MOST_TOGETHER = 200

/** Takes a ballot in. Whoever sends it is not asked for a name: a signed number, one's link, or an open link entitles to it. */
export const castBallotRoute = serveOutside(castBallot, async ({ services, scene, input }) => {
  const { institutionId, now } = scene
  const today = dayIn(services.config.timeZone, now)
  const place = { database: services.database, key: `${institutionId} ${input.waveId} ${today}` }
  return arriving.take(place, { services, institutionId, today, ballot: input })
})

const arriving = new Gathering<Sent, typeof DONE>(MOST_TOGETHER, (batch) => {
  const [first] = batch
  if (!first) return Promise.resolve([])
  return first.services.database.inInstitution(first.institutionId, (tx) => castTogether(tx, first, batch))
})

async function castTogether(tx: Tx, { institutionId, today, ballot }: Sent, batch: readonly Sent[]): Promise<Verdict[]> {
  const asked = await takingWaveAsked(tx, institutionId, ballot.waveId, today)
  const here = { institutionId, waveId: asked.wave.wave_id }
  const verifiers = new Map(asked.strata.flatMap((one) => (one.ballot_key ? [[one.code, verifierOf(one.ballot_key)] as const] : [])))
  const signed = (code: string, by: Extract<By, { kind: 'signature' }>): boolean => {
    const verifier = verifiers.get(code)
    return verifier !== undefined && isSignedBy(verifier, Buffer.from(by.serial, 'base64'), Buffer.from(by.signature, 'base64'))
  }
  const judged = batch.map(({ ballot: one }) => judge(asked, one, signed))
  // a link names its invitation: one after the other, under a lock of its own
  const byLink = new Map<Sent, Verdict>()
  for (const [at, one] of batch.entries()) {
    const cast = judged[at]
    if (!cast || cast instanceof Refusal || one.ballot.by.kind !== 'token') continue
    byLink.set(one, await takeByLink(tx, { ...here, asked, today }, one.ballot.by.token, cast).then(() => DONE, refusalOf))
  }
  const unnamed = batch.flatMap((one, at) => {
    const cast = judged[at]
    return !cast || cast instanceof Refusal || one.ballot.by.kind === 'token'
      ? []
      : [{ sent: one, serialHash: hashed(Buffer.from(one.ballot.by.serial, 'base64')), stratum: one.ballot.stratum, cast }]
  })
  const taken = new Set(unnamed.length === 0 ? [] : [...(await takeIn(tx, here, unnamed))].map((one) => one.sent))
  return batch.map((one, at) => {
    const cast = judged[at]
    if (cast instanceof Refusal) return cast
    return byLink.get(one) ?? (taken.has(one) ? DONE : new Refusal('ballot-spent'))
  })
}

function refusalOf(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault
  throw fault
}

/** What counts of a ballot, or why it does not. */
function judge(asked: Asked, ballot: Ballot, signed: (stratum: string, by: Extract<By, { kind: 'signature' }>) => boolean): Cast | Refusal {
  const stratum = asked.strata.find((one) => one.code === ballot.stratum)
  if (!stratum) return new Refusal('ballot-level-unknown')
  if (ballot.by.kind !== wayOf(asked.wave)) return new Refusal('ballot-way-wrong')
  if (ballot.by.kind === 'signature' && !signed(stratum.code, ballot.by)) return new Refusal('ballot-forged')
  const { instrument } = asked.questionnaire
  const { answers, texts, faults } = readBallotAnswers(instrument, ballot.answers)
  if (faults.length > 0) return new Refusal('input-invalid', { count: faults.length }, faults)
  return {
    language: ballot.language,
    minutes: ballot.minutes,
    channel: ballot.by.kind === 'shared' ? 'shared' : 'link',
    answers: storeAnswers(instrument, answers),
    texts,
  }
}

function wayOf(wave: Asked['wave']): By['kind'] {
  if (wave.shared_link) return 'shared'
  return wave.mode === 'anonymous' ? 'signature' : 'token'
}

/** Confidential: the tie is kept on the roster's side. Identified: the sheet names the person. */
async function takeByLink(tx: Tx, here: Here & { asked: Asked; today: string }, token: string, cast: Cast): Promise<void> {
  const found = await findByToken(tx, here, hashed(token))
  if (!found) throw new Refusal('invitation-unknown')
  if (found.redeemed) throw new Refusal('invitation-used')
  const isNamed = here.asked.wave.mode === 'identified'
  const sheetId = randomUUID()
  const personId = isNamed ? found.person_id : null
  await putSheets(tx, here, [{ sheetId, stratum: found.stratum_code, answeredOn: here.today, sourceKey: randomUUID(), personId, ...cast }])
  await redeem(tx, here, { invitationId: found.invitation_id, sheetId: isNamed ? null : sheetId })
}
