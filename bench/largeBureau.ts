import { openAppraisals } from '@milepost/contract/appraise/appraisals'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import { openCalendarYear } from '@milepost/contract/institution/calendar'
import { createCycle, readCycles } from '@milepost/contract/institution/cycles'
import { importPeople, readPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import { sql } from 'kysely'
import { cookieRoutes } from '../server/institution/session/cookieRoutes.ts'
import { readConfig } from '../server/platform/config/config.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { buildApp } from '../server/platform/http/app.ts'
import { openLibrary } from '../server/platform/library.ts'
import { newId } from '../server/platform/newId.ts'
import { openSession } from '../server/platform/session/sessionStore.ts'
import { ROUTES } from '../server/routes.ts'

/** A bureau of 60 units, whose year 2025 is appraised, with everybody signed in: what a load or a measurement begins with. */
export type LargeBureau = Awaited<ReturnType<typeof openLargeBureau>>
type Where = { readonly folder: string } | { readonly databaseUrl: string }

export const UNITS = 60
const NOW = '2026-01-12T01:00:00Z'

export async function openLargeBureau(where: Where, people: number, begin: 'appraised' | 'not-appraised' = 'appraised') {
  const database = await openDatabase({ ...where, migrations: 'server/migrations' })
  await database.migrate()
  const services = { database, library: await openLibrary('library'), config: readConfig({ MILEPOST_PORT: '0' }), now: () => new Date(NOW) }
  const app = await buildApp({ services, routes: ROUTES, extra: cookieRoutes(services), logLevel: 'silent' })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const institutionId = newId()
  await database.asOwner((tx) =>
    tx.insertInto('institution').values({ institution_id: institutionId, code: 'BENCH', name_zh: '局', name_en: 'Bureau' }).execute(),
  )
  const signIn = async (given: readonly { readonly personId: string | null; readonly roles: readonly string[] }[]) =>
    database.inInstitution(institutionId, async (tx) => {
      const cookies: string[] = []
      const accounts = given.map(({ personId, roles }) => ({ accountId: newId(), personId, roles }))
      for (let at = 0; at < accounts.length; at += 500)
        await tx
          .insertInto('account')
          .values(
            accounts.slice(at, at + 500).map(({ accountId, personId, roles }) => ({
              ...{ institution_id: institutionId, account_id: accountId, username: `u-${accountId}`, display_name: 'x' },
              ...{ roles: [...roles], person_id: personId, created_at: services.now() },
            })),
          )
          .execute()
      for (const { accountId } of accounts)
        cookies.push(`milepost=${institutionId}.${await openSession(tx, { institutionId, accountId, now: services.now() })}`)
      return cookies
    })
  const callAs =
    (cookie: string) =>
    async <E extends Endpoint>(endpoint: E, input: InputOf<E>, csv?: string): Promise<OutputOf<E>> => {
      const rest: Record<string, unknown> = { ...(input as object) }
      const url = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => {
        const value = String(rest[name])
        delete rest[name]
        return value
      })
      const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
      const query = inQuery ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))}` : ''
      const body = csv === undefined ? JSON.stringify(rest) : formOf(rest, csv)
      const answer = await fetch(`${address}${url}${query}`, {
        method: endpoint.method,
        headers: {
          cookie,
          'x-milepost': '1',
          origin: address,
          ...(csv === undefined && !inQuery ? { 'content-type': 'application/json' } : {}),
        },
        ...(inQuery ? {} : { body }),
      })
      if (!answer.ok) throw new Error(`${endpoint.name}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as OutputOf<E>
    }
  const [cookie = ''] = await signIn([{ personId: null, roles: ['performance-office'] }])
  const office = callAs(cookie)
  await office(importUnits, { step: 'save' }, unitsFile())
  await office(
    importPosts,
    { step: 'save' },
    '岗位编码,岗位名称,英文名称,岗位类别,岗位系数\nKZ,科长,Head,管理岗位,1.2\nYHG,养护工,Worker,工勤技能岗位,1',
  )
  await office(importPeople, { step: 'save' }, peopleFile(people))
  await office(openCalendarYear, { year: 2026 })
  const year = { year: 2025, name: { zh: '2025', en: '2025' }, startsOn: '2025-01-01', endsOn: '2025-12-31' }
  await office(createCycle, year)
  const cycleId = (await office(readCycles, {})).cycles[0]?.cycleId ?? ''
  await database.inInstitution(institutionId, (tx) =>
    tx.updateTable('cycle').set({ stage: 'appraise' }).where('cycle_id', '=', cycleId).execute(),
  )
  if (begin === 'appraised') await office(openAppraisals, { cycleId, daysElsewhere: [] })
  const staff = (await office(readPeople, {})).people
  return {
    database,
    services,
    app,
    address,
    institutionId,
    cycleId,
    office,
    callAs,
    signIn,
    staff,
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** What either database does by itself within a minute of so large an import. */
export const gatherStatistics = ({ database }: Pick<LargeBureau, 'database'>): Promise<unknown> =>
  database.asOwner((tx) => sql`analyze`.execute(tx))

function formOf(rest: object, csv: string): FormData {
  const form = new FormData()
  form.append('input', JSON.stringify(rest))
  form.append('file', new Blob([csv]), 'file.csv')
  return form
}

const unitsFile = () =>
  [
    '部门编码,部门名称,英文名称,部门类型,上级部门编码,排序',
    'JU,局,Bureau,局（中心）,,0',
    ...Array.from({ length: UNITS }, (_, at) => `U${at},第${at}科,Office ${at},科室,JU,${at + 1}`),
  ].join('\n')

/** The first person of a unit heads it. */
const peopleFile = (people: number) =>
  [
    '职工编号,姓名,部门编码,岗位编码,是否部门负责人,入职日期,离职日期,是否首次就业',
    ...Array.from(
      { length: people },
      (_, at) => `${10_000 + at},职工${at},U${at % UNITS},${at < UNITS ? 'KZ' : 'YHG'},${at < UNITS ? '是' : '否'},2015-07-01,,否`,
    ),
  ].join('\n')
