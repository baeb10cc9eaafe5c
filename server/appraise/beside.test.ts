import { listAppraisals, proposeGrades, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { calibrate, readRaterSigns } from '@milepost/contract/appraise/calibration'
import { memberClass, readCommittee, setCommittee } from '@milepost/contract/appraise/decision'
import {
  closeVote,
  enterVoteBallots,
  issueVoteLinks,
  listPaperBallots,
  listVoters,
  listVotes,
  openVote,
  readVote,
  readVotesOn,
  voidVoteBallot,
} from '@milepost/contract/appraise/democraticVotes'
import { noticeMissing, readMissing, talkAboutMissing, waiveMissing } from '@milepost/contract/appraise/missing'
import { readNorms } from '@milepost/contract/appraise/norms'
import {
  decideOtherAppraisal,
  listOtherAppraisals,
  openOtherAppraisal,
  rateOtherAppraisal,
  readOtherAppraisals,
} from '@milepost/contract/appraise/otherAppraisals'
import { downloadOtherPaper } from '@milepost/contract/appraise/papers'
import { ratingsTemplate } from '@milepost/contract/appraise/ratings'
import { readRatingsGiven, voidRating } from '@milepost/contract/appraise/ratingVoids'
import { readRecord, recordSanction } from '@milepost/contract/appraise/record'
import { layRules, readRules, tryRules, withdrawRules } from '@milepost/contract/appraise/rules'
import { submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { listOwnInvitations } from '@milepost/contract/diagnose/ballots'
import { listQuestionnaires, listWaves } from '@milepost/contract/diagnose/waves'
import { readMessages } from '@milepost/contract/institution/messages'
import { listConsequences } from '@milepost/contract/reward/outcome'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, obtainBallot, tokenOf } from '../diagnose/testing/respondent.ts'
import { type Bureau, openBureau } from './testing/bureau.ts'

/** What stands beside the ratings of a year: votes by ballot, term and special appraisals, what was waived or voided, and who speaks for somebody. */
let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau()
  await bureau.enrol()
}, 120_000)
afterAll(() => bureau.close())

const bilingual = (text: string) => ({ zh: text, en: text })
const group = (code: string, weightBp: number, more: object = {}) => ({
  code,
  name: bilingual(code),
  weightBp,
  way: 'online' as const,
  part: 'others' as const,
  unitIds: [],
  names: [],
  handedOut: null,
  ...more,
})

