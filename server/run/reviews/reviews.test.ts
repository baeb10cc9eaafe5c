import { DEFAULT_RULES } from '@milepost/contract/design/schemeRules'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { decideBonus, enterBonus, readBonuses } from '@milepost/contract/run/bonuses'
import { recordCheckIn } from '@milepost/contract/run/checkIns'
import { createPeriods } from '@milepost/contract/run/periods'
import {
  addReviewItem,
  checkRedLineNote,
  closeReview,
  decideVeto,
  openReview,
  readLinks,
  readRedLines,
  readReview,
  readReviews,
  readVetoes,
  saveReviewItem,
  writeRedLineNote,
} from '@milepost/contract/run/reviews'
import { readCardScore } from '@milepost/contract/run/scores'
import { importValues, recordValue } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene
let za: string
let measureId: string
const at = async (iso: string, roles: Parameters<TestApp['signIn']>[0], given?: Parameters<TestApp['signIn']>[1]): Promise<Client> => {
  app.setNow(iso)
  return app.signIn(roles, given)
}

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-04-20T02:00:00Z')
  scene = await seedRunScene(app)
  measureId = await scene.addMeasure({ code: 'LVL', frequency: 'quarter' })
  const rule = { kind: 'ratio_up', target: '100' } as const
  za = await scene.addCard({ unitId: scene.units.ZA }, [{ measureId, weightBp: 10000, rule }])
  await scene.addCard({ unitId: scene.units.ZB }, [{ measureId, weightBp: 10000, rule }])
  const office = await app.signIn(['performance-office'], { name: 'Office' })
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['quarter'], dueAfterDays: 15 })
  await office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,ZA,2026Q1,40\n' })
})
afterAll(() => app?.close())

const note = { fact: '一季度 40，目标 100', cause: '雨季提前', action: '增派两个班组', dueOn: '2026-06-30' }

test('what is red and what is silent both stand on the list: silence is never green', async () => {
  const office = await at('2026-04-20T03:00:00Z', ['performance-office'])
  const { lines } = await office.call(readRedLines, { cycleId: scene.cycleId })
  expect(lines.map((one) => [one.holder.en, one.why, one.score])).toEqual([
    ['Unit ZA', 'red', '40.00'],
    ['Unit ZB', 'late', null],
  ])
  expect(lines.map((one) => one.fact.en)).toEqual([
    'red, actual of 2026Q1 40.00 %, target 100 %, score 40.00',
    'nothing reported for 2026Q1 by its due day',
  ])
})

test('the head of the unit writes fact, cause, action, owner and day; another unit’s head does not', async () => {
  const zhou = await at('2026-04-20T03:00:00Z', ['unit-head'], { personId: scene.people.zhou, name: 'Zhou' })
  const chen = await app.signIn(['unit-head'], { personId: scene.people.chen })
  const given = { cardId: za, measureId, ...note, ownerPersonId: scene.people.lin }
  expect((await chen.ask(writeRedLineNote, given)).status).toBe(403)
  expect((await zhou.ask(writeRedLineNote, { ...given, cause: '' })).status).toBe(422)
  expect((await zhou.ask(writeRedLineNote, { ...given, dueOn: '2026-04-01' })).problem?.fields.map((one) => one.pointer)).toEqual([
    '/dueOn',
  ])
  expect((await zhou.call(readMyTasks, {})).tasks.map((one) => one.key)).toContain(`run.red-lines.${scene.cycleId}`)
  await zhou.call(writeRedLineNote, given)
  const { lines } = await zhou.call(readRedLines, { cycleId: scene.cycleId })
  expect(lines[0]?.notes).toMatchObject([
    { ...note, owner: { name: 'lin' }, scoreThen: '40.00', writtenBy: 'Zhou', toCheck: false, check: null },
  ])
  expect((await zhou.call(readMyTasks, {})).tasks.map((one) => one.key)).not.toContain(`run.red-lines.${scene.cycleId}`)
})

