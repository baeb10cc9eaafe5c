import { answerLineObjection, listLineObjections, objectToCard, objectToPerson } from '@milepost/contract/open/objections'
import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { importValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type OpenYear, seedOpenYear } from '../testing/openYear.ts'

let app: TestApp
let scene: OpenYear
let office: Client
let appraisalId: string

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: 'Office One' })
  scene = await seedOpenYear(app, office)
  const runId = await scene.score(office)
  const own = { runId, cardId: scene.cards.lin }
  appraisalId = await scene.addAppraisal(scene.people.lin, {
    ...own,
    standing: 'held-back-by-seats',
    proposed: 'qualified',
    grade: 'qualified',
  })
})
afterAll(() => app?.close())

const asked = () => ({ cycleId: scene.cycleId, personId: scene.people.lin })
const read = () => office.call(readPersonTicket, asked())
const set = (change: { standing?: string | null; proposed_grade?: string | null; grade?: string | null; participation_rule?: string }) =>
  app.inInstitution((tx) =>
    tx
      .updateTable('appraisal')
      .set(change)
      .where('institution_id', '=', app.institutionId)
      .where('appraisal_id', '=', appraisalId)
      .execute(),
  )

test('a person’s ticket is read by the person, the head and the office; somebody who is not there is answered like somebody else', async () => {
  expect((await app.visitor.ask(readPersonTicket, asked())).status).toBe(401)
  for (const personId of [scene.people.lin, scene.people.chen, scene.people.zhou])
    expect((await (await app.signIn(['employee'], { personId })).ask(readPersonTicket, asked())).status).toBe(200)
  const other = await app.signIn(['employee'])
  expect((await other.ask(readPersonTicket, asked())).problem?.code).toBe('not-permitted')
  expect((await other.ask(readPersonTicket, { ...asked(), personId: newId() })).problem?.code).toBe('not-permitted')
  expect((await office.ask(readPersonTicket, { ...asked(), personId: 'x' })).status).toBe(422)
})

test('somebody without an appraisal has no ticket yet', async () => {
  expect((await office.ask(readPersonTicket, { ...asked(), personId: scene.people.chen })).problem?.code).toBe('not-found')
})

test('the heads add up line by line, and come out the same when added up again', async () => {
  const ticket = await read()
  // 0.15 x 95 + 0.15 x 90 + 0.10 x 90 + 0.50 x (88.888 / 90 x 100) + 0.10 x 100
  expect(ticket.appraisal.officialScore).toBe('96.13')
  expect(ticket.heads.map((head) => [head.head, head.points])).toEqual([
    ['virtue', '14.25'],
    ['ability', '13.5'],
    ['diligence', '9'],
    ['results', '11111/225'],
    ['integrity', '10'],
  ])
  expect(ticket.lines.length).toBeGreaterThan(5)
  expect(ticket.replay).toEqual({ same: true, differsAt: [] })
  expect(ticket.pay).toEqual([])
})

test('the plan’s ticket stays that of the run the appraisal was scored from, whatever was run since', async () => {
  const [period] = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods
  await office.call(reopenPeriod, { periodId: period?.periodId ?? '', reason: '复测更正' })
  await office.call(
    importValues,
    { step: 'save' },
    { name: 'again.csv', bytes: '指标编码,填报对象,期间,实际值,说明\nLVL,1003,2026,45,复测后更正' },
  )
  await scene.score(office, '复测更正')
  const { card } = await read()
  expect(card?.run?.revision).toBe(1)
  expect(card?.result.final?.official).toBe('98.76')
  expect(card?.replay.same).toBe(true)
})

test('the decision names who was present (the person left out), when, and why', async () => {
  expect((await read()).decision).toBeNull()
  const decision_id = newId()
  const institution_id = app.institutionId
  const present = [
    { personId: scene.people.zhou, name: 'zhou' },
    { personId: scene.people.lin, name: 'lin' },
  ]
  await app.inInstitution(async (tx) => {
    const said = { decided_on: '2027-01-22', minutes: '会议纪要', recorded_by: 'Office One', recorded_at: new Date('2027-01-22T02:00:00Z') }
    await tx
      .insertInto('decision')
      .values({ institution_id, decision_id, cycle_id: scene.cycleId, present: JSON.stringify(present), ...said })
      .execute()
    await tx
      .insertInto('decision_line')
      .values({
        institution_id,
        decision_id,
        appraisal_id: appraisalId,
        grade: 'qualified',
        reason_code: 'as-proposed',
        reason: '名额已满',
        recused: JSON.stringify([scene.people.lin]),
      })
      .execute()
  })
  expect((await read()).decision).toEqual({ decidedOn: '2027-01-22', present: ['zhou'], reason: '名额已满', recordedBy: 'Office One' })
})

