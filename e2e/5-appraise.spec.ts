import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, open, PHONE, picture, visit } from './visitor.ts'

afterAll(closeBrowser)

test('excellent grades stay within the seats, and the decision names who decided', async () => {
  const { page, faults, close } = await visit({ as: 'leader', language: 'zh', size: DESK })
  await open(page, '/appraise/calibration?year=2025')
  const [base = '0', seats = '0'] = await Promise.all(
    ['应参加考核人数', '优秀名额'].map((name) =>
      page
        .locator('dl div', { has: page.getByText(name, { exact: true }) })
        .locator('dd')
        .first()
        .innerText(),
    ),
  )
  expect(Number(seats)).toBe(Math.floor(Number(base) * 0.2))
  await open(page, '/appraise/decision?year=2025')
  expect(await page.locator('main').innerText()).toContain('集体确定')
  await picture(page, 'decision-zh')
  expect(faults).toEqual([])
  await close()
})

test.each(['zh', 'en'] as const)('an employee reads the own appraisal on the phone, and nobody else’s (%s)', async (language) => {
  const { page, context, faults, close } = await visit({ as: 'employee', language, size: PHONE })
  await open(page, '/appraise/mine?year=2025')
  expect(await page.locator('main').innerText()).toMatch(/\d{2}\.\d{2}/)
  await picture(page, `mine-phone-${language}`)
  const list = await context.request.get('/api/cycles')
  const { cycles } = await list.json()
  expect((await context.request.get(`/api/cycles/${cycles[0].cycleId}/appraisals`)).status()).toBe(403)
  expect(faults).toEqual([])
  await close()
})

test('what the second level confirmed, and what would be out of date after a reopening, stand on their pages', async () => {
  const { page, faults, close } = await visit({ as: 'leader', language: 'en', size: PHONE })
  await open(page, '/appraise/confirmations?year=2025')
  expect(await page.locator('main').innerText()).toContain('confirmed')
  await open(page, '/appraise/reopening?year=2025')
  expect(await page.locator('main').innerText()).toContain('in date')
  expect(faults).toEqual([])
  await close()
})

test('the archive of a cycle says how far it is, is stopped, and made when nobody stops it', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/appraise/norms?year=2025')
  await page.getByRole('button', { name: '更多' }).last().click()
  await page.getByText('整周期归档包（压缩包）').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '开始生成' }).click()
  await dialog.getByText(/已完成 \d+ \/ \d+ 部分/).waitFor()
  await dialog.getByRole('button', { name: '停止' }).click()
  await dialog.getByText('已停止，没有保存文件。').waitFor()
  const saved = page.waitForEvent('download', { timeout: 200_000 })
  await dialog.getByRole('button', { name: '开始生成' }).click()
  expect((await saved).suggestedFilename()).toBe('archive-2025.zip')
  await dialog.getByText(/已生成，共 \d{4} 个文件。/).waitFor()
  expect(faults).toEqual([])
  await close()
})