test('after its day somebody other than the writer checks whether the action worked, and the score then and now stay beside the verdict', async () => {
  const office = await at('2026-06-30T03:00:00Z', ['performance-office'], { name: 'Office' })
  const noteId = (await office.call(readRedLines, { cycleId: scene.cycleId })).lines[0]?.notes[0]?.noteId ?? ''
  expect((await office.ask(checkRedLineNote, { noteId, verdict: 'worked', note: '早了' })).problem?.code).toBe('red-line-early')
  const later = await at('2026-07-10T03:00:00Z', ['performance-office'], { name: 'Office' })
  const { periods } = { periods: await later.call(createPeriods, { cycleId: scene.cycleId, kinds: ['quarter'], dueAfterDays: 15 }) }
  expect(periods.kept).toContain('2026Q2')
  await later.call(
    importValues,
    { step: 'save', confirmed: true },
    { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,ZA,2026Q2,95\n' },
  )
  expect((await later.call(readMyTasks, {})).tasks.map((one) => one.key)).toContain(`run.red-line-checks.${scene.cycleId}`)
  await later.call(checkRedLineNote, { noteId, verdict: 'worked', note: '二季度 95' })
  expect((await later.ask(checkRedLineNote, { noteId, verdict: 'did-not', note: '再看' })).problem?.code).toBe('red-line-checked')
  const { past } = await later.call(readRedLines, { cycleId: scene.cycleId })
  expect(past).toMatchObject([{ code: 'LVL', note: { scoreThen: '40.00', check: { verdict: 'worked', score: '95.00', by: 'Office' } } }])
})

test('the fact a note begins with names what made the line red, not a figure of an earlier period that was good', async () => {
  const office = await at('2026-10-20T03:00:00Z', ['performance-office'])
  const { lines } = await office.call(readRedLines, { cycleId: scene.cycleId })
  const { why, fact } = lines.find((one) => one.holder.en === 'Unit ZA') ?? { why: null, fact: null }
  expect([why, fact?.zh.split('，').slice(0, 2)]).toEqual(['late', ['2026Q3 到期未报', '2026Q2 实际 95.00 %']])
})

test('a review takes its agenda from what is red, each item is decided by version, and closed minutes stand', async () => {
  const office = await at('2026-07-12T03:00:00Z', ['performance-office'], { name: 'Office' })
  const employee = await app.signIn(['employee'])
  const given = { cycleId: scene.cycleId, title: '二季度绩效分析会', heldOn: '2026-07-12', chair: '局长', present: '班子成员' }
  expect((await employee.ask(openReview, given)).status).toBe(403)
  const { reviewId, items } = await office.call(openReview, given)
  expect(items).toBe(1)
  const read = await office.call(readReview, { reviewId })
  expect(read.items).toMatchObject([{ subject: { en: 'Unit ZB: Measure LVL' }, facts: { en: expect.stringContaining('no note yet') } }])
  await office.call(addReviewItem, { reviewId, subject: '汛期值班' })
  expect((await office.ask(closeReview, { reviewId })).problem).toMatchObject({ code: 'review-undecided', details: { count: 2 } })
  const recorded = { discussion: '讨论', decision: '限期补报', action: '养护科补报', ownerPersonId: scene.people.zhou, dueOn: '2026-07-31' }
  for (const { itemId, version } of (await office.call(readReview, { reviewId })).items) {
    await office.call(saveReviewItem, { itemId, version, ...recorded })
    expect((await office.ask(saveReviewItem, { itemId, version, ...recorded })).problem?.code).toBe('changed-meanwhile')
  }
  const { hash } = await office.call(closeReview, { reviewId })
  expect((await office.ask(addReviewItem, { reviewId, subject: '补充' })).problem?.code).toBe('review-closed')
  expect((await office.call(readReviews, { cycleId: scene.cycleId })).reviews).toMatchObject([
    { state: 'closed', items: 2, decided: 2, hash },
  ])
})

test('the index of links tells by unit what was in time, late and skipped, and who is waited for; it is not for every eye', async () => {
  const chen = await at('2026-07-14T03:00:00Z', ['unit-head'], { personId: scene.people.chen, name: 'chen' })
  await chen.call(recordCheckIn, { personId: scene.people.lin, heldOn: '2026-02-10', progress: '工作进展正常', support: '', nextStep: '' })
  expect((await chen.ask(readLinks, { cycleId: scene.cycleId })).status).toBe(403)
  const office = await app.signIn(['performance-office'])
  const { units, waiting } = await office.call(readLinks, { cycleId: scene.cycleId })
  const za1 = units.find((one) => one.name.en === 'Unit ZA1')
  // two people and two quarters that are over: one talk of four, recorded five months after
  expect(za1?.links.find((one) => one.link === 'check-in')).toEqual({ link: 'check-in', due: 4, onTime: 1, late: 0 })
  expect(za1?.suspicions).toMatchObject([{ kind: 'back-filled', count: 1 }])
  expect(za1?.index).toBe('25.0')
  expect(waiting).toContainEqual(expect.objectContaining({ what: 'value', who: { zh: '养护科', en: '养护科' }, count: 1 }))
  // the head of the unit a figure is of looks at it: the office entered it
  expect(waiting.filter((one) => one.what === 'verify').map((one) => [one.who.en, one.count])).toEqual([['head of Unit ZA', 2]])
  expect(waiting.map((one) => one.what)).toEqual(expect.arrayContaining(['confirm', 'verify', 'red-line']))
})

test('an occurrence of a veto item is brought before a leader; what is decided caps the card, and the reason stands on it', async () => {
  const accidents = await scene.addMeasure({ code: 'ACC', unit: '起', frequency: 'quarter', time: 'sum', units: 'sum', veto: true })
  const card = await scene.addCard({ unitId: scene.units.YHK }, [
    { measureId, weightBp: 9000, rule: { kind: 'ratio_up', target: '100' } },
    { measureId: accidents, weightBp: 1000, rule: { kind: 'deduct', items: [{ key: 'accident', points: '1' }] } },
  ])
  const office = await at('2026-07-14T03:00:00Z', ['performance-office'])
  const leader = await app.signIn(['leader'], { name: 'Director' })
  await office.call(
    importValues,
    { step: 'save', confirmed: true },
    { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,YHK,2026Q2,99\nLVL,YHK,2026Q1,99\nACC,YHK,2026Q2,1\nACC,YHK,2026Q1,0\n' },
  )
  const before = await office.call(readCardScore, { cardId: card })
  expect(before.result.status.band).toBe('A')
  const { cases } = await office.call(readVetoes, { cycleId: scene.cycleId })
  expect(cases).toMatchObject([{ cardId: card, code: 'ACC', actual: '1', decision: null }])
  const given = { cardId: card, measureId: accidents, effect: 'cap-c' as const, reason: '发生一起责任事故，经研究最高为中' }
  expect((await office.ask(decideVeto, given)).status).toBe(403)
  expect((await leader.ask(decideVeto, { ...given, measureId })).status).toBe(404)
  await leader.call(decideVeto, given)
  const after = await office.call(readCardScore, { cardId: card })
  expect(after.result.status).toMatchObject({ kind: 'veto' })
  expect(after.result.vetoes).toMatchObject([{ effect: 'cap-band', target: 'C', reason: { zh: given.reason } }])
  expect(after.result.final?.score).toBe(before.result.final?.score)
})

test('points outside the weights count once another leader has granted them, up to the cap of the scheme, and leave when revoked', async () => {
  const office = await at('2026-07-14T04:00:00Z', ['performance-office'])
  const leader = await app.signIn(['leader'], { name: 'Director' })
  const other = await app.signIn(['leader'], { name: 'Deputy' })
  const head = await app.signIn(['unit-head'], { name: 'Lin', personId: scene.people.lin })
  const items = [
    { code: 'B1', name: { zh: '上级表彰', en: 'Commendation' }, points: '2' },
    { code: 'M1', name: { zh: '迟报', en: 'Late report' }, points: '-1.5' },
  ]
  await app.inInstitution((tx) =>
    tx
      .updateTable('scorecard')
      .set({ rules: JSON.stringify({ ...DEFAULT_RULES, bonus: { cap: '1.5', items } }) })
      .where('institution_id', '=', app.institutionId)
      .where('scorecard_id', '=', scene.scorecardId)
      .execute(),
  )
  const rule = { kind: 'ratio_up', target: '100' } as const
  const card = await scene.addCard({ unitId: scene.units.ZA1 }, [{ measureId, weightBp: 10000, rule, valueScope: 'institution' }])
  await office.call(
    importValues,
    { step: 'save' },
    { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,GLJ,2026Q1,99\nLVL,GLJ,2026Q2,99\n' },
  )
  const scoreOf = async () => (await office.call(readCardScore, { cardId: card })).result
  expect((await scoreOf()).final?.official).toBe('99.00')
  const given = { cardId: card, item: 'B1', points: '2', reason: '抢险获省厅通报表扬', evidence: '省厅〔2026〕12号' }
  expect((await office.ask(enterBonus, { ...given, points: '2.5' })).problem?.code).toBe('bonus-beyond-item')
  expect((await office.ask(enterBonus, { ...given, points: '-1' })).problem?.code).toBe('bonus-beyond-item')
  expect((await office.ask(enterBonus, { ...given, item: 'X' })).status).toBe(404)
  expect((await head.ask(enterBonus, given)).status).toBe(403)
  const { bonusId } = await leader.call(enterBonus, given)
  expect((await office.ask(enterBonus, given)).problem?.code).toBe('bonus-entered-already')
  // whoever entered it does not decide, and the office decides nothing
  const granting = { bonusId, verdict: 'granted' as const, reason: '属实，同意' }
  expect((await leader.ask(decideBonus, granting)).status).toBe(403)
  expect((await office.ask(decideBonus, granting)).status).toBe(403)
  expect((await scoreOf()).final?.official).toBe('99.00')
  await other.call(decideBonus, granting)
  expect((await other.ask(decideBonus, granting)).problem?.code).toBe('bonus-decided')
  // 99 + 2 is held at 100 + 1.5; one late report then costs 1.5 of it
  const raised = await office.call(readCardScore, { cardId: card })
  expect(raised.result.tree.official).toBe('99.00')
  expect(raised.result.final?.official).toBe('101.00')
  const late = await office.call(enterBonus, { ...given, item: 'M1', points: '-1.5', reason: '季报迟报三天', evidence: '登记簿 7 号' })
  await leader.call(decideBonus, { bonusId: late.bonusId, verdict: 'granted', reason: '属实，同意' })
  const both = await office.call(readCardScore, { cardId: card })
  expect(both.result.final?.official).toBe('99.50')
  expect(both.bonuses).toMatchObject([
    { points: '2', decidedBy: 'Deputy', reason: { zh: '上级表彰：抢险获省厅通报表扬（省厅〔2026〕12号）' } },
    { points: '-1.5', decidedBy: 'Director' },
  ])
  await other.call(decideBonus, { bonusId, verdict: 'revoked', reason: '表扬文件已撤回' })
  expect((await scoreOf()).final?.official).toBe('97.50')
  const { entries } = await leader.call(readBonuses, { cycleId: scene.cycleId })
  expect(entries.map((one) => [one.item.code, one.decision?.verdict, one.mayDecide])).toEqual([
    ['B1', 'revoked', false],
    ['M1', 'granted', true],
  ])
  expect((await (await app.signIn(['employee'])).ask(readBonuses, { cycleId: scene.cycleId })).status).toBe(403)
})

test('a closed cycle takes no more values, notes or meetings', async () => {
  await app.standAt(scene.cycleId, 'closed')
  const office = await at('2026-07-14T03:00:00Z', ['performance-office'])
  const { people: _people } = await office.call(readRedLines, { cycleId: scene.cycleId })
  const report = await office.call(
    importValues,
    { step: 'save' },
    { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,ZB,2026Q2,95\n' },
  )
  expect(report.rows[0]?.problems[0]?.message.en).toContain('The cycle of 2026 is closed')
  const closed = [
    await office.ask(openReview, { cycleId: scene.cycleId, title: '会议', heldOn: '2026-07-14', chair: '局长', present: '' }),
    await office.ask(writeRedLineNote, { cardId: za, measureId, ...note, dueOn: '2026-08-01', ownerPersonId: scene.people.lin }),
    await office.ask(createPeriods, { cycleId: scene.cycleId, kinds: ['month'], dueAfterDays: 1 }),
  ]
  expect(closed.map((one) => one.problem?.code)).toEqual(['cycle-closed', 'cycle-closed', 'cycle-closed'])
  const [period] = await app.inInstitution((tx) =>
    tx.selectFrom('period').select('period_id').where('institution_id', '=', app.institutionId).where('code', '=', '2026Q2').execute(),
  )
  const value = {
    measureId,
    periodId: period?.period_id ?? '',
    holder: { kind: 'unit' as const, unitId: scene.units.ZB },
    state: 'reported' as const,
  }
  const refused = await office.ask(recordValue, {
    ...value,
    actual: '95',
    numerator: null,
    denominator: null,
    n: null,
    detail: null,
    note: '',
  })
  expect(refused.problem?.code).toBe('cycle-closed')
})
