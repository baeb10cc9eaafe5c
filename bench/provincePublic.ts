import { publicSnapshot } from '@milepost/contract/open/publications'
import { expectedUnder } from '@milepost/statistics/expectedUnder'
import { sql } from 'kysely'
import { publishPublicationRoute } from '../server/open/publication/publish.ts'
import { readSideBySideRoute } from '../server/open/sideBySide/readSideBySide.ts'
import { contentHash } from '../server/platform/audit/canonicalJson.ts'
import { readConfig } from '../server/platform/config/config.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import type { Services } from '../server/platform/http/services.ts'
import { openLibrary } from '../server/platform/library.ts'
import { newId } from '../server/platform/newId.ts'
import { findPostgresBinaries } from '../server/platform/testing/postgresBinaries.ts'
import { startTemporaryCluster } from '../server/platform/testing/temporaryCluster.ts'
import { rankRanges } from '../web/open/sideBySide/rankRanges.ts'
import { type Line, report, timed } from './table.ts'

/**
 * A province: 200 institutions of 500 people each, on PostgreSQL. Every one publishes its year (the decision is recorded, the texts are
 * searched for the names of its 500 people, the snapshot's hash is checked, the act goes into its audit chain), then the authority
 * reads them side by side, ranks them with their ranges, and holds each measure against a condition. `npx tsx bench/provincePublic.ts [INSTITUTIONS] [PEOPLE]`
 */
const institutions = Number(process.argv[2] ?? 200)
const people = Number(process.argv[3] ?? 500)
const binaries = findPostgresBinaries()
if (binaries === undefined) throw new Error('PostgreSQL binaries were not found')
const cluster = await startTemporaryCluster(binaries)
const database = await openDatabase({ databaseUrl: cluster.url('admin', 'postgres'), migrations: 'server/migrations' })
await database.migrate()
const now = new Date('2026-03-04T02:00:00Z')
const services: Services = { database, library: await openLibrary('library'), config: readConfig({}), now: () => now }
const INSIDE = { units: [], grades: [], redLines: [] }
const actor = { accountId: null, personId: null, name: '局长', roles: ['leader', 'authority'] as const, unitId: null, headedUnitIds: [] }
const scene = { actor, now }