describe('a democratic vote (Art. 17)', () => {
  let voteId: string
  const opening = (more: object = {}) => ({
    cycleId: bureau.cycleId,
    name: { zh: '中层测评', en: 'Heads' },
    opensOn: '2026-09-20',
    closesOn: '2026-09-30',
    subjects: [
      { kind: 'person' as const, id: bureau.personId('2001') },
      { kind: 'person' as const, id: bureau.personId('2002') },
    ],
    groups: [group('staff', 6000), group('leaders', 4000, { way: 'paper', part: 'leaders', handedOut: 6 })],
    ...more,
  })

  test('is opened on weights of 100 %, for groups of ten at least, and asks nobody about themselves', async () => {
    const { office } = bureau
    const skewed = await office.ask(openVote, opening({ groups: [group('staff', 6000)] }))
    expect([skewed.status, skewed.problem?.type]).toEqual([422, expect.stringContaining('vote-weights-wrong')])
    const small = await office.ask(openVote, opening({ groups: [group('few', 10_000, { part: 'heads' })] }))
    expect(small.problem?.type).toContain('stratum-too-small')
    voteId = (await office.call(openVote, opening())).voteId
    const { voters } = await office.call(listVoters, { voteId })
    expect(voters.length).toBeGreaterThan(10)
    expect(voters.map((one) => one.name)).not.toContain('职工2002')
    // a voter finds it on the own first page; nothing of it is a survey of the diagnosis
    const voter = await bureau.as('2003')
    expect((await voter.call(listOwnInvitations, {})).invitations).toMatchObject([{ name: { en: 'Heads' }, answered: false }])
    expect((await office.call(listWaves, {})).waves).toEqual([])
    expect((await office.call(listQuestionnaires, {})).questionnaires).toEqual([])
    expect((await (await bureau.as('2004')).ask(readVote, { voteId })).status).toBe(403)
  })

  test('is answered by link without a name, a link counts once, and nothing is told before it is closed', async () => {
    const { office, app } = bureau
    const { invitations } = await office.call(issueVoteLinks, { voteId })
    const waveId = invitations[0]?.path.split('/').at(-1)?.split('#')[0] ?? ''
    for (const [at, one] of invitations.slice(0, 12).entries()) {
      const signed = await obtainBallot(app.visitor, { waveId, token: tokenOf(one.path) })
      const answers = { S1: at < 6 ? 'excellent' : 'qualified', S2: at === 0 ? 'abstain' : 'qualified' }
      expect((await cast(app.visitor, waveId, signed, answers)).status).toBe(200)
      if (at === 0) expect((await cast(app.visitor, waveId, signed, answers)).status).toBe(409)
    }
    const token = tokenOf(invitations[0]?.path ?? '')
    await expect(obtainBallot(app.visitor, { waveId, token })).rejects.toThrow('invitation-used')
    const read = await office.call(readVote, { voteId })
    expect(read.subjects.map((one) => one.result)).toEqual([null, null])
    expect(read.groups[0]).toMatchObject({ code: 'staff', voted: 10, way: 'online' })
    expect((await office.call(readVotesOn, { cycleId: bureau.cycleId, personId: bureau.personId('2001') })).votes).toEqual([])
  })

  test('takes paper by the stack, all of it or nothing, and no stack twice', async () => {
    const { office } = bureau
    const ballot = (s1: string, s2 = 'basic') => ({ group: 'leaders', votes: { S1: s1, S2: s2 } })
    const wrong = await office.ask(enterVoteBallots, { voteId, batch: 'A', ballots: [ballot('excellent'), ballot('splendid')] })
    expect(wrong.problem?.fields?.[0]?.pointer).toBe('/sheets/1/answers/S1')
    const stack = [ballot('excellent'), ballot('excellent'), ballot('qualified'), ballot('qualified'), ballot('unqualified')]
    await office.call(enterVoteBallots, { voteId, batch: 'A', ballots: stack })
    const again = await office.ask(enterVoteBallots, { voteId, batch: 'A', ballots: stack })
    expect([again.status, again.problem?.type]).toEqual([409, expect.stringContaining('vote-batch-known')])
    expect((await office.call(listPaperBallots, { voteId })).ballots.map((one) => one.paperNo)).toEqual([1, 2, 3, 4, 5])
  })

  test('is counted by group and weight when it is closed, and stands beside the person’s ratings', async () => {
    const { office, cycleId, personId } = bureau
    await office.call(closeVote, { voteId })
    const read = await office.call(readVote, { voteId })
    // staff (6 × 100 + 6 × 80) ÷ 12 = 90 at 60 %, leaders (2 × 100 + 2 × 80 + 40) ÷ 5 = 80 at 40 %: 86
    expect(read.subjects[0]?.result).toMatchObject({
      kind: 'counted',
      official: '86.00',
      n: 17,
      abstained: 0,
      lines: [
        { groups: ['staff'], n: 12, counts: { excellent: 6, qualified: 6 } },
        { groups: ['leaders'], n: 5, counts: { excellent: 2, qualified: 2, unqualified: 1 } },
      ],
    })
    // eleven said qualified (80), one abstained; five leaders said basic (60): 48 + 24
    expect(read.subjects[1]?.result).toMatchObject({ official: '72.00', n: 16, abstained: 1 })
    expect(read.groups).toMatchObject([{ voted: 12, overfull: false }, { voted: 5 }])
    const own = await (await bureau.as('2001', ['unit-head'])).call(readVotesOn, { cycleId, personId: personId('2001') })
    expect(own.votes).toMatchObject([{ name: { en: 'Heads' }, result: { official: '86.00' } }])
    const colleague = await bureau.as('2003')
    expect((await colleague.ask(readVotesOn, { cycleId, personId: personId('2001') })).status).toBe(403)
    expect((await office.ask(closeVote, { voteId })).problem?.type).toContain('wave-closed')
    expect((await office.call(listVotes, { cycleId })).votes).toMatchObject([{ voteId, subjects: 2, closedOn: '2026-09-20' }])
  })

  test('a paper ballot is voided by another than whoever typed it in; the count before and after is kept', async () => {
    const { office, director, app } = bureau
    const { ballots } = await office.call(listPaperBallots, { voteId })
    const ballotId = ballots.find((one) => one.paperNo === 5)?.ballotId ?? ''
    const given = { voteId, ballotId, reason: '票面涂改，无法辨认' }
    expect((await office.ask(voidVoteBallot, given)).problem?.type).toContain('void-other-person')
    const discipline = await app.signIn(['discipline'], { name: '纪检' })
    const mayVoid = async (client: typeof office) =>
      (await client.call(listPaperBallots, { voteId })).ballots.filter((one) => one.mayVoid).map((one) => one.paperNo)
    expect([await mayVoid(office), await mayVoid(discipline)]).toEqual([[], [1, 2, 3, 4, 5]])
    await discipline.call(voidVoteBallot, given)
    expect(await mayVoid(discipline)).toEqual([1, 2, 3, 4])
    expect((await director.ask(voidVoteBallot, given)).problem?.type).toContain('void-twice')
    const read = await office.call(readVote, { voteId })
    // four leaders are too few to be shown alone: all sixteen are counted together, (8 × 100 + 8 × 80) ÷ 16
    expect(read.subjects[0]?.result).toMatchObject({ official: '90.00', n: 16, lines: [{ groups: ['staff', 'leaders'], n: 16 }] })
    expect(read.voided).toMatchObject([
      { batch: 'A', paperNo: 5, voidedBy: '纪检', changes: [{ before: '86.00', after: '90.00' }, { before: '72.00' }] },
    ])
  })
})

