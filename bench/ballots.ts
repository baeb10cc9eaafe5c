import { spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { readBallot } from '../packages/contract/diagnose/ballots.ts'
import { issueInvitations, openOnlineWave } from '../packages/contract/diagnose/collection.ts'
import { readDiagnosis, readItems } from '../packages/contract/diagnose/results.ts'
import { exportAnswers, readStatistics } from '../packages/contract/diagnose/statistics.ts'
import { adoptQuestionnaire, listWaves, openWave, readQuestionnaire } from '../packages/contract/diagnose/waves.ts'
import type { Endpoint, InputOf, OutputOf } from '../packages/contract/endpoint.ts'
import { insertSheets } from '../server/diagnose/waves/data.ts'
import { readConfig } from '../server/platform/config/config.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { buildApp } from '../server/platform/http/app.ts'
import { listen } from '../server/platform/http/listen.ts'
import type { Services } from '../server/platform/http/services.ts'
import { openLibrary } from '../server/platform/library.ts'
import { newId } from '../server/platform/newId.ts'
import { openSession } from '../server/platform/session/sessionStore.ts'
import { findPostgresBinaries } from '../server/platform/testing/postgresBinaries.ts'
import { startTemporaryCluster } from '../server/platform/testing/temporaryCluster.ts'
import { ROUTES } from '../server/routes.ts'

/**
 * A survey under load and its results when it is large, over HTTP with every commit on the disk. Respondents are a process of their own (ballotLoad.ts).
 * `ballots.ts [RESPONDENTS] [AT ONCE] [embedded|postgres|both] [SHEETS]`; the JSON lines have the form of a LimeSurvey load script, so that both can be laid side by side.
 */
const respondents = Number(process.argv[2] ?? 4800)
const atOnce = Number(process.argv[3] ?? 200)
const only = process.argv[4]
const sizes = (process.argv[5] ?? '10000,100000')
  .split(',')
  .map(Number)
  .filter((size) => size > 0)
const found: object[] = []
const say = (on: string, figures: object) => {
  found.push({ on, ...figures })
  console.log(JSON.stringify({ on, ...figures }))
}

if (only !== 'postgres') {
  const folder = mkdtempSync(path.join(tmpdir(), 'milepost-bench-'))
  await measure('embedded', { folder: path.join(folder, 'data') })
  rmSync(folder, { recursive: true, force: true })
}
const binaries = findPostgresBinaries()
if (binaries === undefined) console.log('PostgreSQL is left out: its binaries were not found.')
else if (only !== 'embedded') {
  const cluster = await startTemporaryCluster(binaries, { durable: true })
  await measure('postgres', { databaseUrl: cluster.url('admin', 'postgres') })
  await cluster.stop()
}
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  load: loadavg()[0],
}
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/ballots.json',
  `${JSON.stringify({ machine, day: new Date().toISOString().slice(0, 10), lines: found }, null, 1)}\n`,
)

async function measure(on: string, place: { folder: string } | { databaseUrl: string }): Promise<void> {
  const database = await openDatabase({ ...place, migrations: 'server/migrations' })
  await database.migrate()
  const config = readConfig({ MILEPOST_PORT: '0' })
  const services: Services = { database, library: await openLibrary('library'), config, now: () => new Date() }
  const app = await buildApp({ services, routes: ROUTES, logLevel: 'silent', keepPublicMs: 1000 })
  const base = await listen(app, config)
  const office = await signIn(services, base)
  const { questionnaireId } = await office.ask(adoptQuestionnaire, {})
  if (respondents > 0) await load(on, { base, office, questionnaireId })
  for (const sheets of sizes) await results(on, { services, office, questionnaireId, sheets })
  await app.close()
  await database.close()
}

type Office = Awaited<ReturnType<typeof signIn>>

async function load(
  on: string,
  { base, office, questionnaireId }: { base: string; office: Office; questionnaireId: string },
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  const name = { zh: '负载', en: 'Load' }
  const names = Array.from({ length: respondents }, (_, at) => `p${at}`)
  const { waveId } = await office.ask(openOnlineWave, {
    questionnaireId,
    name,
    opensOn: today,
    closesOn: null,
    mode: 'anonymous',
    sharedLink: false,
    strata: [{ code: 'bureau', name: { zh: '本局', en: 'Bureau' }, unitIds: [], names, population: null }],
  })
  const { invitations } = await office.ask(issueInvitations, { waveId })
  const ballot = await office.ask(readBallot, { waveId, institution: 'BENCH' })
  const file = path.join(tmpdir(), `milepost-load-${waveId}.json`)
  writeFileSync(
    file,
    JSON.stringify({
      base,
      institution: 'BENCH',
      waveId,
      key: ballot.strata[0]?.key,
      tokens: invitations.map((one) => one.path.split('#')[1]),
      items: ballot.instrument.items.map((item) => item.code),
      atOnce,
    }),
  )
  let before = process.cpuUsage()
  await eachLineOf(['--import', 'tsx', 'bench/ballotLoad.ts', file], (line) => {
    const { completed, ...figures } = JSON.parse(line) as { completed?: number }
    const used = process.cpuUsage(before)
    before = process.cpuUsage()
    // what the processor of this process spent for one; with the embedded database in it, its thread too
    const serverMs =
      completed === undefined ? {} : { completed, serverMs: Number(((used.user + used.system) / 1000 / completed).toFixed(2)) }
    say(on, { ...figures, ...serverMs, load: Number(loadavg()[0]?.toFixed(1)) })
  })
  rmSync(file)
  const kept = (await office.ask(listWaves, {})).waves.find((wave) => wave.waveId === waveId)?.strata[0]?.answers
  // up to nine wait in the box, and the count is told in fives while the wave is open
  say(on, { mode: 'none lost', sent: respondents - Math.floor(respondents / 3) + Math.floor(respondents / 3), keptAbout: kept })
}

