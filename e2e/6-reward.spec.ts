import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, open, PHONE, picture, settled, visit } from './visitor.ts'

afterAll(closeBrowser)

test('the pool is opened and its lines add up', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/reward?year=2025')
  await page.locator('main a[href*="/reward/pools/"]').first().click()
  await settled(page)
  expect(await page.locator('main').innerText()).toContain('¥')
  await picture(page, 'pool-zh')
  expect(faults).toEqual([])
  await close()
})

test('the office sees what results lead to, each proposal with its article', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/reward/consequences?year=2025')
  await page.getByRole('button', { name: '看建议' }).first().click()
  await page.getByText('第28条').first().waitFor()
  expect(faults).toEqual([])
  await close()
})

test('an employee sees what the own result leads to', async () => {
  const { page, faults, close } = await visit({ as: 'employee', language: 'en', size: PHONE })
  await open(page, '/reward/mine?year=2025')
  expect(await page.locator('main').innerText()).toContain('¥')
  expect(faults).toEqual([])
  await close()
})
