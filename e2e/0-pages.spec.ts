import { afterAll, describe, expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { accessibilityFaults, closeBrowser, DESK, open, overflowsSideways, PHONE, visit } from './visitor.ts'

afterAll(closeBrowser)

/** Every page of every role: it opens, has a heading, does not run out of the screen, has no serious accessibility fault. */
describe.each([
  { language: 'zh', size: DESK, where: 'desk, zh' },
  { language: 'en', size: PHONE, where: 'phone, en' },
] as const)('on a $where', ({ language, size }) => {
  test.concurrent.each(PAGES)('the pages of the $role open and read well', async ({ role, paths }) => {
    const { page, faults, close } = await visit({ as: role, language, size })
    const found: string[] = []
    for (const path of paths) {
      await open(page, path)
      await page.waitForSelector('h1')
      if (await overflowsSideways(page)) found.push(`${path} is wider than the screen`)
      for (const fault of await accessibilityFaults(page)) found.push(`${path}: ${fault}`)
    }
    await close()
    expect([...found, ...faults]).toEqual([])
  })
})

test('a page that a role may not see says so kindly, and the server refuses what lies behind it', async () => {
  const { page, context, close } = await visit({ as: 'employee', language: 'en', size: DESK })
  await open(page, '/appraise/calibration')
  expect(await page.locator('main').innerText()).not.toContain('Seats not used')
  expect((await context.request.get('/api/people')).status()).toBe(403)
  await close()
})
