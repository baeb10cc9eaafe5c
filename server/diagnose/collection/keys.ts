import { constants, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, privateDecrypt, verify } from 'node:crypto'
import { promisify } from 'node:util'

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the number of a ballot is random already, so the message needs no prefix of its own. */
const MODULUS_BITS = 2048
const SALT_BYTES = 48

/** A new pair for one stratum of one wave: it signs ballots and serves nothing else. */
export async function newSigningPair(): Promise<{ publicKey: string; privateKey: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS, publicExponent: 65537 })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Whether a blinded message is a number below the modulus, which is all that can be asked of it. */
export function canBeSigned(privateKey: KeyObject, blinded: Buffer): boolean {
  const modulus = modulusOf(privateKey)
  return blinded.length === modulus.length && blinded.compare(modulus) < 0
}

const moduli = new WeakMap<KeyObject, Buffer>()
function modulusOf(key: KeyObject): Buffer {
  const modulus = moduli.get(key) ?? Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n ?? '', 'base64url')
  moduli.set(key, modulus)
  return modulus
}

/** The raw RSA signature of a blinded message, or null when it is not a number below the modulus. What is signed cannot be seen. */
export function blindSign(privateKey: KeyObject, blinded: Buffer): Buffer | null {
  try {
    return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded)
  } catch {
    return null
  }
}

export const signerOf = (privateKey: string): KeyObject => createPrivateKey(privateKey)
export const verifierOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })

/** Whether this ballot number carries a signature of the stratum this key belongs to. */
export function isSignedBy(key: KeyObject, serial: Buffer, signature: Buffer): boolean {
  return verify('sha384', serial, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }, signature)
}
