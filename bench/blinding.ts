import { constants, createHash, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'

/** The respondent's side of RSABSSA-SHA384-PSS-Deterministic (RFC 9474) with the machine's own arithmetic, so that a load can be prepared in seconds. */
export type Prepared = { readonly serial: string; readonly blinded: string; readonly unblind: (signature: string) => string }

const SALT = 48
const sha384 = (...parts: readonly Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha384')).digest()

export function prepareBallot(key: KeyObject): Prepared {
  const modulus = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url')
  const n = numberOf(modulus)
  const serial = randomBytes(32)
  const message = numberOf(encoded(serial, modulus.length * 8 - 1))
  const r = numberOf(randomBytes(modulus.length)) % n
  const opened = inverse(r, n)
  const raised = numberOf(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytesOf(r, modulus.length)))
  return {
    serial: serial.toString('base64'),
    blinded: bytesOf((message * raised) % n, modulus.length).toString('base64'),
    unblind: (signature) => bytesOf((numberOf(Buffer.from(signature, 'base64')) * opened) % n, modulus.length).toString('base64'),
  }
}

/** EMSA-PSS (RFC 8017, 9.1.1). */
function encoded(message: Uint8Array, bits: number): Buffer {
  const length = Math.ceil(bits / 8)
  const salt = randomBytes(SALT)
  const hash = sha384(new Uint8Array(8), sha384(message), salt)
  const block = Buffer.concat([Buffer.alloc(length - SALT - hash.length - 2), Buffer.of(1), salt])
  const mask = maskOf(hash, block.length)
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return Buffer.concat([masked, hash, Buffer.of(0xbc)])
}

function maskOf(seed: Uint8Array, length: number): Buffer {
  const parts: Buffer[] = []
  for (let counter = 0; parts.reduce((sum, part) => sum + part.length, 0) < length; counter++) {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(counter)
    parts.push(sha384(seed, four))
  }
  return Buffer.concat(parts)
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const bytesOf = (value: bigint, length: number): Buffer => Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex')

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n]
  while (b > 0n) {
    const whole = a / b
    ;[a, b, x, y] = [b, a - whole * b, y, x - whole * y]
  }
  return ((x % modulus) + modulus) % modulus
}
