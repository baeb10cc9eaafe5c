import type { Role } from '@milepost/access/actor'
import { chromium } from 'playwright-core'
import { FIGURE_WALKS, follow, MOST_CLICKS } from '../figureWalks.ts'

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
await browser.close()
console.log(`${FIGURE_WALKS.length - lost} followed, ${lost} lost`)
process.exitCode = lost === 0 ? 0 : 1
