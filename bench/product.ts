import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { findPostgresBinaries } from '../server/platform/testing/postgresBinaries.ts'
import { startTemporaryCluster } from '../server/platform/testing/temporaryCluster.ts'
import { type Ask, demoSession } from './demoSession.ts'
import { type Line, report, timed } from './table.ts'

/** The built product from outside, as a newcomer meets it: start, first page, a large import, scoring, memory. */
const lines: Line[] = [...bundleSizes()]
await measure('embedded', {})
const binaries = findPostgresBinaries()
if (binaries === undefined) console.log('PostgreSQL is left out: its binaries were not found.')
else {
  const cluster = await startTemporaryCluster(binaries)
  await measure('postgres', { DATABASE_URL: cluster.url('admin', 'postgres') })
  await cluster.stop()
}
report('product', lines)

async function measure(on: string, env: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'milepost-bench-'))
  const started = performance.now()
  let product = await start(folder, env)
  lines.push({ on, what: 'first start, demo year made', unit: 'ms', runs: [performance.now() - started] })
  lines.push({ on, what: 'memory after the demo year', unit: 'MB', runs: [memoryOf(product.child)] })
  await stop(product.child)
  const warm: number[] = []
  for (let run = 0; run < 3; run++) {
    const again = performance.now()
    product = await start(folder, env)
    warm.push(performance.now() - again)
    if (run < 2) await stop(product.child)
  }
  lines.push({ on, what: 'second start', unit: 'ms', runs: warm })
  lines.push({ on, what: 'memory after a warm start', unit: 'MB', runs: [memoryOf(product.child)] })
  const { address } = product
  lines.push({ on, what: 'first page over HTTP', unit: 'ms', runs: await timed(20, () => fetch(address).then((page) => page.text())) })
  lines.push({ on, what: 'public page content', unit: 'ms', runs: await timed(20, () => ok(fetch(`${address}/api/public`))) })
  const office = await demoSession(address, 'performance-office')
  const { cycle } = (await (await office('/api/session')).json()) as { cycle: { cycleId: string } }
  lines.push({
    on,
    what: 'score every unit of the bureau, live',
    unit: 'ms',
    runs: await timed(5, () => ok(office(`/api/run/cycles/${cycle.cycleId}/overview`))),
  })
  const file = tenThousandPeople(await unitAndPost(office))
  lines.push({
    on,
    what: 'import of 10,000 people: verdicts',
    unit: 'ms',
    runs: await timed(3, () => ok(office('/api/people/import', upload(file, 'check')))),
  })
  lines.push({
    on,
    what: 'import of 10,000 people: saved',
    unit: 'ms',
    runs: await timed(1, () => ok(office('/api/people/import', upload(file, 'save')))),
  })
  await stop(product.child)
  rmSync(folder, { recursive: true, force: true })
}

function start(folder: string, env: Record<string, string>): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['dist/server/cli.js', 'start', '--demo', '--folder', folder, '--port', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve({ child, address: found[0] })
    })
    child.once('exit', (code) => reject(new Error(`the program ended (${code}):\n${said}`)))
  })
}

/** A declaration, not a constant: the measuring above begins before this line is reached. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Resident memory of the program, from the system. */
function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1000
}

async function ok(answer: Promise<Response>): Promise<void> {
  const response = await answer
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
  await response.arrayBuffer()
}

/** Codes that exist, so that every row of the import is right. */
async function unitAndPost(office: Ask): Promise<{ unit: string; post: string }> {
  const units = JSON.stringify(await (await office('/api/units')).json())
  const posts = JSON.stringify(await (await office('/api/posts')).json())
  const codeIn = (text: string) => /"code":"([^"]+)"/.exec(text)?.[1] ?? ''
  return { unit: codeIn(units), post: codeIn(posts) }
}

function tenThousandPeople({ unit, post }: { unit: string; post: string }): string {
  const rows = Array.from({ length: 10_000 }, (_, at) => `B${100_000 + at},测试${at},${unit},${post},2020-03-01`)
  return ['employeeNo,name,unitCode,postCode,joinedOn', ...rows].join('\n')
}

function upload(csv: string, step: string): RequestInit {
  const body = new FormData()
  body.append('input', JSON.stringify({ step }))
  body.append('file', new Blob([csv]), 'people.csv')
  return { method: 'POST', body }
}

/** What a browser loads first, gzipped: the staff application's entry files, and the public page whole. */
function bundleSizes(): Line[] {
  const gz = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join('dist/web', file))).length, 0) / 1000
  const filesOf = (page: string) => [
    page,
    ...[...readFileSync(path.join('dist/web', page), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((found) => found[1] ?? ''),
  ]
  const all = readdirSync('dist/web/assets').map((file) => `assets/${file}`)
  return [
    { what: 'first load of the staff application, gzipped', unit: 'kB', runs: [gz(filesOf('index.html'))] },
    { what: 'the public page, gzipped', unit: 'kB', runs: [gz(filesOf('public.html'))] },
    { what: 'all pages together, gzipped', unit: 'kB', runs: [gz(all)] },
  ]
}
