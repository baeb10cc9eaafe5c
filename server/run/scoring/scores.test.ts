import { readDryRunChoices, readDryRunFacts } from '@milepost/contract/run/dryRun'
import { dryRunCards } from '@milepost/contract/run/dryRunCards'
import { closePeriod, createPeriods, readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { readCardScore, readMyCardScore, readOfficialRuns, readScoreOverview, runOfficialScores } from '@milepost/contract/run/scores'
import { importValues, recordValue } from '@milepost/contract/run/values'
import { dryRun } from '@milepost/scorecard/dryRun/dryRun'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { latestOfficialRun, officialCardScore, officialCardScores, valueHistory } from '../published.ts'
import { type LineGiven, type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene
let cards: { bureau: string; za: string; zb: string; lin: string }

const at = async (iso: string) => {
  app.setNow(iso)
  return app.signIn(['performance-office'], { name: 'Office One' })
}
const file = (...rows: string[]) => ({ name: 'values.csv', bytes: `指标编码,填报对象,期间,实际值,分子,分母,说明\n${rows.join('\n')}` })
const measureOf = (score: Awaited<ReturnType<typeof read>>, code: string) => {
  const line = score.lines.find((one) => one.code === code)
  return score.result.measures.find((one) => one.id === line?.cardMeasureId)
}
const read = (client: Client, cardId: string) => client.call(readCardScore, { cardId })

beforeAll(async () => {
  app = await openTestApp()
  scene = await seedRunScene(app)
  const rate = await scene.addMeasure({ code: 'RATE', frequency: 'quarter', time: 'ratio', units: 'ratio', ratioScale: '100' })
  const level = await scene.addMeasure({ code: 'LVL', frequency: 'year', time: 'last', missing: 'carry' })
  const flow = await scene.addMeasure({ code: 'FLOW', unit: 'km', frequency: 'quarter', time: 'sum', units: 'sum' })
  const up = { kind: 'ratio_up', target: '100' } as const
  const build = { kind: 'ratio_up', target: '40' } as const
  const three = [
    { measureId: rate, weightBp: 5000, rule: up },
    { measureId: level, weightBp: 3000, rule: up },
    { measureId: flow, weightBp: 2000, rule: build },
  ]
  cards = {
    bureau: await scene.addCard({}, three),
    za: await scene.addCard({ unitId: scene.units.ZA }, [
      { measureId: rate, weightBp: 6000, rule: up },
      { measureId: flow, weightBp: 4000, rule: build },
    ]),
    zb: await scene.addCard({ unitId: scene.units.ZB }, [
      { measureId: rate, weightBp: 6000, rule: up },
      { measureId: flow, weightBp: 4000, rule: build },
    ]),
    lin: await scene.addCard({ personId: scene.people.lin, unitId: scene.units.ZA1 }, [
      { measureId: rate, weightBp: 7000, rule: up, valueScope: 'institution' },
      { measureId: flow, weightBp: 3000, rule: build },
    ]),
  }
  const office = await at('2026-01-05T02:00:00Z')
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year', 'quarter'], dueAfterDays: 10 })
})
afterAll(() => app?.close())

test('a score is read by those who may see the card', async () => {
  expect((await app.visitor.ask(readCardScore, { cardId: cards.bureau })).status).toBe(401)
  const colleague = await app.signIn(['employee'])
  expect((await colleague.ask(readCardScore, { cardId: cards.lin })).status).toBe(403)
  expect((await colleague.ask(readCardScore, { cardId: newId() })).status).toBe(403)
  expect((await colleague.ask(readCardScore, { cardId: 'x' })).status).toBe(422)
  expect((await colleague.ask(readCardScore, { cardId: cards.za })).status).toBe(200)
  expect((await colleague.ask(runOfficialScores, { cycleId: scene.cycleId, reason: '' })).status).toBe(403)
})

test('before anything is due nothing is late, and nothing is nought', async () => {
  const office = await at('2026-01-05T02:00:00Z')
  const score = await read(office, cards.bureau)
  expect(score.result).toMatchObject({ mode: 'live', final: null, status: { kind: 'insufficient-coverage' } })
  expect(measureOf(score, 'RATE')).toMatchObject({ state: 'excluded', because: 'not_due', score: null })
})

test('the institution’s rate is the sum over the sum of its stations, never the mean of their percentages (dossier vector 17)', async () => {
  const office = await at('2026-04-05T02:00:00Z')
  await office.call(
    importValues,
    { step: 'save', confirmed: true },
    file('RATE,ZA,2026Q1,,90,100', 'RATE,ZB,2026Q1,,10,40', 'FLOW,ZA,2026Q1,6,,', 'FLOW,ZB,2026Q1,4,,'),
  )
  const score = await read(office, cards.bureau)
  const rate = measureOf(score, 'RATE')
  expect(rate?.official).toBe('71.43')
  expect(rate?.actual).toMatchObject({ numerator: '100', denominator: '140', used: [{ unit: 'ZA' }, { unit: 'ZB' }] })
  const line = score.lines.find((one) => one.code === 'RATE')
  expect(line?.evidence.map((one) => [one.unit, one.revision, one.recordedBy, one.source])).toEqual([
    ['ZA', 1, 'Office One', 'file values.csv, row 2'],
    ['ZB', 1, 'Office One', 'file values.csv, row 3'],
  ])
  expect(line?.trend.map((one) => [one.period, one.shown])).toEqual([
    ['2026Q1', '71.428571'],
    ['2026Q2', null],
    ['2026Q3', null],
    ['2026Q4', null],
  ])
  expect(measureOf(await read(office, cards.za), 'RATE')?.official).toBe('90.00')
})

test('a person’s line shared with the institution is scored with the institution’s value, an own line with the person’s', async () => {
  const office = await at('2026-04-05T02:00:00Z')
  await office.call(importValues, { step: 'save', confirmed: true }, file('FLOW,1003,2026Q1,10,,'))
  const lin = await app.signIn(['employee'], { personId: scene.people.lin })
  const { score } = await lin.call(readMyCardScore, {})
  if (!score) throw new Error('no card')
  expect(measureOf(score, 'RATE')?.official).toBe('71.43')
  expect(score.lines.find((one) => one.code === 'RATE')?.valuesOfName).toEqual({ zh: '测试公路局', en: 'Test Highway Bureau' })
  expect(measureOf(score, 'FLOW')?.actual?.value).toBe('10')
  expect((await lin.call(readMyCardScore, { cycleId: scene.cycleId })).score?.card.cardId).toBe(score.card.cardId)
  const { cycleId: other } = await scene.addCycle(2050)
  expect((await lin.call(readMyCardScore, { cycleId: other })).score).toBeNull()
  expect((await (await app.signIn(['employee'])).call(readMyCardScore, {})).score).toBeNull()
})

test('a station that is late leaves the institution incomplete and never in the highest band', async () => {
  const office = await at('2026-07-20T02:00:00Z')
  await office.call(importValues, { step: 'save', confirmed: true }, file('RATE,ZA,2026Q2,,100,100', 'FLOW,ZA,2026Q2,9,,'))
  const score = await read(office, cards.bureau)
  expect(measureOf(score, 'RATE')?.actual?.excluded).toContainEqual({ period: '2026Q2', unit: 'ZB', state: 'late', because: 'late' })
  expect(score.result.tree.flags).toContain('has-late')
  const { cards: rows } = await office.call(readScoreOverview, { cycleId: scene.cycleId })
  expect(rows.map((row) => [row.name.en, row.late])).toEqual([
    ['Test Highway Bureau', 2],
    ['Unit ZA', 0],
    ['Unit ZB', 2],
  ])
  expect(rows[2]?.weakest[0]?.code).toBe('RATE')
})

test('official scores wait until every period is closed, then fix inputs and results; a stored input gives the same result again', async () => {
  const open = await at('2026-12-01T02:00:00Z')
  expect((await open.ask(runOfficialScores, { cycleId: scene.cycleId, reason: '' })).problem).toMatchObject({
    code: 'run-needs-closed-periods',
    details: { periods: ['2026', '2026Q1', '2026Q2', '2026Q3', '2026Q4'] },
  })
  const office = await at('2027-01-20T02:00:00Z')
  const rest = ['RATE,ZB,2026Q2,,38,40', 'FLOW,ZB,2026Q2,5,,', 'LVL,GLJ,2026,92,,'].concat(
    ['2026Q3', '2026Q4'].flatMap((q) => [`RATE,ZA,${q},,95,100`, `RATE,ZB,${q},,40,40`, `FLOW,ZA,${q},10,,`, `FLOW,ZB,${q},5,,`]),
  )
  expect((await office.call(importValues, { step: 'save', confirmed: true }, file(...rest))).saved).toBe(true)
  for (const { periodId } of (await office.call(readPeriods, { cycleId: scene.cycleId })).periods)
    await office.call(closePeriod, { periodId, waivers: [], waiveRest: '本人本季无此项任务' })

  const run = await office.call(runOfficialScores, { cycleId: scene.cycleId, reason: '' })
  expect(run).toMatchObject({ revision: 1, cards: 4, changed: 0 })
  const stored = await app.inInstitution(async (tx) => {
    const latest = await latestOfficialRun(tx, app.institutionId, scene.cycleId)
    const scores = await officialCardScores(tx, app.institutionId, run.runId)
    const bureau = await officialCardScore(tx, app.institutionId, run.runId, cards.bureau)
    const history = bureau && (await valueHistory(tx, app.institutionId, { cardId: cards.bureau, input: bureau.input }))
    return { latest, scores, bureau, history }
  })
  expect(stored.latest).toMatchObject({ runId: run.runId, revision: 1, ranBy: 'Office One' })
  // rate: (90+100+95+95 + 10+38+40+40) / (400 + 160) = 508/560 = 90.714...; flow 54 of 40 is capped at 100; level 92
  const bureau = stored.scores.find((one) => one.cardId === cards.bureau)
  expect(bureau).toMatchObject({ holderKind: 'institution', officialScore: '92.96', coverageBp: 10000, status: 'A', provisional: false })
  expect(stored.bureau && scoreCard(stored.bureau.input)).toEqual(stored.bureau?.result)
  expect(stored.history).toHaveLength(4 * 2 * 2 + 1)
  expect(stored.history?.every((one) => one.revisions[0]?.recordedBy === 'Office One')).toBe(true)
  // a person’s own values that never came: the missing three quarters of the flow count as nought, after notice
  const lin = stored.scores.find((one) => one.cardId === cards.lin)
  expect(lin?.officialScore).toBe('71.00')
})

test('a second run needs a reason, is another revision and lists what it changes; the first stays as it was', async () => {
  const office = await at('2027-02-01T02:00:00Z')
  expect((await office.ask(runOfficialScores, { cycleId: scene.cycleId, reason: '' })).problem?.code).toBe('run-needs-reason')
  const year = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods.find((one) => one.code === '2026')
  await office.call(reopenPeriod, { periodId: year?.periodId ?? '', reason: '复测更正' })
  await office.call(importValues, { step: 'save', confirmed: true }, file('LVL,GLJ,2026,80,,,复测更正'))
  await office.call(closePeriod, { periodId: year?.periodId ?? '', waivers: [] })
  const run = await office.call(runOfficialScores, { cycleId: scene.cycleId, reason: '路面复测更正' })
  expect(run).toMatchObject({ revision: 2, changed: 1 })
  const { runs } = await office.call(readOfficialRuns, { cycleId: scene.cycleId })
  expect(runs.map((one) => [one.revision, one.cards, one.reason])).toEqual([
    [2, 4, '路面复测更正'],
    [1, 4, ''],
  ])
  expect(runs[0]?.changes).toEqual([
    {
      cardId: cards.bureau,
      holderKind: 'institution',
      name: { zh: '测试公路局', en: 'Test Highway Bureau' },
      before: { score: '92.96', status: 'A' },
      after: { score: '89.36', status: 'B' },
    },
  ])
  const overwrite = app.inInstitution((tx) =>
    tx.updateTable('card_score').set({ official_score: '100' }).where('institution_id', '=', app.institutionId).execute(),
  )
  await expect(overwrite).rejects.toThrow(/permission denied/)
})

test('a card is scored with the values of another cycle, and a level that may be carried looks back one cycle in the official score', async () => {
  const next = await scene.addCycle(2027)
  const office = await at('2028-01-20T02:00:00Z')
  await office.call(createPeriods, { cycleId: next.cycleId, kinds: ['year', 'quarter'], dueAfterDays: 10 })
  await office.call(importValues, { step: 'save', confirmed: true }, file('RATE,ZA,2027Q1,,50,100', 'RATE,ZB,2027Q1,,50,100'))
  const live = await office.call(readCardScore, { cardId: cards.bureau, cycleId: next.cycleId })
  expect(live.cycle.year).toBe(2027)
  expect(measureOf(live, 'RATE')?.official).toBe('50.00')
  expect(measureOf(live, 'LVL')).toMatchObject({ state: 'excluded', because: 'late' })
  const official = await office.call(readCardScore, { cardId: cards.bureau, cycleId: next.cycleId, mode: 'official' })
  expect(measureOf(official, 'LVL')).toMatchObject({ official: '80.00', flags: expect.arrayContaining(['carried']) })
})

test('a checklist and a judgement are recorded with what they rest on, and scored by their rules', async () => {
  const plan = await scene.addMeasure({ code: 'PLAN', frequency: 'year' })
  const care = await scene.addMeasure({ code: 'CARE', frequency: 'year' })
  const { cycleId, scorecardId, objectiveId } = await scene.addCycle(2030)
  const items = [
    { key: 'a', weight: '1' },
    { key: 'b', weight: '3' },
  ]
  const lines: LineGiven[] = [
    { measureId: plan, weightBp: 5000, rule: { kind: 'milestone', lateFactor: '0.5', items }, objectiveId },
    { measureId: care, weightBp: 5000, rule: { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '90' }] }, objectiveId },
  ]
  const cardId = await scene.addCard({ unitId: scene.units.YHK }, lines, scorecardId)
  const office = await at('2030-12-20T02:00:00Z')
  await office.call(createPeriods, { cycleId, kinds: ['year'], dueAfterDays: 10 })
  const periodId = (await office.call(readPeriods, { cycleId })).periods[0]?.periodId ?? ''
  const base = { periodId, holder: { kind: 'unit' as const, unitId: scene.units.YHK }, state: 'reported' as const, note: '' }
  const nothing = { actual: null, numerator: null, denominator: null, n: null }
  await office.call(recordValue, { ...base, ...nothing, measureId: plan, detail: { milestones: { a: 'done', b: 'late' } } })
  const judgement = { band: 'good', points: '86', by: '李工', reason: '文明施工抽查', evidence: ['抽查记录 12 份'] }
  await office.call(recordValue, { ...base, ...nothing, measureId: care, detail: { judgement } })
  const score = await read(office, cardId)
  // (1 x 1 + 3 x 0.5) / 4 = 62.5; (62.5 + 86) / 2 = 74.25
  expect(measureOf(score, 'PLAN')?.official).toBe('62.50')
  expect(score.result.final?.official).toBe('74.25')
})

