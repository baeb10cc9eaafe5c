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
