import type { Role } from '@milepost/access/actor'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import type { StageCode } from '@milepost/terms/cycle'
import type { FastifyInstance } from 'fastify'
import { cookieRoutes } from '../institution/session/cookieRoutes.ts'
import { readConfig } from '../platform/config/config.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { buildApp } from '../platform/http/app.ts'
import type { Problem } from '../platform/http/problem.ts'
import { ACT_KEY } from '../platform/http/sentAct.ts'
import type { Services } from '../platform/http/services.ts'
import { openLibrary } from '../platform/library.ts'
import { newId } from '../platform/newId.ts'
import { openSession } from '../platform/session/sessionStore.ts'
import { openTestDatabase } from '../platform/testing/testDatabase.ts'
import { ROUTES } from '../routes.ts'

/** The whole program over HTTP on a fresh database: real cookies, real transactions, no mocks. */
export type TestApp = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly services: Services
  readonly institutionId: string
  /** Set the clock: every later call happens at this instant. */
  setNow(iso: string): void
  /** A new signed-in account with these roles, optionally a person's. */
  signIn(roles: readonly Role[], given?: { personId?: string; name?: string }): Promise<Client>
  readonly visitor: Client
  inInstitution<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Puts a cycle where a test begins, without walking there. */
  standAt(cycleId: string, stage: StageCode | 'closed'): Promise<void>
  close(): Promise<void>
}

type Answer<T> = { readonly status: number; readonly body: T; readonly problem: Problem | null; readonly bytes: Buffer }
export type Client = {
  readonly accountId: string | null
  /** For a request made by hand. */
  readonly cookie: string | null
  /** Sends the request and gives the status and body, refused or not. */
  ask<E extends Endpoint>(endpoint: E, input: InputOf<E>, file?: { name: string; bytes: Uint8Array | string }): Promise<Answer<OutputOf<E>>>
  /** The same account, naming each of its acts by this key: a phone that sends something again. */
  keyed(key: string): Client
  /** Sends the request and expects it to succeed. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, file?: { name: string; bytes: Uint8Array | string }): Promise<OutputOf<E>>
}

export async function openTestApp(): Promise<TestApp> {
  const database = await openTestDatabase()
  let now = new Date('2026-03-02T01:00:00Z')
  const services: Services = { database, library: await openLibrary('library'), config: readConfig({}), now: () => now }
  const app = await buildApp({ services, routes: ROUTES, extra: cookieRoutes(services), logLevel: 'silent' })
  const institutionId = newId()
  await database.asOwner((tx) =>
    tx
      .insertInto('institution')
      .values({ institution_id: institutionId, code: 'TEST', name_zh: '测试公路局', name_en: 'Test Highway Bureau' })
      .execute(),
  )
  return {
    app,
    database,
    services,
    institutionId,
    setNow: (iso) => {
      now = new Date(iso)
    },
    signIn: async (roles, given = {}) => {
      const accountId = newId()
      const token = await database.inInstitution(institutionId, async (tx) => {
        await tx
          .insertInto('account')
          .values({
            institution_id: institutionId,
            account_id: accountId,
            username: `u-${accountId}`,
            display_name: given.name ?? roles.join('+'),
            roles: [...roles],
            person_id: given.personId ?? null,
            created_at: now,
          })
          .execute()
        return openSession(tx, { institutionId, accountId, now })
      })
      return client(app, accountId, `milepost=${institutionId}.${token}`)
    },
    visitor: client(app, null, null),
    inInstitution: (work) => database.inInstitution(institutionId, work),
    standAt: async (cycleId, stage) => {
      await database.inInstitution(institutionId, (tx) =>
        tx.updateTable('cycle').set({ stage }).where('institution_id', '=', institutionId).where('cycle_id', '=', cycleId).execute(),
      )
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

function client(app: FastifyInstance, accountId: string | null, cookie: string | null, key?: string): Client {
  const ask: Client['ask'] = async (endpoint, input, file) => {
    const { url, rest } = fillPath(endpoint, input)
    const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
    const body = file
      ? multipart(rest, file)
      : inQuery
        ? null
        : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(rest) }
    const response = await app.inject({
      method: endpoint.method,
      url,
      ...(inQuery ? { query: Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)])) } : {}),
      headers: { 'x-milepost': '1', ...(cookie ? { cookie } : {}), ...(key ? { [ACT_KEY]: key } : {}), ...body?.headers },
      ...(body ? { payload: body.payload } : {}),
    })
    const json = String(response.headers['content-type']).includes('json') ? response.json() : null
    return { status: response.statusCode, body: json, problem: response.statusCode >= 400 ? json : null, bytes: response.rawPayload }
  }
  return {
    accountId,
    cookie,
    ask,
    keyed: (again) => client(app, accountId, cookie, again),
    call: async (endpoint, input, file) => {
      const answer = await ask(endpoint, input, file)
      if (answer.status >= 400) throw new Error(`${endpoint.name}: ${answer.status} ${JSON.stringify(answer.problem)}`)
      return answer.body
    },
  }
}

function fillPath(endpoint: Endpoint, input: Readonly<Record<string, unknown>>) {
  const rest: Record<string, unknown> = { ...input }
  const url = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  for (const [key, value] of Object.entries(rest)) if (value === undefined) delete rest[key]
  return { url, rest }
}

function multipart(input: object, file: { name: string; bytes: Uint8Array | string }) {
  const boundary = 'milepost-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="input"\r\n\r\n${JSON.stringify(input)}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(file.bytes as Uint8Array), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload }
}
