import {
  listAppraisals,
  openAppraisals,
  proposeGrades,
  readAppraisal,
  readCalibration,
  scoreAppraisals,
} from '@milepost/contract/appraise/appraisals'
import { calibrate, readCalibrationChanges, readRaterSigns } from '@milepost/contract/appraise/calibration'
import { decideGrades, readCommittee, readDecision, setCommittee } from '@milepost/contract/appraise/decision'
import type { InputOf } from '@milepost/contract/endpoint'
import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { finalGrades } from '../published.ts'
import { type Bureau, openBureau, type Rated } from '../testing/bureau.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  await bureau.enrol()
  const people = (await list()).map((one) => one.employeeNo)
  // 4002 to 4005 are candidates, 4006 and 4007 equal behind them, everybody else is qualified
  const plan: Record<string, string> = { 4002: '98', 4003: '97', 4004: '96', 4005: '95', 4006: '90', 4007: '90' }
  await bureau.runOfficially(Object.fromEntries(people.map((no) => [no, plan[no] ?? '75'])))
  await bureau.rate(
    people.map((no): Rated => ({ no, by: no.endsWith('001') ? '1001' : `${no[0]}001`, value: '85', criteria: plan[no] ? '优秀' : '合格' })),
  )
  await bureau.office.call(scoreAppraisals, { cycleId: bureau.cycleId })
})
afterAll(() => bureau.close())