test('somebody who joined in the year is asked only for the periods since, and a flow’s target is cut to those days', async () => {
  const km = await scene.addMeasure({ code: 'KM', unit: 'km', frequency: 'quarter', time: 'sum' })
  const { cycleId, scorecardId, objectiveId } = await scene.addCycle(2031)
  const personId = newId()
  const own = { institution_id: app.institutionId, person_id: personId }
  await app.inInstitution(async (tx) => {
    await tx
      .insertInto('person')
      .values({ ...own, employee_no: '2001', name: 'wu', name_key: 'wu', joined_on: '2031-07-01' })
      .execute()
    const { post_id } = await tx.selectFrom('post').select('post_id').executeTakeFirstOrThrow()
    const place = { assignment_id: newId(), unit_id: scene.units.ZB, post_id, valid_from: '2031-07-01' }
    await tx
      .insertInto('assignment')
      .values({ ...own, ...place })
      .execute()
  })
  const rule = { kind: 'ratio_up', target: '40' } as const
  const cardId = await scene.addCard(
    { personId, unitId: scene.units.ZB },
    [{ measureId: km, weightBp: 10000, rule, objectiveId }],
    scorecardId,
  )
  const office = await at('2032-01-20T02:00:00Z')
  await office.call(createPeriods, { cycleId, kinds: ['quarter'], dueAfterDays: 10 })
  await office.call(importValues, { step: 'save', confirmed: true }, file('KM,2001,2031Q3,10,,', 'KM,2001,2031Q4,8,,'))
  const score = await office.call(readCardScore, { cardId, mode: 'official' })
  // half a year of months is half the target of 40: 18 of 20
  expect(measureOf(score, 'KM')).toMatchObject({
    official: '90.00',
    targetScale: '0.5',
    actual: { used: [{ period: '2031Q3' }, { period: '2031Q4' }], excluded: [] },
  })
})

