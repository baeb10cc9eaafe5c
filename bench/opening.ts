import http from 'node:http'
import { payRunInput } from '@milepost/contract/reward/basis'
import { pictureOf } from '@milepost/contract/reward/picture'
import { payPool } from '@milepost/pay/payPool'
import { chromium } from 'playwright-core'
import { demoSession } from './demoSession.ts'
import { basePoolBasis } from './poolBasis.ts'
import { type Line, report, timed } from './table.ts'

/**
 * What people wait for in the last two rooms, on a product that runs with its demo year: `npx tsx bench/opening.ts http://127.0.0.1:PORT`.
 * The readers of the public page arrive by the clock, not by the answers, and share the machine with the program.
 */
const address = process.argv[2] ?? ''
if (address === '') throw new Error('the address of a running product is missing')

const lines: Line[] = []
const crowd = await arriving({ perSecond: 500, seconds: 10 })
const ordered = crowd.waits.toSorted((a, b) => a - b)
const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN
lines.push(
  { what: 'public page, 500 readers a second for 10 s: median', unit: 'ms', runs: [at(0.5)] },
  { what: 'public page, 500 readers a second for 10 s: 99 in 100 within', unit: 'ms', runs: [at(0.99)] },
  { what: 'of 5,000 readers, without an answer', unit: '', runs: [crowd.failed] },
)
const office = await signedIn('performance-office')
const { cycles } = (await (await office('/api/cycles')).json()) as { cycles: { cycleId: string; year: number }[] }
// the year that is over: it has tickets
const [cycle] = cycles.toSorted((a, b) => a.year - b.year)
if (!cycle) throw new Error('the product has no cycle')
const people = ((await (await office(`/api/cycles/${cycle.cycleId}/appraisals`)).json()) as { appraisals: { personId: string }[] })
  .appraisals
const tickets = people.slice(0, 20).map(({ personId }) => `/api/tickets/cycles/${cycle.cycleId}/people/${personId}`)
let next = 0
lines.push({
  what: 'a person’s ticket',
  unit: 'ms',
  runs: await timed(tickets.length, async () => (await office(tickets[next++] ?? '')).text()),
})

const basis = basePoolBasis(2000)
const settings = { ...basis.settings }
let factor = 100
lines.push({
  what: 'pool of 2,000 people shared out again while a slider moves',
  unit: 'ms',
  runs: await timed(20, () => {
    factor += 1
    const grades = settings.grades.map((one) => (one.grade === 'excellent' ? { ...one, factor: `1.${factor}` } : one))
    const run = payPool(payRunInput(basis.basis, { amounts: basis.amounts, settings: { ...settings, grades }, mustCut: [] }))
    if (run.kind === 'refused') throw new Error(run.text.en)
    return pictureOf(basis.basis, run)
  }),
})
lines.push({
  what: 'public page on a phone (1.6 Mbit/s, 150 ms, processor a quarter as fast): first paint',
  unit: 'ms',
  runs: await paints(5),
})
report('opening', lines)

async function arriving({ perSecond, seconds }: { perSecond: number; seconds: number }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 })
  const waits: number[] = []
  let failed = 0
  const ask = () =>
    new Promise<void>((resolve) => {
      const began = performance.now()
      const request = http.get(`${address}/api/public`, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        answer.on('data', () => {})
        answer.on('end', () => {
          if (answer.statusCode === 200) waits.push(performance.now() - began)
          else failed += 1
          resolve()
        })
      })
      request.on('error', () => {
        failed += 1
        resolve()
      })
    })
  await ask()
  waits.length = 0
  const began = performance.now()
  const asked: Promise<void>[] = []
  while (asked.length < perSecond * seconds) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    while (asked.length < Math.min(due, perSecond * seconds)) asked.push(ask())
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(asked)
  agent.destroy()
  return { waits, failed }
}

async function signedIn(role: string) {
  const ask = await demoSession(address, role)
  return async (where: string) => {
    const read = await ask(where)
    if (!read.ok) throw new Error(`${where}: ${read.status}`)
    return read
  }
}

async function paints(times: number): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const runs: number[] = []
  for (let run = 0; run < times; run++) {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 94_000,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${address}/public`, { waitUntil: 'load' })
    await page.waitForSelector('.tiles')
    runs.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN))
    await page.context().close()
  }
  await browser.close()
  return runs
}
