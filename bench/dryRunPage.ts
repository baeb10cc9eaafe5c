import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import { seededRandom } from '@milepost/decision/seededRandom'
import { chromium } from 'playwright-core'
import { type Line, report } from './table.ts'

/**
 * The page of the dry run in a browser: `npx tsx bench/dryRunPage.ts ADDRESS` of a running demonstration. The page's own answers of the server are laid out to a scheme of 25
 * institution measures, 60 units of ten and 2,000 plans of six measures over twelve months before the page gets them; everything from there on (worker, 300 draws of the weights
 * on each level, drawing) is the product's: the whole scheme in one run, and the plans alone. Then a run is stopped half-way.
 */
const address = process.argv[2] ?? ''
const PEOPLE = 2000
/** Cards of a level, and measures on each. */
const SIZES = { institution: [1, 25], unit: [60, 10], person: [PEOPLE, 6] } as const
const random = seededRandom('dry run page')
const browser = await chromium.launch({ executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
const session = (await (await fetch(`${address}/api/session`)).json()) as { demoAccounts: { username: string; roles: string[] }[] }
const username = session.demoAccounts.find(({ roles }) => roles.includes('performance-office'))?.username
await context.request.post('/api/session/demo', { data: { username }, headers: { origin: address } })
const page = await context.newPage()
await page.addInitScript(() => window.localStorage.setItem('milepost.language', 'en'))
await page.route(/\/api\/run\/dry-run\/[^/]+\/[^/]+\?/, async (route) => {
  const answer = await route.fetch()
  await route.fulfill({ response: answer, json: many((await answer.json()) as DryRunFacts) })
})
const lines: Line[] = []
for (const [level, what] of [
  ['whole', '25 + 60 x 10 + 2,000 x 6 measures, 12 months, 300 draws a level'],
  ['person', '2,000 plans of six measures, 12 months, 300 draws'],
] as const) {
  await page.goto(`/design/dry-run?level=${level}`)
  const took = page.getByText(/^[\d,]+ cards? .*\d+ ms/)
  await took.waitFor({ timeout: 120_000 })
  console.log(`${level}: ${await took.innerText()}`)
  const [inWorker, seen]: [number[], number[]] = [[], []]
  for (let run = 0; run < 5; run++) {
    // on a machine at rest the bar is gone before anybody could look for it: the run is over when the line tells another time
    const before = millisecondsIn(await took.innerText())
    const began = performance.now()
    await page.getByRole('button', { name: 'Run again' }).click()
    let now = before
    while (now === before && performance.now() - began < 120_000) now = millisecondsIn(await took.innerText({ timeout: 120_000 }))
    seen.push(performance.now() - began)
    inWorker.push(now)
  }
  lines.push(
    { what: `${what}: the worker`, unit: 'ms', runs: inWorker },
    { what: `${what}: from the click to the report, the quarter of a second waited for a slider included`, unit: 'ms', runs: seen },
  )
}
await page.getByRole('button', { name: 'Run again' }).click()
const stop = page.getByRole('button', { name: 'Stop' })
await stop.click()
await page.getByText('Stopped').waitFor()
report('dryRunPage', lines)
console.log('A run was stopped half-way by its button.')
await browser.close()

function millisecondsIn(line: string): number {
  return Number(line.match(/([\d,]+) ms/)?.[1]?.replaceAll(',', ''))
}

/** The cards of a level of the demonstration again and again until there are enough, each measure with twelve months of its own. */
function many(facts: DryRunFacts): DryRunFacts {
  const months = () =>
    Array.from({ length: 12 }, (_, at) => ({
      period: `${facts.cycle.year}-${String(at + 1).padStart(2, '0')}`,
      state: 'reported' as const,
      actual: (60 + random() * 40).toFixed(2),
    }))
  const measures = facts.measures.map((one) => ({
    ...one,
    rule: { kind: 'ratio_up' as const, target: '90' },
    timeAggregation: 'mean' as const,
  }))
  const series: DryRunFacts['series'] = []
  const [count, each] = SIZES[facts.cards[0]?.scope ?? 'person']
  const cards = Array.from({ length: count }, (_, at) => {
    const like = facts.cards[at % facts.cards.length]
    if (!like) throw new Error('the demonstration has cards of every level')
    const leaves = Array.from({ length: each }, (_leaf, place) => like.leaves[place % like.leaves.length]).flatMap((leaf) =>
      leaf ? [{ ...leaf, s: series.push(months()) - 1 }] : [],
    )
    return { ...like, cardId: `${like.cardId.slice(0, -6)}${String(at).padStart(6, '0')}`, holder: `holder ${at}`, leaves }
  })
  return { ...facts, measures, series, cards }
}
