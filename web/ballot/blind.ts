import { RSABSSA } from '@cloudflare/blindrsa-ts'

/** RFC 9474 in the browser: the number of the ballot is blinded before the server signs it, and unblinded afterwards. */
const suite = RSABSSA.SHA384.PSS.Deterministic()

/** What is kept until the ballot has arrived, so that a lost connection neither costs the vote nor gives a second one. */
export type Blinded = { readonly serial: string; readonly blinded: string; readonly inverse: string }

export async function blindNumber(spki: string): Promise<Blinded> {
  const serial = crypto.getRandomValues(new Uint8Array(32))
  const { blindedMsg, inv } = await suite.blind(await keyOf(spki), serial)
  return { serial: coded(serial), blinded: coded(blindedMsg), inverse: coded(inv) }
}

/** Throws when the signature is not one of this key: then nothing is sent. */
export async function unblind(spki: string, kept: Blinded, signature: string): Promise<string> {
  return coded(await suite.finalize(await keyOf(spki), bytes(kept.serial), bytes(signature), bytes(kept.inverse)))
}

export const randomNumber = (): string => coded(crypto.getRandomValues(new Uint8Array(32)))

const keyOf = (spki: string) => crypto.subtle.importKey('spki', bytes(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])

function coded(from: Uint8Array): string {
  let text = ''
  for (const byte of from) text += String.fromCharCode(byte)
  return btoa(text)
}
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text)
  const out = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at++) out[at] = raw.charCodeAt(at)
  return out
}
