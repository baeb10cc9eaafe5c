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

// Seven people share 100,000 yuan by post, grade and months; the amounts were worked out apart from this programme.
const SEVEN = [
  ['姓名', '单位', '单位得分', '岗位系数', '等次系数', '得分', '在岗月数'],
  ['A', '', '', '1.0', '1.5', '', '12'],
  ['B', '', '', '1.0', '1.2', '', '12'],
  ['C', '', '', '1.2', '1.2', '', '12'],
  ['D', '', '', '1.0', '1.0', '', '7'],
  ['E', '', '', '0.9', '0.6', '', '12'],
  ['F', '', '', '1.0', '1.2', '', '12'],
  ['G', '', '', '1.1', '1.5', '', '10'],
]

test('figures of one’s own are pasted and shared out to the fen, with and without caps', async () => {
  const { page, faults, close } = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  await open(page, '/reward/bench')
  await page.getByLabel('总额（元）').fill('100,000.00')
  await page.getByLabel('预留比例（%）').fill('0')
  const amounts = async () => (await page.getByRole('table', { name: '分配结果' }).innerText()).match(/¥[\d,.]+/g)
  await page
    .locator('[data-cell=name]')
    .first()
    .evaluate(
      (cell, pasted) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      SEVEN.map((cells) => cells.join('\t')).join('\n'),
    )
  await page.getByText('¥15,309.38').first().waitFor()
  const free = ['¥19,136.72', '¥15,309.38', '¥18,371.25', '¥7,442.06', '¥6,889.22', '¥15,309.38', '¥17,541.99']
  expect(await amounts()).toEqual([...free, '¥100,000.00'])
  await page.locator('[data-cell=most]').nth(0).fill('18000')
  await page.locator('[data-cell=most]').nth(6).fill('15000')
  await page.getByText('¥16,198.79').first().waitFor()
  const capped = ['¥18,000.00', '¥16,198.79', '¥19,438.55', '¥7,874.41', '¥7,289.46', '¥16,198.79', '¥15,000.00']
  expect(await amounts()).toEqual([...capped, '¥100,000.00'])
  await page.locator('[data-cell=least]').nth(1).fill('100001')
  await page.getByText('下限合计超出总额').waitFor()
  expect(faults).toEqual([])
  await close()
})
