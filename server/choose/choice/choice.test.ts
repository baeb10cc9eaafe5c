import { decideChoice, judgeChoice, listChoices, openChoice, readChoice } from '@milepost/contract/choose/choice'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'

let app: TestApp
let office: Client
let leader: Client

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'], { name: '周局长' })
})
afterAll(() => app.close())

const open = () => office.call(openChoice, { title: { zh: '方法比较', en: 'Methods compared' } })

test('nobody who is not signed in reads a comparison, and only the office opens one', async () => {
  expect((await app.visitor.ask(listChoices, {})).status).toBe(401)
  expect((await leader.ask(openChoice, { title: { zh: '甲', en: 'a' } })).problem?.code).toBe('not-permitted')
})

test('a new comparison starts from the library: six methods, ten criteria, forty-five pairs, sixty ratings', async () => {
  const { choiceId } = await open()
  const choice = await leader.call(readChoice, { choiceId })
  expect([choice.methods.length, choice.criteria.length]).toEqual([6, 10])
  expect([Object.keys(choice.judgements).length, Object.keys(choice.ratings).length]).toEqual([45, 60])
})

test('a judgement that does not belong, and a rating that is missing, are named', async () => {
  const { choiceId } = await open()
  const { judgements, ratings } = await office.call(readChoice, { choiceId })
  const { 'C1/BSC': _left, ...incomplete } = ratings
  const answer = await office.ask(judgeChoice, { choiceId, revision: 1, judgements: { ...judgements, 'C2/C1': '3' }, ratings: incomplete })
  expect(answer.status).toBe(422)
  expect(answer.problem?.fields.map((field) => field.pointer)).toEqual(['/judgements/C2/C1', '/ratings/C1/BSC'])
})

test('two people who judge at once do not overwrite each other', async () => {
  const { choiceId } = await open()
  const { judgements, ratings } = await office.call(readChoice, { choiceId })
  expect(await office.call(judgeChoice, { choiceId, revision: 1, judgements, ratings })).toEqual({ revision: 2 })
  expect((await office.ask(judgeChoice, { choiceId, revision: 1, judgements, ratings })).problem?.code).toBe('changed-meanwhile')
})

test('a leader decides with a reason; what was computed is kept, and nothing changes afterwards', async () => {
  const { choiceId } = await open()
  expect((await office.ask(decideChoice, { choiceId, revision: 1, method: 'BSC', reason: '办公室不能代替领导决定方法。' })).status).toBe(
    403,
  )
  await leader.call(decideChoice, { choiceId, revision: 1, method: 'BSC', reason: '战略承接最强，兼顾公众、预算、流程与成长。' })
  const { decision, judgements, ratings } = await office.call(readChoice, { choiceId })
  // dossier E2: CR 0.0137, closeness of BSC 0.7748
  expect(decision?.decidedBy).toBe('周局长')
  expect(decision?.consistencyRatio).toBeCloseTo(0.0137, 4)
  expect(decision?.closeness.BSC).toBeCloseTo(0.7748, 4)
  expect((await office.ask(judgeChoice, { choiceId, revision: 1, judgements, ratings })).problem?.code).toBe('choice-decided')
})
