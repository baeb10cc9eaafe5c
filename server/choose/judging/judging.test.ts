import { decideChoice, downloadDecision, openChoice, readChoice } from '@milepost/contract/choose/choice'
import { readComparison, setBasis } from '@milepost/contract/choose/comparison'
import {
  inviteJudges,
  listCandidates,
  readMyJudging,
  saveMyJudging,
  submitMyJudging,
  takeBackJudging,
  withdrawJudge,
} from '@milepost/contract/choose/judging'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'

let app: TestApp
let office: Client
let leader: Client
let judges: [Client, Client, Client]
let choiceId: string

beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'], { name: '周局长' })
  judges = [
    await app.signIn(['unit-head'], { name: '甲科长' }),
    await app.signIn(['employee'], { name: '乙工程师' }),
    await app.signIn(['leader'], { name: '丙副局长' }),
  ]
  ;({ choiceId } = await office.call(openChoice, { title: { zh: '方法比较', en: 'Methods compared' } }))
})
afterAll(() => app.close())

const idOf = (client: Client) => client.accountId ?? ''
const mine = (judge: Client) => judge.call(readMyJudging, { choiceId })
const saved = async (
  judge: Client,
  judgements: Record<string, string>,
  ratings: Record<string, { value: number; reason: string }> = {},
) => {
  const { revision } = await mine(judge)
  return judge.call(saveMyJudging, { choiceId, revision, judgements, ratings })
}
const whole = async () => (await office.call(readChoice, { choiceId })).judgements

