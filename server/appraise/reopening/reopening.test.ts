import { listAppraisals, proposeGrades, readAppraisal, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { decideGrades, readDecision, setCommittee } from '@milepost/contract/appraise/decision'
import { closeNotice, postNotice, readNotices } from '@milepost/contract/appraise/notice'
import { answerReopening, askReopening, correctGrade, readDownstream, readReopenings } from '@milepost/contract/appraise/reopenings'
import { listResults, readResult, serveResults } from '@milepost/contract/appraise/results'
import { readMessages } from '@milepost/contract/institution/messages'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/testApp.ts'
import { type Bureau, openBureau, type Rated } from '../testing/bureau.ts'

/** An appraisal opened again by two people before it is final, with everything made from it; and corrected by the committee after. */

let bureau: Bureau
let chair: Client
const MEMBERS = ['1001', '2001', '3001', '3002', '4004']
const REASON = '评分录入时两人的分数互换，须更正后重新评定。'
const line = async (no: string) =>
  (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals.find((one) => one.employeeNo === no)
const downstream = async () => (await bureau.office.call(readDownstream, { cycleId: bureau.cycleId })).made
const stale = async () => (await downstream()).flatMap((one) => (one.stale ? [one.what.en.split(' (')[0]] : []))
const tasks = async (client: Client) =>
  (await client.call(readMyTasks, {})).tasks.flatMap(({ key }) => (key.startsWith('appraise.') ? [key.slice('appraise.'.length)] : []))
const rate = (people: readonly string[], value: string) =>
  bureau.rate(
    people.map((no): Rated => ({ no, by: no.endsWith('001') ? '1001' : `${no[0]}001`, value, criteria: value === '95' ? '优秀' : '合格' })),
  )

async function decide(numbers: readonly string[]) {
  const { cycleId, personId } = bureau
  const { appraisals } = await bureau.office.call(listAppraisals, { cycleId })
  return chair.ask(decideGrades, {
    cycleId,
    decidedOn: '2026-09-20',
    minutes: '会议逐一审议各人情况，经集体研究确定如下等次。',
    present: MEMBERS.map(personId),
    vote: { kind: 'by-name', votes: MEMBERS.map((no) => ({ person: personId(no), says: 'for' as const })) },
    lines: appraisals
      .filter((one) => numbers.includes(one.employeeNo))
      .map((one) => ({ appraisalId: one.appraisalId, grade: one.proposedGrade ?? ('ungraded' as const), reason: '' })),
  })
}

beforeAll(async () => {
  bureau = await openBureau()
  chair = bureau.director
  await bureau.enrol()
  const { office, cycleId, personId } = bureau
  const people = (await office.call(listAppraisals, { cycleId })).appraisals.map((one) => one.employeeNo)
  await bureau.runOfficially(Object.fromEntries(people.map((no) => [no, '90'])))
  await rate(
    people.filter((no) => no !== '4002'),
    '80',
  )
  await rate(['4002'], '95')
  const classes = ['chair', 'leader', 'hr', 'discipline', 'staff-representative'] as const
  await office.call(setCommittee, {
    cycleId,
    members: MEMBERS.map((no, at) => ({ personId: personId(no), memberClass: classes[at] ?? 'leader' })),
  })
  await office.call(scoreAppraisals, { cycleId })
  await office.call(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })
  expect((await decide(people)).status).toBe(200)
  await bureau.confirmAll()
  await office.call(postNotice, { cycleId })
}, 120_000)
afterAll(() => bureau.close())

describe('before the grade is final', () => {
  test('one asks with reason and evidence; the one who asks, another leader and the person do not allow it', async () => {
    const appraisalId = await bureau.appraisalId('4002')
    const ask = (client: Client, reason = REASON) => client.ask(askReopening, { appraisalId, reason, document: '评分表 2026-17' })
    expect([(await ask(chair)).status, (await ask(bureau.office, '错了')).status]).toEqual([403, 422])
    expect((await ask(bureau.office)).status).toBe(200)
    expect((await ask(bureau.office)).problem?.code).toBe('reopening-asked')
    const [asked] = (await chair.call(readReopenings, { cycleId: bureau.cycleId })).reopenings
    const answer = { reopeningId: asked?.reopeningId ?? '', granted: true, answer: '经核对评分表，同意。' }
    const both = await bureau.app.signIn(['performance-office', 'leader'], { personId: bureau.personId('3001') })
    expect(asked?.mayAnswer).toBe(true)
    expect([await tasks(chair), await tasks(both)]).toEqual([expect.arrayContaining(['reopening.2025']), []])
    expect((await both.ask(answerReopening, answer)).problem?.code).toBe('reopening-other-person')
    expect((await bureau.office.ask(answerReopening, answer)).status).toBe(403)
    expect((await downstream()).map((one) => one.stale)).toEqual([false, false, false])
    await bureau.moveTo('2026-09-21T01:00:00Z')
    expect((await chair.ask(answerReopening, answer)).status).toBe(200)
    expect((await chair.ask(answerReopening, answer)).problem?.code).toBe('changed-meanwhile')
    // the person is told at once, and the office finds what is to be made anew, not a notice to post
    const { messages } = await (await bureau.as('4002')).call(readMessages, {})
    expect(messages[0]).toMatchObject({ subject: { zh: '您的 2025 年度考核已重新开启' }, href: '/appraise/mine?year=2025' })
    expect([await tasks(chair), await tasks(bureau.office)]).toEqual([[], ['propose.2025']])
    expect(await tasks(await bureau.as('4002'))).toContain('reopened.2025')
  })

  test('what was decided stays under its version, and everything made from it is out of date', async () => {
    expect(await line('4002')).toMatchObject({ state: 'scored', grade: null, proposedGrade: null })
    expect(await line('4003')).toMatchObject({ state: 'decided', grade: 'qualified' })
    const { reopenings } = await chair.call(readReopenings, { cycleId: bureau.cycleId })
    expect(reopenings[0]).toMatchObject({ state: 'granted', gradeBefore: 'excellent', answeredBy: '单局长' })
    expect(await stale()).toEqual(['Seats and proposals', 'Collective decision', 'Notice'])
    const worker = await bureau.as('4002')
    const { reopened } = await worker.call(readResult, { cycleId: bureau.cycleId, personId: bureau.personId('4002') })
    expect(reopened).toMatchObject([{ by: '单局长', reason: REASON }])
    const [notice] = (await bureau.office.call(readNotices, {})).notices
    expect(notice).toMatchObject({ state: 'withdrawn', people: [] })
    expect((await bureau.office.ask(closeNotice, { noticeId: notice?.noticeId ?? '' })).problem?.code).toBe('notice-closed')
    expect((await bureau.office.ask(postNotice, { cycleId: bureau.cycleId })).problem).toMatchObject({
      code: 'reopened-undecided',
      details: { names: ['职工4002'] },
    })
  })

  test('the reopened one is rated, scored, proposed and decided anew, the others keep what they have; the notice runs its whole time again', async () => {
    const { office, cycleId } = bureau
    await rate(['4002'], '80')
    expect((await office.call(scoreAppraisals, { cycleId })).scored).toBe(1)
    expect(await office.call(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })).toMatchObject({
      seats: 5,
      proposedExcellent: 0,
    })
    expect((await decide(['4002', '4003'])).problem?.fields[0]?.pointer).toBe('/lines')
    expect((await decide(['4002'])).status).toBe(200)
    expect((await decide(['4002'])).problem?.code).toBe('grades-already-decided')
    expect((await office.call(readDecision, { cycleId })).decision?.vote).toMatchObject({ for: 5, names: expect.any(Array) })
    const kept = await office.call(readAppraisal, { cycleId, personId: bureau.personId('4003') })
    expect(kept.decision?.present).toHaveLength(5)
    for (const no of ['4002', '4003']) {
      // each ticket rests on the run the person was last ranked in
      const ticket = await office.call(readPersonTicket, { cycleId, personId: bureau.personId(no) })
      expect([ticket.seat?.takenBefore, ticket.replay?.differsAt]).toEqual([no === '4002' ? expect.any(Number) : 0, []])
    }
    const { lastDay } = await office.call(postNotice, { cycleId })
    // the 20th of September is worked in exchange; a notice of the 21st counts from the 22nd, and the Mid-autumn day is none of the five
    expect(lastDay).toBe('2026-09-29')
    expect(await stale()).toEqual([])
    expect(
      (await bureau.office.ask(askReopening, { appraisalId: await bureau.appraisalId('4002'), reason: REASON, document: '评分表' })).status,
    ).toBe(200)
    const waiting = (await chair.call(readReopenings, { cycleId })).reopenings.find((one) => one.state === 'asked')
    await chair.call(answerReopening, { reopeningId: waiting?.reopeningId ?? '', granted: false, answer: '没有新的事实。' })
    expect(await line('4002')).toMatchObject({ state: 'decided', grade: 'qualified' })
  })
})