async function results(
  on: string,
  { services, office, questionnaireId, sheets }: { services: Services; office: Office; questionnaireId: string; sheets: number },
): Promise<void> {
  const name = { zh: `${sheets} 份`, en: `${sheets} sheets` }
  const strata = ['department', 'province', 'bureau'].map((code) => ({ code, name: { zh: code, en: code }, population: sheets }))
  const { waveId } = await office.ask(openWave, { questionnaireId, name, openedOn: '2026-01-05', strata })
  const { items } = (await office.ask(readQuestionnaire, { questionnaireId })).instrument
  const add = (n: number) =>
    services.database.inInstitution(office.institutionId, (tx) =>
      insertSheets(
        tx,
        { institutionId: office.institutionId, waveId },
        Array.from({ length: n }, (_, at) => ({
          sheetId: randomUUID(),
          stratum: strata[at % 3]?.code ?? '',
          answeredOn: null,
          sourceKey: randomUUID(),
          answers: items.map(() => (randomInt(50) === 0 ? true : 1 + randomInt(5))),
          texts: [],
        })),
      ),
    )
  for (let at = 0; at < sheets; at += 10_000) await add(Math.min(10_000, sheets - at))
  for (const [mode, endpoint] of [
    ['results', readDiagnosis],
    ['items', readItems],
    ['statistics', readStatistics],
  ] as const) {
    const [fresh, again]: [number[], number[]] = [[], []]
    for (let run = 0; run < 5; run++) {
      // the first of an anonymous wave also releases its sheets, once and for all; thirty more sheets: nothing that was computed before holds any longer
      await add(30)
      fresh.push(await secondsOf(() => office.ask(endpoint, { waveId })))
      again.push(await secondsOf(() => office.ask(endpoint, { waveId })))
    }
    say(on, { mode: `${mode}, fresh`, sheets, ...spreadOf(fresh) })
    say(on, { mode: `${mode}, again`, sheets, ...spreadOf(again) })
  }
  for (const format of ['csv', 'sav', 'xlsx'] as const) {
    const runs: number[] = []
    let bytes = 0
    for (let run = 0; run < (format === 'xlsx' ? 1 : 3); run++)
      runs.push(
        await secondsOf(async () => {
          bytes = (await office.bytes(exportAnswers, { waveId, format, language: 'en' })).length
        }),
      )
    say(on, { mode: `export ${format}`, sheets, bytes, ...spreadOf(runs) })
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function spreadOf(runs: readonly number[]) {
  const sorted = runs.toSorted((a, b) => a - b)
  const two = (value: number | undefined) => Number((value ?? Number.NaN).toFixed(3))
  return { runs: runs.length, medianS: two(sorted[Math.floor(sorted.length / 2)]), minS: two(sorted[0]), maxS: two(sorted.at(-1)) }
}

async function signIn(services: Services, base: string) {
  const [institutionId, accountId, now] = [newId(), newId(), new Date()]
  const row = { institution_id: institutionId, code: 'BENCH', name_zh: '量', name_en: 'Bench' }
  await services.database.asOwner((tx) => tx.insertInto('institution').values(row).execute())
  const token = await services.database.inInstitution(institutionId, async (tx) => {
    const account = { institution_id: institutionId, account_id: accountId, username: 'office', display_name: 'office', created_at: now }
    await tx
      .insertInto('account')
      .values({ ...account, roles: ['performance-office'] })
      .execute()
    return openSession(tx, { institutionId, accountId, now })
  })
  const send = async (endpoint: Endpoint, input: Readonly<Record<string, unknown>>): Promise<Response> => {
    const rest = new Map(Object.entries(input))
    const where = endpoint.path.replace(/:(\w+)/g, (_all, part: string) => {
      const value = String(rest.get(part))
      rest.delete(part)
      return value
    })
    const asks = endpoint.method === 'GET'
    const query = asks ? `?${new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]))}` : ''
    const headers = { cookie: `milepost=${institutionId}.${token}`, 'x-milepost': '1', 'content-type': 'application/json' }
    const body = asks ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }
    const answer = await fetch(base + where + query, { method: endpoint.method, headers, ...body })
    if (!answer.ok) throw new Error(`${endpoint.name}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    institutionId,
    ask: async <E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> =>
      (await send(endpoint, input as Record<string, unknown>)).json() as Promise<OutputOf<E>>,
    bytes: async <E extends Endpoint>(endpoint: E, input: InputOf<E>) =>
      Buffer.from(await (await send(endpoint, input as Record<string, unknown>)).arrayBuffer()),
  }
}

function eachLineOf(command: readonly string[], hear: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface(child.stdout).on('line', hear)
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the respondents ended with ${code}`))))
  })
}
