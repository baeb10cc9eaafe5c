import { publishScorecard } from '@milepost/contract/design/scorecard'
import { afterAll, expect, test } from 'vitest'
import { CAST } from '../server/demo/cast.ts'
import { closeBrowser, DESK, open, PHONE, picture, type Visit, visit } from './visitor.ts'

afterAll(closeBrowser)

test.each(['zh', 'en'] as const)('the institution’s scorecard shows a score with its coverage (%s)', async (language) => {
  const { page, faults, close } = await visit({ as: 'leader', language, size: DESK })
  await open(page, '/run?year=2025')
  expect(await page.locator('main').innerText()).toMatch(/\d{2}\.\d/)
  await picture(page, `scorecard-${language}`)
  expect(faults).toEqual([])
  await close()
})

test('an employee reads the own card on the phone', async () => {
  const { page, faults, close } = await visit({ as: 'employee', language: 'zh', size: PHONE })
  await open(page, '/run/mine')
  await page.waitForSelector('h1')
  await picture(page, 'card-phone-zh')
  expect(faults).toEqual([])
  await close()
})

test('a road worker confirms on the phone what the head wrote down, once', async () => {
  const { page, faults, close } = await visit({ who: CAST.worker, language: 'zh', size: PHONE })
  await open(page, '/run/check-ins')
  const confirm = page.getByRole('button', { name: '确认属实' })
  const waiting = await confirm.count()
  expect(waiting).toBeGreaterThan(0)
  await confirm.first().click()
  await page.waitForFunction(
    (before) => [...document.querySelectorAll('button')].filter((one) => one.textContent?.includes('确认属实')).length === before - 1,
    waiting,
  )
  expect(await page.locator('main').innerText()).toContain('已确认')
  expect(faults).toEqual([])
  await close()
})