test('a new version that only changes words goes on with the series: values of the version before count; one that breaks it starts anew', async () => {
  const first = await scene.addMeasure({ code: 'SERIES', frequency: 'year', time: 'last', units: 'mean' })
  const { cycleId, scorecardId, objectiveId } = await scene.addCycle(2040)
  const office = await at('2041-02-01T02:00:00Z')
  await office.call(createPeriods, { cycleId, kinds: ['year'], dueAfterDays: 10 })
  await office.call(importValues, { step: 'save', confirmed: true }, file('SERIES,ZA,2040,80,,'))
  const versionOf = async (version: number, comparability: 'minor' | 'major') => {
    const measureId = newId()
    await app.inInstitution(async (tx) => {
      const before = await tx.selectFrom('measure').selectAll().where('measure_id', '=', first).executeTakeFirstOrThrow()
      const definition = JSON.stringify({ ...(before.definition as object), comparability })
      await tx
        .insertInto('measure')
        .values({ ...before, measure_id: measureId, version, definition })
        .execute()
    })
    return measureId
  }
  const rule = { kind: 'ratio_up', target: '100' } as const
  const second = await versionOf(2, 'minor')
  const minor = await scene.addCard({ unitId: scene.units.ZA }, [{ measureId: second, weightBp: 10_000, rule, objectiveId }], scorecardId)
  const score = await office.call(readCardScore, { cardId: minor, mode: 'official' })
  expect(score.lines[0]?.trend).toEqual([{ period: '2040', shown: '80' }])
  expect(score.result.measures[0]?.official).toBe('80.00')
  const third = await versionOf(3, 'major')
  const major = await scene.addCard({ unitId: scene.units.ZB }, [{ measureId: third, weightBp: 10_000, rule, objectiveId }], scorecardId)
  expect((await read(office, major)).lines[0]?.trend).toEqual([{ period: '2040', shown: null }])
})

