/**
 * `npm test`: everything, in the order in which a fault is cheapest to see. Ends with one line `N passed, N failed, N skipped`
 * and names each thing that was skipped and why. With CI=true nothing may be skipped but what needs the reference data.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './buildStamp.mjs'
import { findChromium, findPostgres } from './findPrograms.mjs'
import { install } from './install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const ci = process.env.CI === 'true'
install(root)

const total = { passed: 0, failed: 0, skipped: 0 }
const skipped = []
const noReference = 'the reference data is not beside the project'
const scratch = mkdtempSync(path.join(tmpdir(), 'milepost-test-'))

function bin(name) {
  return path.join(root, 'node_modules/.bin', name)
}

/** A check that is one thing: it passes or it fails. What it says is shown when it is done. */
function check(name, command, args) {
  const started = Date.now()
  return new Promise((resolve) => {
    const said = []
    const running = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    for (const stream of [running.stdout, running.stderr]) stream.on('data', (text) => said.push(text))
    running.once('error', (error) => said.push(`${error.message}\n`))
    running.once('close', (status) => {
      const passed = status === 0
      total[passed ? 'passed' : 'failed'] += 1
      process.stdout.write(Buffer.concat(said.map((text) => Buffer.from(text))))
      console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${Math.round((Date.now() - started) / 1000)} s)`)
      resolve(passed)
    })
  })
}

/** A project of vitest: counts every test. `beside`: what it says is shown when it is done, since another speaks meanwhile. */
async function suite(project, { env = {}, beside = false } = {}) {
  const report = path.join(scratch, `${project}.json`)
  const said = []
  await new Promise((resolve) => {
    const running = spawn(
      bin('vitest'),
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      {
        cwd: root,
        stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
        env: { ...process.env, ...env },
        shell: process.platform === 'win32',
      },
    )
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text) => said.push(text))
    running.once('error', (error) => said.push(Buffer.from(`${error.message}\n`)))
    running.once('close', resolve)
  })
  process.stdout.write(Buffer.concat(said))
  if (!existsSync(report)) {
    total.failed += 1
    console.log(`FAILED  ${project}: the suite did not finish`)
    return
  }
  const results = JSON.parse(readFileSync(report, 'utf8'))
  total.passed += results.numPassedTests
  total.failed +=
    results.numFailedTests + (results.numFailedTestSuites > 0 && results.numFailedTests === 0 ? results.numFailedTestSuites : 0)
  for (const file of results.testResults) {
    for (const one of file.assertionResults)
      if (one.status === 'pending' || one.status === 'skipped')
        skip(`${project}: ${one.fullName}`, one.fullName.includes('PSPP') ? 'PSPP was not found (Debian: pspp)' : noReference)
  }
}

function skip(name, why) {
  total.skipped += 1
  skipped.push(`${name}: ${why}`)
}

async function databases() {
  await suite('embedded')
  if (findPostgres()) await suite('postgres')
  else skip('postgres: all server tests on PostgreSQL', 'no PostgreSQL binaries were found (Debian: postgresql)')
}

async function clicks() {
  const chromium = findChromium()
  if (chromium) await suite('browser', { env: { MILEPOST_CHROMIUM: chromium }, beside: true })
  else skip('browser: the demo year clicked through', 'no Chromium was found (Debian: chromium; or set MILEPOST_CHROMIUM)')
}

// the types take as long as all the others, and one core: with one checker they need 43 s of processor time, with the usual four 72 s
const [, built] = await Promise.all([
  check('types', bin('tsc'), ['--noEmit', '--checkers', '1']),
  (async () => {
    await check('lint', bin('biome'), ['check', '.'])
    await check('floors', bin('tsx'), ['tools/floors/check.ts'])
    await check('unused files, exports and dependencies', bin('knip'), [
      '--include',
      'files,dependencies,unlisted,unresolved,exports,types',
    ])
    await check('printed documents are fresh', bin('tsx'), ['tools/print/all.ts', '--check'])
    await check('printed schema is fresh', bin('tsx'), ['tools/print/schema.ts', '--check'])
    return isBuilt(root) || check('build', process.execPath, ['tools/build.mjs'])
  })(),
])
await suite('unit')
// neither the databases nor the browser keep two cores busy alone
await Promise.all([databases(), built && clicks()])
rmSync(scratch, { recursive: true, force: true })

for (const line of skipped) console.log(`skipped  ${line}`)
const mustNotSkip = skipped.filter((line) => !line.endsWith(noReference))
if (ci && mustNotSkip.length > 0) {
  total.failed += mustNotSkip.length
  console.log('With CI=true these may not be skipped.')
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
