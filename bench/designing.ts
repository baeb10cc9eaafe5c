import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCard, saveCard } from '@milepost/contract/design/cards'
import { draftCascade, readCarriers, readCascade, readCoverage } from '@milepost/contract/design/cascade'
import { importScheme, schemeFile } from '@milepost/contract/design/exchange'
import { createScorecard, readScorecard, saveLink, saveObjective } from '@milepost/contract/design/scorecard'
import { placeObjectives } from '@milepost/contract/design/strategy'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import { createCycle } from '@milepost/contract/institution/cycles'
import { chromium, type Page } from 'playwright-core'
import { linesToSave } from '../server/design/testing/cardInput.ts'
import { cookieRoutes } from '../server/institution/session/cookieRoutes.ts'
import { readConfig } from '../server/platform/config/config.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { buildApp } from '../server/platform/http/app.ts'
import { openLibrary } from '../server/platform/library.ts'
import { newId } from '../server/platform/newId.ts'
import { openSession } from '../server/platform/session/sessionStore.ts'
import { ROUTES } from '../server/routes.ts'
import { type Line, report, timed } from './table.ts'

/**
 * A scheme of 25 institution measures, 60 units and 2,000 people under the hands of an office: every edit over HTTP on the embedded database
 * in a folder, and, where Chromium and a build are found, the frames while its tree is scrolled and a map of 2,000 objectives is dragged.
 */
