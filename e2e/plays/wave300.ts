import { chromium, type Page } from 'playwright-core'
import { type Ask, demoSession } from '../../bench/demoSession.ts'

/**
 * A wave of 300 invited people in a real browser at the size of a phone. 214 answer, half in Chinese and half in English; 12 of them lose the network before
 * they can send; 5 open their link a second time on another phone; 3 more send a ballot somebody has changed. Then the wave is closed, and every count of every item
 * must be what was chosen.
 *
 * How to run it, in two shells: `node tools/build.mjs`, then `node dist/server/cli.js start --demo --folder SOME-FOLDER --port 0` (the first start plays the
 * demonstration year), and `npx tsx e2e/plays/wave300.ts ADDRESS` with the address it prints. `MILEPOST_CHROMIUM` names the browser (default /usr/bin/chromium).
 * It stops at the first count that is not as played, and otherwise prints one line of figures. A quarter of an hour on two busy cores: no part of the test run.
 */
const address = process.argv[2] ?? ''
if (!address.startsWith('http')) throw new Error('give the address of a running demonstration')
const AT_ONCE = 3
const PHONE = { width: 390, height: 844 }
const LEVELS = [
  { code: 'department', zh: '省厅', en: 'Department', people: 20, answer: 14 },
  { code: 'province', zh: '省公路局', en: 'Provincial bureau', people: 40, answer: 29 },
  { code: 'bureau', zh: '市公路局', en: 'Bureau', people: 240, answer: 171 },
] as const
const WORDS = {
  zh: { start: '开始作答', next: '下一页', send: '交卷', waiting: '没有网络', thanks: '答卷已收到', used: '该链接已用过' },
  en: { start: 'Start', next: 'Next', send: 'Send', waiting: 'No connection', thanks: 'Thank you', used: 'This link has been used' },
} as const
type Language = keyof typeof WORDS

