import { openCalendarYear } from '@milepost/contract/institution/calendar'
import {
  answerComment,
  commentOnPlan,
  openHearing,
  readCycleSteps,
  readHearing,
  setStage,
  stateCondition,
  stepBack,
} from '@milepost/contract/institution/cycleSteps'
import {
  createCycle,
  editCycle,
  phaseDays,
  planPhases,
  readCycles,
  readPhases,
  setUpNextCycle,
} from '@milepost/contract/institution/cycles'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { currentCycle } from '../published.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const cycle = (year: number) => ({
  year,
  name: { zh: `${year}年度考核`, en: `Appraisal ${year}` },
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
})

test('who may read and who may open cycles', async () => {
  const leader = await app.signIn(['leader'])
  expect((await app.visitor.ask(readCycles, {})).status).toBe(401)
  expect((await leader.ask(readCycles, {})).status).toBe(200)
  expect((await leader.ask(createCycle, cycle(2026))).status).toBe(403)
  expect((await office.ask(createCycle, { ...cycle(2026), startsOn: '1/1/2026' })).status).toBe(422)
})

test('a cycle ends after it starts', async () => {
  const answer = await office.ask(createCycle, { ...cycle(2026), endsOn: '2025-12-31' })
  expect(answer.problem).toMatchObject({ code: 'cycle-dates-wrong', fields: [{ pointer: '/endsOn' }] })
})

test('a year has one cycle, which starts at the diagnosis', async () => {
  await office.call(createCycle, cycle(2026))
  expect((await office.ask(createCycle, cycle(2026))).problem?.code).toBe('cycle-year-taken')
  expect((await office.call(readCycles, {})).cycles).toMatchObject([{ year: 2026, stage: 'diagnose' }])
})

test('the current cycle is the newest that has begun, and before that the next to come', async () => {
  await office.call(createCycle, cycle(2027))
  const on = (day: string) => app.inInstitution((tx) => currentCycle(tx, app.institutionId, day))
  expect(await on('2025-11-01')).toMatchObject({ year: 2026 })
  expect(await on('2026-12-31')).toMatchObject({ year: 2026 })
  expect(await on('2027-01-01')).toMatchObject({ year: 2027 })
})

const cycleOf = async (year: number) => (await office.call(readCycles, {})).cycles.find((one) => one.year === year)?.cycleId ?? ''

test('among the stages before the plan is published a cycle moves freely; into the run only over what the rules ask', async () => {
  const cycleId = await cycleOf(2026)
  for (const stage of ['choose', 'design', 'diagnose', 'choose', 'design'] as const) await office.call(setStage, { cycleId, stage })
  const refused = await office.ask(setStage, { cycleId, stage: 'run' })
  expect(refused.problem).toMatchObject({ code: 'cycle-conditions-open' })
  expect(refused.problem?.title).toContain('scorecard')
  const { next } = await office.call(readCycleSteps, { cycleId })
  expect(next?.to).toBe('run')
  expect(next?.conditions.every((one) => one.state === 'open' && one.href !== null)).toBe(true)
  expect((await office.ask(setStage, { cycleId, stage: 'reward' })).problem?.code).toBe('cycle-step-refused')
  expect((await office.ask(setStage, { cycleId: newId(), stage: 'run' })).status).toBe(404)
})

