/**
 * Who asks. An actor is one signed-in account in one institution, with the posts it holds today.
 * `public` is the actor of somebody who has not signed in.
 */
export const ROLES = [
  'performance-office',
  'leader',
  'unit-head',
  'employee',
  'discipline',
  'system-admin',
  'security-admin',
  'audit-admin',
  'authority',
  'public',
] as const

export type Role = (typeof ROLES)[number]

export type Actor = {
  readonly accountId: string | null
  readonly personId: string | null
  readonly name: string
  readonly roles: readonly Role[]
  /** The unit of the actor's primary post today. */
  readonly unitId: string | null
  /** Units the actor heads today, with every unit below them. */
  readonly headedUnitIds: readonly string[]
}

export const THE_PUBLIC: Actor = { accountId: null, personId: null, name: '', roles: ['public'], unitId: null, headedUnitIds: [] }
