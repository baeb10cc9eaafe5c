import path from 'node:path'
import type { Bilingual } from '@milepost/terms/bilingual'
import { sql } from 'kysely'
import { rulesInForce } from '../../library/rulePack.ts'
import { type ChainVerdict, verifyAudit } from '../platform/audit/verifyAudit.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { findRoot } from '../platform/config/root.ts'
import { databaseOn } from '../platform/database/database.ts'
import { openEmbeddedEngine } from '../platform/database/embedded/embeddedEngine.ts'
import { pendingMigrations, readMigrations } from '../platform/database/migrate.ts'
import { openPostgresEngine } from '../platform/database/postgresEngine.ts'
import type { Database } from '../platform/database/types.ts'
import { dayIn } from '../platform/http/clock.ts'
import { openLibrary } from '../platform/library.ts'
import { type InstitutionRow, listInstitutions } from './institutions.ts'
import type { OpeningOptions } from './openForCommand.ts'
import { auditYear } from './yearAudit/auditYear.ts'

/** `look`: nothing is broken, but somebody should see to it before long. */
export type Check = { readonly state: 'right' | 'look' | 'wrong'; readonly name: Bilingual; readonly found: Bilingual }

const both = (text: string): Bilingual => ({ zh: text, en: text })
const right = (name: Bilingual, found: Bilingual): Check => ({ state: 'right', name, found })
const wrong = (name: Bilingual, found: Bilingual): Check => ({ state: 'wrong', name, found })
const look = (name: Bilingual, found: Bilingual): Check => ({ state: 'look', name, found })

/** Looks at everything an installation rests on. A check that cannot be made is a check that fails, with the reason. */
export async function examine(options: OpeningOptions & { readonly audit?: boolean; readonly year?: string }): Promise<Check[]> {
  const config = readConfig(process.env)
  const folder = options.folder === undefined ? config.folder : path.resolve(options.folder)
  const trail = options.audit === true
  const year = options.year === undefined ? null : Number(options.year)
  const library = await attempt(NAMES.library, async () => {
    const found = await openLibrary(path.join(findRoot(), 'library'))
    return right(NAMES.library, {
      zh: `${found.measures.measures.length} 项指标，文件有效`,
      en: `${found.measures.measures.length} measures, all files valid`,
    })
  })
  const database = await attempt(NAMES.database, () => examineDatabase(config, folder, { trail, year }))
  return [...(trail || year !== null ? [] : [library]), ...(Array.isArray(database) ? database : [database])]
}

async function attempt<T>(name: Bilingual, work: () => Promise<T>): Promise<T | Check> {
  try {
    return await work()
  } catch (fault) {
    return wrong(name, both(fault instanceof Error ? fault.message : String(fault)))
  }
}

async function examineDatabase(config: Config, folder: string, { trail, year }: { trail: boolean; year: number | null }): Promise<Check[]> {
  const deadlineMs = 60_000
  const migrations = path.join(findRoot(), 'server/migrations')
  const embedded = config.databaseUrl ? null : await openEmbeddedEngine({ folder, deadlineMs })
  const engine = embedded ?? (await openPostgresEngine({ url: config.databaseUrl ?? '' }))
  const database = databaseOn(engine, { migrations, deadlineMs })
  try {
    const schema = await examineSchema(database, migrations)
    const checks = [await examineReach(database, embedded ? folder : 'DATABASE_URL'), schema, await examineDisk(database, embedded?.syncs)]
    if (schema.state === 'wrong') return checks
    const institutions = await listInstitutions({ database })
    const today = dayIn(config.timeZone, new Date())
    if (year !== null) return (await Promise.all(institutions.map((institution) => examineYear(database, institution, year)))).flat()
    if (trail) return await Promise.all(institutions.map((institution) => examineTrail(database, institution)))
    for (const institution of institutions) checks.push(...(await examineInstitution(database, institution, today)))
    return checks
  } finally {
    await database.close()
  }
}

async function examineReach(database: Database, place: string): Promise<Check> {
  const { rows } = await database.asOwner((tx) => sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx))
  return right(NAMES.database, both(`${database.kind}, PostgreSQL ${rows[0]?.version ?? '?'}, ${place}`))
}

async function examineSchema(database: Database, folder: string): Promise<Check> {
  const known = await readMigrations(folder)
  return attempt(NAMES.schema, async () => {
    const pending = await database.asOwner((tx) => pendingMigrations(tx, known))
    if (pending.length === 0)
      return right(NAMES.schema, { zh: `${known.length} 步迁移均已执行`, en: `all ${known.length} migrations applied` })
    const names = pending.map(({ name }) => name).join(', ')
    return wrong(NAMES.schema, {
      zh: `尚有迁移未执行（启动服务即执行）：${names}`,
      en: `not applied yet (starting the program applies them): ${names}`,
    })
  })
}

