import { readTicket } from '@milepost/contract/open/tickets'
import { readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { importValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type OpenYear, seedOpenYear } from '../testing/openYear.ts'

let app: TestApp
let scene: OpenYear
let office: Client

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: 'Office One' })
  scene = await seedOpenYear(app, office)
})
afterAll(() => app?.close())

const ticketOf = (client: Client, cardId: string) => client.call(readTicket, { cardId })

test('before any run the ticket is of the live score and says so', async () => {
  const ticket = await ticketOf(office, scene.cards.bureau)
  expect(ticket).toMatchObject({ standing: 'live', run: null, holder: { kind: 'institution' }, replay: { same: true, differsAt: [] } })
})

test('who has not signed in has no tickets, and an address that is none is bad input', async () => {
  expect((await app.visitor.ask(readTicket, { cardId: scene.cards.bureau })).status).toBe(401)
  expect((await (await app.signIn(['system-admin'])).ask(readTicket, { cardId: scene.cards.bureau })).status).toBe(403)
  expect((await office.ask(readTicket, { cardId: 'x' })).status).toBe(422)
})

test('a person’s ticket is the person’s, the head’s, the office’s and the leaders’; a missing card is answered as one that is not yours', async () => {
  const lin = await app.signIn(['employee'], { personId: scene.people.lin })
  const head = await app.signIn(['unit-head'], { personId: scene.people.chen })
  const leader = await app.signIn(['leader'])
  for (const client of [lin, head, office, leader]) expect((await client.ask(readTicket, { cardId: scene.cards.lin })).status).toBe(200)
  for (const roles of [['employee'], ['unit-head'], ['discipline']] as const) {
    const other = await app.signIn(roles)
    const [theirs, missing] = [await other.ask(readTicket, { cardId: scene.cards.lin }), await other.ask(readTicket, { cardId: newId() })]
    expect([theirs.status, missing.status]).toEqual([403, 403])
    expect(theirs.problem?.code).toBe('not-permitted')
    expect({ ...theirs.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' })
    for (const cardId of [scene.cards.bureau, scene.cards.za]) expect((await other.ask(readTicket, { cardId })).status).toBe(200)
  }
})

test('a frozen ticket names its run, its inputs and their digits, and comes out the same again', async () => {
  await scene.score(office)
  const ticket = await ticketOf(office, scene.cards.lin)
  expect(ticket.standing).toBe('official')
  expect(ticket.run).toMatchObject({ revision: 1, ranBy: 'Office One' })
  expect(ticket.run?.inputHash).toMatch(/^[0-9a-f]{64}$/)
  // 88.888 of 90
  expect(ticket.result.final?.official).toBe('98.76')
  expect(Object.values(ticket.digits)).toEqual([2])
  expect(ticket.replay).toMatchObject({ same: true, differsAt: [] })
})

test('0 was measured, a blank was not: both tickets say which', async () => {
  const measured = await ticketOf(office, scene.cards.za)
  expect(measured.result.measures.map((one) => one.actual?.value ?? null)).toEqual(['0', '95'])
  const bureau = await ticketOf(office, scene.cards.bureau)
  expect(bureau.result.measures.map((one) => one.actual?.value ?? null)).toEqual(['80', null])
})

test('a stranger with the printed rules and a calculator comes to the same score, as the guide says', async () => {
  for (const cardId of [scene.cards.za, scene.cards.bureau, scene.cards.lin]) {
    const { result } = JSON.parse(JSON.stringify(await ticketOf(office, cardId))) as Awaited<ReturnType<typeof ticketOf>>
    const nodes = result.tree.children.flatMap((one) => one.children).flatMap((one) => one.children)
    // plain arithmetic on what the ticket shows, nothing of the program's own
    const byHand = nodes.map((node) => {
      const line = result.measures.find((one) => one.id === node.id)
      const target = 90
      const score = line?.actual ? Math.min(100, (Number(line.actual.value) / target) * 100) : 0
      return { score, weight: Number(node.weight.shown.effective) }
    })
    expect(byHand.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 6)
    const total = byHand.reduce((sum, { score, weight }) => sum + (score * weight) / 100, 0)
    expect(total.toFixed(2)).toBe(result.final?.official)
  }
})

test('after a correction and a second run the evidence lists every revision, newest first, with who, when and from where', async () => {
  app.setNow('2027-02-03T02:00:00Z')
  const second = await app.signIn(['performance-office'], { name: 'Office Two' })
  const [period] = (await second.call(readPeriods, { cycleId: scene.cycleId })).periods
  await second.call(reopenPeriod, { periodId: period?.periodId ?? '', reason: '复测更正' })
  await second.call(
    importValues,
    { step: 'save' },
    { name: 'again.csv', bytes: '指标编码,填报对象,期间,实际值,说明\nLVL,1003,2026,81,复测后更正' },
  )
  await scene.score(second, '复测更正')
  const ticket = await ticketOf(second, scene.cards.lin)
  expect(ticket.run).toMatchObject({ revision: 2, ranBy: 'Office Two' })
  expect(ticket.result.final?.official).toBe('90.00')
  expect(ticket.evidence).toHaveLength(1)
  expect(ticket.evidence[0]?.revisions).toEqual([
    expect.objectContaining({
      revision: 2,
      actual: '81',
      recordedBy: 'Office Two',
      recordedAt: '2027-02-03T02:00:00.000Z',
      source: 'file again.csv, row 2',
    }),
    expect.objectContaining({ revision: 1, actual: '88.888', recordedBy: 'Office One', source: 'file values.csv, row 5' }),
  ])
  expect(ticket.replay.same).toBe(true)
})
