import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { open, picturesIn } from './turning.ts'

/**
 * An afternoon of the performance office, in a real browser: `npx tsx e2e/plays/afternoon.ts ADDRESS [PICTURES]` of a running demonstration in which nobody has set up the next year.
 * From the remedies of the diagnosis to a method chosen with the leaders (who judge on a phone), a scorecard from the template with an objective that answers a finding, unit
 * cards and plans for everybody, publication, and the page on which an employee sees what it is for. It says how long each step takes and is no part of the test run.
 */
const address = process.argv[2] ?? ''
if (!address.startsWith('http')) throw new Error('give the address of a running demonstration')
const pictures = process.argv[3]
if (pictures) mkdirSync(pictures, { recursive: true })
const picture = picturesIn(pictures)
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const YEAR = 2027
type Language = 'zh' | 'en'
type Account = { readonly username: string; readonly name: string; readonly roles: readonly string[] }

const browser: Browser = await chromium.launch({
  executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const { demoAccounts } = (await (await fetch(`${address}/api/session`)).json()) as { demoAccounts: Account[] }
const withRole = (role: string) => demoAccounts.filter((one) => one.roles.includes(role))
const office = withRole('performance-office')[0]
const leaders = withRole('leader').slice(0, 3)
const began = performance.now()

let last = began
const done = (what: string) => {
  const now = performance.now()
  console.log(`${((now - last) / 1000).toFixed(1).padStart(6)} s  ${what}`)
  last = now
}

/** A person in front of a screen. */
async function sit(who: Account | undefined, language: Language, size: typeof DESK): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-GB' })
  const answer = await context.request.post('/api/session/demo', { data: { username: who?.username }, headers: { origin: address } })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.addInitScript((to) => window.localStorage.setItem('milepost.language', to), language)
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`))
  page.on('response', (response) => response.status() >= 400 && console.log(`${response.status()} ${response.url()}`))
  return page
}

const desk = await sit(office, 'en', DESK)

// what the diagnosis asks for: the board of the wave that has remedies
await open(desk, '/diagnose')
await desk.getByRole('link', { name: /first wave/ }).click()
await desk.getByRole('button', { name: 'More actions' }).click()
await desk.getByRole('menuitem', { name: /Evidence board/ }).click()
await desk.getByRole('heading', { name: /^Remedies and signs/ }).waitFor()
await picture(desk, '1-remedies')
done('read the remedies of the diagnosis')

// the method, with the leaders
await open(desk, '/choose')
await desk.getByRole('button', { name: 'New comparison' }).click()
await desk.getByRole('dialog').getByRole('button', { name: 'Make it' }).click()
await desk.waitForURL(/\/choose\/[0-9a-f-]{36}/)
const choice = new URL(desk.url()).pathname
await desk.getByRole('button', { name: 'Invite judges' }).click()
for (const { name } of leaders) {
  await desk.getByRole('dialog').getByRole('combobox').fill(name)
  await desk
    .getByRole('option', { name: new RegExp(name) })
    .or(desk.locator('.ant-select-item-option', { hasText: name }))
    .last()
    .click()
}
await desk.getByRole('dialog').getByText('Whoever is invited').click()
await desk.getByRole('dialog').getByRole('button', { name: 'Invite judges' }).click()
await desk.getByText(/^3 invited/).waitFor()
done('open a comparison and invite three leaders')

for (const [at, leader] of leaders.entries()) {
  const phone = await sit(leader, at === 0 ? 'en' : 'zh', PHONE)
  await open(phone, '/')
  await phone.locator(`a[href^="${choice}"]`).first().click()
  await phone.locator('.mp-pair').waitFor()
  const pairs = Number(await phone.locator('.mp-judging-progress progress').getAttribute('max'))
  // a leader who finds the earlier criterion of a pair a little more important, less so the nearer the two are
  for (let pair = 0; pair < pairs; pair++) {
    await phone
      .locator('.mp-pair-scale label')
      .nth(pair % 3 === at ? 4 : 3)
      .click()
    if (pair < pairs - 1) await phone.locator('.mp-judging-steps button').last().click()
  }
  await picture(phone, `2-judge-${at}`)
  const submit = phone.getByRole('button', { name: at === 0 ? 'Submit' : '提交判断', exact: at !== 0 }).last()
  await submit.click()
  await phone.locator('.ant-alert-success').first().waitFor()
  done(`a leader compares ${pairs} pairs on a phone`)
  await phone.context().close()
}

const leaderDesk = await sit(leaders[0], 'en', DESK)
await open(leaderDesk, choice)
await leaderDesk.getByRole('button', { name: 'Record the decision' }).click()
await leaderDesk
  .getByRole('dialog')
  .getByLabel(/^Reason/)
  .fill('Its perspectives show service, process, people and money together; the leaders weigh them alike.')
await picture(leaderDesk, '3-decision')
await leaderDesk.getByRole('dialog').getByRole('button', { name: 'Record the decision' }).click()
await leaderDesk
  .getByText(/decided by/)
  .first()
  .waitFor()
await picture(leaderDesk, '3-decided')
done('a leader records the decision')

// the year and its scorecard
await open(desk, '/institution/cycles')
await desk.getByRole('button', { name: 'Set up next year from this' }).first().click()
await desk.getByRole('button', { name: `Set up ${YEAR}`, exact: true }).click()
await desk.getByRole('heading', { name: String(YEAR) }).waitFor()
await open(desk, `/design/scorecard?year=${YEAR}`)
await desk.getByRole('button', { name: 'Start from the template' }).click()
await desk.getByRole('heading', { name: 'Measures and weights' }).waitFor()
await picture(desk, '4-template')
done('set up the year and start from the template')

// an objective answers what the diagnosis confirmed
await desk.getByRole('button', { name: 'Change I6' }).click()
await desk.getByRole('dialog').getByLabel('Answers the finding').click()
await desk.locator('.ant-select-item-option', { hasText: 'confirmed' }).first().click()
await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
await desk.getByRole('dialog').waitFor({ state: 'hidden' })
await desk.getByRole('table', { name: 'What the diagnosis asks for' }).getByText(/^I6/).waitFor()
await picture(desk, '5-answers')
done('name the objective that answers a finding')

// to every unit and everybody
await open(desk, `/design/cascade?year=${YEAR}`)
await desk.getByRole('button', { name: 'Draft the cascade' }).click()
await desk.getByRole('tooltip').getByRole('button', { name: 'Draft the cascade' }).click()
await desk.getByText(/^Drafted \d+ unit cards/).waitFor({ timeout: 300_000 })
console.log(`         ${await desk.getByText(/^Drafted \d+ unit cards/).innerText()}`)
await picture(desk, '6-cascade')
done('draft the cards of units and people')
await open(leaderDesk, `/design/scorecard?year=${YEAR}`)
await leaderDesk.getByRole('button', { name: 'Publish', exact: true }).click()
await leaderDesk
  .getByRole('dialog')
  .getByText(/differs in/)
  .waitFor()
await leaderDesk
  .getByRole('dialog')
  .getByLabel('Why it is published all the same')
  .fill('The staff are heard in the first week of the year; units need their cards before then.')
await picture(leaderDesk, '7-publish')
await leaderDesk.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
await leaderDesk.getByText(/^Published on/).waitFor()
done('a leader publishes the scorecard and the cards of units')
// two of the staff look at the one page, propose, and their head agrees
const employees = withRole('employee').slice(3, 5)
for (const [at, employee] of employees.entries())
  for (const language of ['zh', 'en'] as const) {
    const phone = await sit(employee, language, PHONE)
    await open(phone, `/design/my-plan?year=${YEAR}`)
    await phone.getByRole('heading', { name: language === 'zh' ? '我的工作怎样支撑单位' : 'How my work serves the institution' }).waitFor()
    await picture(phone, `8-plan-${at}-${language}`)
    if (language === 'en') {
      await phone.getByRole('button', { name: 'Propose' }).click()
      await phone.getByRole('button', { name: 'Propose' }).waitFor({ state: 'hidden' })
      await picture(phone, `9-proposed-${at}`)
    }
    const width = await phone.evaluate(() => document.documentElement.scrollWidth)
    if (width > PHONE.width) throw new Error(`the page of the plan is ${width} px wide on a phone`)
    await phone.context().close()
    done(`an employee reads what the plan serves (${language})`)
  }

// whoever heads them agrees at one go
const cycleId = new URL(desk.url()).searchParams.get('cycle') ?? ''
for (const head of withRole('unit-head')) {
  const page = await sit(head, 'zh', PHONE)
  const { plans } = (await (await page.context().request.get(`/api/design/cycles/${cycleId}/plans`)).json()) as {
    plans: { waitsForMe: boolean }[]
  }
  if (plans.some(({ waitsForMe }) => waitsForMe)) {
    await open(page, `/design/plans?cycle=${cycleId}`)
    await page.getByRole('button', { name: /^确认/ }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: /^确认/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await picture(page, '9-agreed')
    done('a head agrees the plans that wait')
  }
  await page.context().close()
}

console.log(`${((performance.now() - began) / 1000).toFixed(0)} s in all`)
await browser.close()