const MEASURES = Array.from({ length: 12 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`)
const drafts = await foundProvince()
const lines: Line[] = []
const began = performance.now()
await inGroups(drafts, 8, async ({ institutionId, publicationId }) => {
  await publishPublicationRoute.perform(services, {
    ...scene,
    institutionId,
    input: { publicationId, reason: { zh: '经集体审议，同意公开。', en: 'Examined and made public.' } },
  })
})
const published = performance.now() - began
lines.push({ what: `${institutions} institutions of ${people} people publish, each by its own decision`, unit: 'ms', runs: [published] })

type Side = {
  institutions: {
    code: string
    published: { figures: { code: string; actual: string; score: string }[]; conditions: { traffic: string } } | null
  }[]
}
const authority = drafts[0]?.institutionId ?? ''
let side: Side = { institutions: [] }
const read = await timed(5, async () => {
  side = (await readSideBySideRoute.perform(services, { ...scene, institutionId: authority, input: {} })) as Side
})
if (side.institutions.filter((one) => one.published !== null).length !== institutions) throw new Error('not everybody has published')
lines.push({ what: 'the authority reads all of them side by side', unit: 'ms', runs: read })
const compared = await timed(5, () => {
  const rows = side.institutions.flatMap(({ code, published: page }) => (page === null ? [] : [{ code, figures: page.figures, page }]))
  if (rankRanges(rows) === null) throw new Error('nothing to rank')
  for (const code of MEASURES) {
    const places = rows.map(({ code: place, page }) => ({
      code: place,
      actual: Number(page.figures.find((one) => one.code === code)?.actual),
      condition: Number(page.conditions.traffic),
    }))
    if (expectedUnder(places).kind !== 'adjusted') throw new Error(`${code}: nothing to adjust`)
  }
})
lines.push({ what: 'ranks with ranges, and twelve measures against the traffic', unit: 'ms', runs: compared })
lines.push({ what: 'published and compared, all in all', unit: 'ms', runs: [published + (read[0] ?? 0) + (compared[0] ?? 0)] })
await database.close()
await cluster.stop()
report('provincePublic', lines)

/** The people and the prepared snapshots, put in by the shortest way: what is measured begins with the decision. */
async function foundProvince(): Promise<{ institutionId: string; publicationId: string }[]> {
  const made: { institutionId: string; publicationId: string }[] = []
  for (let at = 0; at < institutions; at++) {
    const [institutionId, unitId, postId, cycleId, publicationId] = [newId(), newId(), newId(), newId(), newId()]
    const snapshot = snapshotOf(at)
    await database.asOwner(async (tx) => {
      await sql`insert into institution (institution_id, code, name_zh, name_en) values (${institutionId}, ${`B${at}`}, ${`第${at}中心`}, ${`Centre ${at}`})`.execute(
        tx,
      )
      await sql`insert into unit (institution_id, unit_id, code, name_zh, name_key, kind) values (${institutionId}, ${unitId}, 'U', '局', 'ju', 'bureau')`.execute(
        tx,
      )
      await sql`insert into post (institution_id, post_id, code, title_zh, post_class) values (${institutionId}, ${postId}, 'P', '岗', 'professional')`.execute(
        tx,
      )
      await sql`with new as (
        insert into person (institution_id, person_id, employee_no, name, name_key, joined_on)
        select ${institutionId}, gen_random_uuid(), 'E' || n, '职工' || n || '号', 'zhi ' || n, '2020-01-01' from generate_series(1, ${people}::int) n
        returning person_id)
        insert into assignment (institution_id, assignment_id, person_id, unit_id, post_id, valid_from)
        select ${institutionId}, gen_random_uuid(), person_id, ${unitId}, ${postId}, '2020-01-01' from new`.execute(tx)
      await sql`insert into cycle (institution_id, cycle_id, year, name_zh, name_en, starts_on, ends_on, stage)
        values (${institutionId}, ${cycleId}, 2025, '2025', '2025', '2025-01-01', '2025-12-31', 'open')`.execute(tx)
      await sql`insert into publication (institution_id, publication_id, cycle_id, audience, revision, snapshot, snapshot_hash, inside, inside_hash, prepared_at, prepared_by)
        values (${institutionId}, ${publicationId}, ${cycleId}, 'public', 1, ${JSON.stringify(snapshot)}, ${contentHash(snapshot)},
          ${JSON.stringify(INSIDE)}, ${contentHash(INSIDE)}, ${now}, '绩效办')`.execute(tx)
    })
    made.push({ institutionId, publicationId })
  }
  return made
}

/** Figures that differ from bureau to bureau and lean on the traffic. */
function snapshotOf(at: number) {
  const words = (text: string) => ({ zh: text, en: text })
  const traffic = 3000 + ((at * 7919) % 9000)
  const measure = (code: string, no: number) => {
    const actual = (96 - traffic / 2000 + ((at * (no + 3)) % 17) / 4).toFixed(2)
    return {
      ...{ code, name: words(`指标 ${code}`), definition: words('定义'), source: words('年报'), unit: words('%'), actual, target: '95' },
      ...{ better: 'up' as const, score: actual, band: 'A', n: null, interval: null, reached: Number(actual) >= 95 },
      scale: { from: '80', to: '100' },
      trend: [2023, 2024, 2025].map((year) => ({ year, actual, target: '95', targetSetOn: '2025-02-17', source: null })),
      ...{ periods: [], spread: null, miss: words('原因与措施') },
    }
  }
  return publicSnapshot.parse({
    institution: { zh: `第${at}中心`, en: `Centre ${at}` },
    ...{ year: 2025, cycle: words('2025'), preparedOn: '2026-03-02', mission: words('管好养好公路') },
    score: {
      official: '90',
      band: 'A',
      covered: '100',
      measures: MEASURES.length,
      onTarget: 6,
      bands: [{ code: 'A', name: words('优'), from: '90' }],
    },
    perspectives: [{ code: 'public', name: words('公众'), score: '90', band: 'A', measures: MEASURES.map(measure) }],
    units: { scored: 30, bands: [{ band: 'A', units: 30 }] },
    ...{ roads: null, staff: { appraised: people, grades: [], leastShown: 5 }, surveys: [] },
    conditions: { traffic: String(traffic), mountain: '40', wetDays: '100' },
    ...{ story: words('今年的情况'), contact: words('办公室'), targetsSetOn: '2025-02-17', audit: { seq: 0, head: '' } },
  })
}

async function inGroups<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
    }),
  )
}
