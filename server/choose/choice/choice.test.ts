import { decideChoice, judgeChoice, listChoices, openChoice, readChoice, saveCriteria, saveMethods } from '@milepost/contract/choose/choice'
import { readComparison } from '@milepost/contract/choose/comparison'
import { inviteJudges } from '@milepost/contract/choose/judging'
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
const draftOf = async (choiceId: string) => {
  const { judgements, ratings, reasons, revision } = await office.call(readChoice, { choiceId })
  return { choiceId, revision, judgements, ratings, reasons }
}
const REASON = '战略承接最强，兼顾公众、预算、流程与成长。'

test('nobody who is not signed in reads a comparison, and only the office opens one', async () => {
  expect((await app.visitor.ask(listChoices, {})).status).toBe(401)
  expect((await leader.ask(openChoice, { title: { zh: '甲', en: 'a' } })).problem?.code).toBe('not-permitted')
  const system = await app.signIn(['system-admin'])
  expect((await system.ask(listChoices, {})).status).toBe(403)
})

test('a new comparison starts from the library: six methods with pros and cons, ten criteria, 45 pairs, 60 ratings with a reason each', async () => {
  const { choiceId } = await open()
  const choice = await leader.call(readChoice, { choiceId })
  expect([choice.methods.length, choice.criteria.length]).toEqual([6, 10])
  expect([Object.keys(choice.judgements).length, Object.keys(choice.ratings).length, Object.keys(choice.reasons).length]).toEqual([
    45, 60, 60,
  ])
  expect(choice.methods.every(({ pros, cons }) => [...pros, ...cons].every(({ zh, en }) => zh !== '' && en !== ''))).toBe(true)
})

/** `expected` of methods.json, every figure to the last digit printed there. */
const EXPECTED = {
  weights: ['0.1408', '0.1408', '0.1179', '0.0897', '0.1102', '0.0897', '0.1102', '0.0786', '0.0543', '0.0678'],
  topsis: { TRAD: '0.2166', MBO: '0.4530', KPI: '0.4523', '360': '0.2795', OKR: '0.5429', BSC: '0.7748' },
  sum: { TRAD: '0.4128', MBO: '0.6049', KPI: '0.5819', '360': '0.4890', OKR: '0.6711', BSC: '0.8031' },
  equal: { TRAD: '0.3304', MBO: '0.4810', KPI: '0.4799', '360': '0.3128', OKR: '0.5498', BSC: '0.6557' },
  flips: { C4: ['0.345', 'KPI'], C6: ['0.317', 'OKR'], C7: ['0.475', 'OKR'], C8: ['0.355', 'TRAD'], C9: ['0.234', 'TRAD'] },
  leads: { BSC: 0.708, OKR: 0.136, TRAD: 0.081, KPI: 0.062, MBO: 0.013, '360': 0 },
}

test('the default comparison is the published one to the last digit: weights, lambda, ratio, three rankings, flip points', async () => {
  const { choiceId } = await open()
  const { result } = await (await app.signIn(['employee'])).call(readComparison, { choiceId })
  const by = (figure: 'closeness' | 'sum' | 'equalCloseness') =>
    Object.fromEntries((result.ranking ?? []).map((one) => [one.method, one[figure].toFixed(4)]))
  expect(Object.values(result.weights?.byCriterion ?? {}).map((weight) => weight.toFixed(4))).toEqual(EXPECTED.weights)
  expect([result.weights?.lambdaMax.toFixed(4), result.weights?.consistencyRatio?.toFixed(4)]).toEqual(['10.1842', '0.0137'])
  expect(result.weights).toMatchObject({ randomIndex: 1.49, consistent: true, pairsJudged: 45, pairs: 45 })
  expect(by('closeness')).toEqual(EXPECTED.topsis)
  expect(by('sum')).toEqual(EXPECTED.sum)
  expect(by('equalCloseness')).toEqual(EXPECTED.equal)
  const flips = (result.robust?.flips ?? []).flatMap(({ criterion, seenAtStep, to }) =>
    seenAtStep === null ? [] : [[criterion, [seenAtStep.toFixed(3), ...to]]],
  )
  expect(Object.fromEntries(flips)).toEqual(EXPECTED.flips)
  // shares are drawn by chance: 10,000 draws have a standard error of 0.5 points at 0.7
  for (const [method, share] of Object.entries(EXPECTED.leads))
    expect(Math.abs((result.robust?.shares[method] ?? 1) - share)).toBeLessThan(0.015)
  expect((await office.call(readComparison, { choiceId })).result).toEqual(result)
})

