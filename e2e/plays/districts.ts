import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { chromium, type Page } from 'playwright-core'
import { cookieRoutes } from '../../server/institution/session/cookieRoutes.ts'
import { readConfig } from '../../server/platform/config/config.ts'
import { openDatabase } from '../../server/platform/database/database.ts'
import { buildApp } from '../../server/platform/http/app.ts'
import { openLibrary } from '../../server/platform/library.ts'
import { newId } from '../../server/platform/newId.ts'
import { openSession } from '../../server/platform/session/sessionStore.ts'
import { ROUTES } from '../../server/routes.ts'
import { open, picturesIn } from './turning.ts'

/**
 * Eight road districts over twelve years, entered by the performance office in a real browser: `npx tsx e2e/plays/districts.ts FILE [PICTURES]`, where FILE is the table of the guide
 * "Real input" (one row a district and year). An empty product is opened, units, own measures, a scheme with targets from 2003-2008 and all values come in by file through the pages,
 * then the dry run of 2009-2014 is read as it stands there. It needs a build, asks for nothing, and is no part of the test run. With KEEP=1 the product stays open to look at.
 */
const roadsFile = process.argv[2] ?? ''
if (roadsFile === '') throw new Error('give the file district_year_measures.csv')
const pictures = process.argv[3]
if (pictures) mkdirSync(pictures, { recursive: true })
const picture = picturesIn(pictures)
const rows: Readonly<Record<string, string>>[] = parse(readFileSync(roadsFile), { columns: true, bom: true })
const DISTRICTS = ['1', '2', '3', '4', '5', '6', '7', '8']
const YEARS = Array.from({ length: 12 }, (_, at) => 2003 + at)
const MEASURES = [
  { code: 'GOOD', column: 'pct_miles_iri_lt95', objective: 'P1', weight: 40, up: true },
  { code: 'IRI', column: 'mean_iri_length_weighted', objective: 'P1', weight: 20, up: false },
  { code: 'POOR', column: 'pct_miles_iri_gt170', objective: 'P2', weight: 20, up: false },
  { code: 'SERIOUS', column: 'inc_inj', objective: 'P3', weight: 20, up: false },
] as const

