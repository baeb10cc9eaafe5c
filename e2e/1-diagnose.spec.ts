import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { accessibilityFaults, closeBrowser, DESK, open, overflowsSideways, PHONE, picture, settled, visit } from './visitor.ts'

afterAll(closeBrowser)

test('the office opens the first wave and reads which problems are confirmed, with reliability beside the means', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/diagnose')
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
  await open(page, '/institution/import')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'people.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByRole('alert').first().innerText()).toContain('people.pdf')
  await close()
})

test('the office writes a questionnaire, freezes it, opens an anonymous wave; one person answers on a phone, another without a network', async () => {
  const { page, context, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/diagnose/questionnaires')
  await page.getByRole('button', { name: '新建问卷' }).click()
  await page.getByLabel('问卷名称（中文）').fill('三问')
  await page.getByLabel('代码').fill('ride')
  await page.getByRole('button', { name: '开始编制' }).click()
  await page.getByRole('button', { name: /Q1/ }).first().click()
  await page.getByLabel('题目（中文）').fill('路面平整')
  await page.locator('.mp-phone').getByText('路面平整').waitFor()
  await page.getByText(/^已保存/).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: '定稿' }).first().click()
  await page.locator('.ant-popconfirm-buttons').getByRole('button', { name: '定稿' }).click()
  await page.getByRole('heading', { name: '问卷与题库' }).waitFor()
  await page.getByText('ride', { exact: true }).waitFor()

  await open(page, '/diagnose/new')
  await page.getByRole('button', { name: '新建轮次' }).click()
  await page.getByRole('button', { name: /生成 \d+ 个链接/ }).click()
  const links = page.locator('.mp-ticket-slip code')
  await links.first().waitFor()
  await page.locator('.mp-ticket-slip img').first().waitFor()
  const [first, second] = [await links.nth(0).innerText(), await links.nth(1).innerText()]

  const phone = await visit({ language: 'zh', size: PHONE })
  await open(phone.page, first)
  expect(await accessibilityFaults(phone.page)).toEqual([])
  await phone.page.getByRole('button', { name: '开始作答' }).click()
  expect([await overflowsSideways(phone.page), await accessibilityFaults(phone.page)]).toEqual([false, []])
  await picture(phone.page, 'ballot-phone-zh')
  await answerAll(phone.page, '下一页')
  // a ballot that was altered on its way is refused, and what the person typed can still be sent: the link was signed for once
  await phone.page.route(
    /\/api\/ballots\/[\w-]+$/,
    async (route) => {
      const ballot = route.request().postDataJSON()
      const [code = ''] = Object.keys(ballot.answers)
      await route.continue({ postData: { ...ballot, answers: { ...ballot.answers, [code]: '99' } } })
    },
    { times: 1 },
  )
  await phone.page.getByRole('button', { name: '交卷' }).click()
  await phone.page.getByText('不是可选的答案').waitFor()
  expect(phone.faults.splice(0)).toEqual([expect.stringMatching(/^422 /)])
  await phone.page.getByRole('button', { name: '交卷' }).click()
  await phone.page.getByText('答卷已收到').waitFor()
  await phone.page.reload()
  await settled(phone.page)
  await phone.page.getByText('答卷已收到').waitFor()
  expect(phone.faults).toEqual([])
  await phone.close()

  const field = await visit({ language: 'en', size: PHONE })
  await open(field.page, second)
  await field.page.evaluate(() => navigator.serviceWorker.ready)
  // the page itself is put into the cupboard together with all that it needs
  await field.page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined)
  await field.page.getByRole('button', { name: 'Start' }).click()
  await field.context.setOffline(true)
  await answerAll(field.page, 'Next')
  await field.page.getByRole('button', { name: 'Send' }).click()
  await field.page.getByText('No connection').waitFor()
  await field.page.reload()
  await field.page.getByText('No connection').waitFor()
  await field.context.setOffline(false)
  await field.page.getByText('Thank you').waitFor()
  await field.close()
  expect((await context.request.get('/api/waves')).status()).toBe(200)
  expect(faults).toEqual([])
  await close()
}, 180_000)

/** The middle answer everywhere, page by page. */
async function answerAll(page: Page, next: string): Promise<void> {
  for (;;) {
    for (const question of await page.locator('fieldset').all()) await question.locator('label').nth(2).click()
    const button = page.getByRole('button', { name: next })
    if ((await button.count()) === 0) return
    await button.click()
  }
}
