import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, for cookies and one-time links. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