test('staff are heard for five working days at least; each comment is answered, and who would not be named is not', async () => {
  const cycleId = await cycleOf(2026)
  const employee = await app.signIn(['employee'], { name: 'Worker Lin' })
  expect((await employee.ask(openHearing, { cycleId, subject: 'The plan of 2026', workingDays: 5 })).status).toBe(403)
  expect((await office.ask(openHearing, { cycleId, subject: 'The plan of 2026', workingDays: 5 })).problem?.code).toBe(
    'calendar-year-missing',
  )
  await office.call(openCalendarYear, { year: 2026 })
  expect((await office.ask(openHearing, { cycleId, subject: 'The plan of 2026', workingDays: 4 })).problem?.code).toBe('hearing-too-short')
  // 2 March 2026 is a Monday
  expect(await office.call(openHearing, { cycleId, subject: 'The plan of 2026', workingDays: 5 })).toEqual({ lastDay: '2026-03-09' })
  expect((await office.ask(openHearing, { cycleId, subject: 'Once more', workingDays: 5 })).problem?.code).toBe('hearing-exists')
  const asks = async (whom: Client) => (await whom.call(readMyTasks, {})).tasks.filter(({ href }) => href.includes('/hearing'))
  expect(await asks(employee)).toMatchObject([{ href: '/institution/hearing?year=2026', dueOn: '2026-03-09' }])
  expect(await asks(office)).toEqual([])
  await employee.call(commentOnPlan, { cycleId, text: 'Mountain stations need another target.', named: true })
  expect(await asks(employee), 'who has said something is not asked again').toEqual([])
  expect(await asks(office)).toMatchObject([{ key: 'institution.answer-comments' }])
  const { commentId } = await employee.call(commentOnPlan, { cycleId, text: 'Do goals count?', named: false })
  const stored = (await office.call(readHearing, { cycleId })).comments.find((one) => one.commentId === commentId)
  expect(stored).toMatchObject({ by: '', at: '2026-03-02T12:00:00.000Z' })
  expect(commentId.charAt(14), 'an id that does not tell the time').toBe('4')
  const guard = async (name: string) => (await office.call(readCycleSteps, { cycleId })).next?.conditions.find((one) => one.guard === name)
  expect(await guard('every-comment-answered')).toMatchObject({ state: 'open', says: { en: '2 comments are not answered yet.' } })
  expect(await guard('hearing-period-elapsed')).toMatchObject({ state: 'open', says: { en: expect.stringContaining('2026-03-09') } })
  expect((await employee.ask(answerComment, { commentId, answer: 'They do not.' })).status).toBe(403)
  for (const comment of (await office.call(readHearing, { cycleId })).comments)
    await office.call(answerComment, { commentId: comment.commentId, answer: 'Taken up.' })
  app.setNow('2026-03-10T01:00:00Z')
  office = await app.signIn(['performance-office'])
  const later = await app.signIn(['employee'])
  const { hearing, comments } = await later.call(readHearing, { cycleId })
  expect(hearing?.isOpen).toBe(false)
  expect(comments.map((one) => [one.by, one.answer])).toEqual([
    ['Worker Lin', 'Taken up.'],
    ['', 'Taken up.'],
  ])
  expect((await later.ask(commentOnPlan, { cycleId, text: 'One more thing', named: true })).problem?.code).toBe('hearing-over')
  expect([await asks(later), await asks(office)]).toEqual([[], []])
  for (const name of ['every-comment-answered', 'hearing-period-elapsed', 'hearing-recorded'])
    expect((await guard(name))?.state).toBe('met')
})

test('what only a person can tell is stated by the role it takes; what the program can tell cannot be stated away', async () => {
  const cycleId = await cycleOf(2026)
  await app.standAt(cycleId, 'run')
  const state = { cycleId, guard: 'check-in-report-made', note: 'Looked at with the heads.' }
  const leader = await app.signIn(['leader'], { name: 'Director' })
  expect((await leader.ask(stateCondition, state)).status).toBe(403)
  expect((await office.ask(setStage, { cycleId, stage: 'appraise' })).problem?.code).toBe('cycle-conditions-open')
  await office.call(stateCondition, state)
  await office.call(setStage, { cycleId, stage: 'appraise' })
  expect((await office.ask(stateCondition, { ...state, guard: 'values-verified' })).status).toBe(403)
  expect((await office.ask(stateCondition, { ...state, guard: 'no-such-guard' })).status).toBe(404)
})

test('a leader takes it back one stage with a reason, and what was stated has to be stated anew', async () => {
  const cycleId = await cycleOf(2026)
  const leader = await app.signIn(['leader'], { name: 'Director' })
  expect((await office.ask(stepBack, { cycleId, reason: 'A quarter is wrong' })).status).toBe(403)
  expect((await office.ask(setStage, { cycleId, stage: 'run' })).problem?.code).toBe('cycle-step-refused')
  expect((await leader.ask(stepBack, { cycleId, reason: '' })).status).toBe(422)
  expect(await leader.call(stepBack, { cycleId, reason: 'The third quarter is wrong' })).toEqual({ stage: 'run' })
  const { next, moves } = await office.call(readCycleSteps, { cycleId })
  expect(next?.conditions).toMatchObject([
    { guard: 'check-in-report-made', state: 'unstated' },
    { guard: 'periods-closed-or-passed-over', state: 'met' },
  ])
  expect(moves.at(-1)).toMatchObject({ from: 'appraise', to: 'run', by: 'Director', reason: 'The third quarter is wrong' })
  await app.standAt(cycleId, 'reward')
  expect((await leader.ask(stepBack, { cycleId, reason: 'Too late for that' })).problem?.code).toBe('cycle-step-refused')
})

