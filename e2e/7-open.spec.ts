import { afterAll, expect, test } from 'vitest'
import { FIGURE_WALKS, follow, MOST_CLICKS } from './figureWalks.ts'
import { accessibilityFaults, closeBrowser, DESK, open, overflowsSideways, PHONE, picture, visit } from './visitor.ts'

afterAll(closeBrowser)

test('a score ticket recomputes to the same score', async () => {
  const { page, faults, close } = await visit({ as: 'employee', language: 'zh', size: DESK })
  await open(page, '/open/mine?year=2025')
  const text = await page.locator('main').innerText()
  expect(text).toContain('完全一致')
  expect(text).not.toContain('不一致')
  await picture(page, 'ticket-zh')
  expect(faults).toEqual([])
  await close()
})

test.each([
  { language: 'zh', size: DESK },
  { language: 'en', size: PHONE },
  { language: 'en', size: DESK },
] as const)('anybody reads the public page without signing in ($language, $size.width px)', async ({ language, size }) => {
  const { page, faults, close } = await visit({ language, size })
  await open(page, '/public')
  await page.waitForSelector('.tiles')
  expect(await overflowsSideways(page)).toBe(false)
  expect(await accessibilityFaults(page)).toEqual([])
  if (size === DESK) await picture(page, `public-${language}`)
  expect(faults).toEqual([])
  await close()
})

test('the public page names nobody on the staff', async () => {
  const office = await visit({ as: 'performance-office', language: 'zh', size: DESK })
  const { people } = await (await office.context.request.get('/api/people?left=with')).json()
  await office.close()
  const { context, close } = await visit({ language: 'zh', size: DESK })
  const download = (format: string, language: string) => context.request.get(`/api/public/figures?format=${format}&language=${language}`)
  const answers = [
    await context.request.get('/api/public'),
    await download('csv', 'zh'),
    await download('csv', 'en'),
    await download('json', 'zh'),
    await context.request.get('/api/public/corrections?format=csv&language=zh'),
  ]
  const page = await context.newPage()
  // every file the page loads, its scripts and styles included
  const loaded: Promise<string>[] = []
  page.on('response', (response) => loaded.push(response.text().catch(() => '')))
  await open(page, '/public')
  const texts = await Promise.all([...answers.map((answer) => answer.text()), ...loaded, page.locator('body').innerText()])
  expect(loaded.length).toBeGreaterThan(3)
  const said = texts.join('\n')
  type Person = { name: string; nameEn: string; employeeNo: string }
  const named = people.filter(
    (person: Person) =>
      said.includes(person.name) || (person.nameEn !== '' && said.includes(person.nameEn)) || said.includes(`"${person.employeeNo}"`),
  )
  expect(people.length).toBeGreaterThan(250)
  expect(named.map((person: Person) => person.name)).toEqual([])
  await close()
})

// the whole list is followed by e2e/plays/fiveClicks.ts
test.each(FIGURE_WALKS.filter(({ name }) => /download|row of a file behind|leaders: a measure/.test(name)))(
  'at most five clicks lead to the source: $name',
  async (walk) => {
    const { page, close } = await visit({ ...(walk.as === null ? {} : { as: walk.as }), language: 'zh', size: DESK })
    const { clicks, found } = await follow(page, walk)
    expect([found, clicks <= MOST_CLICKS]).toEqual([true, true])
    await close()
  },
)
