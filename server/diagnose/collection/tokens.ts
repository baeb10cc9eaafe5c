import { createHash, randomBytes } from 'node:crypto'

/** 128 bits, as 22 characters of a link. */
export const newToken = (): string => randomBytes(16).toString('base64url')
export const hashed = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** The token stands behind the "#", which browsers never send to a server. */
export const linkOf = (given: { code: string; waveId: string; token?: string }): string =>
  `/b/${given.code}/${given.waveId}${given.token ? `#${given.token}` : ''}`
