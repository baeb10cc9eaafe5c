import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import { seededRandom } from '@milepost/decision/seededRandom'
import { chromium } from 'playwright-core'
import { type Line, report } from './table.ts'

/**
 * The page of the dry run in a browser: `npx tsx bench/dryRunPage.ts ADDRESS` of a running demonstration. The page's own answer of the server is laid out to 2,000 plans of six
 * measures over twelve months before the page gets it; everything from there on (worker, 300 draws of the weights, drawing) is the product's. Then a run is stopped half-way.
 */
const address = process.argv[2] ?? ''
const PEOPLE = 2000
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
await page.goto('/design/dry-run?level=person')
const took = page.getByText(/^[\d,]+ cards? .*\d+ ms/)
await took.waitFor({ timeout: 120_000 })
const [inWorker, seen]: [number[], number[]] = [[], []]
for (let run = 0; run < 5; run++) {
  const began = performance.now()
  await page.getByRole('button', { name: 'Run again' }).click()
  await page.getByRole('progressbar').waitFor()
  await took.waitFor({ timeout: 120_000 })
  seen.push(performance.now() - began)
  inWorker.push(Number((await took.innerText()).match(/([\d,]+) ms/)?.[1]?.replaceAll(',', '')))
}
await page.getByRole('button', { name: 'Run again' }).click()
const stop = page.getByRole('button', { name: 'Stop' })
await stop.click()
await page.getByText('Stopped').waitFor()
const lines: Line[] = [
  { what: '2,000 plans of six measures, 12 months, 300 draws: the worker', unit: 'ms', runs: inWorker },
  { what: 'from the click to the report, the quarter of a second waited for a slider included', unit: 'ms', runs: seen },
]
report('dryRunPage', lines)
console.log('A run was stopped half-way by its button.')
await browser.close()

/** The people of the demonstration again and again until there are enough, each measure with twelve months of its own. */
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
  const cards = Array.from({ length: PEOPLE }, (_, at) => {
    const like = facts.cards[at % facts.cards.length]
    if (!like) throw new Error('the demonstration has plans')
    const leaves = Array.from({ length: 6 }, (_leaf, place) => like.leaves[place % like.leaves.length]).flatMap((leaf) =>
      leaf ? [{ ...leaf, s: series.push(months()) - 1 }] : [],
    )
    return { ...like, cardId: `${like.cardId.slice(0, -6)}${String(at).padStart(6, '0')}`, holder: `holder ${at}`, leaves }
  })
  return { ...facts, measures, series, cards }
}
