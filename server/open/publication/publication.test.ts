import { downloadAuthorityForm, downloadBriefing, listReports, readAuthorityView } from '@milepost/contract/open/audiences'
import { answerFeedback, listFeedback, sendFeedback } from '@milepost/contract/open/feedback'
import {
  downloadCorrections,
  downloadPublic,
  listPublications,
  preparePublication,
  previewPublication,
  publishPublication,
  readMisses,
  readPublic,
  withdrawPublication,
} from '@milepost/contract/open/publications'
import { collectSnapshot, dropCollected, readSideBySide } from '@milepost/contract/open/sideBySide'
import { readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { importValues } from '@milepost/contract/run/values'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type OpenYear, seedOpenYear } from '../testing/openYear.ts'

let app: TestApp
let scene: OpenYear
let office: Client
let leader: Client
/** Names, numbers and account names that must never be published. */
let secret: string[]

const CONTACT = { zh: '综合科', en: '' }
const STORY = { zh: '全年养护里程完成，质量目标未达标，明年加密检测。', en: 'The quality target was missed; more surveys next year.' }
const GRADES = [...Array<string>(7).fill('qualified'), ...Array<string>(6).fill('excellent'), 'basic', 'basic']

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: '林绩效' })
  leader = await app.signIn(['leader'], { name: '周局长' })
  scene = await seedOpenYear(app, office)
})
afterAll(() => app?.close())

const prepare = (change: { zh?: string; en?: string; contact?: string } = {}) =>
  office.ask(preparePublication, {
    cycleId: scene.cycleId,
    story: { zh: change.zh ?? STORY.zh, en: change.en ?? STORY.en },
    contact: { zh: change.contact ?? '综合科 0550-1234567', en: '' },
    misses: {},
  })
const prepared = async () => (await prepare()).body.publicationId
const publish = (publicationId: string) =>
  leader.call(publishPublication, { publicationId, reason: { zh: '集体审定，同意公开。', en: '' } })
const readAs = (input: { year?: number; revision?: number; institution?: string } = {}) => app.visitor.call(readPublic, input)

test('before there are official scores there is nothing to publish, and the public reads that nothing is', async () => {
  expect((await prepare()).problem?.code).toBe('nothing-to-publish')
  expect(await readAs()).toEqual({
    institution: { zh: '测试公路局', en: 'Test Highway Bureau' },
    current: null,
    absent: { kind: 'nothing-yet', year: null, revision: null },
    years: [],
    audit: null,
    feedback: [],
    surveys: [],
  })
  await scene.score(office)
  const people = await scene.addFinalGrades(GRADES)
  const accounts = await app.inInstitution((tx) => tx.selectFrom('account').select(['username', 'display_name']).execute())
  const persons = await app.inInstitution((tx) => tx.selectFrom('person').select(['name', 'employee_no']).execute())
  secret = [...persons.flatMap((one) => [one.name, one.employee_no]), ...accounts.flatMap((one) => [one.username, one.display_name])]
  expect(secret.length).toBeGreaterThan(2 * people.length)
})

test('the office prepares, office and leaders preview; nobody else', async () => {
  const input = { cycleId: scene.cycleId, story: STORY, contact: CONTACT, misses: {} }
  expect((await app.visitor.ask(preparePublication, input)).status).toBe(401)
  expect((await app.visitor.ask(listPublications, {})).status).toBe(401)
  expect((await leader.ask(preparePublication, input)).status).toBe(403)
  const employee = await app.signIn(['employee'])
  expect((await employee.ask(listPublications, {})).status).toBe(403)
  expect((await employee.ask(previewPublication, { publicationId: newId() })).status).toBe(403)
  const answer = await office.ask(preparePublication, { ...input, story: { zh: '短', en: '' } })
  expect([answer.status, answer.problem?.fields[0]?.pointer]).toEqual([422, '/story/zh'])
  expect((await office.ask(preparePublication, { ...input, cycleId: newId() })).problem?.code).toBe('not-found')
})

test('a story or a contact that names anybody on the staff is refused, with the field and the name', async () => {
  const story = await prepare({ zh: '今年由钱 多甲牵头整改，成效明显。' })
  expect([story.status, story.problem?.code]).toEqual([422, 'name-in-public-text'])
  expect(story.problem?.details).toMatchObject({ names: ['钱多甲'] })
  expect(story.problem?.fields.map((field) => field.pointer)).toEqual(['/story/zh'])
  const both = await prepare({ en: 'Ask LIN about it.', contact: '钱多乙 0550' })
  expect(both.problem?.fields.map((field) => field.pointer)).toEqual(['/story/en', '/contact/zh'])
  expect((await office.call(listPublications, {})).publications).toEqual([])
})

