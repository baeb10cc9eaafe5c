import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { readTicket } from '@milepost/contract/open/tickets'
import { cardResult } from '@milepost/contract/run/cardResult'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { WORKED_CASES } from '@milepost/scorecard/worked/workedCases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type OpenYear, seedOpenYear } from '../testing/openYear.ts'

let app: TestApp
let scene: OpenYear
let office: Client

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T02:00:00Z')
  office = await app.signIn(['performance-office'])
  scene = await seedOpenYear(app, office)
  await scene.score(office)
})
afterAll(() => app?.close())

/** The ticket as it comes out of the file that was saved. */
const fileOf = async (cardId: string) => JSON.parse(JSON.stringify(await office.call(readTicket, { cardId })))

test('only who has signed in checks a ticket, and a file that is no ticket is named field by field', async () => {
  const ticket = await fileOf(scene.cards.bureau)
  expect((await app.visitor.ask(checkTicket, { ticket })).status).toBe(401)
  const { input: _input, ...half } = ticket
  const answer = await office.ask(checkTicket, { ticket: half })
  expect([answer.status, answer.problem?.fields[0]?.pointer]).toEqual([422, '/ticket/input'])
})

test('a ticket file that nobody touched is the same, for whoever holds it', async () => {
  const employee = await app.signIn(['employee'])
  const answer = await employee.call(checkTicket, { ticket: await fileOf(scene.cards.lin) })
  expect(answer).toMatchObject({ same: true, differsAt: [], official: '98.76' })
  expect(answer.engine.ofFile).toBe(answer.engine.now)
})

test('a figure changed in the file is named by its measure, one outside the tree by its place', async () => {
  const ticket = await fileOf(scene.cards.lin)
  ticket.result.measures[0].actual.shown = '99'
  ticket.result.final.official = '120.00'
  const answer = await office.call(checkTicket, { ticket })
  expect(answer.same).toBe(false)
  expect(answer.differsAt.map((one) => one.name?.en ?? one.id)).toEqual([
    'Measure LVL',
    'final score',
    'seal of the file (it has been changed)',
  ])
})

test('another holder, checksum, run or publisher than the one that was sealed is different, though the score comes out', async () => {
  const changed: [string, (ticket: Record<string, { name?: object } & Record<string, unknown>>) => unknown, string][] = [
    ['holder', (ticket) => Object.assign(ticket.holder ?? {}, { name: { zh: '别人', en: 'Somebody else' } }), 'holder'],
    ['inputHash', (ticket) => Object.assign(ticket, { inputHash: 'a'.repeat(64) }), 'inputs'],
    ['run', (ticket) => Object.assign(ticket.run ?? {}, { inputHash: 'a'.repeat(64) }), 'seal'],
    ['publisher', (ticket) => Object.assign(ticket.scorecard ?? {}, { publishedBy: 'Nobody' }), 'seal'],
    ['no seal', (ticket) => Object.assign(ticket, { seal: undefined }), 'seal'],
  ]
  for (const [, change, place] of changed) {
    const ticket = await fileOf(scene.cards.lin)
    change(ticket)
    const answer = await office.call(checkTicket, { ticket: JSON.parse(JSON.stringify(ticket)) })
    expect([answer.same, answer.differsAt.map((one) => one.id).includes(place)]).toEqual([false, true])
  }
})

test('V1 to V30 as the page of worked cases sends them: the server comes to the same in every part of every case', async () => {
  const employee = await app.signIn(['employee'])
  for (const { code, card } of WORKED_CASES) {
    if (card === null) continue
    const answer = await employee.call(checkTicket, { ticket: { input: card, result: cardResult.parse(scoreCard(card)), evidence: [] } })
    expect([code, answer.same, answer.differsAt]).toEqual([code, true, []])
  }
})

test('inputs that cannot be scored are refused, not answered with a fault', async () => {
  const ticket = await fileOf(scene.cards.lin)
  ticket.input.scheme = { ...ticket.input.scheme, cap: 'a hundred' }
  const answer = await office.ask(checkTicket, { ticket })
  expect([answer.status, answer.problem?.code]).toEqual([422, 'ticket-not-scorable'])
})