describe('term and special appraisals beside the annual one (Art. 18-26)', () => {
  const opening = (no: string, more: object = {}) => ({
    kind: 'term' as const,
    personId: bureau.personId(no),
    startsOn: '2024-01-01',
    endsOn: '2026-09-30',
    reason: '聘用合同三年期满',
    tasks: '完成三年养护任务，路况指标达标',
    ...more,
  })
  const members = ['1001', '2001', '3001', '4001', '2002']
  const present = () => members.map((no) => bureau.personId(no))

  test('a term appraisal is rated by the superior alone and decided by a quorum; the person sees the rating after the decision', async () => {
    const { office, director, cycleId, personId } = bureau
    const classes = ['chair', 'leader', 'hr', 'discipline', 'staff-representative'] as const
    await office.call(setCommittee, {
      cycleId,
      members: members.map((no, at) => ({ personId: personId(no), memberClass: classes[at] ?? 'leader' })),
    })
    expect((await office.ask(openOtherAppraisal, opening('3002', { endsOn: '2023-01-01' }))).problem?.fields?.[0]?.pointer).toBe('/endsOn')
    expect((await office.ask(openOtherAppraisal, opening('3002', { raterPersonId: personId('3002') }))).problem?.type).toContain(
      'nominee-not-fit',
    )
    const { otherAppraisalId } = await office.call(openOtherAppraisal, opening('3002'))
    const deciding = { otherAppraisalId, result: 'qualified' as const, present: present(), reason: '' }
    expect((await director.ask(decideOtherAppraisal, deciding)).problem?.type).toContain('other-not-rated')
    const head = await bureau.as('3001', ['unit-head'])
    const rating = { otherAppraisalId, tasksDone: false, goodReason: false, opinion: '第三年任务未完成，没有正当理由。' }
    expect((await director.ask(rateOtherAppraisal, rating)).status).toBe(403)
    await head.call(rateOtherAppraisal, rating)
    const own = await bureau.as('3002')
    const before = await own.call(readOtherAppraisals, { personId: personId('3002') })
    expect(before.appraisals).toMatchObject([{ kind: 'term', rating: null, byRule: null, decision: null }])
    // no annual result is on record yet, so the rule is silent and people say why; tasks undone without reason are unqualified once a year is known
    const silent = await director.ask(decideOtherAppraisal, deciding)
    expect(silent.problem?.fields?.[0]?.pointer).toBe('/reason')
    const few = { ...deciding, present: present().slice(0, 2), reason: '三年均无年度结果，按任务完成情况研究。' }
    expect((await director.ask(decideOtherAppraisal, few)).problem?.fields?.[0]?.pointer).toBe('/present')
    await director.call(decideOtherAppraisal, { ...few, result: 'unqualified', present: present() })
    const after = await own.call(readOtherAppraisals, { personId: personId('3002') })
    expect(after.appraisals).toMatchObject([
      { rating: { tasksDone: false }, byRule: 'no-years', decision: { result: 'unqualified', recordedBy: '单局长' } },
    ])
    expect(after.appraisals[0]?.decision?.present).toHaveLength(5)
    const paper = async (client: typeof own, language: 'zh' | 'en') => {
      const { status, bytes } = await client.ask(downloadOtherPaper, { otherAppraisalId, language })
      return status === 200 ? strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array()) : status
    }
    for (const said of ['聘期考核登记表', '完成三年养护任务', '第三年任务未完成', '不合格', '职工1001'])
      expect(await paper(own, 'zh')).toContain(said)
    expect(await paper(office, 'en')).toContain('Term appraisal form')
    expect(await paper(await bureau.as('4003'), 'zh')).toBe(404)
    expect((await director.ask(decideOtherAppraisal, { ...few, present: present() })).problem?.type).toContain('grades-already-decided')
  })

  test('a term result follows from the years where the rule gives it, and is one of two; a special one is a grade with its reason', async () => {
    const { office, director, app, personId } = bureau
    const head = await bureau.as('3001', ['unit-head'])
    const { otherAppraisalId } = await office.call(openOtherAppraisal, opening('3003'))
    await head.call(rateOtherAppraisal, { otherAppraisalId, tasksDone: true, goodReason: false, opinion: '合同任务全部完成，质量良好。' })
    const set = (state: string, grade: string | null) =>
      app.inInstitution((tx) => tx.updateTable('appraisal').set({ state, grade }).where('person_id', '=', personId('3003')).execute())
    await set('final', 'qualified')
    const deciding = { otherAppraisalId, present: present(), reason: '' }
    const wrong = await director.ask(decideOtherAppraisal, { ...deciding, result: 'unqualified' })
    expect(wrong.problem?.fields?.[0]?.text.en).toContain('Art. 20')
    expect((await director.ask(decideOtherAppraisal, { ...deciding, result: 'excellent' })).problem?.fields?.[0]?.text.en).toContain(
      'Art. 19',
    )
    await director.call(decideOtherAppraisal, { ...deciding, result: 'qualified' })
    await set('enrolled', null)
    const special = await office.call(openOtherAppraisal, opening('3003', { kind: 'special', reason: '汛期抢险专项任务' }))
    await head.call(rateOtherAppraisal, {
      otherAppraisalId: special.otherAppraisalId,
      tasksDone: true,
      goodReason: false,
      opinion: '连续值守十二天，抢通三处塌方。',
    })
    await director.call(decideOtherAppraisal, {
      otherAppraisalId: special.otherAppraisalId,
      result: 'excellent',
      present: present(),
      reason: '抢险任务突出，专项考核优秀。',
    })
    const { appraisals } = await office.call(listOtherAppraisals, {})
    expect(appraisals.map((one) => [one.kind, one.byRule, one.decision?.result])).toEqual(
      expect.arrayContaining([
        ['term', 'qualified', 'qualified'],
        ['special', null, 'excellent'],
      ]),
    )
    // a colleague sees none of it
    expect((await (await bureau.as('3006')).call(listOtherAppraisals, {})).appraisals).toEqual([])
    expect((await (await bureau.as('3006')).ask(readOtherAppraisals, { personId: personId('3003') })).status).toBe(403)
  })
})