test('a judgement that does not belong, and a rating of nothing, are named; a draft with gaps is kept', async () => {
  const { choiceId } = await open()
  const draft = await draftOf(choiceId)
  const wrong = { ...draft, judgements: { ...draft.judgements, 'C2/C1': '3' }, ratings: { ...draft.ratings, 'C1/NOBODY': 3 } }
  const answer = await office.ask(judgeChoice, wrong)
  expect(answer.status).toBe(422)
  expect(answer.problem?.fields.map((field) => field.pointer)).toEqual(['/judgements/C2/C1', '/ratings/C1/NOBODY'])
  expect((await leader.ask(judgeChoice, draft)).status).toBe(403)
  const { 'C1/BSC': _left, ...ratings } = draft.ratings
  const { 'C1/C2': _gap, ...judgements } = draft.judgements
  await office.call(judgeChoice, { ...draft, ratings, judgements })
  const { result } = await office.call(readComparison, { choiceId })
  expect(result).toMatchObject({ ranking: null, unrated: ['C1/BSC'], weights: { pairsJudged: 44 } })
  const early = await leader.ask(decideChoice, { choiceId, revision: 2, method: 'BSC', reason: REASON, hybrid: [] })
  expect(early.problem?.code).toBe('choice-not-ranked')
  expect(early.problem?.details.whyEn).toEqual(['ratings are missing: C1/BSC'])
})

test('without any judgement that links the criteria there is no weight, and it is said which stand apart', async () => {
  const { choiceId } = await open()
  await office.call(judgeChoice, { ...(await draftOf(choiceId)), judgements: { 'C1/C2': '1' } })
  const { result } = await office.call(readComparison, { choiceId })
  expect(result.weights).toBeNull()
  expect(result.apart[0]).toEqual(['C1', 'C2'])
  expect(result.apart).toHaveLength(9)
})

test('a reason belongs to its number: when only the number changes, the old words no longer stand for it', async () => {
  const { choiceId } = await open()
  const draft = await draftOf(choiceId)
  await office.call(judgeChoice, { ...draft, ratings: { ...draft.ratings, 'C9/BSC': 5 } })
  expect((await draftOf(choiceId)).reasons['C9/BSC']).toBeUndefined()
  const early = await leader.ask(decideChoice, { choiceId, revision: 2, method: 'BSC', reason: REASON, hybrid: [] })
  expect(early.problem?.details.whyEn).toEqual(['ratings without a reason: C9/BSC'])
  const again = await draftOf(choiceId)
  const said = { zh: '已有指标库，建立成本下降。', en: '' }
  await office.call(judgeChoice, { ...again, reasons: { ...again.reasons, 'C9/BSC': said } })
  expect((await draftOf(choiceId)).reasons['C9/BSC']).toEqual(said)
})

test('an own method stands beside the six once it is rated; a code given twice is named', async () => {
  const { choiceId } = await open()
  const { methods, revision } = await office.call(readChoice, { choiceId })
  const own = {
    code: 'POINTS',
    name: { zh: '积分制', en: 'Points' },
    summary: { zh: '', en: '' },
    pros: [{ zh: '简便', en: 'Simple' }],
    cons: [],
  }
  expect((await leader.ask(saveMethods, { choiceId, revision, methods: [...methods, own] })).status).toBe(403)
  const twice = await office.ask(saveMethods, { choiceId, revision, methods: [...methods, { ...own, code: 'BSC' }] })
  expect(twice.problem?.fields[0]?.pointer).toBe('/methods/6/code')
  const nameless = await office.ask(saveMethods, { choiceId, revision, methods: [...methods, { ...own, name: { zh: '', en: ' ' } }] })
  expect(nameless.problem?.fields[0]?.pointer).toBe('/methods/6/name')
  await office.call(saveMethods, { choiceId, revision, methods: [...methods, own] })
  expect((await office.call(readComparison, { choiceId })).result.unrated).toHaveLength(10)
  const draft = await draftOf(choiceId)
  const ratings = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`C${at + 1}/POINTS`, 5]))
  await office.call(judgeChoice, { ...draft, ratings: { ...draft.ratings, ...ratings } })
  expect((await office.call(readComparison, { choiceId })).result.ranking).toHaveLength(7)
  await office.call(saveMethods, { choiceId, revision: draft.revision + 1, methods })
  expect((await office.call(readComparison, { choiceId })).result.ranking?.map((one) => one.closeness.toFixed(4))[0]).toBe('0.7748')
})