test('a draft is seen by office and leaders, not by the public', async () => {
  const publicationId = await prepared()
  const { publication, snapshot } = await leader.call(previewPublication, { publicationId })
  expect(publication).toMatchObject({ revision: 1, state: 'draft', preparedBy: '林绩效', publishedAt: null })
  expect(snapshot.perspectives[0]?.measures.map((one) => [one.code, one.actual, one.target, one.band])).toEqual([
    ['LVL', '80.00', '90', 'B'],
    ['COST', null, '90', 'missing'],
  ])
  expect((await readAs()).current).toBeNull()
  expect((await app.visitor.ask(downloadPublic, { format: 'json', language: 'zh' })).status).toBe(404)
})

test('what missed its target can be explained, measure by measure, and the next snapshot goes on from there', async () => {
  const { misses } = await office.call(readMisses, { cycleId: scene.cycleId })
  expect(misses.map(({ code, actual, target }) => [code, actual, target])).toEqual([['LVL', '80.00', '90']])
  const named = { LVL: { zh: '由钱多甲负责补测。', en: '' } }
  const refused = await office.ask(preparePublication, { cycleId: scene.cycleId, story: STORY, contact: CONTACT, misses: named })
  expect(refused.problem?.fields.map((field) => field.pointer)).toEqual(['/misses/LVL/zh'])
  const said = { LVL: { zh: '检测车故障，已补测。', en: 'The survey van broke down.' } }
  const { publicationId } = await office.call(preparePublication, { cycleId: scene.cycleId, story: STORY, contact: CONTACT, misses: said })
  expect((await office.call(previewPublication, { publicationId })).snapshot.perspectives[0]?.measures[0]?.miss).toEqual(said.LVL)
  expect((await office.call(readMisses, { cycleId: scene.cycleId })).before?.misses.LVL).toEqual(said.LVL)
  expect((await leader.ask(readMisses, { cycleId: scene.cycleId })).status).toBe(403)
  // years before there were official scores come from a named report, only for measures the public reads, once, and never for this year
  const source = { zh: '2024 年统计年报', en: '' }
  const figure = (code: string, year: number) => ({ code, year, actual: '71.5', source })
  const input = { cycleId: scene.cycleId, story: STORY, contact: CONTACT, misses: {} }
  const wrong = [figure('LVL', 2026), figure('NONE', 2024), figure('LVL', 2024), figure('LVL', 2024)]
  expect((await office.ask(preparePublication, { ...input, earlier: wrong })).problem?.fields.map(({ pointer }) => pointer)).toEqual([
    '/earlier/0/year',
    '/earlier/1/code',
    '/earlier/3',
  ])
  const second = (await office.call(preparePublication, { ...input, earlier: [figure('LVL', 2024)] })).publicationId
  expect((await office.call(readMisses, { cycleId: scene.cycleId })).earlier).toEqual([figure('LVL', 2024)])
  const third = (await office.call(preparePublication, input)).publicationId
  for (const one of [second, third]) {
    const [level] = (await office.call(previewPublication, { publicationId: one })).snapshot.perspectives[0]?.measures ?? []
    expect(level?.trend.map(({ year, actual, source: from }) => [year, actual, from?.zh ?? null])).toEqual([
      [2024, '71.5', source.zh],
      [2026, '80.00', null],
    ])
    await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', one).execute())
  }
  await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', publicationId).execute())
})

test('the page tells where the audit chain stood when yesterday ended', async () => {
  expect((await readAs()).audit).toBeNull()
  app.setNow('2027-01-21T02:00:00Z')
  const { audit } = await readAs()
  app.setNow('2027-01-20T02:00:00Z')
  expect(audit?.day).toBe('2027-01-20')
  const rows = await app.inInstitution((tx) => tx.selectFrom('audit_event').select(['seq', 'hash', 'at']).orderBy('seq').execute())
  const last = rows.filter((row) => row.at < new Date('2027-01-20T16:00:00Z')).at(-1)
  expect([audit?.seq, audit?.head]).toEqual([Number(last?.seq), last?.hash])
})