describe('a report or routine record that is missing', () => {
  test('takes two notices on different days, a talk and a named leader; the norm report says waived, and nothing is filled in', async () => {
    const { office, cycleId, personId, app } = bureau
    const reporter = await bureau.as('2003')
    await reporter.call(submitSelfReport, { cycleId, body: { results: '完成全部预防性养护设计任务。' } })
    const of = async (what: string) => (await office.call(readMissing, { cycleId })).missing.filter((one) => one.what === what)
    const missing = await of('self-report')
    const personIds = missing.map((one) => one.personId)
    expect(personIds).not.toContain(personId('2003'))
    const give = { cycleId, what: 'self-report' as const, personIds }
    expect(await office.call(noticeMissing, give)).toEqual({ noticed: personIds.length, second: 0 })
    // the same day again is no second notice
    expect((await office.call(noticeMissing, give)).second).toBe(0)
    const leader = await app.signIn(['leader'], { name: '副局长' })
    const waiver = { ...give, reason: '长期驻外，不具备述职条件，经研究同意。' }
    const early = await leader.ask(waiveMissing, waiver)
    expect([early.status, early.problem?.type]).toEqual([422, expect.stringContaining('missing-step-early')])
    await bureau.moveTo('2026-09-22T01:00:00Z')
    expect(await office.call(noticeMissing, give)).toEqual({ noticed: personIds.length, second: personIds.length })
    const told = await bureau.as('2004')
    expect((await told.call(readMessages, {})).messages.map((one) => one.subject.en)).toContain(
      'Second notice: 2025: your own report of the year is missing',
    )
    await office.call(talkAboutMissing, { ...give, talkedOn: '2026-09-22', talk: '电话谈话，说明了补交要求。' })
    expect((await office.ask(waiveMissing, waiver)).status).toBe(403)
    // whoever is concerned does not grant it, and then nobody is granted
    const concerned = await app.signIn(['leader'], { personId: personIds[0] ?? '', name: '当事人' })
    expect((await concerned.ask(waiveMissing, waiver)).problem?.type).toContain('missing-own')
    expect((await of('self-report')).every((one) => one.waivedBy === null)).toBe(true)
    const normOf = async () => (await office.call(readNorms, { cycleId })).results.find((one) => one.id === 'self-review')
    expect(await normOf()).toMatchObject({ status: 'broken' })
    await leader.call(waiveMissing, { ...waiver, personIds: personIds.slice(1) })
    expect(await normOf()).toMatchObject({ status: 'broken', evidence: { en: expect.stringContaining('waived by 副局长') } })
    await leader.call(waiveMissing, waiver)
    expect(await normOf()).toMatchObject({ status: 'waived', evidence: { zh: expect.stringContaining('经副局长批准免办') } })
    expect((await of('self-report'))[0]).toMatchObject({ waivedBy: '副局长', talk: '电话谈话，说明了补交要求。' })
  })
})

