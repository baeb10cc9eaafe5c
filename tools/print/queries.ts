import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ROLES } from '@milepost/access/actor'
import { sql } from 'kysely'
import { playDemoYear } from '../../server/demo/playDemoYear.ts'
import { readConfig } from '../../server/platform/config/config.ts'
import { databaseOn } from '../../server/platform/database/database.ts'
import { openEmbeddedEngine } from '../../server/platform/database/embedded/embeddedEngine.ts'
import type { Services } from '../../server/platform/http/services.ts'
import { openLibrary } from '../../server/platform/library.ts'
import { ROUTES } from '../../server/routes.ts'
import { statementOf, statementsByVerb } from './statements.ts'

/**
 * Plays the demo year on a database in memory, then asks every reading endpoint, and prints every statement the program sent, once each.
 * It takes a minute or more, so it is not part of `npm run print`.
 */

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const deadlineMs = 120_000
const statements = new Set<string>()
const engine = await openEmbeddedEngine({ deadlineMs })
const database = databaseOn(engine, {
  migrations: root('server/migrations'),
  deadlineMs,
  onQuery: (text) => statements.add(statementOf(text)),
})
await database.migrate()
statements.clear()
const services: Services = {
  database,
  library: await openLibrary(root('library')),
  config: readConfig({}),
  now: () => new Date('2026-11-20T02:00:00Z'),
}
await playDemoYear(services, ({ en }) => console.log(en))
console.log(`${await readEverything(services)} reading endpoints answered`)
await database.close()

const file = root('docs/printed/queries.md')
const text = statementsByVerb([...statements])
if (!process.argv.includes('--check')) await writeFile(file, text)
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error(`${file} is stale: run npm run queries`)
  process.exitCode = 1
}

/** Every GET with the identifiers of the demo year, as somebody who holds every role and is somebody on the staff; how many answered. */
async function readEverything({ database, now }: Services): Promise<number> {
  const institutionId = await database.asOwner(
    async (tx) => (await tx.selectFrom('institution').select('institution_id').executeTakeFirstOrThrow()).institution_id,
  )
  const known = await database.inInstitution(institutionId, async (tx) => {
    const { rows } = await sql<{ name: string; id: string }>`
      select 'cycleId' as name, cycle_id::text as id from cycle where year = 2025
      union all select 'personId', (select person_id::text from appraisal where state = 'final' limit 1)
      union all select 'scorecardId', (select scorecard_id::text from scorecard order by published_at limit 1)
      union all select 'cardId', (select card_id::text from card where person_id is not null limit 1)
      union all select 'periodId', (select period_id::text from period limit 1)
      union all select 'waveId', (select wave_id::text from wave limit 1)
      union all select 'questionnaireId', (select questionnaire_id::text from questionnaire limit 1)
      union all select 'choiceId', (select choice_id::text from choice limit 1)
      union all select 'valueId', (select value_id::text from measure_value limit 1)
      union all select 'appraisalId', (select appraisal_id::text from appraisal limit 1)
      union all select 'poolId', (select pool_id::text from pay_pool limit 1)
      union all select 'publicationId', (select publication_id::text from publication limit 1)`.execute(tx)
    return Object.fromEntries(rows.map(({ name, id }) => [name, id]))
  })
  const account = await database.inInstitution(institutionId, (tx) =>
    tx.selectFrom('account').select(['account_id', 'person_id']).where('person_id', 'is not', null).limit(1).executeTakeFirstOrThrow(),
  )
  const units = await database.inInstitution(institutionId, (tx) => tx.selectFrom('unit').select('unit_id').execute())
  const actor = {
    accountId: account.account_id,
    personId: account.person_id,
    name: 'print',
    roles: ROLES.filter((role) => role !== 'public'),
    unitId: units[0]?.unit_id ?? null,
    headedUnitIds: units.map(({ unit_id }) => unit_id),
  }
  const common = { ...known, year: 2025, language: 'en', format: 'csv', search: 'a', code: 'PS01' }
  let answered = 0
  for (const route of ROUTES.filter(({ endpoint }) => endpoint.method === 'GET')) {
    const input = Object.fromEntries(Object.entries(common).filter(([name]) => name in route.endpoint.input.shape))
    await route.perform(services, { institutionId, actor, input, now: now() }).then(
      () => {
        answered += 1
      },
      () => undefined,
    )
  }
  return answered
}
