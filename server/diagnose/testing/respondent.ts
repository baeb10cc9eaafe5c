import { randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { castBallot, readBallot, readInvitation, signBallot } from '@milepost/contract/diagnose/ballots'
import type { Client } from '../../testing/testApp.ts'

const suite = RSABSSA.SHA384.PSS.Deterministic()
const coded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

export type Signed = { readonly stratum: string; readonly serial: string; readonly signature: string; readonly blinded: string }

/** What the answering page does in the browser: a random number, blinded, signed by link, unblinded. */
export async function obtainBallot(visitor: Client, given: { waveId: string; token: string }): Promise<Signed> {
  const { stratum } = await visitor.call(readInvitation, given)
  const key = await publicKeyOf(visitor, given.waveId, stratum)
  const serial = new Uint8Array(randomBytes(32))
  const { blindedMsg, inv } = await suite.blind(key, serial)
  const blinded = coded(blindedMsg)
  const answer = await visitor.call(signBallot, { ...given, blinded })
  const signature = await suite.finalize(key, serial, new Uint8Array(Buffer.from(answer.signature, 'base64')), inv)
  return { stratum, serial: coded(serial), signature: coded(signature), blinded }
}

async function publicKeyOf(visitor: Client, waveId: string, stratum: string) {
  const { strata } = await visitor.call(readBallot, { waveId })
  const spki = Buffer.from(strata.find((one) => one.code === stratum)?.key ?? '', 'base64')
  return crypto.subtle.importKey('spki', new Uint8Array(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
}

export const cast = (visitor: Client, waveId: string, signed: Signed, answers: Record<string, string>) =>
  visitor.ask(castBallot, {
    waveId,
    stratum: signed.stratum,
    by: { kind: 'signature', serial: signed.serial, signature: signed.signature },
    language: 'zh',
    minutes: 4,
    answers,
  })

export const tokenOf = (path: string): string => path.split('#')[1] ?? ''