const EDITS = 100
const UNITS = 60
const PEOPLE = 2000
const folder = mkdtempSync(path.join(tmpdir(), 'milepost-designing-'))
const database = await openDatabase({ folder, migrations: 'server/migrations' })
await database.migrate()
const services = { database, library: await openLibrary('library'), config: readConfig({}), now: () => new Date() }
const app = await buildApp({
  services,
  routes: ROUTES,
  extra: cookieRoutes(services),
  logLevel: 'silent',
  webFolder: path.resolve('dist/web'),
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const [institution_id, accountId] = [newId(), newId()]
const cookie = await seed()
const lines: Line[] = []
const put = (what: string, runs: readonly number[], unit = 'ms') => lines.push({ what, unit, runs })

const cycle = await call(createCycle, yearOf(2030))
const { scorecardId } = await call(createScorecard, { cycleId: cycle.cycleId, from: 'template' })
put(`cascade drafted to ${UNITS} units and ${PEOPLE} people`, await timed(1, () => call(draftCascade, { scorecardId })))
const view = await call(readScorecard, { cycleId: cycle.cycleId })
if (!view.card || !view.scorecard) throw new Error('the template has a card')
await editCards(view.card.cardId, 'edit of the institution’s card of 25 measures', true)
const [first, second] = view.scorecard.objectives
if (!first || !second) throw new Error('the template has objectives')
const nothing = { zh: '', en: '' }
const { objectiveId, perspectiveId, code } = first
put(
  'edit of an objective',
  await repeated((at) => {
    const name = { zh: `目标 ${at}`, en: `Objective ${at}` }
    const none = { findingId: null, themeId: null, ownerPersonId: null, statement: nothing }
    return call(saveObjective, { scorecardId, objectiveId, perspectiveId, code, name, ...none })
  }),
)
put(
  'edit of an arrow',
  await repeated((at) =>
    call(saveLink, {
      ...{ scorecardId, fromObjectiveId: second.objectiveId, toObjectiveId: objectiveId, sign: '+', lagPeriods: at % 6 },
      ...{ rationale: nothing, strength: 'medium', ownerPersonId: null, reviewOn: null },
    }),
  ),
)
put(
  'an objective moved on the map',
  await repeated((at) => call(placeObjectives, { scorecardId, places: [{ objectiveId, perspectiveId, place: { x: 4 * at, y: 8 } }] })),
)
const cascade = await call(readCascade, { scorecardId })
await editCards(cascade.units.find(({ card }) => card !== null)?.card?.cardId ?? '', 'edit of a unit’s card')
for (const { what, runs } of lines.filter((line) => line.runs.length === EDITS)) {
  const sorted = runs.toSorted((a, b) => a - b)
  console.log(`${what}: p50 ${sorted[49]?.toFixed(0)} ms, p95 ${sorted[94]?.toFixed(0)} ms, p99 ${sorted[98]?.toFixed(0)} ms`)
}
put('coverage of the whole cascade', await timed(3, () => call(readCoverage, { scorecardId })))
put('who carries what, whole', await timed(3, () => call(readCarriers, { scorecardId })))
await screens()
report('designing', lines)
await app.close()
await database.close()
rmSync(folder, { recursive: true, force: true })

/** One weight up, the next down, again and again; `whole`: with measures of the library until there are 25. */
async function editCards(cardId: string, what: string, whole = false): Promise<void> {
  const card = await call(readCard, { cardId })
  const own = linesToSave(card)
  const held = new Set(card.perspectives.flatMap((one) => one.objectives.flatMap(({ measures }) => measures.map((line) => line.code))))
  const more = services.library.measures.measures.filter((one) => !held.has(one.code)).slice(0, whole ? 25 - own.length : 0)
  const added = more.map((one) => ({ ...own[0]!, cardMeasureId: null, measure: { libraryCode: one.code }, weightBp: 0, profile: null }))
  let { revision } = await call(saveCard, { cardId, revision: card.revision, lines: [...own, ...added] })
  let now = linesToSave(await call(readCard, { cardId }))
  put(
    what,
    await repeated(async (at) => {
      const [up, down] = [at % now.length, (at + 1) % now.length]
      now = now.map((line, place) => ({ ...line, weightBp: Math.max(0, line.weightBp + (place === up ? 1 : place === down ? -1 : 0)) }))
      revision = (await call(saveCard, { cardId, revision, lines: now })).revision
    }),
  )
}

async function screens(): Promise<void> {
  const browser = await chromium
    .launch({ executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
    .catch(() => null)
  if (!browser) return console.log('Frames are left out: Chromium was not found.')
  const many = await call(createCycle, yearOf(2031))
  await call(importScheme, { cycleId: many.cycleId, step: 'save', file: schemeFile.parse(mapOf(2000)) })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await context.addCookies([{ name: 'milepost', value: cookie.slice('milepost='.length), url: address }])
  const page = await context.newPage()
  await page.goto(`${address}/design/cascade?cycle=${cycle.cycleId}&by=objective`)
  await page.getByRole('button', { name: /^(Open all|全部展开)$/ }).click({ timeout: 120_000 })
  const tree = await page.locator('.mp-carriers').boundingBox()
  await page.mouse.move((tree?.x ?? 0) + 200, (tree?.y ?? 0) + 200)
  put('tree of the whole cascade scrolled: frame', await frames(page, () => page.mouse.wheel(0, 180)))
  await page.goto(`${address}/design/map?cycle=${many.cycleId}`)
  const box = page.locator('[data-objective]').first()
  await box.waitFor({ timeout: 120_000 })
  await box.scrollIntoViewIfNeeded()
  const at = await box.boundingBox()
  const [x, y] = [(at?.x ?? 0) + 30, (at?.y ?? 0) + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  let step = 0
  const drag = () => page.mouse.move(x + 3 * ++step, y + (step % 40))
  put('map of 2,000 objectives dragged: frame', await frames(page, drag))
  await page.mouse.up()
  await browser.close()
}

/** Milliseconds between frames while something is done a hundred times. */
async function frames(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate('seen = []; watch = (now) => { seen.push(now); requestAnimationFrame(watch) }; requestAnimationFrame(watch)')
  for (let at = 0; at < 100; at++) await act()
  const seen: number[] = await page.evaluate('watch = () => undefined; seen')
  return seen.slice(1).map((now, place) => now - (seen[place] ?? now))
}

function mapOf(objectives: number) {
  const perspectives = ['A', 'B', 'C', 'D'].map((one) => ({ code: one, name: { zh: one, en: one }, weightBp: 2500 }))
  const codes = Array.from({ length: objectives }, (_, at) => `N${at}`)
  return {
    ...{ format: 'milepost-scheme', formatVersion: 1, year: 2031, state: 'draft', hash: '' },
    scheme: {
      ...{ name: { zh: '大图', en: 'Large map' }, rules: {}, perspectives },
      objectives: codes.map((one, at) => ({
        ...{ code: one, name: { zh: `目标 ${at}`, en: `Objective ${at}` }, statement: nothing },
        perspective: perspectives[at % 4]?.code,
      })),
      links: codes.slice(4).map((from, at) => ({ from, to: codes[at], sign: '+', lagPeriods: at % 3 })),
      cards: [{ holder: 'institution', name: nothing, lines: [] }],
    },
  }
}

function yearOf(year: number) {
  return { year, name: { zh: `${year}`, en: `${year}` }, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }
}

async function repeated(act: (at: number) => Promise<unknown>): Promise<number[]> {
  let at = 0
  return timed(EDITS, () => act(at++))
}

async function call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
  const rest: Record<string, unknown> = { ...input }
  const url = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return value
  })
  const inQuery = endpoint.method === 'GET'
  const query = inQuery ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))}` : ''
  const answer = await fetch(`${address}${url}${query}`, {
    method: endpoint.method,
    headers: { 'x-milepost': '1', 'content-type': 'application/json', cookie },
    ...(inQuery ? {} : { body: JSON.stringify(rest) }),
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(`${endpoint.name}: ${answer.status} ${JSON.stringify(body)}`)
  return body
}

/** An institution with its units and people and an office that is signed in; gives the cookie. */
async function seed(): Promise<string> {
  const own = { institution_id }
  await database.asOwner((tx) =>
    tx
      .insertInto('institution')
      .values({ ...own, code: 'BENCH', name_zh: '局', name_en: 'Bureau' })
      .execute(),
  )
  return database.inInstitution(institution_id, async (tx) => {
    const [top, post_id] = [newId(), newId()]
    const unit = { ...own, name_en: '', name_key: '' }
    await tx
      .insertInto('unit')
      .values({ ...unit, unit_id: top, code: 'TOP', name_zh: '局', kind: 'bureau', parent_unit_id: null, order_no: 0 })
      .execute()
    const units = Array.from({ length: UNITS }, (_, at) => ({
      unit_id: newId(),
      code: `U${at}`,
      name_zh: `公路站 ${at}`,
      order_no: at + 1,
    }))
    await tx
      .insertInto('unit')
      .values(units.map((one) => ({ ...unit, ...one, kind: 'station', parent_unit_id: top })))
      .execute()
    await tx
      .insertInto('post')
      .values({ ...own, post_id, code: 'W', title_zh: '养护工', post_class: 'skilled-worker', card_template: 'maintenance-worker' })
      .execute()
    const people = Array.from({ length: PEOPLE }, (_, at) => ({
      person_id: newId(),
      employee_no: `B${at}`,
      name: `人 ${at}`,
      name_key: `${at}`,
    }))
    await tx
      .insertInto('person')
      .values(people.map((one) => ({ ...own, ...one, joined_on: '2020-01-01' })))
      .execute()
    await tx
      .insertInto('assignment')
      .values(
        people.map(({ person_id }, at) => ({
          ...{ ...own, assignment_id: newId(), person_id, unit_id: units[at % UNITS]?.unit_id ?? top, post_id, valid_from: '2020-01-01' },
        })),
      )
      .execute()
    const now = new Date()
    await tx
      .insertInto('account')
      .values({ ...own, account_id: accountId, username: 'office', display_name: 'Office', roles: ['performance-office'], created_at: now })
      .execute()
    return `milepost=${institution_id}.${await openSession(tx, { institutionId: institution_id, accountId, now })}`
  })
}
