import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCalibration } from '@milepost/contract/appraise/appraisals'
import { readNorms } from '@milepost/contract/appraise/norms'
import { readNotices } from '@milepost/contract/appraise/notice'
import { readCoverage } from '@milepost/contract/design/cascade'
import { readScorecard } from '@milepost/contract/design/scorecard'
import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { listWaves } from '@milepost/contract/diagnose/waves'
import { readCycles } from '@milepost/contract/institution/cycles'
import { readChange } from '@milepost/contract/open/change'
import { readPublic } from '@milepost/contract/open/publications'
import { listPools, readPool } from '@milepost/contract/reward/pools'
import { cardInput } from '@milepost/contract/run/cardInput'
import { readMissing, readValues } from '@milepost/contract/run/values'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditYear } from '../commands/yearAudit/auditYear.ts'
import { canonicalJson } from '../platform/audit/canonicalJson.ts'
import { verifyAudit } from '../platform/audit/verifyAudit.ts'
import { readConfig } from '../platform/config/config.ts'
import { openDatabase } from '../platform/database/database.ts'
import type { Services } from '../platform/http/services.ts'
import { openLibrary } from '../platform/library.ts'
import { openTestDatabase } from '../platform/testing/testDatabase.ts'
import { latestOfficialRun } from '../run/published.ts'
import { TASK_SOURCES } from '../taskSources.ts'
import { CAST } from './cast.ts'
import { DemoClock } from './demoClock.ts'
import { playDemoYear } from './playDemoYear.ts'
import { copyYear, playedYear } from './playedYear.ts'
import { Scene } from './scene.ts'
import { JOINERS, STAFF } from './staff.ts'

/** One test file plays the year once; a slow machine is given time. */
const TEN_MINUTES = 600_000
const TODAY = '2026-11-20'

let services: Services
let scene: Scene
let lastCycleId: string
let thisCycleId: string
const steps: string[] = []

/** A year that a first start has just played, and what it said, spares the embedded run the playing: it looks at a copy. */
let copy: string | undefined

beforeAll(async () => {
  const played = process.env.MILEPOST_TEST_DATABASE === 'embedded' ? await playedYear() : undefined
  if (played) {
    copy = mkdtempSync(path.join(tmpdir(), 'milepost-played-'))
    copyYear(played, copy)
  }
  const database = copy ? await openDatabase({ folder: copy, migrations: 'server/migrations' }) : await openTestDatabase()
  services = { database, library: await openLibrary('library'), config: readConfig({}), now: () => new Date(`${TODAY}T02:00:00Z`) }
  if (played) steps.push(readFileSync(`${played}.log`, 'utf8'))
  else await playDemoYear(services, (step) => steps.push(step.en))
  const { institution_id } = await database.asOwner((tx) => tx.selectFrom('institution').select('institution_id').executeTakeFirstOrThrow())
  scene = new Scene(services, institution_id, new DemoClock(TODAY), () => undefined)
  const { cycles } = await scene.act(CAST.office, readCycles, {})
  lastCycleId = cycles.find(({ year }) => year === 2025)?.cycleId ?? ''
  thisCycleId = cycles.find(({ year }) => year === 2026)?.cycleId ?? ''
  expect(cycles.map(({ year, stage }) => [year, stage]).sort()).toEqual([
    [2025, 'closed'],
    [2026, 'run'],
  ])
}, TEN_MINUTES)
afterAll(async () => {
  await services.database.close()
  if (copy) rmSync(copy, { recursive: true })
})

test('it says what it does in every room, in order', () => {
  const said = steps.join('\n')
  const rooms = ['The bureau:', 'Diagnose:', 'Choose:', 'Design:', 'Run:', 'Appraise:', 'Reward:', 'Open:']
  expect(rooms.map((room) => said.indexOf(room)).every((at, place, all) => at >= 0 && at > (all[place - 1] ?? -1))).toBe(true)
})

test('the first diagnosis confirms three problems, and the second wave finds them smaller', async () => {
  const { waves } = await scene.act(CAST.office, listWaves, {})
  const [before, after] = await Promise.all(
    ['2025', '2026'].map((year) => {
      const wave = waves.find(({ name }) => name.en.startsWith(`Diagnosis ${year}`))
      return scene.act(CAST.office, readDiagnosis, { waveId: wave?.waveId ?? '' })
    }),
  )
  const confirmed = before?.verdicts.filter(({ verdict }) => verdict === 'confirmed').map(({ problem }) => problem)
  expect(confirmed).toEqual(['P2', 'P3', 'P5'])
  for (const problem of confirmed ?? []) {
    const severity = (of: typeof before) => of?.constructs.find(({ code }) => code === problem)?.severity ?? 0
    expect(severity(after)).toBeLessThan(severity(before))
  }
  const { change } = await scene.act(CAST.office, readChange, {})
  // a severity of 35 and more is severe: the rules (P3) no longer are, the others still
  expect(change?.problems.map(({ code, verdictBefore, standing }) => [code, verdictBefore, standing])).toEqual([
    ['P1', 'suspected', 'remains'],
    ['P2', 'confirmed', 'remains'],
    ['P3', 'confirmed', 'cured'],
    ['P4', 'suspected', 'remains'],
    ['P5', 'confirmed', 'remains'],
  ])
})

test('everybody carries something: no plan without a development goal, nothing that leads nowhere', async () => {
  const { scorecard } = await scene.act(CAST.office, readScorecard, { cycleId: lastCycleId })
  const coverage = await scene.act(CAST.office, readCoverage, { scorecardId: scorecard?.scorecardId ?? '' })
  expect(coverage).toMatchObject({ withoutDevelopmentGoal: [], goalsServingNothing: [], brokenLinks: [], cards: { units: 36 } })
})