test('only a leader publishes, with a reason that names nobody, and only a draft', async () => {
  const [line] = (await office.call(listPublications, {})).publications
  const publicationId = line?.publicationId ?? ''
  expect((await office.ask(publishPublication, { publicationId, reason: { zh: '办公室不能代替领导发布。', en: '' } })).status).toBe(403)
  expect((await leader.ask(publishPublication, { publicationId, reason: { zh: '好', en: '' } })).status).toBe(422)
  const named = await leader.ask(publishPublication, { publicationId, reason: { zh: '钱多丙同意发布。', en: '' } })
  expect([named.problem?.code, named.problem?.fields[0]?.pointer]).toEqual(['name-in-public-text', '/reason/zh'])
  expect((await leader.ask(publishPublication, { publicationId: newId(), reason: { zh: '集体审定。', en: '' } })).problem?.code).toBe(
    'not-found',
  )
  const draft = { publicationId, reason: { zh: '草稿不能撤回。', en: '' }, earlier: 'gone' as const }
  expect((await leader.ask(withdrawPublication, draft)).problem?.code).toBe('publication-not-published')
  await publish(publicationId)
  expect((await leader.ask(publishPublication, { publicationId, reason: { zh: '再发布一次。', en: '' } })).problem?.code).toBe(
    'publication-not-draft',
  )
  const { current, years } = await readAs()
  const measure = current?.snapshot.perspectives[0]?.measures[0]
  expect([measure?.reached, measure?.scale, measure?.spread, measure?.miss.zh]).toEqual([false, { from: '0.00', to: '90.00' }, null, ''])
  expect(current?.snapshot.score.bands.map(({ code, from }) => [code, from])).toEqual([
    ['A', '90'],
    ['B', '80'],
    ['C', '60'],
    ['D', '0'],
  ])
  expect(current).toMatchObject({ publicationId, revision: 1, publishedOn: '2027-01-20', reason: { zh: '集体审定，同意公开。', en: '' } })
  expect(years).toEqual([{ year: 2026, revisions: [expect.objectContaining({ revision: 1, withdrawn: false })] }])
})

test('what the public reads holds no name, no employee number and no account of anybody', async () => {
  const { current } = await readAs()
  const said = JSON.stringify({ ...current?.snapshot, audit: null, reason: current?.reason })
  const download = (await app.visitor.ask(downloadPublic, { format: 'json', language: 'zh' })).bytes.toString()
  const words = (text: string) => new Set(text.split(/[^\p{L}\p{N}-]+/u))
  for (const one of secret) {
    const latin = /^[\w-]+$/.test(one)
    expect(latin ? words(said).has(one) : said.includes(one), one).toBe(false)
    expect(latin ? words(JSON.stringify({ ...JSON.parse(download), audit: null })).has(one) : download.includes(one), one).toBe(false)
  }
  expect(JSON.stringify(await readAs())).not.toContain('周局长')
})

test('a count of grades below five is hidden, and with it every total that would give it away, but no other count', async () => {
  const staff = (await readAs()).current?.snapshot.staff
  // 7 qualified, 6 excellent, 2 basic: 13 people are counted, so that nobody can work out the 2
  expect(staff).toEqual({
    appraised: 13,
    leastShown: 5,
    grades: [
      { grade: 'excellent', n: 6 },
      { grade: 'qualified', n: 7 },
      { grade: 'basic', n: null },
      { grade: 'unqualified', n: 0 },
      { grade: 'ungraded', n: 0 },
    ],
  })
})

test('the figures as CSV: what was not measured is blank, never 0, and a cell that would be a formula is disarmed', async () => {
  const { bytes } = await app.visitor.ask(downloadPublic, { format: 'csv', language: 'en' })
  const [head, ...rows] = bytes.toString().replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe(
    'perspective,code,measure,unit,year,actual,target,score,n,earlier year taken from,95 % low,95 % high,actual as scored,scoring rule,weight on the whole (%)',
  )
  const { snapshot } = (await app.visitor.call(readPublic, {})).current ?? {}
  // the whole and each perspective first, then the measures: 80 of 90 with the rule that gives 88.89
  expect(rows[0]).toBe(`Overall score,overall,Overall score,,2026,,100,${snapshot?.score.official},,,,,,,`)
  expect(rows.filter((row) => row.startsWith('Public,')).slice(1)).toEqual([
    'Public,LVL,Measure LVL,%,2026,80.00,90,88.89,,,,,80,actual over target 90,100.00',
    "Public,COST,Measure COST,'=km,2026,,90,,,,,,,actual over target 90,0.00",
  ])
  // the perspectives carry their weights, so that whoever reads the page adds the whole up again
  const parts = rows.slice(1, 1 + (snapshot?.perspectives.length ?? 0)).map((row) => row.split(','))
  const whole = parts.reduce((sum, cells) => sum + (Number(cells.at(7)) * Number(cells.at(-1))) / 100, 0)
  expect(whole.toFixed(2)).toBe(snapshot?.score.official)
  expect(rows.some((row) => row.includes('staff.basic,Basically qualified,people,2026,,'))).toBe(true)
})

