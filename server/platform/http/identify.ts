import { type Actor, THE_PUBLIC } from '@milepost/access/actor'
import { Refusal } from '@milepost/contract/refusals'
import type { Database } from '../database/database.ts'
import { findActor } from '../session/findActor.ts'
import { findSessionAccount } from '../session/sessionStore.ts'
import { dayIn } from './clock.ts'
import type { Services } from './services.ts'

export const COOKIE = 'milepost'

export type Identity = { readonly institutionId: string; readonly actor: Actor; readonly token: string | null }

/** The cookie holds the institution and the token; a cookie moved to another institution finds nothing. */
export async function identify(
  services: Services,
  given: { cookie: string | undefined; institutionCode: string | undefined },
): Promise<Identity> {
  const [institutionId, token] = given.cookie?.split('.') ?? []
  if (institutionId && token && isUuid(institutionId)) {
    const now = services.now()
    const actor = await services.database.inInstitution(institutionId, async (tx) => {
      const accountId = await findSessionAccount(tx, { institutionId, token, now, idleMinutes: services.config.idleMinutes })
      return accountId === null ? null : findActor(tx, institutionId, accountId, dayIn(services.config.timeZone, now))
    })
    if (actor) return { institutionId, actor, token }
  }
  return { institutionId: await findInstitution(services, given.institutionCode), actor: THE_PUBLIC, token: null }
}

const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** An institution's code and age never change, so one that was found is not looked for again. */
const found = new WeakMap<Database, Map<string | undefined, string>>()

/** Before anybody has signed in: the institution named, or the oldest one of the installation. */
export async function findInstitution(services: Services, code: string | undefined): Promise<string> {
  const known = found.get(services.database) ?? new Map<string | undefined, string>()
  found.set(services.database, known)
  const institutionId = known.get(code) ?? (await lookUpInstitution(services, code))
  known.set(code, institutionId)
  return institutionId
}

async function lookUpInstitution(services: Services, code: string | undefined): Promise<string> {
  const rows = await services.database.asOwner((tx) =>
    tx.selectFrom('institution').select(['institution_id', 'code']).orderBy('created_at').orderBy('institution_id').execute(),
  )
  const row = code === undefined ? rows[0] : rows.find((one) => one.code === code)
  if (!row) throw new Refusal('not-found')
  return row.institution_id
}