test('excellent grades stay under the cap, and the tie at the last seat was settled by the committee', async () => {
  const { seats, distribution } = await scene.act(CAST.office, readCalibration, { cycleId: lastCycleId })
  const excellent = distribution.find(({ grade }) => grade === 'excellent')?.decided ?? 0
  expect(excellent).toBeGreaterThan(0)
  expect(excellent).toBeLessThanOrEqual(Math.floor(((seats?.base ?? 0) * 20) / 100))
  expect(seats?.ties.length).toBeGreaterThan(0)
  const { notices } = await scene.act(CAST.worker, readNotices, {})
  expect(notices.map(({ state, counted, objections }) => [state, counted.length, objections.map(({ isAnswered }) => isAnswered)])).toEqual([
    ['closed', 5, [true]],
  ])
})

test('the shares add up to the pool to the fen', async () => {
  const { pools } = await scene.act(CAST.office, listPools, { cycleId: lastCycleId })
  const { pool, latest } = await scene.act(CAST.office, readPool, { poolId: pools[0]?.poolId ?? '' })
  expect(pool).toMatchObject({ state: 'approved', amountFen: 360_000_000 })
  const shares = latest?.picture.lines.reduce((sum, line) => sum + line.amountFen, 0) ?? 0
  expect(shares + (latest?.picture.reserveFen ?? 0)).toBe(pool.amountFen)
})

test('every official score, scored again from its stored input, is the same', async () => {
  const { institutionId } = scene
  const scores = await services.database.inInstitution(institutionId, async (tx) => {
    const run = await latestOfficialRun(tx, institutionId, lastCycleId)
    const rows = tx.selectFrom('card_score').select(['input', 'result']).where('institution_id', '=', institutionId)
    return rows.where('run_id', '=', run?.runId ?? '').execute()
  })
  expect(scores.length).toBeGreaterThan(330)
  for (const { input, result } of scores) expect(canonicalJson(scoreCard(cardInput.parse(input)))).toBe(canonicalJson(result))
})

test('the year, worked out anew from the raw tables by other code, agrees to the fen, and the seven invariants hold', async () => {
  const { institutionId } = scene
  const asked = { institutionId, year: 2025, rules: services.library.appraisalRules }
  const held = await services.database.inInstitution(institutionId, (tx) => auditYear(tx, asked))
  expect(held?.filter(({ broken }) => broken.length > 0)).toEqual([])
  expect(held?.map(({ looked }) => looked).filter((looked) => looked >= 300).length).toBeGreaterThanOrEqual(7)
  // a hundredth of a point put on one result is found, and nothing else is
  const faults = services.database.inInstitution(institutionId, async (tx) => {
    const [row] = await tx.selectFrom('appraisal').select('appraisal_id').where('official_score', 'is not', null).limit(1).execute()
    await tx
      .updateTable('appraisal')
      .set((eb) => ({ official_score: eb('official_score', '+', '0.01') }))
      .where('appraisal_id', '=', row?.appraisal_id ?? '')
      .execute()
    const found = await auditYear(tx, asked)
    throw new Error(
      found
        ?.filter(({ broken }) => broken.length > 0)
        .map(({ name, broken }) => `${name.en}: ${broken.length}`)
        .join(),
    )
  })
  await expect(faults).rejects.toThrow('scores of people, worked out anew: 1,pay lines, worked out anew to the fen: 1')
})

test('the public page names nobody on the staff', async () => {
  const { current } = await scene.act(CAST.worker, readPublic, {})
  const page = JSON.stringify(current?.snapshot)
  expect(current?.snapshot.year).toBe(2025)
  expect([...STAFF, ...JOINERS].filter(({ name, nameEn }) => page.includes(name) || page.includes(nameEn))).toEqual([])
})

test('the audit chain of the two years is whole', async () => {
  const verdict = await services.database.inInstitution(scene.institutionId, (tx) => verifyAudit(tx, scene.institutionId))
  expect(verdict).toMatchObject({ intact: true })
})

test('nobody but the first administrator ever had a password, and that one was told to nobody', async () => {
  const rows = await services.database.asOwner((tx) => tx.selectFrom('account').select(['username', 'password_hash']).execute())
  expect(rows.filter((row) => row.password_hash !== null).map((row) => row.username)).toEqual([CAST.system])
})

test('every rule of the norm report of the closed year is met, or waived by name', async () => {
  const norms = await scene.act(CAST.office, readNorms, { cycleId: lastCycleId })
  expect(norms.results.filter(({ status }) => status === 'broken')).toEqual([])
  expect([norms.broken, norms.notKnown, norms.waived]).toEqual([0, 0, 1])
})

test('2026 is under way: values are missing, something is asked for as not applicable, and people have something to do', async () => {
  expect((await scene.act(CAST.office, readMissing, { cycleId: thisCycleId, when: 'overdue' })).total).toBeGreaterThan(0)
  expect((await scene.act(CAST.director, readValues, { cycleId: thisCycleId, asked: 'only' })).total).toBe(1)
  for (const username of [CAST.office, CAST.director, CAST.engineer, CAST.worker]) {
    const actor = await scene.actorOf(username)
    const tasks = await services.database.inInstitution(scene.institutionId, async (tx) => {
      const all = []
      for (const tasksOf of TASK_SOURCES) all.push(...(await tasksOf(tx, scene.institutionId, actor, TODAY, services.library)))
      return all
    })
    expect([username, tasks.length > 0]).toEqual([username, true])
  }
})
