import { createHash } from 'node:crypto'
import { listAppraisals, proposeGrades, readAppraisal, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { confirmGrades, readConfirmations } from '@milepost/contract/appraise/confirmations'
import { decideGrades, setCommittee } from '@milepost/contract/appraise/decision'
import { readNorms, recordNormFinding } from '@milepost/contract/appraise/norms'
import {
  answerObjection,
  closeNotice,
  postNotice,
  raiseObjection,
  raiseObjectionFor,
  readNotices,
  serveObjectionToBoth,
} from '@milepost/contract/appraise/notice'
import {
  type cyclePaper,
  downloadArchivePart,
  downloadCyclePaper,
  downloadPersonPaper,
  type personPaper,
  planArchive,
} from '@milepost/contract/appraise/papers'
import {
  confirmInterview,
  decideRemedy,
  fileRemedy,
  fileRemedyFor,
  listRemedies,
  listResults,
  listTalks,
  type PanelMember,
  readResult,
  recordInterview,
  recordRefusedSignature,
  serveRemedyToBoth,
  serveResults,
  signOpinion,
} from '@milepost/contract/appraise/results'
import { readAuditTrail } from '@milepost/contract/institution/audit'
import { readMessages } from '@milepost/contract/institution/messages'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { readOpenness } from '@milepost/contract/open/openness'
import { readLinks } from '@milepost/contract/run/reviews'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { ROUTES } from '../../routes.ts'
import type { Client } from '../../testing/testApp.ts'
import { actName, recordedActs } from '../norms/ruleRecords.ts'
import { finalGrades } from '../published.ts'
import { type Bureau, openBureau, type Rated } from '../testing/bureau.ts'

let bureau: Bureau
let discipline: Client
let worker: Client
let noticeId: string
const FACTS = '职工4002 全年有两次夜间值班缺勤，值班表可查。'
const ANSWER = '经核对值班表与考勤记录，该两次为调班，反映的情况不属实。'

const tasks = async (client: Client) => (await client.call(readMyTasks, {})).tasks.filter((one) => one.stage === 'appraise')
const keys = async (client: Client) => (await tasks(client)).map((one) => one.key.replace(/^appraise\./, ''))
const notice = async (client: Client = bureau.office) => (await client.call(readNotices, {})).notices[0]
const post = () => bureau.office.ask(postNotice, { cycleId: bureau.cycleId })
const close = () => bureau.office.ask(closeNotice, { noticeId })

beforeAll(async () => {
  bureau = await openBureau()
  discipline = await bureau.app.signIn(['discipline'], { name: '纪检员' })
  worker = await bureau.as('4009')
})
afterAll(() => bureau.close())

describe('what the appraisal asks of whom, step by step', () => {
  test('first the office opens it', async () => {
    expect(await keys(bureau.office)).toEqual(['open.2025'])
    expect([await keys(bureau.director), await keys(worker)]).toEqual([[], []])
    await bureau.enrol()
  })

  test('then heads rate their people, and the director the heads', async () => {
    const head = await bureau.as('2001', ['unit-head'])
    expect((await tasks(head)).filter((one) => !one.key.startsWith('appraise.report'))).toEqual([
      {
        key: 'appraise.rate.2025',
        text: { zh: '为 7 名职工评分', en: 'Rate 7 of your people' },
        href: '/appraise/ratings?year=2025',
        dueOn: null,
        stage: 'appraise',
      },
    ])
    expect(await keys(head)).toEqual(['report.2025', 'rate.2025'])
    expect(await keys(bureau.director)).toEqual(['rate.2025'])
    expect(await keys(bureau.office)).toEqual([])
  })

  test('then the office scores and computes the seats, and the leader decides', async () => {
    const { office, director, cycleId, personId } = bureau
    const people = (await office.call(listAppraisals, { cycleId })).appraisals.map((one) => one.employeeNo)
    await bureau.runOfficially(Object.fromEntries(people.map((no) => [no, no === '4002' || no === '4003' ? '95' : '75'])))
    await bureau.rate(
      people.map(
        (no): Rated => ({
          no,
          by: no.endsWith('001') ? '1001' : `${no[0]}001`,
          value: '85',
          criteria: no === '4002' || no === '4003' ? '优秀' : '合格',
        }),
      ),
    )
    expect(await keys(office)).toEqual(['score.2025'])
    await office.call(scoreAppraisals, { cycleId })
    expect(await keys(office)).toEqual(['propose.2025'])
    await office.call(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })
    expect([await keys(office), await keys(director)]).toEqual([[], ['decide.2025']])
    const members = (['chair', 'leader', 'hr', 'discipline', 'staff-representative'] as const).map((memberClass, at) => ({
      memberClass,
      personId: personId(['1001', '2001', '3001', '3002', '4004'][at] ?? ''),
    }))
    expect((await post()).problem?.code).toBe('nothing-decided')
    await office.call(setCommittee, { cycleId, members })
    const { appraisals } = await office.call(listAppraisals, { cycleId })
    await director.call(decideGrades, {
      cycleId,
      decidedOn: '2026-09-20',
      minutes: '会议逐一审议各人情况，经集体研究确定如下等次。',
      present: members.map((one) => one.personId),
      lines: appraisals.map((one) => ({
        appraisalId: one.appraisalId,
        ...(one.employeeNo === '4009'
          ? { grade: 'basic' as const, reason: '多次巡查漏记，经集体研究确定' }
          : { grade: one.proposedGrade ?? ('ungraded' as const), reason: '' }),
      })),
    })
    expect([await keys(office), await keys(director)]).toEqual([['post.2025'], []])
  })
})