describe('a single rating', () => {
  test('is voided by another than the rater, with a reason; what it counted for is scored again, and nobody is told who gave it', async () => {
    const { office, director, app, cycleId } = bureau
    await bureau.runOfficially({ 2004: '80' })
    await bureau.rate([
      { no: '2004', by: '2001', value: '90', criteria: '合格' },
      ...['p1', 'p2', 'p3'].map((by, at) => ({ no: '2004', group: '同级', by, value: String(60 + at * 10) })),
    ])
    const scoreOf = async () =>
      (await office.call(listAppraisals, { cycleId })).appraisals.find((one) => one.employeeNo === '2004')?.officialScore
    await office.call(scoreAppraisals, { cycleId })
    // (50 × 90 + 20 × 70) ÷ 70 = 84.2857…; 0.45 × 80 + 0.55 × 84.2857… = 82.357…
    expect(await scoreOf()).toBe('82.36')
    const appraisalId = await bureau.appraisalId('2004')
    expect((await office.ask(readRatingsGiven, { appraisalId })).status).toBe(403)
    const discipline = await app.signIn(['discipline'], { name: '纪检' })
    const { ratings } = await discipline.call(readRatingsGiven, { appraisalId })
    expect(ratings.map((one) => one.group).sort()).toEqual(['peers', 'peers', 'peers', 'superior'])
    expect(ratings[0]).toMatchObject({ allAlike: true, itemsRated: 10 })
    const peer = ratings.find((one) => one.paper === 'p1')
    const given = { ratingId: peer?.ratingId ?? '', reason: '评分票为他人代填，经查属实' }
    const rated = await bureau.as('2004', ['leader'])
    expect((await rated.ask(voidRating, given)).problem?.code).toBe('void-other-person')
    expect((await discipline.ask(voidRating, { ...given, reason: '错' })).problem?.fields[0]?.pointer).toBe('/reason')
    await discipline.call(voidRating, given)
    // two peers are too few: the superior's 90 alone, 0.45 × 80 + 0.55 × 90
    expect(await scoreOf()).toBe('85.50')
    const after = await director.call(readRatingsGiven, { appraisalId })
    expect(after.ratings).toHaveLength(3)
    expect(after.voided).toMatchObject([{ group: 'peers', voidedBy: '纪检', scoreBefore: '82.36', scoreAfter: '85.50' }])
    expect((await discipline.ask(voidRating, given)).status).toBe(404)
    await app.inInstitution((tx) => tx.updateTable('appraisal').set({ state: 'decided' }).where('appraisal_id', '=', appraisalId).execute())
    const locked = await discipline.ask(voidRating, { ...given, ratingId: after.ratings[0]?.ratingId ?? '' })
    expect([locked.problem?.code, locked.problem?.text.zh]).toEqual(['ratings-locked', expect.stringContaining('第17条')])
  })
})