test('a dry run of a scheme on the values of a closed cycle gives the scores that were fixed, and nothing is stored', async () => {
  const office = await at('2032-02-01T02:00:00Z')
  const { scorecards, cycles } = await office.call(readDryRunChoices, {})
  expect(scorecards.find((one) => one.scorecardId === scene.scorecardId)).toMatchObject({ year: 2026, state: 'published' })
  expect(cycles.find((one) => one.year === 2026)?.values).toBe(19)
  const official = async (scope: 'institution' | 'unit' | 'person') =>
    dryRun(dryRunCards(await office.call(readDryRunFacts, { scorecardId: scene.scorecardId, cycleId: scene.cycleId, scope })), {
      draws: 0,
      chance: () => 0,
    }).results.map((one) => one.official)
  // as the second run fixed them: 89.36 for the bureau, 71.00 for Lin
  expect(await official('institution')).toEqual(['89.36'])
  expect(await official('person')).toEqual(['71.00'])
  const units = await office.call(readDryRunFacts, { scorecardId: scene.scorecardId, cycleId: scene.cycleId, scope: 'unit' })
  expect(units.cards.map((card) => card.holder)).toEqual([`unit:${scene.units.ZA}`, `unit:${scene.units.ZB}`])
  expect(units.measures.map((measure) => measure.code)).toEqual(['RATE', 'FLOW'])
  expect(units.series).toHaveLength(4)
  const another = cycles.find((one) => one.year === 2027)?.cycleId ?? ''
  expect((await office.call(readDryRunFacts, { scorecardId: scene.scorecardId, cycleId: another, scope: 'unit' })).withoutValues).toEqual([
    expect.objectContaining({ code: 'FLOW', cards: 2 }),
  ])
  const head = await app.signIn(['unit-head'])
  expect((await head.ask(readDryRunFacts, { scorecardId: scene.scorecardId, cycleId: scene.cycleId, scope: 'person' })).status).toBe(403)
  expect((await office.ask(readDryRunFacts, { scorecardId: newId(), cycleId: scene.cycleId, scope: 'unit' })).status).toBe(404)
})
