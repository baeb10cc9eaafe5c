import { listConsequences, readOutcome } from '@milepost/contract/reward/outcome'
import { publishPayRules } from '@milepost/contract/reward/payRules'
import { approvePool, computePool, createPool } from '@milepost/contract/reward/pools'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type DecidedYear, insertDecidedYear } from '../testing/decidedYear.ts'

let app: TestApp
let year: DecidedYear
const idOf = (no: string) => year.people.get(no) ?? ''
const of = (no: string) => ({ cycleId: year.cycleId, personId: idOf(no) })
const as = (no: string, roles: Parameters<TestApp['signIn']>[0] = ['employee']) => app.signIn(roles, { personId: idOf(no) })
beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T01:00:00Z')
  year = await insertDecidedYear(app, 2026)
})
afterAll(() => app.close())

test('a result is read by the person, the head and the office, by nobody else, and does not tell who exists', async () => {
  const [engineer, head, otherHead, office] = await Promise.all([
    as('E1'),
    as('H1', ['unit-head']),
    as('S1', ['unit-head']),
    app.signIn(['performance-office']),
  ])
  expect((await app.visitor.ask(readOutcome, of('E1'))).status).toBe(401)
  expect((await engineer.ask(readOutcome, { ...of('E1'), cycleId: 'none' })).status).toBe(422)
  for (const reader of [engineer, head, office]) expect((await reader.ask(readOutcome, of('E1'))).status).toBe(200)
  const colleague = await engineer.ask(readOutcome, of('W1'))
  const nobody = await engineer.ask(readOutcome, { ...of('E1'), personId: newId() })
  expect([colleague.status, nobody.status, (await otherHead.ask(readOutcome, of('E1'))).status]).toEqual([403, 403, 403])
  expect(nobody.problem).toEqual(colleague.problem)
})

test('nothing is said of a grade before it is final, nor of pay before it is approved', async () => {
  const worker = await as('W2')
  expect(await worker.call(readOutcome, of('W2'))).toMatchObject({ grade: null, officialScore: null, effects: null, lines: [] })
})

test('a basic grade brings the effects of Art. 29 and a line in which every figure is explained', async () => {
  await year.makeFinal()
  const office = await app.signIn(['performance-office'])
  const leader = await app.signIn(['leader'], { name: '高远' })
  const name = { zh: '绩效工资', en: 'Performance pay' }
  const { poolId } = await office.call(createPool, { cycleId: year.cycleId, name, amount: '50000', reserveBp: 200, signatures: 1 })
  await office.call(computePool, { poolId, version: 1 })
  await leader.call(publishPayRules, { poolId, reason: '职工代表大会通过' })
  await leader.call(approvePool, { poolId, no: 1, reason: '按方案分配' })

  const outcome = await (await as('W2')).call(readOutcome, of('W2'))
  expect(outcome.effects).toMatchObject({ grade: 'basic', article: '29', verified: true, performancePay: 'cut', payStep: false })
  const [line] = outcome.lines
  const [unit, weight, share] = line?.steps?.children ?? []
  expect(unit?.text.zh).toContain('总额 50,000.00 元减预留 1,000.00 元，余 49,000.00 元')
  expect(unit?.children.map(({ value }) => value)).toEqual(['3', '1.3333', '0.8825'])
  expect(weight?.children.map(({ value }) => value).slice(0, 4)).toEqual(['1.4', '0.6', '1', '1'])
  // 64.00 against the station's mean of 78.45 is 0.81580625…, inside the limits: shown as rounded
  expect(weight?.children[4]).toMatchObject({
    value: '≈0.8158',
    text: { en: expect.stringContaining('score 64.00 / mean of the unit 78.45') },
  })
  expect(share?.children[0]?.text.zh).toMatch(/取整前 \d+\.\d{4} 分，按最大余数法/)
  expect(line?.steps?.value).toBe(share?.value)
})

test('somebody who is not graded and has no score is counted by what was agreed', async () => {
  const outcome = await (await as('G1')).call(readOutcome, of('G1'))
  expect(outcome.grade).toBe('ungraded')
  expect(outcome.lines[0]?.steps?.children[1]?.children[4]?.text.zh).toBe('得分系数（没有考核得分，按约定取值）')
})

test('proposals name their article, count the years behind and say which year is not known', async () => {
  const worker = await (await as('W2')).call(readOutcome, of('W2'))
  expect(worker.consequences).toMatchObject({ grade: 'basic', yearsRunning: 1, unknownYears: [2025] })
  expect(worker.consequences?.proposals.map(({ kind, article }) => [kind, article]).slice(0, 4)).toEqual([
    ['no-pay-step', '29'],
    ['performance-pay-cut', '29'],
    ['year-does-not-count', '29'],
    ['promotion-barred-next-year', '29'],
  ])
})

test('the list is for office, leaders and discipline; before the vote every grade is shown with what it would bring', async () => {
  const office = await app.signIn(['performance-office'])
  const leader = await app.signIn(['leader'])
  expect((await (await as('E1')).ask(listConsequences, { cycleId: year.cycleId })).status).toBe(403)
  const { rows } = await leader.call(listConsequences, { cycleId: year.cycleId })
  expect(rows.find(({ employeeNo }) => employeeNo === 'W2')?.outcomes.map(({ grade }) => grade)).toEqual(['basic'])
  await app.inInstitution((tx) => tx.updateTable('appraisal').set({ grade: null }).where('person_id', '=', idOf('H1')).execute())
  const preview = (await office.call(listConsequences, { cycleId: year.cycleId })).rows.find(({ employeeNo }) => employeeNo === 'H1')
  expect(preview?.outcomes.map(({ grade }) => grade)).toEqual(['excellent', 'qualified', 'basic', 'unqualified'])
})