test('two people who judge at once do not overwrite each other', async () => {
  const draft = await draftOf((await open()).choiceId)
  expect(await office.call(judgeChoice, draft)).toEqual({ revision: 2 })
  expect((await office.ask(judgeChoice, draft)).problem?.code).toBe('changed-meanwhile')
})

test('a leader decides with a reason and the hybrid; what was computed is kept, and nothing changes afterwards', async () => {
  const { choiceId } = await open()
  const decision = { choiceId, revision: 1, method: 'BSC', reason: REASON, hybrid: [{ method: 'OKR', use: '季度沟通' }] }
  expect((await office.ask(decideChoice, decision)).status).toBe(403)
  const unknown = await leader.ask(decideChoice, { ...decision, hybrid: [{ method: 'XYZ', use: '季度沟通' }] })
  expect(unknown.problem?.fields[0]?.pointer).toBe('/hybrid/0/method')
  await leader.call(decideChoice, decision)
  const { decision: kept } = await office.call(readChoice, { choiceId })
  // dossier E2: CR 0.0137, closeness of BSC 0.7748
  expect(kept).toMatchObject({ decidedBy: '周局长', hybrid: decision.hybrid, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(kept?.consistencyRatio).toBeCloseTo(0.0137, 4)
  expect(kept?.closeness.BSC).toBeCloseTo(0.7748, 4)
  const draft = await draftOf(choiceId)
  expect((await office.ask(judgeChoice, draft)).problem?.code).toBe('choice-decided')
  expect((await leader.ask(decideChoice, decision)).problem?.code).toBe('choice-decided')
})

test('criteria of one’s own: one comes without judgements and ratings, one goes with its own; none changes once a judge is invited', async () => {
  const { choiceId } = await open()
  const before = await office.call(readChoice, { choiceId })
  const own = {
    code: 'OWN1',
    name: { zh: '群众认可', en: 'Public trust' },
    definition: { zh: '服务对象信不信', en: 'Do those served believe it' },
  }
  const [first, ...others] = before.criteria
  if (!first) throw new Error('the library has criteria')
  // the first moves to the end: its judgements are turned round
  const criteria = [...others.filter(({ code }) => code !== 'C9'), first, own]
  expect((await leader.ask(saveCriteria, { choiceId, revision: before.revision, criteria })).status).toBe(403)
  const twice = await office.ask(saveCriteria, { choiceId, revision: before.revision, criteria: [...criteria, own] })
  expect(twice.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/criteria/10/code'])
  await office.call(saveCriteria, { choiceId, revision: before.revision, criteria })
  const after = await office.call(readChoice, { choiceId })
  expect(after.criteria.map(({ code }) => code)).toEqual(criteria.map(({ code }) => code))
  expect([before.judgements['C1/C2'], before.judgements['C1/C4'], after.judgements['C4/C1']]).toEqual(['1', '2', '1/2'])
  expect([Object.keys(after.judgements).length, Object.keys(after.ratings).length]).toEqual([36, 54])
  const { result } = await office.call(readComparison, { choiceId })
  expect(result.weights).toBeNull()
  await office.call(judgeChoice, { ...(await draftOf(choiceId)), judgements: { ...after.judgements, 'C1/OWN1': '1' } })
  const judged = await office.call(readComparison, { choiceId })
  expect(judged.result.weights).toMatchObject({ pairsJudged: 37, pairs: 45 })
  const undecided = await leader.ask(decideChoice, { choiceId, revision: after.revision + 1, method: 'BSC', reason: REASON, hybrid: [] })
  expect(undecided.status).toBe(422)
  await office.call(inviteJudges, { choiceId, accountIds: [leader.accountId ?? ''] })
  const { revision } = await office.call(readChoice, { choiceId })
  expect((await office.ask(saveCriteria, { choiceId, revision, criteria: before.criteria })).problem).toMatchObject({
    code: 'criteria-being-judged',
    details: { judges: 1 },
  })
})