test('a closed cycle stays as it is', async () => {
  const cycleId = await cycleOf(2026)
  await app.standAt(cycleId, 'closed')
  expect((await office.ask(setStage, { cycleId, stage: 'open' })).problem?.code).toBe('cycle-closed')
  const { year: _year, ...rest } = cycle(2026)
  expect((await office.ask(editCycle, { cycleId, ...rest })).problem?.code).toBe('cycle-closed')
  expect((await office.call(readCycleSteps, { cycleId })).next).toBeNull()
})

describe('the phases of a cycle', () => {
  test('are planned from the start, changed as a whole, and taken a year on; each says how it stands', async () => {
    let client = office
    const days = async (cycleId: string) =>
      Object.fromEntries((await client.call(readPhases, { cycleId })).phases.map(({ stage, lastDay }) => [stage, lastDay]))
    await office.call(openCalendarYear, { year: 2031 })
    const { cycleId } = await office.call(createCycle, cycle(2031))
    // 31 January and 15 February 2031 are a Friday and a Saturday
    const planned = { diagnose: '2031-01-31', choose: '2031-02-14', design: '2031-03-17', run: '2032-01-15' }
    expect(await days(cycleId)).toMatchObject(planned)
    expect((await office.call(readPhases, { cycleId })).unknownYears).toEqual([2032])

    const all = phaseDays.parse(await days(cycleId))
    const wrong = await office.ask(planPhases, { cycleId, days: { ...all, diagnose: '2031-02-01', choose: '2031-01-10' } })
    expect([wrong.status, wrong.problem?.code]).toEqual([422, 'phase-days-wrong'])
    expect(wrong.problem?.fields.map(({ pointer, text }) => [pointer, text.zh])).toEqual([
      ['/days/diagnose', '这天是休息日，此前最近的工作日是 2031-01-31。'],
      ['/days/choose', '不早于“绩效诊断”的截止日期 2031-02-01。'],
    ])
    expect(await days(cycleId)).toEqual(all)
    const leader = await app.signIn(['leader'])
    expect((await leader.ask(planPhases, { cycleId, days: all })).status).toBe(403)
    await office.call(planPhases, { cycleId, days: { ...all, choose: null, design: '2031-03-28' } })
    expect(await days(cycleId)).toMatchObject({ choose: null, design: '2031-03-28' })

    app.setNow('2031-02-05T01:00:00Z')
    const mine = async () =>
      (await (await app.signIn(['performance-office'])).call(readMyTasks, {})).tasks.find(({ key }) => key.endsWith(cycleId))
    const here = await app.signIn(['performance-office'])
    client = here
    const states = async () =>
      Object.fromEntries((await here.call(readPhases, { cycleId })).phases.map(({ stage, state, endedOn }) => [stage, [state, endedOn]]))
    expect(await mine()).toMatchObject({ dueOn: '2031-01-31', text: { zh: '2031 年度“绩效诊断”环节计划 2031-01-31 前完成，看还差什么' } })
    expect(await states()).toMatchObject({ diagnose: ['overdue', null], design: ['ahead', null] })
    await here.call(setStage, { cycleId, stage: 'design' })
    expect(await states()).toMatchObject({ diagnose: ['late', '2031-02-05'], choose: ['undated', '2031-02-05'], design: ['here', null] })
    expect(await mine()).toBeUndefined()

    const next = await here.call(setUpNextCycle, { cycleId })
    expect(await days(next.cycleId)).toMatchObject({ diagnose: '2032-01-31', choose: null, design: '2032-03-28', run: '2033-01-15' })
  })
})