test('an objection opens on one line, keeps what it showed, and is answered by somebody else', async () => {
  const lin = await app.signIn(['employee'], { personId: scene.people.lin, name: '林工' })
  const facts = '第三季度复测为 45，记录编号 2026-31。'
  const own = { ...asked(), line: 'head:results', facts }
  expect((await app.visitor.ask(objectToPerson, own)).status).toBe(401)
  // nobody objects in somebody else's name, not even the office
  expect((await office.ask(objectToPerson, own)).status).toBe(403)
  expect((await lin.ask(objectToPerson, { ...own, facts: '不对' })).status).toBe(422)
  expect((await lin.ask(objectToPerson, { ...own, line: 'head:luck' })).problem?.code).toBe('line-not-on-ticket')
  const sent = { ...own, objectionId: newId() }
  await lin.call(objectToPerson, sent)
  await lin.call(objectToPerson, sent)
  const { card } = await read()
  const node = card?.result.measures[0]?.id ?? ''
  expect((await office.ask(objectToCard, { cardId: scene.cards.lin, line: node, facts })).status).toBe(403)
  app.setNow('2027-01-20T02:01:00Z')
  const atLine = { cardId: scene.cards.lin, line: node, facts, revision: card?.run?.revision ?? 0 }
  await lin.call(objectToCard, atLine)
  app.setNow('2027-01-20T02:00:00Z')
  await office.call(objectToCard, { cardId: scene.cards.za, line: scene.cards.za, facts })
  const mine = (await lin.call(listLineObjections, {})).objections
  expect(mine.map(({ line, name, shown, mayAnswer }) => [line, name.en, shown, mayAnswer])).toEqual([
    // what the person read: the run the appraisal was scored from, not the newest
    [node, 'Measure LVL', '98.76', false],
    // and the line as the ticket writes it
    ['head:results', expect.any(String), '49.3822', false],
  ])
  const answer = '核对复测记录，第三季度应为 45，按更正程序改值。'
  const objectionId = sent.objectionId
  expect((await lin.ask(answerLineObjection, { objectionId, outcome: 'stands', answer })).status).toBe(403)
  const all = (await office.call(listLineObjections, {})).objections
  expect(all).toHaveLength(3)
  const ofOffice = all.find(({ cardId }) => cardId === scene.cards.za)?.objectionId ?? ''
  expect((await office.ask(answerLineObjection, { objectionId: ofOffice, outcome: 'stands', answer })).problem?.code).toBe('own-objection')
  await office.call(answerLineObjection, { objectionId, outcome: 'to-correct', answer })
  expect((await office.ask(answerLineObjection, { objectionId, outcome: 'stands', answer })).problem?.code).toBe('objection-answered')
  const [answered] = (await lin.call(listLineObjections, {})).objections.filter((one) => one.objectionId === objectionId)
  expect(answered).toMatchObject({ outcome: 'to-correct', answer, answeredBy: 'Office One', shown: '49.3822', facts })
})

test('why not excellent: the seats, a tie, the criteria, or the committee', async () => {
  const why = async () => (await read()).whyNotExcellent.map((one) => one.en)
  expect(await why()).toEqual([expect.stringContaining('took all the excellent seats')])
  await set({ standing: 'tied-at-last-seat' })
  expect(await why()).toEqual([expect.stringContaining('Tied with others')])
  await set({ standing: 'not-a-candidate' })
  expect(await why()).toEqual([expect.stringContaining('not a candidate')])
  await set({ standing: 'has-seat', proposed_grade: 'excellent' })
  expect(await why()).toEqual([expect.stringContaining('the committee decided otherwise')])
})

test('what was excellent and was corrected later says so, and not that the committee decided otherwise', async () => {
  const [institution_id, because] = [app.institutionId, 'correction']
  const change = { version: 2, from_grade: 'excellent', to_grade: 'qualified', because, reason: '分数录入互换。（更正决定书 3）' }
  const said = { decided_by: JSON.stringify(['zhou']), changed_at: new Date('2027-03-02T02:00:00Z') }
  await app.inInstitution((tx) =>
    tx
      .insertInto('grade_change')
      .values({ institution_id, appraisal_id: appraisalId, ...change, ...said })
      .execute(),
  )
  const { changes, whyNotExcellent } = await read()
  expect(changes).toEqual([
    {
      ...{ version: 2, from: 'excellent', to: 'qualified', because, reason: change.reason },
      ...{ decidedBy: ['zhou'], changedAt: '2027-03-02T02:00:00.000Z' },
    },
  ])
  expect(whyNotExcellent).toEqual([
    {
      zh: '考核委员会确定的等次为“优秀”，后经更正改为“合格”：分数录入互换。（更正决定书 3）。',
      en: 'The committee had decided “Excellent”; by correction it later became “Qualified”: 分数录入互换。（更正决定书 3）.',
    },
  ])
  await set({ proposed_grade: 'qualified' })
  expect((await read()).whyNotExcellent).toHaveLength(1)
  await set({ proposed_grade: 'excellent' })
})

test('no reason is given to who is excellent, while nothing is decided against it, or while nothing is proposed', async () => {
  await set({ standing: 'has-seat', proposed_grade: 'excellent', grade: 'excellent' })
  expect((await read()).whyNotExcellent).toEqual([])
  await set({ grade: null })
  expect((await read()).whyNotExcellent).toEqual([])
  await set({ standing: null, proposed_grade: null })
  expect((await read()).whyNotExcellent).toEqual([])
})

test('who takes part without a grade reads the rule that says so', async () => {
  const reason = { zh: '参加考核，不确定等次（第22条）。', en: 'Takes part without a grade (Art. 22).' }
  const rule = { row: 'probation', takesPart: true, grade: 'none', inSeatBase: false, reasons: [reason], citations: [] }
  await set({ standing: 'not-a-candidate', proposed_grade: 'ungraded', grade: 'ungraded', participation_rule: JSON.stringify(rule) })
  expect((await read()).whyNotExcellent).toEqual([reason])
})