describe('after the grade is final', () => {
  test('there is no reopening: the committee corrects, with evidence, a quorum, and within the rule; the result is served again', async () => {
    const { office, cycleId, personId } = bureau
    await bureau.moveTo('2026-10-09T01:00:00Z')
    const [notice] = (await office.call(readNotices, {})).notices.filter((one) => one.state === 'over')
    await office.call(closeNotice, { noticeId: notice?.noticeId ?? '' })
    await office.call(serveResults, { cycleId })
    const appraisalId = await bureau.appraisalId('4003')
    expect((await office.ask(askReopening, { appraisalId, reason: REASON, document: '评分表' })).problem?.code).toBe(
      'reopening-after-final',
    )
    const correct = (given: object = {}) =>
      chair.ask(correctGrade, {
        appraisalId,
        grade: 'basic',
        reason: '汇总时漏记一次责任事故，经核实更正。',
        document: '事故认定书 2025-08',
        present: MEMBERS.map(personId),
        ...given,
      })
    expect((await correct({ present: [personId('1001')] })).problem?.fields[0]?.text.zh).toContain('第16条')
    expect((await correct({ grade: 'ungraded' })).problem?.fields[0]?.pointer).toBe('/grade')
    expect((await correct({ grade: 'qualified' })).problem?.code).toBe('correction-changes-nothing')
    expect((await office.ask(correctGrade, { appraisalId, grade: 'basic', reason: REASON, document: 'x1', present: [] })).status).toBe(403)
    expect((await correct()).status).toBe(200)
    expect(await stale()).toEqual(['Results served'])
    const worker = await bureau.as('4003')
    const asks = async (client: Client) => (await client.call(readMyTasks, {})).tasks.map((one) => one.key)
    expect(await asks(worker)).toContain('appraise.changed.2025')
    expect(await asks(await bureau.as('4002'))).not.toContain('appraise.changed.2025')
    expect(await asks(office)).toContain('appraise.serve.2025')
    expect((await worker.call(readMessages, {})).messages.map((one) => one.subject.zh)).toContain(
      '您 2025 年度考核等次由“合格”改为“基本合格”',
    )
    const ticket = await worker.call(readPersonTicket, { cycleId, personId: personId('4003') })
    expect(ticket.changes).toMatchObject([
      { from: 'qualified', to: 'basic', because: 'correction', reason: '汇总时漏记一次责任事故，经核实更正。（事故认定书 2025-08）' },
    ])
    expect(ticket.changes?.[0]?.decidedBy).toHaveLength(5)
    const { same, parts } = await office.call(checkTicket, { ticket })
    expect([same, parts.find((one) => one.name.en === 'seat')?.shown, parts.find((one) => one.name.en === 'grade')?.shown]).toEqual([
      true,
      '测算时不在名额内 / no seat when proposed',
      '基本合格 Basically qualified（决定后更改，原为 合格 / changed after the decision, was Qualified）',
    ])
    expect((await office.call(serveResults, { cycleId })).served).toBe(1)
    const result = (await office.call(listResults, { cycleId })).results.find((one) => one.appraisalId === appraisalId)
    expect(result).toMatchObject({ grade: 'basic', version: 2, service: { version: 2 } })
    expect([await asks(worker), await asks(office)]).toEqual([
      expect.not.arrayContaining(['appraise.changed.2025']),
      expect.not.arrayContaining(['appraise.serve.2025']),
    ])
  })
})