const office = await demoSession(address, 'performance-office')
const post = async <T>(ask: Ask, where: string, body: object): Promise<T> =>
  read(await ask(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
const get = async <T>(where: string): Promise<T> => read(await office(where))
async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

const { questionnaireId } = await post<{ questionnaireId: string }>(office, '/api/questionnaires/from-library', {})
const { waveId } = await post<{ waveId: string }>(office, '/api/waves/online', {
  questionnaireId,
  name: { zh: '三百人', en: 'Three hundred' },
  opensOn: '2026-01-01',
  closesOn: null,
  mode: 'anonymous',
  sharedLink: false,
  strata: LEVELS.map(({ code, zh, en, people }) => ({
    code,
    name: { zh, en },
    unitIds: [],
    names: Array.from({ length: people }, (_, at) => `${zh}${at}`),
    population: null,
  })),
})
const { invitations } = await post<{ invitations: { stratum: string; path: string }[] }>(office, `/api/waves/${waveId}/invitations`, {})
const links = LEVELS.flatMap(({ code, answer }) =>
  invitations
    .filter((one) => one.stratum === code)
    .slice(0, answer)
    .map((one) => one.path),
)
const spare = invitations.filter((one) => one.stratum === 'bureau').slice(-3)
const { instrument } = await get<{ instrument: { items: { code: string; kind: string }[] } }>(`/api/ballots/${waveId}`)
const codes = instrument.items.filter((item) => item.kind === 'scale').map((item) => item.code)
expectSame('invited', invitations.length, 300)
expectSame('links', links.length, 214)

const answersOf = (person: number) =>
  Object.fromEntries(codes.map((code, at) => [code, (person + at) % 19 === 0 ? '-' : String(1 + ((person * 7 + at * 3) % 5))]))
const languageOf = (person: number): Language => (person % 2 === 0 ? 'zh' : 'en')
const offline = new Set(Array.from({ length: 12 }, (_, at) => at * 17))

const browser = await chromium.launch({
  executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const times: number[] = []
const waitingPhones: (() => Promise<void>)[] = []
const started = performance.now()

await inTurn(links, async (path, person) => {
  const began = performance.now()
  const { page, context } = await phone(languageOf(person))
  const words = WORDS[languageOf(person)]
  await page.goto(address + path)
  if (offline.has(person)) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined)
  }
  await page.getByRole('button', { name: words.start }).click()
  if (offline.has(person)) await context.setOffline(true)
  await fill(page, person, words.next)
  await page.getByRole('button', { name: words.send }).click()
  if (offline.has(person)) {
    await page.getByText(words.waiting).waitFor()
    waitingPhones.push(async () => {
      await context.setOffline(false)
      await page.getByText(words.thanks).waitFor({ timeout: 60_000 })
      await context.close()
    })
    return
  }
  await page.getByText(words.thanks).waitFor()
  times.push(performance.now() - began)
  await context.close()
})
const online = (performance.now() - started) / 1000

expectSame('phones without a network', waitingPhones.length, 12)
for (const returns of waitingPhones) await returns()

// the same link on another phone: told that it was used
for (const person of [3, 40, 90, 150, 213]) {
  const { page, context } = await phone(languageOf(person))
  await page.goto(address + (links[person] ?? ''))
  await page.getByText(WORDS[languageOf(person)].used).waitFor()
  await context.close()
}
// a ballot changed between the phone and the server: the refusal stands on the phone, and the answers are kept there
for (const [at, { path }] of spare.entries()) {
  const { page, context } = await phone(languageOf(at))
  await page.route(`**/api/ballots/${waveId}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const sent = JSON.parse(route.request().postData() ?? '{}') as { by: { serial: string } }
    sent.by.serial = Buffer.alloc(32, at + 1).toString('base64')
    await route.continue({ postData: JSON.stringify(sent) })
  })
  await page.goto(address + path)
  await page.getByRole('button', { name: WORDS[languageOf(at)].start }).click()
  await fill(page, at, WORDS[languageOf(at)].next)
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith(`/api/ballots/${waveId}`))
  await page.getByRole('button', { name: WORDS[languageOf(at)].send }).click()
  const answer = await answered
  expectSame('the forged ballot', [answer.status(), ((await answer.json()) as { code: string }).code].join(' '), '403 ballot-forged')
  await page.getByRole('alert').first().waitFor()
  await context.close()
}
await post(office, `/api/waves/${waveId}/closing`, {})

const diagnosis = await get<{ response: { strata: { stratum: string; answered: number; eligible: number }[] } }>(
  `/api/waves/${waveId}/diagnosis`,
)
expectSame(
  'answers by level',
  JSON.stringify(diagnosis.response.strata.map((one) => [one.stratum, one.answered, one.eligible])),
  JSON.stringify(LEVELS.map(({ code, people, answer }) => [code, answer, people])),
)
const { items } = await get<{ items: { code: string; notApplicable: number; rows: { count: number }[] }[] }>(`/api/waves/${waveId}/items`)
const sent = links.map((_, person) => answersOf(person))
for (const code of codes) {
  const item = items.find((one) => one.code === code)
  const given = sent.map((one) => one[code])
  expectSame(`does not apply, ${code}`, item?.notApplicable, given.filter((one) => one === '-').length)
  expectSame(
    `counts of ${code}`,
    item?.rows.map((row) => row.count).join(),
    [1, 2, 3, 4, 5].map((level) => given.filter((one) => one === String(level)).length).join(),
  )
}
await browser.close()
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number) => Number(((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1000).toFixed(1))
console.log(
  JSON.stringify({
    play: 'wave of 300',
    answered: 214,
    offline: 12,
    twiceRefused: 5,
    forgedRefused: 3,
    itemsChecked: codes.length,
    phonesAtOnce: AT_ONCE,
    secondsOnline: Math.round(online),
    secondsInAll: Math.round((performance.now() - started) / 1000),
    pageP50s: at(0.5),
    pageP95s: at(0.95),
  }),
)

/** Each phone is a browser of its own: nothing is shared between two people. */
async function phone(language: Language) {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  return { page, context }
}

/** Page by page; one option after the other as a thumb would, without the second it would take. */
async function fill(page: Page, person: number, next: string): Promise<void> {
  const answers = answersOf(person)
  for (;;) {
    await page.evaluate(async (chosen) => {
      for (const question of document.querySelectorAll('fieldset')) {
        const code = question.id.slice(2)
        question.querySelector<HTMLInputElement>(`input[value="${chosen[code] ?? ''}"]`)?.click()
        await new Promise((done) => setTimeout(done, 0))
      }
    }, answers)
    const button = page.getByRole('button', { name: next, exact: true })
    if ((await button.count()) === 0) return
    await button.click()
  }
}

async function inTurn<T>(list: readonly T[], work: (one: T, at: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let mine = next++; mine < list.length; mine = next++) await work(list[mine] as T, mine)
    }),
  )
}

function expectSame(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`)
}
