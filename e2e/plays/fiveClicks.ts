import type { Role } from '@milepost/access/actor'
import { chromium } from 'playwright-core'
import { FIGURE_WALKS, follow, MOST_CLICKS } from '../figureWalks.ts'
import { sweep } from './everyFigure.ts'

/**
 * Follows figures of every audience to their source in a browser and counts the clicks; it ends with 1 if one takes more than five or
 * leads nowhere. On a running demonstration: `npx tsx e2e/plays/fiveClicks.ts http://127.0.0.1:PORT`.
 */
const address = process.argv[2] ?? ''
if (address === '') throw new Error('the address of a running demonstration is missing')
const browser = await chromium.launch({
  executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
let lost = 0
for (const walk of FIGURE_WALKS) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  if (walk.as !== null) await enter(walk.as)
  const { clicks, found } = await follow(await context.newPage(), walk)
  const isLost = !found || clicks > MOST_CLICKS
  if (isLost) lost += 1
  console.log(`${isLost ? 'LOST ' : 'found'}  ${clicks} click${clicks === 1 ? ' ' : 's'}  ${walk.name}`)
  await context.close()

  async function enter(role: Role): Promise<void> {
    const session = (await (await context.request.get('/api/session')).json()) as { demoAccounts: { username: string; roles: string[] }[] }
    const username = session.demoAccounts.find(({ roles }) => roles.includes(role))?.username
    await context.request.post('/api/session/demo', { data: { username }, headers: { origin: address } })
  }
}
console.log(`${FIGURE_WALKS.length - lost} followed, ${lost} lost`)

/** The main page of each audience, whose figures are all collected and followed, or named. */
const MAIN_PAGES: readonly { readonly name: string; readonly who: string | null; readonly page: string }[] = [
  { name: 'public page', who: null, page: '/public' },
  { name: 'leaders’ dashboard', who: '1001', page: '/run?year=2025' },
  { name: 'Today of a leader', who: '1001', page: '/' },
  { name: 'Today of an employee', who: '1043', page: '/' },
  { name: 'my plan', who: '1043', page: '/run/mine?year=2025' },
  { name: 'my result', who: '1043', page: '/open/mine?year=2025' },
  { name: 'what my result leads to', who: '1043', page: '/reward/mine?year=2025' },
  { name: 'unit head: own unit', who: '1008', page: '/run/mine?year=2025' },
  { name: 'unit head: units', who: '1008', page: '/run?year=2025&by=units' },
  { name: 'pay pool', who: '1044', page: '/reward?year=2025' },
  { name: 'authority’s form', who: 'authority', page: '/open/authority' },
  { name: 'authority side by side', who: 'authority', page: '/open/institutions' },
  { name: 'what a year changed', who: '1001', page: '/open/change' },
  { name: 'diagnoses', who: '1001', page: '/diagnose' },
]
for (const { name, who, page: path } of MAIN_PAGES) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  if (who !== null) await context.request.post('/api/session/demo', { data: { username: who }, headers: { origin: address } })
  const swept = await sweep(await context.newPage(), path)
  console.log(
    `${name}: ${swept.figures} figures, ${swept.here} explained in place, ${swept.followed} followed (at most ${swept.most} clicks)`,
  )
  for (const figure of swept.lost) console.log(`  LOST  ${figure}`)
  lost += swept.lost.length
  await context.close()
}
await browser.close()
process.exitCode = lost === 0 ? 0 : 1
