import type { Asked, Place } from './asked.ts'
import { blindNumber, randomNumber, unblind } from './blind.ts'
import type { Draft } from './draft.ts'
import { askSignature, Refused, readLink, sendBallot } from './wire.ts'

/** Each step is kept before the next, so that whatever breaks off, trying again goes on from there. `keep` returns the draft as kept. */
export async function send(asked: Asked, place: Place, start: Draft, keep: (draft: Draft) => Draft): Promise<void> {
  let draft = start
  const body = () => ({
    language: draft.language,
    minutes: Math.min(60, Math.max(0, Math.round((Date.now() - draft.startedAt) / 60_000))),
    answers: draft.answers,
  })
  if (asked.sharedLink) {
    if (!draft.blinded) draft = keep({ ...draft, blinded: { serial: randomNumber(), blinded: '', inverse: '' } })
    return deliver(place, { ...body(), stratum: draft.stratum, by: { kind: 'shared', serial: draft.blinded?.serial } })
  }
  if (asked.mode !== 'anonymous') {
    const { stratum } = await readLink(place)
    return deliver(place, { ...body(), stratum, by: { kind: 'token', token: place.token } })
  }
  if (!draft.stratum) draft = keep({ ...draft, stratum: (await readLink(place)).stratum })
  const key = asked.strata.find((one) => one.code === draft.stratum)?.key ?? ''
  const blinded = draft.blinded ?? (await blindNumber(key))
  if (!draft.blinded) draft = keep({ ...draft, blinded })
  if (!draft.signature) {
    const { signature } = await askSignature(place, blinded.blinded)
    draft = keep({ ...draft, signature: await unblind(key, blinded, signature) })
  }
  return deliver(place, {
    ...body(),
    stratum: draft.stratum,
    by: { kind: 'signature', serial: blinded.serial, signature: draft.signature },
  })
}

/** "Spent" after a lost answer means that the first try had arrived. */
async function deliver(place: Place, ballot: object): Promise<void> {
  try {
    await sendBallot(place, ballot)
  } catch (fault) {
    if (fault instanceof Refused && fault.code === 'ballot-spent') return
    throw fault
  }
}