describe('the institution’s own rule pack over the national one', () => {
  const pack = (more: object = {}) => ({
    name: { zh: '省级实施细则', en: 'Provincial rules' },
    source: '省人社〔2026〕8 号',
    inForceFrom: '2026-01-01',
    changes: {
      quota: { normalBp: 1800 },
      notice: { workingDays: 7 },
      rules: [{ id: 'notice-five-days', text: { zh: '公示七个工作日。', en: 'Seven working days.' } }],
    },
    ...more,
  })

  test('every rule is read with article, severity and mark; faults of a pack are named by their place and nothing is saved', async () => {
    const { office } = bureau
    const worker = await bureau.as('4002')
    const read = await worker.call(readRules, {})
    expect(read.pack.id).toBe('cn-2023-6')
    expect(read.rules.find((one) => one.id === 'excellent-cap')).toMatchObject({
      article: '15',
      severity: 'blocking',
      from: 'national',
      checked: true,
    })
    expect(read.numbers).toMatchObject({ quota: { normalBp: 2000 }, noticeWorkingDays: 5 })
    expect(read.numbers.heads.reduce((sum, one) => sum + one.weightBp, 0)).toBe(10_000)
    expect((await worker.ask(layRules, pack())).status).toBe(403)
    const wrong = await office.ask(tryRules, pack({ changes: { quota: { normalBp: 'viel' }, nonsense: 1 } }))
    expect(wrong.problem?.code).toBe('rules-wrong')
    expect(wrong.problem?.fields.map((one) => one.text.en)).toEqual(expect.arrayContaining([expect.stringContaining('quota.normalBp')]))
    const lacks = {
      heads: [{ code: 'diligence', items: ['diligence-1', 'diligence-2'].map((code) => ({ code, postClasses: ['professional'] })) }],
    }
    const { problem: without } = await office.ask(tryRules, pack({ changes: lacks }))
    expect([without?.code, without?.fields.map((one) => one.text.zh)]).toEqual([
      'rules-wrong',
      ['heads.diligence.items：“勤”没有管理岗位的评分项', 'heads.diligence.items：“勤”没有工勤技能岗位的评分项'],
    ])
    expect(read.items.filter((one) => one.code.startsWith('ability-2')).map((one) => one.forms)).toEqual([
      ['management', 'professional'],
      ['skilled-worker'],
    ])
    expect((await office.call(readRules, {})).own).toEqual([])
  })

  test('a pack may ask more than the state, never less: each place with its article, in both languages, and nothing is saved', async () => {
    const { office } = bureau
    const changes = {
      notice: { workingDays: 4 },
      quota: { normalBp: 2500, raisedBp: 3000, raisedNeedsApproval: false },
      committee: { required: ['chair', 'leader', 'hr', 'discipline'] },
      remedies: { mayEndWorse: true },
      rules: [{ id: 'notice-five-days', severity: 'advisory' }],
    }
    for (const endpoint of [tryRules, layRules]) {
      const { status, problem } = await office.ask(endpoint, pack({ changes }))
      expect([status, problem?.code, problem?.details]).toEqual([422, 'rules-looser', { count: 7 }])
      const said = problem?.fields.map((one) => one.text)
      expect(said?.map(({ zh }) => /第(\d+)条/.exec(zh)?.[1])).toEqual(['17', '15', '15', '15', '16', '5', '17'])
      expect(said?.map(({ en }) => /Art\. (\d+)/.exec(en)?.[1])).toEqual(['17', '15', '15', '15', '16', '5', '17'])
      expect(said?.[0]?.zh).toContain('notice.workingDays：公示不得少于 5 个工作日，不能改为 4 个')
    }
    expect((await office.call(readRules, {})).own).toEqual([])
  })

  test('a year whose appraisal has begun keeps its rules; from its day on the pack holds, is versioned, and is withdrawn before it is used', async () => {
    const { office, cycleId } = bureau
    expect((await office.ask(layRules, pack({ inForceFrom: '2025-06-01' }))).problem?.code).toBe('rules-too-late')
    const { differences } = await office.call(tryRules, pack())
    expect(differences).toEqual(expect.arrayContaining([{ path: 'quota.normalBp', before: '2000', after: '1800' }]))
    expect(await office.call(layRules, pack())).toEqual({ version: 1 })
    const now = await office.call(readRules, { on: '2026-12-31' })
    expect(now.pack).toMatchObject({ title: { en: 'Provincial rules' }, verified: false })
    expect(now.quota).toEqual({ normalBp: 1800, raisedBp: 2500, loweredBp: 1500 })
    expect(now.rules.find((one) => one.id === 'notice-five-days')).toMatchObject({ from: 'own', text: { en: 'Seven working days.' } })
    expect(now.rules.find((one) => one.id === 'excellent-cap')).toMatchObject({ from: 'national' })
    expect((await office.call(readRules, { on: '2025-12-31' })).pack.id).toBe('cn-2023-6')
    // 2025 goes on by the national pack: twenty per cent
    expect((await office.call(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })).rateBp).toBe(2000)
    expect(await office.call(layRules, pack({ changes: { quota: { normalBp: 1700 } } }))).toEqual({ version: 2 })
    const second = await office.call(readRules, { on: '2026-12-31' })
    // the second lies over the first, and changes nothing else of it
    expect(second.differences).toEqual(
      expect.arrayContaining([
        { path: 'quota.normalBp', before: '2000', after: '1700' },
        { path: 'notice.workingDays', before: '5', after: '7' },
      ]),
    )
    await office.call(withdrawRules, { overlayId: second.own[0]?.overlayId ?? '' })
    const after = await office.call(readRules, { on: '2026-12-31' })
    expect(after.differences).toEqual(expect.arrayContaining([{ path: 'quota.normalBp', before: '2000', after: '1800' }]))
    expect(after.own.map((one) => [one.version, one.withdrawnBy])).toEqual([
      [2, '绩效办'],
      [1, null],
    ])
  })

  test('how many ratees it takes before a rater is compared is the pack’s too', async () => {
    const { office, cycleId } = bureau
    // seats were proposed meanwhile, which locks the ratings
    const setState = (from: string, to: string) =>
      bureau.app.inInstitution((tx) => tx.updateTable('appraisal').set({ state: to }).where('state', '=', from).execute())
    await setState('proposed', 'scored')
    await bureau.rate(['4002', '4003', '4004', '4005'].map((no, at) => ({ no, by: '4001', value: String(90 + 2 * at) })))
    await setState('scored', 'proposed')
    const ofFour = async () => (await office.call(readRaterSigns, { cycleId })).raters.find((one) => one.name === '职工4001')?.leniency
    // the national pack compares raters of five and more
    expect(await ofFour()).toBeNull()
    await bureau.layPack({ raterSignals: { leastRatees: 4 } })
    expect(await ofFour()).toMatchObject({ n: 4 })
    // a sheet that asks engineers more than workers: the two are compared head by head, and a worker's sheet is whole without it
    const more = { code: 'diligence-3', text: { zh: '按期完成技术资料', en: 'Technical files in time' }, postClasses: ['professional'] }
    await bureau.layPack({ heads: [{ code: 'diligence', items: [more] }] })
    expect(await ofFour()).toMatchObject({ n: 4 })
  })

  test('laid in time it reaches every reader of the year: quorum, ceilings, paper sheets, consequences', async () => {
    const { office, cycleId, personId } = bureau
    const seats = { chair: '1001', leader: '2001', hr: '3001', discipline: '3002', 'staff-representative': '4002' } as const
    const members = memberClass.options.map((one) => ({ personId: personId(seats[one]), memberClass: one }))
    const appraisalId = await bureau.appraisalId('2003')
    const changed = {
      appraisalId,
      from: null,
      grade: 'basic' as const,
      reasonCode: 'criteria' as const,
      reason: '对照标准，服务对象投诉三次属实。',
      present: ['1001'].map(personId),
      votesFor: 1,
      votesAgainst: 0,
    }
    const discipline = await bureau.app.signIn(['discipline'], { name: '纪检员' })
    const kind = async () => (await discipline.call(readRecord, {})).kinds.find((one) => one.kind === 'admonition')?.name.en
    const sheet = async () => (await office.ask(ratingsTemplate, { cycleId, language: 'zh' })).bytes
    const headings = async () => strFromU8(unzipSync(new Uint8Array(await sheet()))['xl/sharedStrings.xml'] ?? new Uint8Array())
    const leads = async () => JSON.stringify((await office.call(listConsequences, { cycleId })).rows[0]?.outcomes)
    await office.call(setCommittee, { cycleId, members })
    expect((await office.ask(calibrate, changed)).problem?.fields[0]?.pointer).toBe('/present')
    const before = { kind: await kind(), headings: await headings(), leads: await leads() }
    await bureau.layPack({
      committee: { quorum: { atLeast: 1, of: 5 } },
      ceilings: [{ code: 'admonition', name: { zh: '诫勉谈话', en: 'Admonition by the province' }, ceiling: 'basic' }],
      heads: [{ code: 'virtue', items: [{ code: 'red-heart', text: { zh: '省级新增条目', en: 'Item of the province' } }] }],
      effects: [{ grade: 'basic', consequences: [{ zh: '参加省级轮训', en: 'Trained by the province' }] }],
    })
    expect((await office.call(readCommittee, { cycleId })).findings).toEqual([])
    expect(await kind()).toBe('Admonition by the province')
    expect([before.headings.includes('省级新增条目'), (await headings()).includes('省级新增条目')]).toEqual([false, true])
    expect([before.leads.includes('参加省级轮训'), (await leads()).includes('参加省级轮训')]).toEqual([false, true])
    await office.call(calibrate, changed)
    const sanction = {
      personId: personId('2004'),
      kind: 'admonition',
      decidedOn: '2025-06-01',
      inForceUntil: null,
      document: '诫勉〔2025〕1 号',
    }
    await discipline.call(recordSanction, sanction)
    const { appraisals } = await office.call(listAppraisals, { cycleId })
    expect(appraisals.find((one) => one.employeeNo === '2004')?.ceiling?.ceiling).toBe('basic')
  })
})