describe('the second level', () => {
  const head = () => bureau.as('4001', ['unit-head'])
  const read = async (client: Client) => (await client.call(readConfirmations, { cycleId: bureau.cycleId })).people

  test('looks at what lifts out and what takes away before names are shown: the notice waits for it', async () => {
    expect(await read(bureau.director)).toMatchObject([
      { name: '职工4002', grade: 'excellent', superior: '职工4001', secondLevel: '职工1001', mayConfirm: true, state: 'waiting' },
      { name: '职工4003', grade: 'excellent', state: 'waiting' },
      { name: '职工4009', grade: 'basic', isDecided: true, state: 'waiting' },
    ])
    const { problem } = await post()
    expect([problem?.code, problem?.details]).toEqual(['second-level-missing', { count: 3, names: ['职工4002', '职工4003', '职工4009'] }])
  })

  test('is the one above the superior: not the superior, not the office, and nobody twice', async () => {
    const { cycleId } = bureau
    const appraisalIds = [await bureau.appraisalId('4002')]
    const confirm = (client: Client) => client.ask(confirmGrades, { cycleId, appraisalIds, verdict: 'confirmed', reason: '' })
    expect(await read(await head())).toEqual([])
    expect((await confirm(await head())).problem?.code).toBe('not-second-level')
    expect((await confirm(bureau.office)).status).toBe(403)
    expect((await worker.ask(readConfirmations, { cycleId })).status).toBe(403)
    expect((await confirm(bureau.director)).status).toBe(200)
    expect((await confirm(bureau.director)).problem?.code).toBe('not-second-level')
  })

  test('sends back with a reason, but not what the committee has decided already', async () => {
    const { cycleId } = bureau
    const appraisalIds = [await bureau.appraisalId('4009')]
    const back = (reason: string) => bureau.director.ask(confirmGrades, { cycleId, appraisalIds, verdict: 'returned', reason })
    expect((await back('不妥')).problem?.fields[0]?.pointer).toBe('/reason')
    expect((await back('依据不充分，请补充巡查记录。')).problem?.code).toBe('returned-once')
    expect(await bureau.confirmAll()).toBe(2)
    expect((await read(bureau.office)).map((one) => one.state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })
})

describe('the notice', () => {
  test('is posted by the office alone', async () => {
    expect((await bureau.app.visitor.ask(postNotice, { cycleId: bureau.cycleId })).status).toBe(401)
    expect((await bureau.director.ask(postNotice, { cycleId: bureau.cycleId })).status).toBe(403)
    expect((await bureau.office.ask(postNotice, { cycleId: 'x' })).status).toBe(422)
  })

  test('is not posted into a year whose working days nobody has entered', async () => {
    await bureau.moveTo('2026-12-28T01:00:00Z')
    const { status, problem } = await post()
    expect([status, problem?.code, problem?.details]).toEqual([422, 'calendar-year-missing', { year: 2027 }])
  })

  test('is not cut to four days, whoever asks: the article is named', async () => {
    const { status, problem } = await bureau.office.ask(postNotice, { cycleId: bureau.cycleId, workingDays: 4 })
    expect([status, problem?.code, problem?.details]).toEqual([422, 'notice-too-short', { days: 4, least: 5 }])
    expect([problem?.text.zh, problem?.text.en]).toEqual([expect.stringContaining('第17条'), expect.stringContaining('Art. 17')])
  })

  test('over the National Day holiday of 2026 it runs to the Saturday that is worked in exchange', async () => {
    await bureau.moveTo('2026-09-28T01:00:00Z')
    const { status, body } = await post()
    expect([status, body.lastDay]).toEqual([200, '2026-10-10'])
    noticeId = body.noticeId
    expect(await notice()).toMatchObject({
      postedOn: '2026-09-28',
      workingDays: 5,
      counted: ['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
      state: 'open',
      count: 2,
    })
    expect(await keys(bureau.office)).toEqual([])
  })

  test('is posted once, and every member of staff reads names and units, nothing more; others read nothing', async () => {
    expect((await post()).problem?.code).toBe('notice-exists')
    expect((await notice(worker))?.people).toEqual([
      { name: '职工4002', unit: { zh: '东站', en: 'DZ' } },
      { name: '职工4003', unit: { zh: '东站', en: 'DZ' } },
    ])
    expect((await bureau.app.visitor.ask(readNotices, {})).status).toBe(401)
    expect((await (await bureau.app.signIn(['authority'])).ask(readNotices, {})).status).toBe(403)
  })
})

describe('an objection', () => {
  let objectionId: string
  test('needs facts, a notice, and to be raised while the notice runs', async () => {
    expect((await worker.ask(raiseObjection, { noticeId, facts: '不服' })).status).toBe(422)
    expect((await worker.ask(raiseObjection, { noticeId: newId(), facts: FACTS })).problem?.code).toBe('not-found')
    await bureau.moveTo('2026-10-10T15:59:00Z')
    // a phone that sends it twice raises one objection
    const phone = worker.keyed('a phone that sends twice'.replaceAll(' ', '-'))
    const answers = await Promise.all([1, 2].map(() => phone.ask(raiseObjection, { noticeId, facts: FACTS })))
    expect(answers.map((one) => one.status)).toEqual([200, 200])
    expect((await phone.ask(raiseObjection, { noticeId, facts: FACTS })).status).toBe(200)
    await bureau.moveTo('2026-10-10T16:01:00Z')
    expect((await worker.ask(raiseObjection, { noticeId, facts: FACTS })).problem?.code).toBe('notice-over')
  })

  test('is read by whoever raised it and by those who answer; everybody else learns that there is one', async () => {
    const seen = async (client: Client) => (await notice(client))?.objections
    expect(await seen(worker)).toMatchObject([{ isAnswered: false, mayAnswer: false, said: { facts: FACTS, raisedBy: '职工4009' } }])
    const toAnswer = await seen(discipline)
    expect(toAnswer).toMatchObject([{ mayAnswer: true, said: { facts: FACTS } }])
    objectionId = toAnswer?.[0]?.objectionId ?? ''
    expect(await seen(await bureau.as('4002'))).toMatchObject([{ isAnswered: false, mayAnswer: false, said: null }])
    expect(await seen(bureau.office)).toMatchObject([{ said: null }])
  })

  test('keeps the notice from being closed, and stands among the tasks of those who answer', async () => {
    expect(await tasks(discipline)).toMatchObject([{ key: 'appraise.answer', text: { zh: '答复 1 条异议', en: 'Answer an objection' } }])
    expect(await keys(bureau.office)).toEqual(['close.2025'])
    expect((await close()).problem).toMatchObject({ code: 'objections-unanswered', details: { count: 1 } })
  })

  test('is answered once, not by the office and not by whoever raised it', async () => {
    expect((await bureau.office.ask(answerObjection, { objectionId, answer: ANSWER })).status).toBe(403)
    expect((await discipline.ask(answerObjection, { objectionId: newId(), answer: ANSWER })).problem?.code).toBe('not-found')
    expect((await discipline.ask(answerObjection, { objectionId, answer: '不属实' })).status).toBe(422)
    const answers = await Promise.all([1, 2].map(() => discipline.ask(answerObjection, { objectionId, answer: ANSWER })))
    expect(answers.map((one) => one.problem?.code ?? one.status).sort()).toEqual([200, 'objection-answered'])
    expect((await notice(worker))?.objections).toMatchObject([{ isAnswered: true, said: { answer: ANSWER, answeredBy: '纪检员' } }])
  })

  test('of a leader is not answered by the same leader', async () => {
    await bureau.moveTo('2026-10-09T01:00:00Z')
    await bureau.director.call(raiseObjection, { noticeId, facts: FACTS })
    const own = (await notice(bureau.director))?.objections.find((one) => !one.isAnswered)
    expect(own).toMatchObject({ mayAnswer: false, said: { facts: FACTS } })
    expect((await bureau.director.ask(answerObjection, { objectionId: own?.objectionId ?? '', answer: ANSWER })).status).toBe(403)
    await discipline.call(answerObjection, { objectionId: own?.objectionId ?? '', answer: ANSWER })
  })

  test('for somebody who cannot act is raised by a representative with a paper, through the office, and answered to both', async () => {
    const speaks = { name: '王某', tie: '配偶', paper: '授权委托书 2026-10-08 及住院证明' }
    const given = { noticeId, personId: bureau.personId('4003'), facts: FACTS, representative: speaks }
    expect((await worker.ask(raiseObjectionFor, given)).status).toBe(403)
    const bare = await bureau.office.ask(raiseObjectionFor, { ...given, representative: { ...speaks, paper: '' } })
    expect(bare.problem?.fields[0]?.pointer).toBe('/representative/paper')
    await bureau.office.call(raiseObjectionFor, given)
    const person = await bureau.as('4003', ['discipline'])
    const raised = (await notice(person))?.objections.find((one) => !one.isAnswered)
    const id = raised?.objectionId ?? ''
    const forWhom = { forWhom: '职工4003', by: '王某（配偶）', paper: speaks.paper, bothServedOn: null }
    expect(raised).toMatchObject({ mayAnswer: false, said: { represented: forWhom } })
    expect((await person.ask(answerObjection, { objectionId: id, answer: ANSWER })).problem?.code).toBe('own-objection')
    expect((await bureau.office.ask(serveObjectionToBoth, { objectionId: id })).status).toBe(404)
    await discipline.call(answerObjection, { objectionId: id, answer: ANSWER })
    await bureau.office.call(serveObjectionToBoth, { objectionId: id })
    const after = (await notice(person))?.objections.find((one) => one.objectionId === id)
    expect(after?.said?.represented?.bothServedOn).toBe('2026-10-09')
  })
})

describe('the end', () => {
  const states = async () =>
    new Set((await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals.map((one) => one.state))

  test('comes only after the last day has ended', async () => {
    await bureau.moveTo('2026-10-10T15:59:59Z')
    expect((await close()).problem).toMatchObject({ code: 'notice-not-over', details: { lastDay: '2026-10-10' } })
    expect(await states()).toEqual(new Set(['decided']))
  })

  test('makes every grade final and withdraws the names', async () => {
    await bureau.moveTo('2026-10-10T16:00:00Z')
    expect((await bureau.director.ask(closeNotice, { noticeId })).status).toBe(403)
    expect((await close()).body).toEqual({ final: 26 })
    expect(await states()).toEqual(new Set(['final']))
    expect(await notice(worker)).toMatchObject({ state: 'closed', people: [], count: 2 })
    const grades = await bureau.app.inInstitution((tx) => finalGrades(tx, bureau.app.institutionId, bureau.cycleId))
    expect(grades.every((one) => one.isFinal)).toBe(true)
    expect(grades.filter((one) => one.grade === 'excellent').map((one) => one.employeeNo)).toEqual(['4002', '4003'])
    expect(await keys(bureau.office)).toEqual([])
  })

  test('comes once; nothing can be raised afterwards', async () => {
    expect((await close()).problem?.code).toBe('notice-closed')
    expect((await worker.ask(raiseObjection, { noticeId, facts: FACTS })).problem?.code).toBe('notice-over')
    expect((await bureau.office.ask(closeNotice, { noticeId: newId() })).problem?.code).toBe('not-found')
  })

  test('a person sees the own grade, who decided, and nobody else’s', async () => {
    const mine = await (await bureau.as('4003')).call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('4003') })
    expect(mine.appraisal).toMatchObject({ state: 'final', grade: 'excellent', standing: 'has-seat' })
    expect(mine.decision).toMatchObject({ decidedOn: '2026-09-20', recordedBy: '单局长' })
    expect((await worker.ask(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('4003') })).status).toBe(403)
  })
})

describe('after the grades are final', () => {
  const personId = (no: string) => bureau.personId(no)
  const staff = (...numbers: string[]) => numbers.map((no) => ({ personId: personId(no) }))
  const result = async (no: string) => (await bureau.as(no)).call(readResult, { cycleId: bureau.cycleId, personId: personId(no) })
  const grounds = '巡查记录因系统故障未能上传，有纸质底稿为证。'
  const representative = '配偶 王某（本人住院，持授权委托书）'
  const file = (client: Client, kind: 'review' | 'appeal' | 're-appeal') =>
    client.ask(fileRemedy, { cycleId: bureau.cycleId, kind, grounds, representative })

  test('nothing is signed, filed or talked over before the result is served; it is served once, by the office', async () => {
    expect((await worker.ask(signOpinion, { cycleId: bureau.cycleId, opinion: 'agree', text: '' })).problem?.code).toBe('result-not-served')
    expect((await file(worker, 'review')).problem?.code).toBe('result-not-served')
    expect((await bureau.director.ask(serveResults, { cycleId: bureau.cycleId })).status).toBe(403)
    await bureau.moveTo('2026-10-12T01:00:00Z')
    expect(await bureau.office.call(serveResults, { cycleId: bureau.cycleId })).toEqual({ served: 26 })
    expect(await bureau.office.call(serveResults, { cycleId: bureau.cycleId })).toEqual({ served: 0 })
  })

  test('each signs the own opinion once; a refusal to sign needs two witnesses who are somebody else', async () => {
    const asked = async () =>
      (await worker.call(readMyTasks, {})).tasks.map((one) => one.key).filter((key) => key.startsWith('appraise.opinion'))
    expect(await asked()).toHaveLength(1)
    const signing = { cycleId: bureau.cycleId, opinion: 'disagree' as const, text: '对漏记次数有不同意见。' }
    const answers = await Promise.all([worker.ask(signOpinion, signing), worker.ask(signOpinion, signing)])
    expect(answers.map((one) => one.problem?.code ?? 200).sort()).toEqual([200, 'opinion-signed'])
    expect(await asked()).toEqual([])
    expect((await result('4009')).service).toMatchObject({ servedOn: '2026-10-12', opinion: 'disagree', signedOn: '2026-10-12' })
    const appraisalId = await bureau.appraisalId('4008')
    const refuse = (witnesses: readonly string[]) =>
      bureau.office.ask(recordRefusedSignature, { appraisalId, witnessIds: witnesses.map(personId), text: '' })
    expect((await refuse(['4008', '4002'])).problem?.code).toBe('witnesses-not-fit')
    expect((await refuse(['4002', '4002'])).problem?.code).toBe('witnesses-not-fit')
    expect((await refuse(['4002', '4003'])).status).toBe(200)
    expect((await result('4008')).service).toMatchObject({ opinion: 'refused', witnesses: ['职工4002', '职工4003'] })
  })

  test('only basic and unqualified open the formal way (Art. 36), in order and in time; sent twice, it is one', async () => {
    const qualified = await file(await bureau.as('4008'), 'review')
    expect([qualified.problem?.code, qualified.problem?.text.zh]).toEqual(['remedy-not-open', expect.stringContaining('第36条')])
    expect((await file(worker, 'appeal')).problem?.details).toEqual({ because: 'order' })
    // 30 days from 12 October
    expect((await result('4009')).open).toEqual({ kind: 'review', until: '2026-11-11', verified: false })
    await bureau.moveTo('2026-11-12T01:00:00Z')
    expect((await file(worker, 'review')).problem?.details).toEqual({ because: 'late', due: '2026-11-11' })
    await bureau.moveTo('2026-11-11T01:00:00Z')
    const sent = await Promise.all([file(worker, 'review'), file(worker, 'review')])
    expect(sent.map((one) => one.problem?.code ?? 200).sort()).toEqual([200, 'remedy-filed'])
    expect((await result('4009')).remedies).toMatchObject([
      { kind: 'review', filedOn: '2026-11-11', decideBy: '2026-12-11', representative },
    ])
  })

  test('a review is decided by the leaders, without relatives and without the person, and never ends worse', async () => {
    const { remedies } = await bureau.director.call(listRemedies, {})
    expect(remedies).toMatchObject([{ name: '职工4009', kind: 'review', grade: 'basic', mayDecide: true }])
    expect(remedies[0]?.barred).toContain(personId('4009'))
    const { tasks } = await bureau.director.call(readMyTasks, {})
    expect(tasks.find((one) => one.key === 'appraise.remedies')).toMatchObject({ dueOn: '2026-12-11', href: '/appraise/remedies' })
    const decide = (given: object) =>
      bureau.director.ask(decideRemedy, {
        remedyId: remedies[0]?.remedyId ?? '',
        panel: staff('1001', '2001', '3001'),
        outcome: 'changed',
        newGrade: 'qualified',
        findings: '经查纸质底稿属实，漏记事实不成立。',
        ...given,
      })
    expect((await worker.ask(listRemedies, {})).status).toBe(403)
    expect((await decide({ newGrade: 'unqualified' })).problem?.code).toBe('remedy-heavier')
    expect((await decide({ newGrade: 'basic' })).problem?.code).toBe('remedy-changes-nothing')
    expect((await decide({ newGrade: null })).problem?.code).toBe('remedy-changes-nothing')
    expect((await decide({ panel: staff('1001', '4009', '3001') })).problem?.code).toBe('panel-not-fit')
    expect((await decide({ panel: staff('1001', '2001') })).problem?.code).toBe('panel-not-fit')
    expect((await decide({ panel: [...staff('1001', '2001'), { name: '外请专家' }] })).problem?.code).toBe('panel-not-fit')
    expect((await decide({})).status).toBe(200)
    expect((await decide({})).problem?.code).toBe('remedy-decided')
    const after = await result('4009')
    expect(after.changes).toMatchObject([
      { version: 2, from: 'basic', to: 'qualified', because: 'review', decidedBy: ['职工1001', '职工2001', '职工3001'] },
    ])
    // 30 days to appeal, to the authority, which needs three
    expect(after.open).toEqual({ kind: 'appeal', until: '2026-12-11', verified: false })
  })

  test('the talk about the result is recorded by the head, confirmed by the person, and stays as confirmed', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const talk = {
      cycleId: bureau.cycleId,
      personId: personId('4009'),
      heldOn: '2026-10-20',
      strengths: '抢险到场及时。',
      shortfalls: '巡查记录不及时。',
      nextGoals: '按日填报巡查记录。',
      improvementPlan: '',
      improveBy: null,
    }
    expect((await (await bureau.as('2001', ['unit-head'])).ask(recordInterview, talk)).status).toBe(403)
    expect((await head.ask(recordInterview, { ...talk, heldOn: '2026-10-11' })).problem?.fields[0]?.pointer).toBe('/heldOn')
    const talks = async (client: Client) => (await client.call(listTalks, { cycleId: bureau.cycleId })).talks
    expect((await talks(head)).find((one) => one.personId === personId('4009'))).toMatchObject({ dueOn: '2026-10-27', heldOn: null })
    expect([
      (await talks(bureau.director)).some((one) => one.personId === personId('4009')),
      (await worker.ask(listTalks, { cycleId: bureau.cycleId })).status,
    ]).toEqual([false, 403])
    expect((await head.call(readMyTasks, {})).tasks.find((one) => one.key.startsWith('appraise.talk.'))?.href).toMatch(/^\/appraise\/talks/)
    await head.call(recordInterview, talk)
    expect(await result('4009')).toMatchObject({ interviewDue: '2026-10-27', interview: { confirmedOn: null } })
    // half past midnight in Shanghai on the day after the last one: days are the institution's
    await bureau.moveTo('2026-10-27T16:30:00Z')
    await worker.call(confirmInterview, { cycleId: bureau.cycleId, says: '同意。' })
    expect(await result('4009')).toMatchObject({
      interview: { personSays: '同意。', headName: '职工4001', confirmedOn: '2026-10-28' },
      interviewState: 'late',
    })
    await bureau.moveTo('2026-11-11T01:00:00Z')
    expect((await head.ask(recordInterview, talk)).problem?.code).toBe('changed-meanwhile')
    const { results } = await bureau.office.call(listResults, { cycleId: bureau.cycleId })
    expect(results.find((one) => one.employeeNo === '4009')).toMatchObject({ grade: 'qualified', version: 2 })
    expect((await (await bureau.as('4008')).ask(readResult, { cycleId: bureau.cycleId, personId: personId('4009') })).status).toBe(403)
  })
})

