import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, PHONE, picture, visit } from './visitor.ts'

afterAll(closeBrowser)

test.each(['zh', 'en'] as const)('the institution’s scorecard shows a score with its coverage (%s)', async (language) => {
  const { page, faults, close } = await visit({ as: 'leader', language, size: DESK })
  await page.goto('/run?year=2025', { waitUntil: 'networkidle' })
  expect(await page.locator('main').innerText()).toMatch(/\d{2}\.\d/)
  await picture(page, `scorecard-${language}`)
  expect(faults).toEqual([])
  await close()
})

test('an employee reads the own card on the phone', async () => {
  const { page, faults, close } = await visit({ as: 'employee', language: 'zh', size: PHONE })
  await page.goto('/run/mine', { waitUntil: 'networkidle' })
  await page.waitForSelector('h1')
  await picture(page, 'card-phone-zh')
  expect(faults).toEqual([])
  await close()
})