const folder = mkdtempSync(path.join(tmpdir(), 'milepost-districts-'))
const database = await openDatabase({ folder, migrations: 'server/migrations' })
await database.migrate()
const services = { database, library: await openLibrary('library'), config: readConfig({}), now: () => new Date('2015-01-20T02:00:00Z') }
const app = await buildApp({
  ...{ services, routes: ROUTES, extra: cookieRoutes(services), logLevel: 'error' as const },
  webFolder: path.resolve('dist/web'),
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const cookie = await seed()
const browser = await chromium.launch({
  executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const desk = await sit('en', 1440)

await bring('/institution/import', 'units.csv', [
  'Unit code,Unit name,English name,Kind,Parent unit code',
  'HQ,州公路局,Road authority,bureau,',
  ...DISTRICTS.map((code) => `${code},第 ${code} 区,District ${code},station,HQ`),
])
await bring('/design/import?what=measures', 'measures.csv', [
  'Code,Name,Name in English,Unit of measure,Unit in English,Direction,Over time,Over units,Digits',
  'GOOD,平整里程比例,Share of miles with good ride (IRI below 95 in/mi),%,%,higher is better,last,weighted mean,1',
  'IRI,平均国际平整度指数,Mean roughness,英寸/英里,in/mi,lower is better,last,weighted mean,1',
  'POOR,差等里程比例,Share of miles with poor ride (IRI above 170 in/mi),%,%,lower is better,last,weighted mean,1',
  'SERIOUS,重伤事故数,Serious crashes,起,crashes,lower is better,sum,sum,0',
])
const cycles = new Map<number, string>()
for (const year of YEARS) {
  const name = { zh: `${year} 年`, en: `${year}` }
  const { cycleId } = await asked('/api/cycles', { year, name, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` })
  await asked(`/api/run/cycles/${cycleId}/periods`, { kinds: ['year'], dueAfterDays: 15 })
  cycles.set(year, cycleId)
}
console.log('12 cycles with a period each')

await open(desk, `/design/import?what=scheme&cycle=${cycles.get(2014)}`)
await desk.locator('input[type=file]').setInputFiles({ name: 'scheme.json', mimeType: 'application/json', buffer: Buffer.from(scheme()) })
await desk.getByRole('button', { name: 'Save as draft' }).waitFor()
await picture(desk, 'scheme-checked')
await desk.getByRole('button', { name: 'Save as draft' }).click()
await desk.getByRole('button', { name: 'Open the scorecard' }).waitFor()
console.log('scheme with targets from 2003-2008 saved as the draft of 2014')

await open(desk, '/run/values/import')
await desk.locator('input[type=file]').first().setInputFiles(roadsFile)
await desk.getByRole('heading', { name: 'Or: a table with one column a measure' }).waitFor()
await picture(desk, 'values-which-column')
/** On a busy machine a list may close again before its option stands still. */
const choose = async (label: string, option: string, tries = 4): Promise<void> => {
  await desk.getByRole('combobox', { name: label, exact: true }).last().click()
  const offered = desk.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: new RegExp(`^${option}\\b`) })
  try {
    await offered.first().click({ timeout: 5_000 })
  } catch (fault) {
    if (tries === 1) throw fault
    await desk.keyboard.press('Escape')
    await choose(label, option, tries - 1)
  }
}
await choose('Weight column', 'miles_rated')
for (const { code, column } of MEASURES) await choose(column, code)
await desk.getByRole('button', { name: 'Check again with these columns' }).click()
await desk.getByText('Nothing is saved yet').waitFor()
await picture(desk, 'values-checked')
await desk.getByRole('button', { name: /^Save only/ }).click()
await desk.waitForURL(/\/run\/values(\?|$)/)
console.log('values of twelve years saved by the page, the rows of the total left out')

const dry = `/design/dry-run?cycle=${cycles.get(2014)}&level=unit&values=${YEARS.slice(6)
  .map((year) => cycles.get(year))
  .join(',')}`
for (const [language, width] of [
  ['en', 1440],
  ['zh', 1440],
  ['en', 390],
  ['zh', 390],
] as const) {
  const page = await sit(language, width)
  await open(page, dry)
  await page
    .getByText(/\d+ (ms|毫秒)/)
    .first()
    .waitFor()
  await picture(page, `dry-run-${language}-${width}`)
  if (language === 'en' && width === 1440)
    for (const name of ['What each measure really decides', 'The arrows of the map against the past'])
      console.log(`\n${name}\n${await page.locator('.mp-panel', { has: page.getByRole('heading', { name }) }).innerText()}`)
  for (const where of ['/design/scorecard', '/design/map', '/design/cascade']) {
    await open(page, `${where}?cycle=${cycles.get(2014)}`)
    await picture(page, `${where.split('/').at(-1)}-${language}-${width}`)
  }
}
if (process.env.KEEP === '1') {
  console.log(`\nopen at ${address} with the cookie ${cookie}`)
  await new Promise(() => undefined)
}
await browser.close()
await app.close()
await database.close()
rmSync(folder, { recursive: true, force: true })

/** A file goes in by a page: its verdict is looked at, then it is saved. */
async function bring(where: string, name: string, lines: readonly string[]): Promise<void> {
  await open(desk, where)
  await desk
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\n')}`) })
  await desk.getByRole('button', { name: /^Save \d+ rows?$/ }).click()
  await desk.getByText(/rows saved/).waitFor()
  console.log(`${name}: ${lines.length - 1} rows saved`)
}

/** The scheme of the guide as a file: the worst of 2003-2008 scores nothing, the best of them is the target. */
function scheme(): string {
  const both = (zh: string, en: string) => ({ zh, en })
  const past = (district: string, column: string) =>
    rows.filter((row) => row.district === district && Number(row.year) <= 2008).map((row) => Number(row[column]))
  const line = (holder: string) => (one: (typeof MEASURES)[number]) => {
    const figures = past(holder, one.column)
    const [floor, target] = one.up ? [Math.min(...figures), Math.max(...figures)] : [Math.max(...figures), Math.min(...figures)]
    return {
      ...{ code: one.code, name: both('', ''), version: 1, weightBp: one.weight * 100, objective: one.objective, serves: null },
      rule: {
        ...{ kind: 'floor_target_stretch', direction: one.up ? 'up' : 'down', floor: String(floor) },
        ...{ target: String(target), stretch: String(target) },
      },
    }
  }
  return JSON.stringify({
    ...{ format: 'milepost-scheme', formatVersion: 1, year: 2014, state: 'draft', hash: '' },
    scheme: {
      ...{ name: both('州公路局 2014 年计分卡', 'Road authority 2014'), rules: {} },
      perspectives: [
        { code: 'PS', name: both('公众', 'Road users'), weightBp: 4000 },
        { code: 'IP', name: both('养护', 'Upkeep'), weightBp: 6000 },
      ],
      objectives: [
        { code: 'P1', name: both('道路平整', 'Smooth roads'), statement: both('', ''), perspective: 'IP' },
        { code: 'P2', name: both('少有差路', 'Few poor miles'), statement: both('', ''), perspective: 'PS' },
        { code: 'P3', name: both('少伤亡', 'Fewer injuries'), statement: both('', ''), perspective: 'PS' },
      ],
      links: [
        { from: 'P1', to: 'P2', sign: '+', lagPeriods: 0 },
        { from: 'P1', to: 'P3', sign: '+', lagPeriods: 1 },
        { from: 'P2', to: 'P3', sign: '+', lagPeriods: 2 },
      ],
      cards: ['institution', ...DISTRICTS].map((holder) => ({
        ...{ holder, name: both(`${holder}`, `${holder}`), lines: MEASURES.map(line(holder === 'institution' ? 'ALL' : holder)) },
      })),
    },
  })
}

async function sit(language: 'zh' | 'en', width: number): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: address, viewport: { width, height: 900 }, locale: language === 'zh' ? 'zh-CN' : 'en-GB' },
  })
  await context.addCookies([{ name: 'milepost', value: cookie.slice('milepost='.length), url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  await page.addInitScript((to) => window.localStorage.setItem('milepost.language', to), language)
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`))
  return page
}

async function asked(where: string, body: object): Promise<{ readonly cycleId: string }> {
  const answer = await fetch(address + where, {
    ...{ method: 'POST', headers: { 'x-milepost': '1', 'content-type': 'application/json', cookie }, body: JSON.stringify(body) },
  })
  if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { cycleId: string }
}

/** An institution with nothing in it, and its performance office signed in. */
async function seed(): Promise<string> {
  const [institution_id, account_id] = [newId(), newId()]
  await database.asOwner((tx) =>
    tx.insertInto('institution').values({ institution_id, code: 'ROADS', name_zh: '州公路局', name_en: 'Road authority' }).execute(),
  )
  return database.inInstitution(institution_id, async (tx) => {
    const now = services.now()
    const roles = ['performance-office', 'system-admin']
    await tx
      .insertInto('account')
      .values({ institution_id, account_id, username: 'office', display_name: 'Office', roles, created_at: now })
      .execute()
    return `milepost=${institution_id}.${await openSession(tx, { institutionId: institution_id, accountId: account_id, now })}`
  })
}
