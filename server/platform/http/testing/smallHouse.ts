import type { Role } from '@milepost/access/actor'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '../../config/config.ts'
import type { Database } from '../../database/database.ts'
import { readLibrary } from '../../library.ts'
import { newId } from '../../newId.ts'
import { openSession } from '../../session/sessionStore.ts'
import { openTestDatabase } from '../../testing/testDatabase.ts'
import { buildApp } from '../app.ts'
import type { Route } from '../serve.ts'
import type { Services } from '../services.ts'

/** The platform with a few endpoints of a test's own, over a real database. */
export type SmallHouse = {
  readonly app: FastifyInstance
  readonly services: Services
  readonly database: Database
  readonly institutionId: string
  setNow(iso: string): void
  /** The headers of a signed-in account of ours. */
  headersOf(roles: readonly Role[]): Promise<Record<string, string>>
  addInstitution(code: string): Promise<string>
  close(): Promise<void>
}

export async function openSmallHouse(
  routes: readonly Route[],
  given: { webFolder?: string; env?: Record<string, string> } = {},
): Promise<SmallHouse> {
  const database = await openTestDatabase()
  let now = new Date('2026-03-02T01:00:00Z')
  const services: Services = { database, library: await readLibrary(), config: readConfig(given.env ?? {}), now: () => now }
  const app = await buildApp({ services, routes, logLevel: 'silent', ...(given.webFolder ? { webFolder: given.webFolder } : {}) })
  const addInstitution = async (code: string) => {
    const institutionId = newId()
    await database.asOwner((tx) =>
      tx.insertInto('institution').values({ institution_id: institutionId, code, name_zh: code, name_en: code }).execute(),
    )
    return institutionId
  }
  const institutionId = await addInstitution('HOUSE')
  return {
    app,
    services,
    database,
    institutionId,
    setNow: (iso) => {
      now = new Date(iso)
    },
    headersOf: async (roles) => {
      const accountId = newId()
      const token = await database.inInstitution(institutionId, async (tx) => {
        const row = { username: accountId, display_name: roles.join('+'), roles: [...roles], created_at: now }
        await tx
          .insertInto('account')
          .values({ institution_id: institutionId, account_id: accountId, ...row })
          .execute()
        return openSession(tx, { institutionId, accountId, now })
      })
      return { cookie: `milepost=${institutionId}.${token}`, 'x-milepost': '1' }
    },
    addInstitution,
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
