/**
 * `npm test`: everything, in the order in which a fault is cheapest to see. Ends with one line `N passed, N failed, N skipped`
 * and names each thing that was skipped and why. With CI=true nothing may be skipped but what needs the reference data.
 */
import { spawn, spawnSync } from 'node:child_process'
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

/** A project of vitest: counts every test. */
function suite(project, env = {}) {
  const report = path.join(scratch, `${project}.json`)
  spawnSync(bin('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
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

/**
 * MILEPOST_DEMO_STARTED names a file that somebody writes once the demonstration year in MILEPOST_DEMO_FOLDER is played: it is played beside
 * the checks that need none of it. Anything but 0 in it means that there is no such year.
 */
async function startedDemo() {
  const word = process.env.MILEPOST_DEMO_STARTED
  if (word === undefined) return
  while (!existsSync(word)) await new Promise((resolve) => setTimeout(resolve, 200))
  if (readFileSync(word, 'utf8').trim() !== '0') delete process.env.MILEPOST_DEMO_FOLDER
}

function skip(name, why) {
  total.skipped += 1
  skipped.push(`${name}: ${why}`)
}

// the types take as long as all the others, and one core
await Promise.all([
  check('types', bin('tsc'), ['--noEmit']),
  (async () => {
    await check('lint', bin('biome'), ['check', '.'])
    await check('floors', bin('tsx'), ['tools/floors/check.ts'])
    await check('unused files and dependencies', bin('knip'), ['--include', 'files,dependencies,unlisted,unresolved'])
    await check('printed documents are fresh', bin('tsx'), ['tools/print/all.ts', '--check'])
    await check('printed schema is fresh', bin('tsx'), ['tools/print/schema.ts', '--check'])
  })(),
])
suite('unit')
await startedDemo()
suite('embedded')
if (findPostgres()) suite('postgres')
else skip('postgres: all server tests on PostgreSQL', 'no PostgreSQL binaries were found (Debian: postgresql)')
if (isBuilt(root) || (await check('build', process.execPath, ['tools/build.mjs']))) {
  const chromium = findChromium()
  if (chromium) suite('browser', { MILEPOST_CHROMIUM: chromium })
  else skip('browser: the demo year clicked through', 'no Chromium was found (Debian: chromium; or set MILEPOST_CHROMIUM)')
}
rmSync(scratch, { recursive: true, force: true })

for (const line of skipped) console.log(`skipped  ${line}`)
const mustNotSkip = skipped.filter((line) => !line.endsWith(noReference))
if (ci && mustNotSkip.length > 0) {
  total.failed += mustNotSkip.length
  console.log('With CI=true these may not be skipped.')
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