/** A commit must make the engine sync; a message in the write-ahead log is written for it, and no row. */
async function examineDisk(database: Database, syncs: (() => number) | undefined): Promise<Check> {
  if (syncs) {
    const before = syncs()
    await database.asOwner((tx) => sql`select pg_logical_emit_message(true, 'milepost', 'doctor')`.execute(tx))
    const made = syncs() - before
    return made > 0
      ? right(NAMES.disk, { zh: '提交即同步到磁盘', en: 'a commit is synced to the disk' })
      : wrong(NAMES.disk, { zh: '提交未同步到磁盘', en: 'a commit is not synced to the disk' })
  }
  const { rows } = await database.asOwner((tx) =>
    sql<{
      fsync: string
      commit: string
    }>`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(tx),
  )
  const { fsync = '?', commit = '?' } = rows[0] ?? {}
  const found = both(`fsync ${fsync}, synchronous_commit ${commit}`)
  return fsync === 'on' && commit !== 'off' ? right(NAMES.disk, found) : wrong(NAMES.disk, found)
}

/** The chain of one institution, link by link: whole with its head, or the first link that is broken and in what way. */
async function examineTrail(database: Database, { institutionId, code }: InstitutionRow): Promise<Check> {
  const chain = await database.inInstitution(institutionId, (tx) => verifyAudit(tx, institutionId))
  const name = named(NAMES.audit, code)
  return chain.intact
    ? right(name, { zh: `${chain.events} 条，完整，链末端 ${chain.head}`, en: `${chain.events} events, whole, head ${chain.head}` })
    : wrong(name, brokenAt(chain))
}

const brokenAt = ({ firstBrokenSeq, because }: Extract<ChainVerdict, { intact: false }>): Bilingual => ({
  zh: `第 ${firstBrokenSeq} 条断裂：${BROKEN[because].zh}`,
  en: `broken at event ${firstBrokenSeq}: ${BROKEN[because].en}`,
})

const BROKEN: Readonly<Record<Extract<ChainVerdict, { intact: false }>['because'], Bilingual>> = {
  gap: { zh: '该条缺失，被删除或未写入', en: 'it is missing: removed, or never written' },
  'previous-hash': { zh: '与上一条的校验值接不上', en: 'it does not follow from the event before it' },
  content: { zh: '内容与校验值不符，被改动过', en: 'its content is not what was hashed: it was changed' },
  head: { zh: '链末端与最后一条不符，末尾有记录被删除', en: 'the head is not that of the last event: events were cut off at the end' },
}

/** A finished year, worked out anew; each thing that was looked at is a check of its own. */
async function examineYear(database: Database, { institutionId, code }: InstitutionRow, year: number): Promise<Check[]> {
  const rules = rulesInForce(await openLibrary(path.join(findRoot(), 'library')), `${year}-12-31`)
  const held = await database.inInstitution(institutionId, (tx) => auditYear(tx, { institutionId, year, rules }))
  if (!held) return [wrong(named(NAMES.year, code), { zh: `没有 ${year} 年的考核周期`, en: `there is no cycle of ${year}` })]
  return held.map(({ name, looked, broken }) =>
    broken.length === 0
      ? right(named(name, code), { zh: `${looked} 项，全部一致`, en: `${looked} looked at, all agree` })
      : wrong(named(name, code), both(broken.slice(0, 20).join('; '))),
  )
}

async function examineInstitution(database: Database, { institutionId, code }: InstitutionRow, today: string): Promise<Check[]> {
  const thisYear = Number(today.slice(0, 4))
  return database.inInstitution(institutionId, async (tx) => {
    const chain = await verifyAudit(tx, institutionId)
    const audit = named(NAMES.audit, code)
    const calendar = named(NAMES.calendar, code)
    const rows = await tx.selectFrom('calendar_year').select('year').where('institution_id', '=', institutionId).execute()
    const missing = [thisYear, thisYear + 1].filter((year) => !rows.some((row) => row.year === year))
    return [
      chain.intact ? right(audit, { zh: `${chain.events} 条，完整`, en: `${chain.events} events, whole` }) : wrong(audit, brokenAt(chain)),
      missing.length === 0
        ? right(calendar, { zh: `覆盖 ${thisYear} 和 ${thisYear + 1} 年`, en: `covers ${thisYear} and ${thisYear + 1}` })
        : (missing.includes(thisYear) ? wrong : look)(calendar, {
            zh: `缺少 ${missing.join('、')} 年，请在“工作日历”中新增`,
            en: `${missing.join(' and ')} missing; open it in the working-day calendar`,
          }),
    ]
  })
}

const named = (name: Bilingual, code: string): Bilingual => ({ zh: `${name.zh}（${code}）`, en: `${name.en} (${code})` })

const NAMES = {
  library: { zh: '内容库', en: 'Library' },
  database: { zh: '数据库', en: 'Database' },
  schema: { zh: '结构', en: 'Schema' },
  disk: { zh: '落盘', en: 'Disk' },
  audit: { zh: '审计链', en: 'Audit chain' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  year: { zh: '年度', en: 'Year' },
}
