import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's defaults (19 MiB, 2 passes): about 45 ms. Always outside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** An unknown account costs the same time as a known one, so that names cannot be probed by the clock. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$+adQzzfLlc0tYMhdGSyH9g$7nDVcUgNh6p9kweQbBS5ldaoXUxq7s0nyRan2JCrx90'

export async function passwordIsRight(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    await verify(DECOY, password).catch(() => false)
    return false
  }
  return verify(stored, password)
}

/** At least 10 characters, two of letters, digits and symbols, not containing the user name. */
export function passwordIsStrong(password: string, username: string): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  return password.length >= 10 && kinds >= 2 && !password.toLowerCase().includes(username.toLowerCase())
}
