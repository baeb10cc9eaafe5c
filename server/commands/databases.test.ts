import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../platform/database/database.ts'
import { newId } from '../platform/newId.ts'
import { withServices } from './openForCommand.ts'
import { run } from './testing/terminal.ts'

/** Each command opens a folder of its own anew, as a process would; a slow machine is given time. */
const FIVE_MINUTES = 300_000

let folder: string
const place = (name: string) => path.join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'milepost-databases-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  'an institution is made with a one-time link and no password; its code is taken once',
  async () => {
    const named = ['--name-zh', '测试中心', '--name-en', 'Test Centre', '--folder', place('data'), '--port', '8123']
    const made = await run(['init', '--code', 'CZ', ...named])
    expect([made.code, /:8123\/link\/[\w-]{20,}/.test(made.out), made.out.includes(`start --folder ${place('data')} --port 8123`)]).toEqual(
      [0, true, true],
    )
    const again = await run(['init', '--code', 'CZ', '--name-zh', '测试中心', '--folder', place('data')], 'zh')
    expect([again.code, again.err.includes('CZ')]).toEqual([1, true])
    expect((await run(['init', '--code', 'CZ', '--new-link', '--folder', place('data')])).out).toContain('/link/')
  },
  FIVE_MINUTES,
)

test(
  'a file is imported as a named account: looked at, saved, and the same file again changes nothing',
  async () => {
    await withServices({ folder: place('data') }, ({ database }) =>
      database.asOwner(async (tx) => {
        const { institution_id } = await tx.selectFrom('institution').select('institution_id').executeTakeFirstOrThrow()
        const account = { institution_id, account_id: newId(), username: 'office', display_name: '绩效办', roles: ['performance-office'] }
        await tx.insertInto('account').values(account).execute()
      }),
    )
    const units = place('units.csv')
    writeFileSync(units, '部门编码,部门名称,部门类型,上级部门编码\nJU,中心,局（中心）,\nYH,养护科,科室,JU\n')
    const load = (...more: string[]) => run(['import', 'units', units, '--as', 'office', '--folder', place('data'), ...more])
    expect((await load('--check')).out).toContain('Not saved: 2 rows, 2 new')
    expect((await load()).out).toContain('Saved: 2 rows, 2 new')
    expect((await load()).out).toContain('0 new, 0 changed, 2 the same')
    writeFileSync(units, '部门编码,部门名称,部门类型,上级部门编码\nZZ,站,外星人,NOWHERE\n')
    const wrong = await load()
    expect([wrong.code, wrong.out.includes('Not saved: 1 rows')]).toEqual([1, true])
    expect((await run(['import', 'values', units, '--as', 'office', '--institution', 'XX', '--folder', place('data')])).err).toContain('XX')
  },
  FIVE_MINUTES,
)

test(
  'the doctor finds a sound installation sound, and says what is missing',
  async () => {
    const { code, out } = await run(['doctor', '--folder', place('data'), '--json'])
    const { healthy, checks } = JSON.parse(out)
    expect([code, healthy]).toEqual([0, true])
    expect(checks.map((check: { name: { en: string } }) => check.name.en)).toEqual([
      'Library',
      'Database',
      'Schema',
      'Disk',
      'Audit chain (CZ)',
      'Calendar (CZ)',
    ])
  },
  FIVE_MINUTES,
)

test(
  'what is backed up is restored into an empty folder, and into no other',
  async () => {
    expect((await run(['backup', place('b.zip'), '--folder', place('data')])).code).toBe(0)
    expect((await run(['backup', place('b.zip'), '--folder', place('data')])).err).toContain('--overwrite')
    expect((await run(['restore', place('b.zip'), '--folder', place('other')])).out).toContain('Restored the backup')
    expect((await run(['restore', place('b.zip'), '--folder', place('other')])).err).toContain('not empty')
    expect((await run(['restore', place('none.zip'), '--folder', place('third')], 'zh')).err).toContain('没有文件')
    expect((await run(['doctor', '--folder', place('other')])).code).toBe(0)
  },
  FIVE_MINUTES,
)

test(
  'the doctor of the audit trail names the first link that is broken, and how',
  async () => {
    expect((await run(['doctor', '--audit', '--folder', place('data')])).out).toMatch(
      /right {2}Audit chain \(CZ\): \d+ events, whole, head [0-9a-f]{64}/,
    )
    const database = await openDatabase({ folder: place('data'), migrations: 'server/migrations' })
    await database.asOwner((tx) => sql`update audit_event set actor_name = 'somebody else' where seq = 2`.execute(tx))
    await database.close()
    const { code, out } = await run(['doctor', '--audit', '--folder', place('data')])
    expect([code, out.trim()]).toEqual([
      1,
      'WRONG  Audit chain (CZ): broken at event 2: its content is not what was hashed: it was changed',
    ])
  },
  FIVE_MINUTES,
)