test('the office invites named accounts; others may not, and an account that cannot judge is named', async () => {
  const { candidates } = await office.call(listCandidates, { choiceId })
  expect(candidates.map(({ name }) => name)).toContain('甲科长')
  expect((await leader.ask(listCandidates, { choiceId })).status).toBe(403)
  expect((await judges[0].ask(inviteJudges, { choiceId, accountIds: [idOf(judges[0])] })).status).toBe(403)
  const system = await app.signIn(['system-admin'])
  const wrong = await office.ask(inviteJudges, { choiceId, accountIds: [idOf(judges[0]), idOf(system)] })
  expect(wrong.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/accountIds/1'])
  expect((await office.call(readChoice, { choiceId })).judges).toEqual([])
  expect((await office.call(inviteJudges, { choiceId, accountIds: judges.map(idOf) })).invited).toBe(3)
  expect((await office.call(inviteJudges, { choiceId, accountIds: judges.map(idOf) })).invited).toBe(0)
  expect((await office.call(readChoice, { choiceId })).basis.weights).toBe('judges')
})

test('a judge is asked on the first page; who is not invited cannot judge; the leader is not asked to decide while judges are waited for', async () => {
  const hrefs = async (client: Client) => (await client.call(readMyTasks, {})).tasks.map(({ href }) => href)
  expect(await hrefs(judges[1])).toContain(`/choose/${choiceId}/judge`)
  expect(await hrefs(leader)).not.toContain(`/choose/${choiceId}`)
  const stranger = await app.signIn(['employee'])
  expect((await stranger.ask(readMyJudging, { choiceId })).status).toBe(403)
  expect((await office.ask(saveMyJudging, { choiceId, revision: 1, judgements: {}, ratings: {} })).status).toBe(403)
})

test('a draft is kept with its gaps, seen by nobody else, and not overwritten from a second device', async () => {
  await saved(judges[0], { 'C1/C2': '3' })
  expect((await mine(judges[0])).judgements).toEqual({ 'C1/C2': '3' })
  expect((await judges[0].ask(saveMyJudging, { choiceId, revision: 1, judgements: {}, ratings: {} })).problem?.code).toBe(
    'changed-meanwhile',
  )
  const place = await judges[0].ask(saveMyJudging, { choiceId, revision: 2, judgements: { 'C9/C1': '3' }, ratings: {} })
  expect(place.problem?.fields[0]?.pointer).toBe('/judgements/C9/C1')
  const { judges: shown } = await office.call(readChoice, { choiceId })
  expect(shown.map(({ state, pairsJudged, judgements }) => [state, pairsJudged, judgements])).toEqual([
    ['drafting', 1, null],
    ['invited', 0, null],
    ['invited', 0, null],
  ])
  const decided = await leader.ask(decideChoice, { choiceId, revision: 3, method: 'BSC', reason: '理由要写够十个字才行的。', hybrid: [] })
  expect(decided.problem?.details.whyEn).toContain('no judge has submitted yet')
})

test('nothing judged and a rating without a reason are not submitted; a matrix with gaps is', async () => {
  expect((await judges[1].ask(submitMyJudging, { choiceId, revision: 1 })).problem?.code).toBe('judging-empty')
  const { revision } = await saved(judges[1], { 'C1/C9': '5' }, { 'C1/BSC': { value: 8, reason: '' } })
  const silent = await judges[1].ask(submitMyJudging, { choiceId, revision })
  expect(silent.problem?.fields[0]?.pointer).toBe('/ratings/C1/BSC/reason')
  const again = await saved(judges[1], { 'C1/C9': '5' }, { 'C1/BSC': { value: 6, reason: '县站还承接不到。' } })
  await judges[1].call(submitMyJudging, { choiceId, revision: again.revision })
  expect((await judges[1].ask(saveMyJudging, { choiceId, revision: again.revision + 1, judgements: {}, ratings: {} })).problem?.code).toBe(
    'judging-submitted',
  )
  const { result } = await office.call(readComparison, { choiceId })
  expect(result).toMatchObject({ judges: 1, weights: null, ranking: null })
})

test('judges are aggregated pair by pair: whole matrices give the published weights, a gap is filled by the others', async () => {
  const all = await whole()
  for (const judge of [judges[0], judges[2]]) {
    const { revision } = await saved(judge, all)
    await judge.call(submitMyJudging, { choiceId, revision })
  }
  const { result, judges: names } = await leader.call(readComparison, { choiceId })
  expect(names).toEqual(['甲科长', '乙工程师', '丙副局长'])
  expect(result.weights).toMatchObject({ pairsJudged: 45 })
  // C1 over C9 is 3, 3 and 5 here: the geometric mean is above 3, so C1 weighs a little more than the published 0.1408
  const c1 = result.weights?.byCriterion.C1 ?? 0
  expect(c1).toBeGreaterThan(0.1408)
  expect(c1).toBeLessThan(0.15)
  // two of the three have weights of their own, and they are the same: full agreement
  expect(result.agreement).toMatchObject({ judges: 2, band: 'strong' })
  expect(result.agreement?.w).toBeCloseTo(1, 9)
  expect(result.disputed[0]).toMatchObject({ row: 'C1', column: 'C9', highest: { judge: 1, value: 5 } })
  const plain = await judges[1].call(readComparison, { choiceId })
  expect(plain.result).toMatchObject({ spread: [], disputed: [], weights: { pairsJudged: 45 } })
  expect(plain.judges).toEqual([])
  expect((await judges[1].call(readChoice, { choiceId })).judges.every(({ judgements }) => judgements === null)).toBe(true)
})

test('ratings are the office’s until the raters’ mean is chosen; where nobody rated the office’s stands', async () => {
  expect((await office.call(readComparison, { choiceId })).ratings['C1/BSC']).toBe(9)
  const { revision } = await office.call(readChoice, { choiceId })
  const basis = { weights: 'judges', ratings: 'raters' } as const
  expect((await leader.ask(setBasis, { choiceId, revision, basis })).status).toBe(403)
  await office.call(setBasis, { choiceId, revision, basis })
  const after = await office.call(readComparison, { choiceId })
  expect([after.ratings['C1/BSC'], after.raters['C1/BSC'], after.ratings['C2/BSC'], after.raters['C2/BSC']]).toEqual([6, 1, 9, 0])
})

test('what was submitted can be taken back and given again, but not withdrawn by the office', async () => {
  const refused = await office.ask(withdrawJudge, { choiceId, accountId: idOf(judges[2]) })
  expect(refused.problem?.code).toBe('judge-has-submitted')
  const { revision } = await judges[2].call(takeBackJudging, { choiceId, revision: (await mine(judges[2])).revision })
  expect((await office.call(readComparison, { choiceId })).result.judges).toBe(2)
  // while judging, a leader who is a judge sees no other judge
  expect((await judges[2].call(readChoice, { choiceId })).judges.every(({ judgements }) => judgements === null)).toBe(true)
  expect((await leader.call(readChoice, { choiceId })).judges[0]?.judgements).not.toBeNull()
  await judges[2].call(submitMyJudging, { choiceId, revision })
  const late = await app.signIn(['employee'], { name: '丁' })
  await office.call(inviteJudges, { choiceId, accountIds: [idOf(late)] })
  await office.call(withdrawJudge, { choiceId, accountId: idOf(late) })
  expect((await office.call(readChoice, { choiceId })).judges).toHaveLength(3)
})

test('the decision is refused on an older state, then frozen with its judges, and printed in both languages', async () => {
  expect((await leader.ask(downloadDecision, { choiceId, language: 'zh' })).problem?.code).toBe('choice-not-decided')
  const { revision } = await leader.call(readChoice, { choiceId })
  const decision = {
    choiceId,
    method: 'BSC',
    reason: '战略承接最强，兼顾公众、预算、流程与成长。',
    hybrid: [{ method: 'OKR', use: '季度沟通和对齐' }],
  }
  expect((await leader.ask(decideChoice, { ...decision, revision: revision - 1 })).problem?.code).toBe('changed-meanwhile')
  await leader.call(decideChoice, { ...decision, revision })
  const { judgements, ratings, revision: own } = await mine(judges[0])
  expect((await judges[0].ask(saveMyJudging, { choiceId, revision: own, judgements, ratings })).problem?.code).toBe('choice-decided')
  const textOf = async (language: 'zh' | 'en') => {
    const { bytes } = await judges[1].ask(downloadDecision, { choiceId, language })
    const xml = Buffer.from(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array()).toString('utf8')
    return [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words).join('\n')
  }
  const [zh, en] = [await textOf('zh'), await textOf('en')]
  for (const words of ['绩效管理方法选择决定书', '周局长', '季度沟通和对齐', '3 位评判人', '甲科长', '县站还承接不到。', '高度一致'])
    expect(zh).toContain(words)
  for (const words of ['Record of the Decision', 'Balanced scorecard', '3 judges', 'agree strongly', 'Strong at'])
    expect(en).toContain(words)
  const { decision: kept } = await leader.call(readChoice, { choiceId })
  expect(zh).toContain(kept?.hash)
  expect((await app.visitor.ask(downloadDecision, { choiceId, language: 'en' })).status).toBe(401)
})
