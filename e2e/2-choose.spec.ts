import { afterAll, expect, test } from 'vitest'
import { closeBrowser, DESK, open, visit } from './visitor.ts'

afterAll(closeBrowser)

test('the decided comparison shows the chosen method, its reason and the consistency ratio of that day', async () => {
  const { page, faults, close } = await visit({ as: 'leader', language: 'zh', size: DESK })
  await open(page, '/choose')
  await page.locator('main table a, main ul a').first().click()
  await page.getByRole('heading', { name: '排序' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('选定的方法：平衡计分卡')
  expect(faults).toEqual([])
  await close()
})

test('a judgement is changed with the keyboard and the ranking follows', async () => {
  const { page, context, close } = await visit({ as: 'performance-office', language: 'en', size: DESK })
  const opened = await context.request.post('/api/choices', {
    data: { title: { zh: '再次比较', en: 'Compared again' } },
    headers: { 'x-milepost': '1' },
  })
  const { choiceId } = await opened.json()
  await open(page, `/choose/${choiceId}`)
  const before = await page.getByRole('table', { name: 'Ranking' }).innerText()
  const judgement = page.getByRole('slider').first()
  await judgement.focus()
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await page.getByRole('table', { name: 'Ranking' }).innerText()) !== before).toBe(true)
  await expect
    .poll(async () => (await (await context.request.get(`/api/choices/${choiceId}`)).json()).revision, { timeout: 10_000 })
    .toBeGreaterThan(1)
  await close()
})