test('a correction is a second revision; the first stays as it was and can still be read', async () => {
  const first = (await readAs()).current
  app.setNow('2027-03-01T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: '林绩效' })
  leader = await app.signIn(['leader'], { name: '周局长' })
  const [period] = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods
  await office.call(reopenPeriod, { periodId: period?.periodId ?? '', reason: '复测更正' })
  await office.call(
    importValues,
    { step: 'save' },
    { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值,说明\nLVL,GLJ,2026,90,复测后更正' },
  )
  await scene.score(office, '复测更正')
  await publish(await prepared())
  const { current, years } = await readAs()
  expect([current?.revision, current?.snapshot.perspectives[0]?.measures[0]?.actual]).toEqual([2, '90.00'])
  expect(years[0]?.revisions.map((one) => [one.revision, one.publishedOn])).toEqual([
    [2, '2027-03-01'],
    [1, '2027-01-20'],
  ])
  expect((await readAs({ year: 2026, revision: 1 })).current).toEqual(first)
  // the log of corrections says what changed, figure by figure
  expect(years[0]?.revisions[0]?.changes).toContainEqual({ name: { zh: '指标LVL', en: 'Measure LVL' }, before: '80.00', after: '90.00' })
  expect(years[0]?.revisions[0]?.changes.map(({ name, before, after }) => [name.en, before, after])).toEqual([
    ['Measure LVL', '80.00', '90.00'],
    ['Measure LVL (score)', '88.89', '100.00'],
    ['Public (perspective)', '88.89', '100.00'],
    ['Overall score', '88.89', '100.00'],
    ['Public measures on target', '0', '1'],
  ])
  expect([years[0]?.revisions[0]?.comparedWith, years[0]?.revisions[1]?.comparedWith, years[0]?.revisions[1]?.changes]).toEqual([
    1,
    null,
    [],
  ])
  // and the same as a file: from what to what, when and why
  const log = (await app.visitor.ask(downloadCorrections, { format: 'csv', language: 'en' })).bytes.toString().split('\r\n')
  expect(log[0]).toContain('year,revision,published on,state,withdrawn or over on,reason,compared with revision,figure,before,after')
  expect(log[1]).toBe('2026,2,2027-03-01,public,,集体审定，同意公开。,1,Measure LVL,80.00,90.00')
  expect(log.filter((row) => row.startsWith('2026,1,'))).toEqual(['2026,1,2027-01-20,public,,集体审定，同意公开。,,,,'])
  const old = await app.visitor.ask(downloadPublic, { year: 2026, revision: 1, format: 'csv', language: 'en' })
  expect(old.bytes.toString()).toContain(',80.00,')
})

test('the public page answers for the institution addressed, whoever is signed in where', async () => {
  await app.database.asOwner((tx) =>
    tx
      .insertInto('institution')
      .values({ institution_id: newId(), code: 'OTHER', name_zh: '邻县公路局', name_en: 'Next County', created_at: '2100-01-01' })
      .execute(),
  )
  expect((await readAs()).current).not.toBeNull()
  for (const reader of [app.visitor, leader, office]) {
    expect(await reader.call(readPublic, { institution: 'OTHER' })).toEqual({
      institution: { zh: '邻县公路局', en: 'Next County' },
      current: null,
      absent: { kind: 'nothing-yet', year: null, revision: null },
      years: [],
      audit: null,
      feedback: [],
      surveys: [],
    })
    expect((await reader.ask(downloadPublic, { institution: 'OTHER', format: 'csv', language: 'zh' })).status).toBe(404)
    expect((await reader.ask(downloadPublic, { institution: 'TEST', format: 'csv', language: 'zh' })).status).toBe(200)
    // where none is named, what a visitor reads: never the one somebody happens to be signed in to
    expect(await reader.call(readPublic, {})).toEqual(await readAs())
  }
})

test('the authority sees institutions side by side, from what is published and nothing else', async () => {
  const authority = await app.signIn(['authority'])
  expect((await app.visitor.ask(readSideBySide, {})).status).toBe(401)
  expect((await (await app.signIn(['employee'])).ask(readSideBySide, {})).status).toBe(403)
  const { publicationId } = await office.call(preparePublication, { cycleId: scene.cycleId, story: STORY, contact: CONTACT, misses: {} })
  const side = await authority.call(readSideBySide, {})
  expect([side.years, side.year]).toEqual([[2026], 2026])
  expect(side.institutions.map(({ code, published }) => [code, published?.revision ?? null, published?.score ?? null])).toEqual([
    ['OTHER', null, null],
    ['TEST', 2, '100.00'],
  ])
  expect(side.measures.map(({ code }) => code)).toEqual(['LVL', 'COST'])
  expect(side.institutions[1]?.published?.figures[0]).toMatchObject({
    code: 'LVL',
    actual: '90.00',
    target: '90',
    score: '100.00',
    reached: true,
  })
  // an institution elsewhere is brought in by its published file; one that published nothing by its name
  const { current } = await readAs()
  const snapshot = current?.snapshot ?? null
  const collect = (code: string, given: typeof snapshot) =>
    authority.ask(collectSnapshot, { code, name: { zh: '邻市公路局', en: 'Next City' }, snapshot: given })
  expect((await (await app.signIn(['leader'])).ask(collectSnapshot, { code: 'N1', name: { zh: '邻市', en: '' }, snapshot })).status).toBe(
    403,
  )
  expect((await collect('TEST', snapshot)).problem?.code).toBe('institution-is-here')
  expect((await collect('N 1', snapshot)).status).toBe(422)
  const wrong = { ...snapshot, score: null } as unknown as typeof snapshot
  expect((await collect('N1', wrong)).status).toBe(422)
  expect((await collect('N1', snapshot)).body).toEqual({ hash: current?.hash, year: 2026 })
  expect((await collect('N2', null)).body).toEqual({ hash: null, year: null })
  const beside = await authority.call(readSideBySide, { year: 2026 })
  expect(beside.institutions.map(({ code, source, published }) => [code, source, published?.score ?? null])).toEqual([
    ['OTHER', 'here', null],
    ['TEST', 'here', '100.00'],
    ['N1', 'collected', '100.00'],
    ['N2', 'collected', null],
  ])
  await authority.call(dropCollected, { code: 'N1' })
  expect((await authority.ask(dropCollected, { code: 'N1' })).status).toBe(404)
  await authority.call(dropCollected, { code: 'N2' })
  // the draft that is newer than what is published stays unseen
  await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', publicationId).execute())
})

test('a publication with a last day goes from the page by itself when the day is over; an end before today is refused', async () => {
  const publicationId = await prepared()
  const publishUntil = (endsOn: string) =>
    leader.ask(publishPublication, { publicationId, reason: { zh: '限期公开，到期下线。', en: '' }, endsOn })
  expect((await publishUntil('2027-02-28')).problem?.code).toBe('publication-ends-before')
  expect((await publishUntil('soon')).status).toBe(422)
  expect((await publishUntil('2027-03-31')).status).toBe(200)
  expect((await readAs()).current).toMatchObject({ revision: 3, endsOn: '2027-03-31' })
  app.setNow('2027-04-01T02:00:00Z')
  // the revision it had replaced does not come back in its place: the page says that its time is over, and what else can be read
  const { current, absent, years } = await readAs()
  expect([current, absent]).toEqual([null, { kind: 'ended', year: 2026, revision: 3 }])
  expect(years[0]?.revisions[0]).toMatchObject({ ended: true, goneOn: '2027-03-31', changes: [] })
  expect((await readAs({ year: 2026, revision: 3 })).current).toBeNull()
  expect((await readAs({ year: 2026, revision: 2 })).current?.revision).toBe(2)
  const over = await app.visitor.ask(downloadPublic, { year: 2026, format: 'json', language: 'zh' })
  expect([over.status, over.problem?.code, over.problem?.details]).toEqual([
    410,
    'publication-gone',
    { year: 2026, revision: 3, on: '2027-03-31', withdrawn: false },
  ])
  const authority = await app.signIn(['authority'])
  expect((await authority.call(listReports, {})).publications).toEqual([])
  expect((await authority.call(readSideBySide, {})).years).toEqual([])
  expect((await authority.ask(readAuthorityView, { publicationId })).status).toBe(404)
  // a month of nobody at the desk ends every session
  office = await app.signIn(['performance-office'], { name: '林绩效' })
  leader = await app.signIn(['leader'], { name: '周局长' })
  const [line] = (await office.call(listPublications, {})).publications
  expect([line?.state, line?.endsOn]).toEqual(['ended', '2027-03-31'])
  app.setNow('2027-03-01T02:00:00Z')
  await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', publicationId).execute())
})

test('one snapshot is read by four audiences: the authority gets its form, leaders their book, nobody else either', async () => {
  const authority = await app.signIn(['authority'])
  const [newest] = (await authority.call(listReports, {})).publications
  const publicationId = newest?.publicationId ?? ''
  const view = await authority.call(readAuthorityView, { publicationId })
  expect(view.units.map(({ code }) => code)).toEqual(['ZA'])
  expect(view.grades.map(({ grade, n }) => [grade, n])).toEqual([
    ['excellent', 6],
    ['qualified', 7],
    ['basic', 2],
    ['unqualified', 0],
    ['ungraded', 0],
  ])
  expect(view.blocks.flatMap(({ block, measures }) => measures.map(({ code }) => [block, code]))).toContainEqual(['benefit', 'COST'])
  const said = JSON.stringify({ ...view, publication: null })
  expect(secret.filter((one) => said.includes(one) && /\p{Script=Han}{3}/u.test(one))).toEqual([])
  const wordsOf = (bytes: Buffer) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  const form = await authority.ask(downloadAuthorityForm, { publicationId, language: 'zh' })
  expect(wordsOf(form.bytes)).toContain('绩效自评表')
  const book = await leader.ask(downloadBriefing, { publicationId, language: 'en' })
  expect(wordsOf(book.bytes)).toContain('performance in 2026')
  const draft = await prepared()
  expect((await authority.ask(readAuthorityView, { publicationId: draft })).status).toBe(404)
  expect((await office.ask(readAuthorityView, { publicationId: draft })).status).toBe(200)
  await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', draft).execute())
  expect((await authority.ask(downloadBriefing, { publicationId, language: 'zh' })).status).toBe(403)
  for (const roles of [['employee'], ['unit-head'], ['discipline']] as const) {
    const other = await app.signIn(roles)
    expect((await other.ask(readAuthorityView, { publicationId })).status).toBe(403)
    expect((await other.ask(downloadAuthorityForm, { publicationId, language: 'zh' })).status).toBe(403)
    expect((await other.ask(downloadBriefing, { publicationId, language: 'zh' })).status).toBe(403)
  }
  expect((await app.visitor.ask(listReports, {})).status).toBe(401)
})

test('a snapshot altered in the database is neither shown nor published, and the reason is said', async () => {
  const publicationId = await prepared()
  const alter = (path: string, value: string) =>
    app.database.asOwner((tx) =>
      sql`update publication set snapshot = jsonb_set(snapshot, ${path}::text[], ${value}::jsonb) where publication_id = ${publicationId}`.execute(
        tx,
      ),
    )
  await alter('{score,official}', '"99.99"')
  expect((await leader.ask(previewPublication, { publicationId })).problem?.code).toBe('snapshot-tampered')
  expect((await leader.ask(publishPublication, { publicationId, reason: { zh: '集体审定，同意公开。', en: '' } })).problem?.code).toBe(
    'snapshot-tampered',
  )
  await app.database.asOwner((tx) =>
    sql`update publication set state = 'published', published_at = now() where publication_id = ${publicationId}`.execute(tx),
  )
  expect((await app.visitor.ask(readPublic, {})).problem?.code).toBe('snapshot-tampered')
  // nor do its figures come in by the log of corrections, beside a revision that can be read
  expect((await readAs({ year: 2026, revision: 2 })).years[0]?.revisions[0]).toMatchObject({ revision: 3, comparedWith: null, changes: [] })
  const log = await app.visitor.ask(downloadCorrections, { format: 'csv', language: 'zh' })
  expect([log.status, log.bytes.toString().includes('99.99')]).toEqual([200, false])
  await app.inInstitution((tx) => tx.deleteFrom('publication').where('publication_id', '=', publicationId).execute())
})

test('the public says something, the office answers, and only what names nobody is shown', async () => {
  const say = (said: string) => app.visitor.ask(sendFeedback, { said, measureCode: 'LVL' })
  expect((await say('短')).status).toBe(422)
  expect((await say('绕行牌太小，晚上看不清。')).status).toBe(200)
  expect((await say('钱多甲态度很好，谢谢。')).status).toBe(200)
  expect((await app.visitor.ask(listFeedback, {})).status).toBe(401)
  expect((await leader.ask(listFeedback, {})).status).toBe(403)
  const { feedback } = await office.call(listFeedback, {})
  expect(feedback.map(({ state, measureName }) => [state, measureName?.en])).toEqual([
    ['new', 'Measure LVL'],
    ['new', 'Measure LVL'],
  ])
  const idOf = (word: string) => feedback.find(({ said }) => said.includes(word))?.feedbackId ?? ''
  const answer = (feedbackId: string, change: object = {}) =>
    office.ask(answerFeedback, { feedbackId, outcome: 'answered', answer: '已更换为反光牌，三月底前完成。', shown: true, ...change })
  expect((await answer(idOf('钱多甲'))).problem?.fields.map(({ pointer }) => pointer)).toEqual(['/said'])
  expect((await answer(idOf('绕行'), { answer: '钱多乙已去现场处理。' })).problem?.fields.map(({ pointer }) => pointer)).toEqual([
    '/answer',
  ])
  expect((await answer(newId())).status).toBe(404)
  expect((await answer(idOf('绕行'))).status).toBe(200)
  expect((await answer(idOf('绕行'))).problem?.code).toBe('feedback-answered')
  expect((await answer(idOf('钱多甲'), { shown: false })).status).toBe(200)
  expect((await readAs()).feedback).toEqual([
    {
      saidOn: '2027-03-01',
      measureCode: 'LVL',
      said: '绕行牌太小，晚上看不清。',
      answer: '已更换为反光牌，三月底前完成。',
      answeredOn: '2027-03-01',
    },
  ])
  await app.inInstitution(async (tx) => {
    const institution_id = app.institutionId
    const rows = Array.from({ length: 200 }, () => ({ institution_id, feedback_id: newId(), said_on: '2027-03-01', said: '又一条留言' }))
    await tx.insertInto('public_feedback').values(rows).execute()
  })
  const full = await say('还能再说一句吗？')
  expect([full.status, full.problem?.code]).toEqual([429, 'feedback-full'])
  await app.inInstitution((tx) => tx.deleteFrom('public_feedback').where('said', '=', '又一条留言').execute())
})

test('a survey that anybody may answer is offered on the page; one about the institution itself is not', async () => {
  await app.inInstitution(async (tx) => {
    const institution_id = app.institutionId
    for (const [code, kind] of [
      ['road-users', 'outcome'],
      ['staff', 'problem'],
    ] as const) {
      const questionnaire_id = newId()
      const body = JSON.stringify({ constructs: [{ code: 'C', kind }], items: [] })
      await tx
        .insertInto('questionnaire')
        .values({ institution_id, questionnaire_id, code, version: 1, title_zh: code, title_en: code, body, body_hash: code })
        .execute()
      const wave = { name_zh: code, name_en: code, opened_on: '2027-02-01', closes_on: '2027-03-10', collects: 'online', shared_link: true }
      await tx
        .insertInto('wave')
        .values({ institution_id, wave_id: newId(), questionnaire_id, ...wave })
        .execute()
    }
  })
  expect((await readAs()).surveys.map(({ name, closesOn, path }) => [name.en, closesOn, path.startsWith('/b/TEST/')])).toEqual([
    ['road-users', '2027-03-10', true],
  ])
})

test('what is withdrawn is not read any more, nor does what it had corrected come back; that it was withdrawn, when and why, is read', async () => {
  const withdraw = (publicationId: string, earlier: 'gone' | 'stands') => ({
    publicationId,
    reason: { zh: '检测数据有误', en: '' },
    earlier,
  })
  const [second, first] = (await office.call(listPublications, {})).publications.map(({ publicationId }) => publicationId)
  expect((await office.ask(withdrawPublication, withdraw(second ?? '', 'gone'))).status).toBe(403)
  // the first one has nothing before it, and it is not the newest
  expect((await leader.ask(withdrawPublication, withdraw(first ?? '', 'stands'))).problem?.code).toBe('no-earlier-revision')
  app.setNow('2027-03-05T02:00:00Z')
  const authority = await app.signIn(['authority'])
  await leader.call(withdrawPublication, withdraw(second ?? '', 'gone'))
  const gone = await readAs()
  expect([gone.current, gone.absent]).toEqual([null, { kind: 'withdrawn', year: 2026, revision: 2 }])
  expect(gone.years[0]?.revisions[0]).toEqual({
    ...{ revision: 2, publishedOn: '2027-03-01', reason: { zh: '检测数据有误', en: '' } },
    ...{ withdrawn: true, ended: false, goneOn: '2027-03-05', comparedWith: null, changes: [] },
  })
  const csv = await app.visitor.ask(downloadPublic, { year: 2026, format: 'csv', language: 'zh' })
  expect([csv.status, csv.problem?.code]).toEqual([410, 'publication-gone'])
  expect((await authority.call(listReports, {})).publications).toEqual([])
  expect((await authority.call(readSideBySide, {})).institutions.map(({ published }) => published)).toEqual([null, null])
  // whoever asks for the first one by its number reads it, as a record
  expect((await readAs({ year: 2026, revision: 1 })).current?.snapshot.score.official).toBe('88.89')
  // a year and a revision that never were are told apart
  expect((await readAs({ year: 2031 })).absent).toEqual({ kind: 'no-such-year', year: 2031, revision: null })
  expect((await readAs({ revision: 9 })).absent).toEqual({ kind: 'no-such-revision', year: null, revision: 9 })
  expect((await readAs({ year: 2026, revision: 9 })).absent).toEqual({ kind: 'no-such-revision', year: 2026, revision: 9 })
  const trail = await app.inInstitution((tx) =>
    tx.selectFrom('audit_event').select('detail').where('action', '=', 'publication-withdrawn').execute(),
  )
  expect(trail.at(-1)?.detail).toMatchObject({ wasPublishedFor: '集体审定，同意公开。', reason: '检测数据有误', earlier: 'gone' })
})

test('a leader who withdraws may say that the earlier figures stand: they are published again, as a revision that says so', async () => {
  const corrected = await prepared()
  await publish(corrected)
  expect((await readAs()).current).toMatchObject({ revision: 3, publishedOn: '2027-03-05' })
  // compared with the newest one that can still be read, not with the one that was withdrawn
  expect((await readAs()).years[0]?.revisions[0]).toMatchObject({ comparedWith: 1 })
  const reason = { zh: '复测数据来源不明', en: 'The new survey has no source' }
  await leader.call(withdrawPublication, { publicationId: corrected, reason, earlier: 'stands' })
  const { current, years } = await readAs()
  expect(current).toMatchObject({
    revision: 4,
    publishedOn: '2027-03-05',
    reason: {
      zh: '第 3 版撤回后，第 1 版的数字继续有效。撤回原因：复测数据来源不明',
      en: 'Revision 3 was withdrawn, and the figures of revision 1 stand again. Why it was withdrawn: The new survey has no source',
    },
  })
  expect(current?.snapshot.score.official).toBe('88.89')
  expect(current?.hash).toBe((await readAs({ year: 2026, revision: 1 })).current?.hash)
  expect(years[0]?.revisions.map((one) => [one.revision, one.withdrawn, one.changes.length])).toEqual([
    [4, false, 0],
    [3, true, 0],
    [2, true, 0],
    [1, false, 0],
  ])
  for (const { publicationId, state } of (await office.call(listPublications, {})).publications)
    if (state === 'published') await leader.call(withdrawPublication, { publicationId, reason, earlier: 'gone' })
  expect((await readAs()).absent).toEqual({ kind: 'withdrawn', year: 2026, revision: 4 })
})

test('an institution nobody knows is not found, one that is named is, and a year of letters is bad input', async () => {
  expect((await app.visitor.ask(readPublic, { institution: 'NOBODY' })).status).toBe(404)
  expect((await app.visitor.ask(downloadPublic, { institution: 'NOBODY', format: 'csv', language: 'zh' })).status).toBe(404)
  expect((await app.visitor.ask(readPublic, { institution: 'TEST' })).status).toBe(200)
  const { statusCode } = await app.app.inject({ method: 'GET', url: '/api/public?year=last' })
  expect(statusCode).toBe(422)
})
