import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { listAppraisals } from '@milepost/contract/appraise/appraisals'
import { ratingItemsOf } from '../server/appraise/rating/items.ts'
import { findPostgresBinaries } from '../server/platform/testing/postgresBinaries.ts'
import { startTemporaryCluster } from '../server/platform/testing/temporaryCluster.ts'
import { gatherStatistics, openLargeBureau, UNITS } from './largeBureau.ts'
import type { Plan } from './lastHourLoad.ts'
import { processorSeconds } from './processorTime.ts'
import { type Line, report } from './table.ts'

/**
 * The last minute before the deadline: 2,000 people on PostgreSQL, 300 on the embedded database, keep a report twice, hand it in and hand it in
 * again (a phone that sends twice), while their heads keep and give every rating, each twice. Everything arrives by the clock within one minute,
 * from a process of its own (lastHourLoad.ts). `lastHour.ts [embedded|postgres] [SECONDS]`
 */
const only = process.argv[2]
const seconds = Number(process.argv[3] ?? 60)
const lines: Line[] = []
if (only !== 'postgres') {
  const folder = mkdtempSync(path.join(tmpdir(), 'milepost-hour-'))
  await measure('embedded', { folder: path.join(folder, 'data') }, 300)
  rmSync(folder, { recursive: true, force: true })
}
const binaries = findPostgresBinaries()
if (binaries === undefined) console.log('PostgreSQL is left out: its binaries were not found.')
else if (only !== 'embedded') {
  const cluster = await startTemporaryCluster(binaries, { durable: true })
  await measure('postgres', { databaseUrl: cluster.url('admin', 'postgres') }, 2000)
  await cluster.stop()
}
report('lastHour', lines)

async function measure(on: string, where: { folder: string } | { databaseUrl: string }, people: number): Promise<void> {
  say(on, 'begins')
  const bureau = await openLargeBureau(where, people)
  say(on, `${people} people are there`)
  await gatherStatistics(bureau)
  const { appraisals } = await bureau.office(listAppraisals, { cycleId: bureau.cycleId })
  const byNo = new Map(appraisals.map((one) => [one.employeeNo, one.appraisalId]))
  const cookies = await bureau.signIn(
    bureau.staff.map(({ personId, isHead }) => ({ personId, roles: isHead ? ['employee', 'unit-head'] : ['employee'] })),
  )
  const cookieOf = new Map(bureau.staff.map(({ employeeNo }, at) => [employeeNo, cookies[at] ?? '']))
  const numbers = [...byNo.keys()]
  const headOf = (no: string) => String(10_000 + ((Number(no) - 10_000) % UNITS))
  const plan: Plan = {
    ...{ address: bureau.address, cycleId: bureau.cycleId, seconds },
    items: ratingItemsOf(bureau.services.library, 'skilled-worker').map(({ code }) => code),
    people: numbers.map((no) => ({ cookie: cookieOf.get(no) ?? '' })),
    ratings: numbers.flatMap((no) =>
      headOf(no) === no ? [] : [{ cookie: cookieOf.get(headOf(no)) ?? '', appraisalId: byNo.get(no) ?? '' }],
    ),
  }
  const file = path.join(tmpdir(), `milepost-hour-${process.pid}.json`)
  writeFileSync(file, JSON.stringify(plan))
  say(on, `${plan.people.length} people and ${plan.ratings.length} ratings within ${seconds} s`)
  const [before, busyBefore] = [processorSeconds(), loadavg()[0] ?? Number.NaN]
  const found = await outputOf(['--import', 'tsx', 'bench/lastHourLoad.ts', file])
  const after = processorSeconds()
  rmSync(file)
  const { waits, refused, processor } = JSON.parse(found) as { waits: Record<string, number[]>; refused: string[]; processor: number }
  const requests = Object.values(waits).flat().length
  const each = (secondsUsed: number) => [(secondsUsed * 1000) / requests]
  lines.push({ on, what: 'load of the machine before / after', unit: '', runs: [busyBefore, loadavg()[0] ?? Number.NaN] })
  lines.push({ on, what: 'processor a request, server', unit: 'ms', runs: each(after.server - before.server) })
  lines.push({ on, what: 'processor a request, PostgreSQL', unit: 'ms', runs: each(after.postgres - before.postgres) })
  lines.push({ on, what: 'processor a request, the load program', unit: 'ms', runs: each(processor) })
  for (const [what, all] of Object.entries(waits)) {
    const ordered = all.toSorted((a, b) => a - b)
    const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN
    lines.push({ on, what: `${what}: median of ${all.length}`, unit: 'ms', runs: [at(0.5)] })
    lines.push({ on, what: `${what}: 99 in 100 within`, unit: 'ms', runs: [at(0.99)] })
  }
  const kept = await bureau.database.inInstitution(bureau.institutionId, async (tx) => ({
    reports: (await tx.selectFrom('self_report').select('appraisal_id').where('submitted_at', 'is not', null).execute()).length,
    ratings: (await tx.selectFrom('rating').select('rating_id').execute()).length,
    drafts: (await tx.selectFrom('rating_draft').select('appraisal_id').execute()).length,
  }))
  lines.push({
    on,
    what: `reports lost or doubled, of ${plan.people.length}`,
    unit: '',
    runs: [Math.abs(plan.people.length - kept.reports)],
  })
  lines.push({
    on,
    what: `ratings lost or doubled, of ${plan.ratings.length}`,
    unit: '',
    runs: [Math.abs(plan.ratings.length - kept.ratings) + kept.drafts],
  })
  lines.push({ on, what: 'refused or without an answer', unit: '', runs: [refused.length] })
  if (refused.length > 0) console.log(on, refused.slice(0, 3))
  await bureau.close()
}

function say(on: string, text: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${on}: ${text}`)
}

function outputOf(given: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...given], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`the load ended with ${code}`)))),
  )
}
