import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, picture, visit } from './visitor.ts'

afterAll(closeBrowser)

test('the office opens the first wave and reads which problems are confirmed, with reliability beside the means', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await page.goto('/diagnose', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: /第一轮/ }).click()
  await page.getByRole('heading', { name: '五类问题' }).waitFor()
  const text = await page.locator('main').innerText()
  expect(text).toContain('证实')
  expect(text).toContain('绩效管理环节缺失')
  expect(text).toContain('信度')
  await picture(page, 'diagnosis-zh')
  expect(faults).toEqual([])
  await close()
})

test('a file of the wrong kind is refused in the reader’s language, and nothing is saved', async () => {
  const { page, close } = await visit({ as: 'performance-office', language: 'en', size: DESK })
  await page.goto('/institution/import', { waitUntil: 'networkidle' })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'people.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByRole('alert').first().innerText()).toContain('people.pdf')
  await close()
})