describe('the papers', () => {
  const wordsOf = (bytes: Buffer): string => {
    const entry = unzipSync(new Uint8Array(bytes))['word/document.xml']
    return entry ? strFromU8(entry).replace(/<[^>]+>/g, ' ') : ''
  }

  test('of a person are made for the person, the head and the offices, filled from the record, in both languages', async () => {
    const asked = { cycleId: bureau.cycleId, personId: bureau.personId('4009') }
    const said = async (paper: (typeof personPaper.options)[number], language: 'zh' | 'en') =>
      wordsOf((await worker.ask(downloadPersonPaper, { ...asked, paper, language })).bytes)
    expect(await said('registration', 'zh')).toMatch(/事业单位工作人员年度考核登记表（2025年度）[\s\S]*职工4009[\s\S]*不同意考核结果/)
    expect(await said('registration', 'en')).toContain('I disagree with the result.')
    // the review has been decided: what is open now is the appeal, and the letter says so
    expect(await said('result-letter', 'zh')).toMatch(/年度考核等次确定为：合格[\s\S]*复核已经办结[\s\S]*2026年12月11日 前依法提出申诉/)
    expect(await said('remedy', 'zh')).toMatch(/复核申请书[\s\S]*巡查记录因系统故障[\s\S]*变更为合格/)
    expect(await said('interview', 'zh')).toContain('抢险到场及时。')
    expect(await said('routine', 'zh')).toContain('本年度没有面谈记录。')
    const other = await (await bureau.as('4008')).ask(downloadPersonPaper, { ...asked, paper: 'registration', language: 'zh' })
    expect(other.status).toBe(403)
  })

  test('the archive package of a person holds every paper that says something, and the hash of each', async () => {
    const { cycleId } = bureau
    const asked = { cycleId, personId: bureau.personId('4002'), paper: 'archive', language: 'zh' } as const
    const files = unzipSync((await bureau.office.ask(downloadPersonPaper, asked)).bytes)
    const sums = new TextDecoder().decode(files['SHA256SUMS.txt']).trim().split('\n')
    const papers = Object.keys(files).filter((name) => name.endsWith('.docx'))
    expect(papers.some((name) => name.startsWith('年度考核登记表'))).toBe(true)
    expect(sums.map((one) => one.split('  ')[1]).toSorted()).toEqual(papers.toSorted())
    for (const sum of sums) {
      const [hash, name] = sum.split('  ')
      expect(
        createHash('sha256')
          .update(files[name ?? ''] ?? new Uint8Array())
          .digest('hex'),
      ).toBe(hash)
    }
  })

  test('the archive of the whole cycle comes in parts, each with its hashes; the audit trail keeps the hash of each list', async () => {
    const { cycleId, office, app } = bureau
    expect((await worker.ask(planArchive, { cycleId })).status).toBe(403)
    const { people, parts } = await office.call(planArchive, { cycleId })
    expect([people, parts]).toEqual([26, 3])
    const listHashes: string[] = []
    const folders = new Set<string>()
    const cyclePapers: string[] = []
    for (let part = 0; part < parts; part++) {
      const { bytes } = await office.ask(downloadArchivePart, { cycleId, part, language: 'zh' })
      const files = unzipSync(new Uint8Array(bytes))
      const list = files[`SHA256-00${part}.txt`] ?? new Uint8Array()
      listHashes.push(createHash('sha256').update(list).digest('hex'))
      for (const line of strFromU8(list).trim().split('\n')) {
        const [hash, name = ''] = line.split('  ')
        expect(
          createHash('sha256')
            .update(files[name] ?? new Uint8Array())
            .digest('hex'),
        ).toBe(hash)
        if (part > 0) folders.add(name.split('/')[0] ?? '')
        else cyclePapers.push(name.split('-')[0] ?? '')
      }
    }
    expect(folders.size).toBe(26)
    expect(cyclePapers).toEqual(['优秀公示', '汇总备案表', '规范核对报告', '考核委员会会议纪要'])
    const kept = await app.inInstitution((tx) =>
      tx.selectFrom('audit_event').select('detail').where('action', '=', 'archive-made').execute(),
    )
    expect(kept.map((one) => (one.detail as { listHash: string }).listHash)).toEqual(listHashes)
    expect((await office.ask(downloadArchivePart, { cycleId, part: parts, language: 'zh' })).status).toBe(404)
  })

  test('of the cycle: the notice without names once it is over, the totals under the cap, the rules article by article', async () => {
    const said = async (paper: (typeof cyclePaper.options)[number]) =>
      wordsOf((await bureau.office.ask(downloadCyclePaper, { cycleId: bureau.cycleId, paper, language: 'zh' })).bytes)
    const notice = await said('notice')
    expect([notice.includes('名单已撤下'), notice.includes('职工4002')]).toEqual([true, false])
    const ballot = await said('ballot')
    expect(ballot).toContain('民主测评票')
    expect([ballot.includes('职工4002'), ballot.includes('本票不署名')]).toEqual([true, true])
    expect(await said('summary')).toMatch(/应参加考核人数\s+26/)
    const norms = await said('norms')
    expect(norms).toContain('第17条')
    for (const words of ['核对结论', '核对人', '由人核对 ']) expect(norms).toContain(words)
    const minutes = await said('minutes')
    expect(minutes).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    for (const words of ['考核委员会会议纪要', '职工1001（主任）', '集体研究确定的等次', '逐人表决、调整与回避'])
      expect(minutes).toContain(words)
    expect((await worker.ask(downloadCyclePaper, { cycleId: bureau.cycleId, paper: 'summary', language: 'zh' })).status).toBe(403)
  })

  test('the norm check rests on the records: what is broken is named with its people, and what nobody recorded is not called met', async () => {
    const { results, blocking } = await bureau.office.call(readNorms, { cycleId: bureau.cycleId })
    // the authority inspects by the same report, and sees no list of persons
    const authority = await bureau.app.signIn(['authority'])
    expect(await authority.call(readNorms, { cycleId: bureau.cycleId })).toMatchObject({ blocking })
    expect((await authority.ask(listAppraisals, { cycleId: bureau.cycleId })).status).toBe(403)
    expect((await (await bureau.as('4002')).ask(readNorms, { cycleId: bureau.cycleId })).status).toBe(403)
    // every rule is counted once, and what only people can check has its own count
    const { met, waived, broken, notKnown, forPeople, notApplicable } = await bureau.office.call(readNorms, { cycleId: bureau.cycleId })
    expect(met + waived + broken + notKnown + forPeople + notApplicable).toBe(results.length)
    expect(forPeople).toBeGreaterThan(0)
    const status = (id: string) => results.find((one) => one.id === id)?.status
    expect(results.filter((one) => one.status === 'broken' && one.severity === 'blocking').map((one) => one.id)).toEqual([
      'result-in-writing',
    ])
    expect(blocking).toBe(1)
    // Art. 17 asks for the signed opinion too; the grade changed by a review was not served again yet
    expect(results.find((one) => one.id === 'result-in-writing')?.evidence.zh).toMatch(
      /^已书面通知：25／26；已签署意见：1／26（其中.*；未书面通知 1 人：职工4009；未签署意见 24 人：职工/,
    )
    expect([status('notice-five-days'), status('committee'), status('recusal'), status('excellent-cap')]).toEqual([
      'met',
      'met',
      'met',
      'met',
    ])
    expect(status('plan-heard')).toBe('not-known')
  })

  test('of a rule that no record shows a named person records the finding: kept beside earlier ones, audited, and printed in the report', async () => {
    const { cycleId, office } = bureau
    const rules = async () => (await office.call(readNorms, { cycleId })).results
    const ruleId = (await rules()).find((one) => one.status === 'for-people')?.id ?? ''
    const finding = { cycleId, ruleId, verdict: 'broken' as const, note: '查会议记录，方案未经集体讨论。', on: '2026-10-20' }
    expect((await worker.ask(recordNormFinding, finding)).status).toBe(403)
    expect((await office.ask(recordNormFinding, { ...finding, note: '无' })).problem?.fields.map((one) => one.pointer)).toEqual(['/note'])
    expect((await office.ask(recordNormFinding, { ...finding, on: '2027-10-20' })).problem?.fields[0]?.pointer).toBe('/on')
    expect((await office.ask(recordNormFinding, { ...finding, ruleId: 'no-such-rule' })).problem?.code).toBe('not-found')
    const fromRecords = (await office.ask(recordNormFinding, { ...finding, ruleId: 'excellent-cap' })).problem
    expect([fromRecords?.code, fromRecords?.text.en]).toEqual(['norm-from-records', expect.stringContaining('checked from the records')])
    expect((await rules()).every((one) => one.findings.length === 0)).toBe(true)
    await office.call(recordNormFinding, finding)
    const authority = await bureau.app.signIn(['authority'], { name: '市局检查员' })
    await authority.call(recordNormFinding, { ...finding, verdict: 'met', note: '补查了党委会记录，方案经集体讨论。', on: '2026-10-21' })
    const checked = await office.call(readNorms, { cycleId })
    expect(checked.found).toBe(1)
    // it stays for people: what somebody found does not become what the records show
    expect(checked.results.find((one) => one.id === ruleId)).toMatchObject({
      status: 'for-people',
      findings: [
        { verdict: 'met', by: '市局检查员', on: '2026-10-21' },
        { verdict: 'broken', by: '绩效办', note: finding.note },
      ],
    })
    const paper = wordsOf((await office.ask(downloadCyclePaper, { cycleId, paper: 'norms', language: 'zh' })).bytes)
    expect(paper).toContain('核对结论：符合。补查了党委会记录，方案经集体讨论。')
    // where the trail stood is printed: whoever has the paper can tell whether it was changed since
    const [, no = '', hash] = /审计记录末条为第 (\d+) 号，摘要 ([0-9a-f ]{71})/.exec(paper) ?? []
    const inspector = await bureau.app.signIn(['audit-admin'])
    expect((await inspector.call(readAuditTrail, { no })).events).toMatchObject([{ seq: Number(no), hash: hash?.replaceAll(' ', '') }])
    expect(paper).toContain('核对人：市局检查员')
    expect(paper).toContain('已登记结论 1')
    const auditor = await bureau.app.signIn(['audit-admin'])
    const { events } = await auditor.call(readAuditTrail, {})
    expect(events.filter(({ action }) => action === 'norm-found')).toHaveLength(2)
  })

  test('an interview past its fifteen days is late on the list, on the head’s list of today, in the norm check and among the missing links', async () => {
    const { cycleId, office } = bureau
    const before = bureau.app.services.now().toISOString()
    const lateOf = async () => (await office.call(listResults, { cycleId })).results.filter((one) => one.interviewState === 'not-held')
    await bureau.moveTo('2026-12-27T02:00:00Z')
    const late = await lateOf()
    expect(late.length).toBeGreaterThan(20)
    const own = late.filter((one) => one.employeeNo.startsWith('2') && one.employeeNo !== '2001')
    const talk = (await tasks(await bureau.as('2001', ['unit-head']))).find((one) => one.key === 'appraise.talk.2025')
    expect(talk?.text).toEqual({
      zh: `与 ${own.length} 名职工面谈 2025 年度结果（${own.length} 人已逾期）`,
      en: `Talk over the results of 2025 with ${own.length} of your people (${own.length} past the day)`,
    })
    expect(talk?.dueOn).toBe(own.map((one) => one.interviewDue ?? '').toSorted()[0])
    const { results } = await office.call(readNorms, { cycleId })
    const norm = results.find((one) => one.id === 'interview-in-time')
    expect(norm).toMatchObject({ status: 'broken', severity: 'advisory' })
    expect(norm?.evidence.zh).toContain(`未面谈 ${late.length} 人：`)
    const { units, waiting } = await office.call(readLinks, { cycleId })
    const links = units.flatMap((unit) => unit.links.filter((one) => one.link === 'interview'))
    expect(links.reduce((sum, one) => sum + one.due - one.onTime - one.late, 0)).toBe(late.length)
    expect(waiting.filter((one) => one.what === 'interview').reduce((sum, one) => sum + one.count, 0)).toBe(late.length)
    await bureau.moveTo(before)
  })

  test('whoever has the norm report and the audit trail alone finds who did what when: rule by rule, and act by act about one person', async () => {
    const { results } = await bureau.office.call(readNorms, { cycleId: bureau.cycleId })
    const records = (id: string) => results.find((one) => one.id === id)?.records.map(({ zh }) => zh) ?? []
    expect(records('collective-decision')).toContainEqual(expect.stringMatching(/^集体研究确定等次：审计第 \d+ 号，\d{4}-\d\d-\d\d，.+/))
    expect(records('result-in-writing')[0]).toMatch(/^书面送达考核结果：审计第 \d+/)
    const auditor = await bureau.app.signIn(['audit-admin'])
    // the number printed beside the rule calls up that act
    const no = /第 ([\d–]+) 号/.exec(records('collective-decision').find((one) => one.startsWith('集体研究确定等次')) ?? '')?.[1] ?? ''
    expect((await auditor.call(readAuditTrail, { no })).events.map(({ action }) => action)).toContain('grades-decided')
    const { events, people } = await auditor.call(readAuditTrail, { person: '4009' })
    expect(people.map((one) => one.employeeNo)).toEqual(['4009'])
    const acts = new Set(events.map(({ action }) => action))
    expect([...acts]).toEqual(expect.arrayContaining(['grades-decided', 'results-served', 'opinion-signed']))
    const [id] = (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals.flatMap((one) =>
      one.employeeNo === '4009' ? [one.appraisalId] : [],
    )
    // an act about many names each of them; whose record an act was done to is said by name
    expect(events.find(({ action }) => action === 'grades-decided')?.detail).toContain(id ?? '?')
    // and the score the grade rests on stands in the trail, not its hash or how many there were
    expect(events.find(({ action }) => action === 'appraisals-scored')?.detail).toMatch(
      new RegExp(`"appraisalId":"${id}","score":"[\\d.]+"`),
    )
    expect(events.find(({ action }) => action === 'grades-proposed')?.detail).toMatch(new RegExp(`"appraisalId":"${id}","grade":"`))
    expect(events.find(({ action }) => action === 'opinion-signed')?.about).toBe(people[0]?.name)
    expect((await auditor.call(readAuditTrail, { person: 'nobody of that name' })).events).toEqual([])
    // every act a rule names is one the program does
    const done = new Set(ROUTES.map(({ endpoint }) => endpoint.audit))
    expect(recordedActs().filter((act) => !done.has(act))).toEqual([])
    // and is called what the trail calls it and filters it by
    const summaries = new Map(ROUTES.map(({ endpoint }) => [endpoint.audit, endpoint.summary]))
    for (const act of recordedActs()) expect(actName(act)).toEqual(summaries.get(act))
    // ids kept with an act about many are told by name; who objected, what was said and answered stand in the trail
    const about = await auditor.call(readAuditTrail, { action: 'grades-decided' })
    expect(about.names).toContainEqual({ id, name: people[0]?.name })
    const [answered] = (await auditor.call(readAuditTrail, { action: 'objection-answered' })).events
    expect(answered?.about).toMatch(/^职工/)
    expect(answered?.detail).toMatch(/"answer":".+","facts":".+"/)
    const [seated] = (await auditor.call(readAuditTrail, { action: 'committee-set' })).events
    expect(seated?.detail).toContain('{"memberClass":"chair","name":"职工1001"}')
  })

  test('openness: what was due, in time or not, and how many of those it is for it has reached; every member of staff may look', async () => {
    const { cycleId } = bureau
    expect((await bureau.app.visitor.ask(readOpenness, { cycleId })).status).toBe(401)
    const { rate, items } = await worker.call(readOpenness, { cycleId })
    const of = (code: string) => items.find((one) => one.code === code)
    expect(of('notice')).toMatchObject({ published: 'on-time', viewed: null })
    expect(of('hearing'), 'nobody was heard').toMatchObject({ published: 'missing' })
    const { signed, served } = await bureau.app.inInstitution(async (tx) => {
      const rows = await tx.selectFrom('service').select(['opinion']).where('institution_id', '=', bureau.app.institutionId).execute()
      return { served: rows.length, signed: rows.filter((row) => row.opinion !== null).length }
    })
    expect(of('own-result')).toMatchObject({ published: 'on-time', viewed: signed })
    expect(of('own-result')?.entitled).toBeGreaterThanOrEqual(served)
    expect(of('public-page')?.published).toBe('not-due')
    // by hand from the items: weight x reach of what is in time, over the weight due
    const due = items.filter((one) => one.published !== 'not-due')
    const points = due.filter((one) => one.published === 'on-time').map((one) => one.weightBp * ((one.viewed ?? 1) / (one.entitled ?? 1)))
    const expected = (100 * points.reduce((sum, one) => sum + one, 0)) / due.reduce((sum, one) => sum + one.weightBp, 0)
    expect(Number(rate)).toBeCloseTo(expected, 2)
  })
})

describe('a representative', () => {
  const personId = (no: string) => bureau.personId(no)
  const staff = (...numbers: string[]) => numbers.map((no) => ({ personId: personId(no) }))
  const result = async (no: string) => (await bureau.as(no)).call(readResult, { cycleId: bureau.cycleId, personId: personId(no) })
  const grounds = '巡查记录因系统故障未能上传，有纸质底稿为证。'

  test('for somebody who cannot act the next step is filed through the office, named and with a paper, and its decision handed to both', async () => {
    const appraisalId = await bureau.appraisalId('4009')
    const speaks = { name: '王某', tie: '配偶', paper: '授权委托书 2026-11-10' }
    const filing = { appraisalId, kind: 'appeal' as const, grounds, representative: speaks }
    expect((await worker.ask(fileRemedyFor, filing)).status).toBe(403)
    expect((await bureau.office.ask(fileRemedyFor, { ...filing, kind: 're-appeal' })).problem?.code).toBe('remedy-not-open')
    const { remedyId } = await bureau.office.call(fileRemedyFor, filing)
    expect((await bureau.office.ask(fileRemedyFor, filing)).problem?.code).toBe('remedy-filed')
    expect((await result('4009')).remedies.at(-1)).toMatchObject({
      kind: 'appeal',
      representative: '王某',
      representativeTie: '配偶',
      representativePaper: '授权委托书 2026-11-10',
      bothServedOn: null,
    })
    expect((await worker.call(readMessages, {})).messages.map((one) => one.subject.zh)).toContain('王某 已代您提出复核或申诉')
    expect((await bureau.office.ask(serveRemedyToBoth, { remedyId })).problem?.code).toBe('remedy-undecided')
    const authority = await bureau.app.signIn(['authority'], { name: '主管局' })
    const decided = { remedyId, outcome: 'upheld' as const, newGrade: null, findings: '经审理，复核决定事实清楚，予以维持。' }
    // the authority's own people sit on it: nobody of the staff, and not whoever has the person's name
    const withPanel = (panel: readonly PanelMember[]) => authority.ask(decideRemedy, { ...decided, panel: [...panel] })
    expect((await withPanel(staff('1001', '2001', '3001'))).problem?.code).toBe('panel-not-fit')
    expect((await withPanel([{ name: '何某' }, { name: '吕某' }, { name: '何某' }])).problem?.code).toBe('panel-not-fit')
    expect((await withPanel([{ name: '何某' }, { name: '吕某' }, { name: '职工4009' }])).problem?.code).toBe('panel-not-fit')
    await authority.call(decideRemedy, { ...decided, panel: [{ name: '何某' }, { name: '吕某' }, { name: '施某' }] })
    await bureau.office.call(serveRemedyToBoth, { remedyId })
    expect((await result('4009')).remedies.at(-1)).toMatchObject({
      outcome: 'upheld',
      panel: ['何某', '吕某', '施某'],
      bothServedOn: '2026-11-11',
    })
  })

  test('an own pack reaches the clocks of review and appeal, and the days of the interview', async () => {
    expect(await result('4009')).toMatchObject({ open: { kind: 're-appeal', until: '2026-12-11' }, interviewDue: '2026-10-27' })
    await bureau.layPack({
      remedies: { clocks: [{ code: 're-appeal', fileWithinDays: 5, decideWithinDays: 20 }] },
      interview: { withinDays: 10 },
    })
    expect(await result('4009')).toMatchObject({ open: { kind: 're-appeal', until: '2026-11-16' }, interviewDue: '2026-10-22' })
    const filed = await worker.call(fileRemedy, { cycleId: bureau.cycleId, kind: 're-appeal', grounds, representative: '' })
    expect(filed.decideBy, 'fifteen days to accept and twenty to decide').toBe('2026-12-16')
  })
})