const list = async () => (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals
const propose = () => bureau.office.call(proposeGrades, { cycleId: bureau.cycleId, grounds: ['normal'], approval: '' })
const MEMBERS = [
  { no: '1001', memberClass: 'chair' },
  { no: '2001', memberClass: 'leader' },
  { no: '3001', memberClass: 'hr' },
  { no: '3002', memberClass: 'discipline' },
  { no: '4002', memberClass: 'staff-representative' },
] as const
const members = (left: readonly string[] = []) =>
  MEMBERS.filter((one) => !left.includes(one.no)).map(({ no, memberClass }) => ({ personId: bureau.personId(no), memberClass }))

type Decision = InputOf<typeof decideGrades>
/** The decision as proposed, the tie settled for 4006, with what a test wants otherwise. */
async function decision(
  given: Partial<Omit<Decision, 'lines'>> = {},
  otherwise: Record<string, { grade?: Decision['lines'][number]['grade']; reason?: string; left?: true }> = {},
): Promise<Decision> {
  const settled: typeof otherwise = {
    4006: { grade: 'excellent', reason: '同分，一线夜间值守最多' },
    4007: { grade: 'qualified', reason: '同分，名额已满' },
  }
  const lines = (await list()).flatMap((one) => {
    const other = { ...settled[one.employeeNo], ...otherwise[one.employeeNo] }
    if (other.left) return []
    return [{ appraisalId: one.appraisalId, grade: other.grade ?? one.proposedGrade ?? ('ungraded' as const), reason: other.reason ?? '' }]
  })
  return {
    cycleId: bureau.cycleId,
    decidedOn: '2026-09-20',
    minutes: '会议逐一审议各人情况，经集体研究确定如下等次。',
    present: MEMBERS.map((one) => bureau.personId(one.no)),
    ...given,
    lines,
  }
}
const decide = async (...given: Parameters<typeof decision>) => bureau.director.ask(decideGrades, await decision(...given))
const faults = async (...given: Parameters<typeof decision>) => {
  const { status, problem } = await decide(...given)
  expect([status, problem?.code]).toEqual([422, 'decision-not-valid'])
  return problem?.fields.map((field) => [field.pointer.replace(/\/\d+/, '/n'), field.text.en])
}

describe('the committee', () => {
  const set = (given: ReturnType<typeof members>) => bureau.office.ask(setCommittee, { cycleId: bureau.cycleId, members: given })

  test('is composed by the office and seen by those who oversee', async () => {
    const { app, director, cycleId } = bureau
    expect((await app.visitor.ask(setCommittee, { cycleId, members: members() })).status).toBe(401)
    expect((await director.ask(setCommittee, { cycleId, members: members() })).status).toBe(403)
    expect((await (await bureau.as('4002')).ask(readCommittee, { cycleId })).status).toBe(403)
    expect((await set([])).status).toBe(422)
  })

  test('while nobody is named, what the rule asks for is listed in words', async () => {
    const { members: none, findings } = await bureau.director.call(readCommittee, { cycleId: bureau.cycleId })
    expect(none).toEqual([])
    expect(findings.map((one) => one.zh)).toEqual([
      '缺少主要负责人（主任）',
      '缺少其他领导班子成员',
      '缺少组织人事部门',
      '缺少纪检监察',
      '缺少职工代表',
    ])
  })

  test('without a class of Art. 16, with two chairs, or with somebody twice, it is refused in words', async () => {
    const { problem } = await set(members(['4002']))
    expect([problem?.code, problem?.text.zh]).toEqual([
      'committee-incomplete',
      '考核委员会组成不符合规定（考核规定第16条）：缺少职工代表。没有保存，请改好后再保存。',
    ])
    const chair = { personId: bureau.personId('2002'), memberClass: 'chair' as const }
    expect((await set([...members(), chair])).problem?.text.zh).toContain('主任多于一人')
    const again = { personId: bureau.personId('4002'), memberClass: 'leader' as const }
    expect((await set([...members(), again])).problem?.text.en).toContain('somebody is named twice')
  })

  test('somebody who does not work here, and a cycle that is not there, are refused and nothing is changed', async () => {
    expect((await set([...members(), { personId: bureau.personId('3005'), memberClass: 'leader' }])).problem?.fields[0]?.pointer).toBe(
      '/members/5/personId',
    )
    expect((await set([...members(), { personId: newId(), memberClass: 'leader' }])).problem?.code).toBe('input-invalid')
    expect((await bureau.office.ask(setCommittee, { cycleId: newId(), members: members() })).problem?.code).toBe('not-found')
    expect((await bureau.director.call(readCommittee, { cycleId: bureau.cycleId })).members).toEqual([])
  })

  test('a whole one is kept', async () => {
    expect((await set(members())).status).toBe(200)
    const { members: kept, findings } = await bureau.director.call(readCommittee, { cycleId: bureau.cycleId })
    expect([kept.length, findings]).toEqual([5, []])
  })
})

describe('a decision is refused, whole, when', () => {
  test('nobody has proposed anything, or the proposals rest on older scores', async () => {
    expect((await decide()).problem?.code).toBe('seats-not-computed')
    await propose()
    await bureau.office.call(scoreAppraisals, { cycleId: bureau.cycleId })
    expect((await decide()).problem?.code).toBe('seats-not-computed')
    expect(await propose()).toMatchObject({ base: 26, seats: 5, proposedExcellent: 4, ties: 1 })
  })

  test('it does not come from a leader', async () => {
    expect((await bureau.app.visitor.ask(decideGrades, await decision())).status).toBe(401)
    expect((await bureau.office.ask(decideGrades, await decision())).status).toBe(403)
    expect((await decide({ minutes: '短' })).problem?.code).toBe('input-invalid')
  })

  test('more are excellent than there are seats', async () => {
    expect(await faults({}, { 4007: { grade: 'excellent', reason: '两人难分高下，一并确定' } })).toEqual([
      ['/lines', '6 excellent grades exceed the 5 seats (Art. 15).'],
    ])
  })

  test('somebody who is named as present is no member; said once, not once for everybody decided on', async () => {
    expect(await faults({ present: [...MEMBERS.map((one) => bureau.personId(one.no)), bureau.personId('2002')] })).toEqual([
      ['/present', 'Somebody named as present is not a member of the committee.'],
    ])
  })

  test('too few are present', async () => {
    const fields = await faults({ present: ['1001', '2001', '3001'].map((no) => bureau.personId(no)) })
    expect(fields).toEqual([
      ['/present', expect.stringMatching(/^3 of the members present may decide, 4 are needed \(for “职工\d+” and 2[1-5] others\)\.$/)],
    ])
  })

  test('the only one present would decide on themselves', async () => {
    const fields = await faults({ present: [bureau.personId('4002')] })
    expect(fields).toContainEqual(['/lines/n/grade', 'Nobody present may decide on “职工4002”.'])
  })

  test('a grade differs from the proposal without a reason, also where nothing was proposed', async () => {
    expect(await faults({}, { 4005: { grade: 'qualified' }, 4006: { reason: '好' }, 2002: { grade: 'basic', reason: ' ' } })).toEqual([
      ['/lines/n/reason', 'The grade of “职工4005” differs from the proposal: give the reason (at least 5 characters).'],
      ['/lines/n/reason', 'The grade of “职工4006” differs from the proposal: give the reason (at least 5 characters).'],
      ['/lines/n/reason', 'The grade of “职工2002” differs from the proposal: give the reason (at least 5 characters).'],
    ])
  })

  test('the rules leave no grade, or ask for one', async () => {
    const reason = '委员会认为应当如此'
    expect(await faults({}, { 4010: { grade: 'qualified', reason }, 4008: { grade: 'ungraded', reason } })).toEqual([
      ['/lines/n/grade', '“职工4008” has to be given a grade.'],
      ['/lines/n/grade', 'The rules do not allow this grade for “职工4010” this year.'],
    ])
  })

  test('somebody is left out, twice there, or of another cycle', async () => {
    expect(await faults({}, { 3002: { left: true } })).toEqual([['/lines', 'The grade of “职工3002” is missing.']])
    const whole = await decision()
    const twice = await bureau.director.ask(decideGrades, { ...whole, lines: [...whole.lines, ...whole.lines.slice(0, 1)] })
    expect(twice.problem?.fields.map((field) => field.text.en)).toEqual([expect.stringMatching(/occurs twice/)])
    const foreign = { appraisalId: newId(), grade: 'qualified' as const, reason: '' }
    const strange = await bureau.director.ask(decideGrades, { ...whole, lines: [...whole.lines, foreign] })
    expect(strange.problem?.fields.map((field) => field.text.en)).toEqual(['Some lines do not belong to this cycle.'])
  })

  test('the meeting lies in the future', async () => {
    expect(await faults({ decidedOn: '2026-09-21' })).toEqual([['/decidedOn', 'The day of the meeting lies in the future.']])
  })

  test('and then nothing of it is kept', async () => {
    expect((await list()).every((one) => one.grade === null && one.state === 'proposed')).toBe(true)
    expect(await bureau.director.call(readDecision, { cycleId: bureau.cycleId })).toEqual({ decision: null })
    const [decisions, lines] = await bureau.app.inInstitution(async (tx) => [
      await tx.selectFrom('decision').selectAll().execute(),
      await tx.selectFrom('decision_line').selectAll().execute(),
    ])
    expect([decisions, lines]).toEqual([[], []])
  })
})

describe('the calibration room', () => {
  const change = async (no: string, given: object = {}) =>
    bureau.office.ask(calibrate, {
      appraisalId: await bureau.appraisalId(no),
      from: (await list()).find((one) => one.employeeNo === no)?.proposedGrade ?? null,
      grade: 'basic',
      reasonCode: 'evidence',
      reason: '全年两次事故责任经核实，建议调整。',
      present: MEMBERS.map((one) => bureau.personId(one.no)),
      votesFor: 4,
      votesAgainst: 1,
      ...given,
    })

  test('changes a proposal by a vote, with a reason in two forms, and the decision takes it up', async () => {
    expect((await bureau.app.visitor.ask(readRaterSigns, { cycleId: bureau.cycleId })).status).toBe(401)
    expect((await change('2003', { reason: '短' })).problem?.code).toBe('input-invalid')
    expect((await change('2003', { votesFor: 2, votesAgainst: 3 })).problem?.code).toBe('calibration-vote')
    expect((await change('2003', { present: [bureau.personId('1001')] })).problem?.fields[0]?.text.zh).toContain('第16条')
    expect((await change('4010')).problem?.fields[0]?.pointer).toBe('/grade')
    const seen = (await list()).find((one) => one.employeeNo === '2003')?.proposedGrade
    expect((await change('2003')).status).toBe(200)
    // somebody who still saw the proposal as it was learns who changed it, and changes nothing
    expect((await change('2003', { from: seen, grade: 'unqualified' })).problem).toMatchObject({
      code: 'proposal-changed-meanwhile',
      details: { zh: '基本合格' },
    })
    expect((await list()).find((one) => one.employeeNo === '2003')?.proposedGrade).toBe('basic')
    await change('2003', { grade: 'qualified', reason: '复核证据后恢复原建议等次。' })
    const { changes } = await bureau.office.call(readCalibrationChanges, { cycleId: bureau.cycleId })
    expect(changes.map(({ from, to, votesFor }) => [from, to, votesFor])).toEqual([
      ['qualified', 'basic', 4],
      ['basic', 'qualified', 4],
    ])
  })

  test('never goes above the seats, and a member has no voice in the own case', async () => {
    expect((await change('4006', { grade: 'excellent', reasonCode: 'tie' })).status).toBe(200)
    expect((await change('4007', { grade: 'excellent', reasonCode: 'tie' })).problem).toMatchObject({
      code: 'seats-all-taken',
      details: { seats: 5 },
    })
    // 4002 is the staff representative: four vote on her, and all five cannot
    expect((await change('4002', { votesFor: 5, votesAgainst: 0 })).problem?.details).toMatchObject({ present: 4 })
    bureau.app.setNow('2026-09-20T01:01:00Z')
    await propose()
  })

  test('a vote by name counts itself, names who may not vote, and the names stand in the minutes', async () => {
    const by = (says: readonly ('for' | 'against' | 'abstained')[], numbers = ['1001', '2001', '3001', '3002', '4002']) =>
      numbers.map((no, at) => ({ personId: bureau.personId(no), says: says[at] ?? ('for' as const) }))
    const votes = (list: ReturnType<typeof by>) => list.map(({ personId, says }) => ({ person: personId, says }))
    // 4002 steps aside in the own case
    const own = await change('4002', { votes: votes(by(['for', 'for', 'for', 'for', 'for'])) })
    expect(own.problem?.fields).toMatchObject([{ pointer: '/votes', text: { zh: expect.stringContaining('职工4002') } }])
    expect((await change('2003', { votes: votes(by(['for', 'for', 'abstained', 'against', 'abstained'])) })).status).toBe(422)
    expect((await change('2003', { votes: votes(by(['for', 'for', 'for', 'against', 'abstained'])) })).status).toBe(200)
    const last = (await bureau.office.call(readCalibrationChanges, { cycleId: bureau.cycleId })).changes.at(-1)
    expect([last?.votesFor, last?.votesAgainst, last?.names[3]]).toEqual([3, 1, { name: '职工3002', says: 'against' }])
    const whole = await decision()
    const totals = { kind: 'totals' as const, for: 6, against: 0, abstained: 0 }
    const late = await bureau.director.ask(decideGrades, { ...whole, vote: totals })
    expect(late.problem?.fields.find((one) => one.pointer === '/vote')?.text.en).toContain('more than the 5 who may vote')
    bureau.app.setNow('2026-09-20T01:02:00Z')
    await propose()
  })

  test('sees the habits of raters with their intervals, and nobody else does', async () => {
    const signs = await bureau.director.call(readRaterSigns, { cycleId: bureau.cycleId })
    // everybody was rated 85: there is nothing to tell raters apart by
    expect(signs).toEqual({ mean: null, sd: null, compared: 0, raters: [] })
    expect((await (await bureau.as('4001', ['unit-head'])).ask(readRaterSigns, { cycleId: bureau.cycleId })).status).toBe(403)
  })
})

describe('a decision that holds', () => {
  test('is recorded once, however many record it at the same moment', async () => {
    const whole = await decision()
    const answers = await Promise.all([1, 2, 3].map(() => bureau.director.ask(decideGrades, whole)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409])
    expect(answers.find((one) => one.status === 200)?.body).toMatchObject({ decided: 26, excellent: 5, seats: 5 })
    const second = answers.find((one) => one.status === 409)?.problem
    expect([second?.code, second?.text.zh]).toEqual(['grades-already-decided', expect.stringContaining('会议日期 2026-09-20，单局长 记录')])
  })

  test('names who was there, who recorded it, and where it differs from the proposal and why', async () => {
    const { decision: kept } = await bureau.office.call(readDecision, { cycleId: bureau.cycleId })
    expect(kept).toMatchObject({ decidedOn: '2026-09-20', recordedBy: '单局长', present: expect.arrayContaining(['职工1001', '职工4002']) })
    expect(kept?.changed).toEqual([
      { name: '职工4006', from: null, to: 'excellent', reason: '同分，一线夜间值守最多', vote: null },
      { name: '职工4007', from: null, to: 'qualified', reason: '同分，名额已满', vote: null },
    ])
  })

  test('was made on a member by the others: the member is recused and not among the deciders', async () => {
    const { decision: own } = await bureau.office.call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('4002') })
    expect(own?.present.toSorted()).toEqual(['职工1001', '职工2001', '职工3001', '职工3002'])
  })

  test('never has more excellent grades than seats', async () => {
    const { seats, distribution } = await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })
    expect(distribution.find((one) => one.grade === 'excellent')).toEqual({ grade: 'excellent', proposed: 4, decided: 5 })
    expect(seats?.seats).toBe(5)
  })

  test('leaves everybody a ticket on which score, seat and grade come out again, and that says by how much a seat was missed', async () => {
    const { office, cycleId } = bureau
    const tickets = await Promise.all((await list()).map(({ personId }) => office.call(readPersonTicket, { cycleId, personId })))
    expect(tickets.filter((one) => one.seat !== null).length).toBe(tickets.length)
    expect(tickets.map((one) => one.replay?.differsAt)).toEqual(tickets.map((one) => (one.score === null ? undefined : [])))
    const why = (no: string) => tickets.find((one) => one.appraisal.employeeNo === no)?.whyNotExcellent[0]?.en
    expect(why('4007')).toContain('Tied with 1 other at')
    const below = tickets.find((one) => one.seat?.because.includes('criteria-below-excellent'))
    expect(below?.whyNotExcellent.map((one) => one.en).join(' ')).toContain('the criteria reach “Qualified”')
    const excellent = tickets.find((one) => one.appraisal.employeeNo === '4002')
    const ticket = { ...JSON.parse(JSON.stringify(excellent)), seat: { ...excellent?.seat, base: 10 } }
    expect((await office.call(checkTicket, { ticket })).differsAt.map((one) => one.id)).toEqual(['seats', 'seal'])
  })

  test('is not final yet, and closes enrolment, scores, proposals, committee and a second decision', async () => {
    const { office, director, cycleId } = bureau
    const grades = await bureau.app.inInstitution((tx) => finalGrades(tx, bureau.app.institutionId, cycleId))
    expect(grades.filter((one) => one.isFinal)).toEqual([])
    const refusals = [
      await office.ask(openAppraisals, { cycleId }),
      await office.ask(scoreAppraisals, { cycleId }),
      await office.ask(proposeGrades, { cycleId, grounds: ['normal'], approval: '' }),
      await office.ask(setCommittee, { cycleId, members: members() }),
      await director.ask(decideGrades, await decision()),
    ]
    expect(refusals.map((one) => one.problem?.code)).toEqual(Array(5).fill('grades-already-decided'))
  })

  test('says in both languages which article closes it', async () => {
    const again = (await bureau.director.ask(decideGrades, await decision())).problem
    expect([again?.text.zh, again?.text.en]).toEqual([expect.stringContaining('第17条'), expect.stringContaining('Art. 17')])
  })
})