test('what is typed into the dialog of a value is there again after a slip, and gone once it is given up', async () => {
  const { page, faults, close } = await visit({ who: CAST.office, language: 'zh', size: DESK })
  await open(page, '/run/values?year=2026')
  const enter = () => page.getByRole('button', { name: '录入数据' }).first().click()
  const dialog = page.getByRole('dialog')
  const note = dialog.getByLabel('说明')
  await enter()
  await note.fill('来自第三季度台账')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await enter()
  await dialog.getByText('已恢复您上次未保存的内容。').waitFor()
  expect(await note.inputValue()).toBe('来自第三季度台账')
  await dialog.getByRole('button', { name: /取\s?消/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await enter()
  await note.waitFor()
  expect(await note.inputValue()).toBe('')
  expect(faults).toEqual([])
  await close()
})

test('a value whose answer was lost on the way is sent again and saved once', async () => {
  const { page, faults, close } = await visit({ who: CAST.office, language: 'zh', size: DESK })
  await open(page, '/run/values?year=2026')
  await page.getByRole('button', { name: '录入数据' }).first().click()
  const dialog = page.getByRole('dialog')
  const choose = async (at: number, what: string) => {
    await dialog.getByRole('combobox').nth(at).fill(what)
    await page.keyboard.press('Enter')
  }
  await choose(0, 'IP13')
  await choose(1, '办公室')
  await choose(2, '2026Q3')
  await dialog.getByLabel('按期办结件数').fill('29')
  await dialog.getByLabel('应办件数').fill('30')
  const save = dialog.getByRole('button', { name: /保\s?存/ })
  let sent = 0
  await page.route('**/api/run/values', async (route) => {
    sent += 1
    if (sent > 1) return route.continue()
    expect((await route.fetch()).status()).toBe(200)
    return route.abort('connectionfailed')
  })
  await save.click()
  await dialog.getByText('暂时连接不上服务器').waitFor()
  expect(await dialog.getByLabel('按期办结件数').inputValue()).toBe('29')
  await save.click()
  await dialog.waitFor({ state: 'hidden' })
  expect(sent).toBe(2)
  // the one fault there is, is the connection that broke
  expect(faults.filter((fault) => !/connection|ERR_/i.test(fault))).toEqual([])
  await close()
})

test('the office closes a period with a reason for what is missing and one for a request left unanswered, sees its snapshot, and opens it again', async () => {
  const { page, faults, close } = await visit({ who: CAST.office, language: 'en', size: DESK })
  await open(page, '/run/periods?year=2026&period=2026Q3')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('One reason for the rest').fill('Reminded twice, not reported')
  const closing = drawer.getByRole('button', { name: 'Close the period' })
  expect(await closing.isEnabled()).toBe(false)
  for (const row of await drawer.getByRole('row').filter({ hasText: 'waits for an answer' }).all())
    await row.getByRole('textbox').fill('No grounds were given')
  await closing.click()
  await drawer.waitFor({ state: 'detached' })
  await open(page, '/run/periods?year=2026&period=2026Q3')
  await drawer.getByText('✓ unchanged').waitFor()
  await drawer.getByLabel('Reason', { exact: true }).fill('A station reports late')
  await drawer.getByRole('button', { name: 'Open again' }).click()
  await drawer.getByLabel('One reason for the rest').waitFor()
  expect(await drawer.innerText()).toContain('A station reports late')
  expect(faults).toEqual([])
  await close()
})

test('once its only period is closed on screen, the official scores of a year are run on screen', async () => {
  const office = await visit({ who: CAST.office, language: 'zh', size: DESK })
  const leader = await visit({ who: CAST.director, language: 'zh', size: DESK })
  await aPastYear(office, leader)
  const { page, faults } = office
  await open(page, '/run/periods?year=2024&period=2024')
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: '关闭期间' }).waitFor()
  const rest = drawer.getByLabel('其余各项的共同理由')
  if ((await rest.count()) > 0) await rest.fill('历史年度，未采集')
  await drawer.getByRole('button', { name: '关闭期间' }).click()
  await drawer.waitFor({ state: 'detached' })
  await open(page, '/run/official?year=2024')
  await page.locator('main').getByRole('button', { name: '正式计分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '正式计分' }).click()
  await page.getByText('第 1 次正式计分完成').waitFor()
  await page.goto('/run/official?year=2024', { waitUntil: 'networkidle' })
  expect(await page.locator('main').innerText()).toContain('第 1 次')
  expect(faults).toEqual([])
  await office.close()
  await leader.close()
})

/** 2024 with last year's scorecard and one period, through the same calls the screens make. */
async function aPastYear(office: Visit, leader: Visit): Promise<void> {
  const ask = async (visitor: Visit, method: 'get' | 'post', path: string, data?: unknown) => {
    const origin = new URL(visitor.page.url() === 'about:blank' ? await addressOf(visitor) : visitor.page.url()).origin
    const answer = await visitor.context.request[method](path, {
      headers: { origin, 'x-milepost': '1' },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const { cycles } = await ask(office, 'get', '/api/cycles')
  const lastYear = cycles.find((one: { year: number }) => one.year === 2025).cycleId
  const { scorecard } = await ask(office, 'get', `/api/design/cycles/${lastYear}/scorecard`)
  const cycle = { year: 2024, name: { zh: '2024 年度', en: '2024' }, startsOn: '2024-01-01', endsOn: '2024-12-31' }
  const { cycleId } = await ask(office, 'post', '/api/cycles', cycle)
  const { scorecardId } = await ask(office, 'post', `/api/design/scorecards/${scorecard.scorecardId}/carry-forward`, { cycleId })
  await ask(leader, 'post', publishScorecard.path.replace(':scorecardId', scorecardId), { reason: '往年补录，当年已征求意见' })
  await ask(office, 'post', `/api/run/cycles/${cycleId}/periods`, { kinds: ['year'], dueAfterDays: 15 })
}

const addressOf = async (visitor: Visit): Promise<string> => {
  await visitor.page.goto('/')
  return visitor.page.url()
}
