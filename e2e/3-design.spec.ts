import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, open, PHONE, picture, visit } from './visitor.ts'

afterAll(closeBrowser)

test('the scorecard totals 100 %, and the strategy map draws its links', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/design/scorecard')
  expect(await page.locator('main').innerText()).toContain('100%')
  await picture(page, 'design-zh')
  await open(page, '/design/map')
  expect(await page.locator('main svg path').count()).toBeGreaterThan(10)
  await picture(page, 'map-zh')
  expect(faults).toEqual([])
  await close()
})

test('an employee finds goals and a development goal on the phone', async () => {
  const { page, faults, close } = await visit({ as: 'employee', language: 'en', size: PHONE })
  await open(page, '/design/my-plan')
  await page
    .locator('main')
    .getByText(/development/i)
    .first()
    .waitFor()
  expect(faults).toEqual([])
  await close()
})
