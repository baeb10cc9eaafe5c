import { readFileSync } from 'node:fs'
import { listAppraisals, readAppraisal, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { answerConflictSign, readConflictSigns } from '@milepost/contract/appraise/conflicts'
import { readYearSegments, voidAppraisal } from '@milepost/contract/appraise/history'
import { answerRole, nominateRater, readNominations } from '@milepost/contract/appraise/raters'
import { giveRating, listToRate } from '@milepost/contract/appraise/ratings'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/newId.ts'
import { type Bureau, openBureau } from './testing/bureau.ts'
import { allItems } from './testing/people.ts'

/** Every row of the participation table (Art. 37-44) and of the edge cases of a cycle has its way through; here is where each is shown to hold. */
const SHOWN = [
  ['Art. 44 refusal', 'record/cases.test.ts', 'a refusal needs two reminders and a talk'],
  ['Art. 42 investigation', 'record/cases.test.ts', 'an open case suspends the appraisal (Art. 42)'],
  ['Art. 43 sanction', 'record/cases.test.ts', 'a warning of the year bounds the grade at qualified (Art. 43)'],
  ['Art. 37 joiner, short service', 'enrolment/openAppraisals.test.ts', 'once the office says how long they worked elsewhere'],
  ['Art. 37 former unit heard', 'record/cases.test.ts', 'waits for everybody who is to be heard, and names the article'],
  ['Art. 41 long leave, maternity', 'enrolment/openAppraisals.test.ts', 'everybody of the year is enrolled but leaders'],
  ['Art. 38 secondment', 'record/cases.test.ts', 'a secondment of more than half the year is graded by the host (Art. 38)'],
  ['Art. 38 sent on mission', 'record/cases.test.ts', 'somebody sent on a mission is graded at home'],
  ['Art. 39 two posts', 'edgeCases.test.ts', 'somebody with two posts is rated in each'],
  ['mid-year transfer', 'edgeCases.test.ts', 'a move and a new head divide the year'],
  ['manager change', 'record/cases.test.ts', 'somebody who moved is rated by both heads'],
  ['delegated rater', 'record/cases.test.ts', 'a stand-in is neither the person, tied, nor below'],
  ['conflict of interest declared', 'record/cases.test.ts', 'nobody rates themselves or a relative'],
  ['conflict of interest detected', 'edgeCases.test.ts', 'pairs who nominate each other are pointed out'],
  ['skip-level', 'notice/notice.test.ts', 'looks at what lifts out and what takes away before names are shown'],
  ['late rater', '../dayRun.test.ts', 'three days late the superior is told once'],
  ['missing self summary', 'record/cases.test.ts', 'is kept as a draft nobody else reads, handed in once it says what was achieved'],
  ['reopened', 'reopening/reopening.test.ts', 'what was decided stays under its version'],
  ['leaver', 'edgeCases.test.ts', 'who left is voided with a reason'],
  ['fewer raters than the minimum', 'scoring/scoring.test.ts', 'what a small group gave is not shown'],
  ['refuses to sign', 'notice/notice.test.ts', 'a refusal to sign needs two witnesses'],
  ['error found after final', 'reopening/reopening.test.ts', 'there is no reopening: the committee corrects'],
] as const

test.each(SHOWN)('%s is shown in %s', (_row, file, title) => {
  expect(readFileSync(`server/appraise/${file}`, 'utf8')).toContain(title)
})

let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau()
  const { app, personId } = bureau
  await app.inInstitution(async (tx) => {
    const unit = async (code: string) =>
      (await tx.selectFrom('unit').select('unit_id').where('code', '=', code).executeTakeFirstOrThrow()).unit_id
    const post = async (code: string) =>
      (await tx.selectFrom('post').select('post_id').where('code', '=', code).executeTakeFirstOrThrow()).post_id
    const hold = async (no: string, unitCode: string, postCode: string, kind: string, from: string, to: string | null) =>
      tx
        .insertInto('assignment')
        .values({
          institution_id: app.institutionId,
          assignment_id: newId(),
          person_id: personId(no),
          unit_id: await unit(unitCode),
          post_id: await post(postCode),
          kind,
          is_head: false,
          valid_from: from,
          valid_to: to,
        })
        .execute()
    // 2008 is an engineer in one office and, since July, an officer of another; 3003 moved on the first of April
    await hold('2008', 'LZK', 'KZ', 'concurrent', '2025-07-01', null)
    await tx
      .updateTable('assignment')
      .set({ valid_from: '2025-04-01' })
      .where('person_id', '=', personId('3003'))
      .where('kind', '=', 'primary')
      .execute()
    await hold('3003', 'DZ', 'YHG', 'primary', '2015-07-01', '2025-03-31')
  })
  await bureau.enrol()
}, 120_000)
afterAll(() => bureau.close())

describe('a year that is not one stretch', () => {
  test('a move and a new head divide the year: each stretch has its superior, its days, and its day to be rated by', async () => {
    const read = { cycleId: bureau.cycleId, personId: bureau.personId('3003') }
    const own = await bureau.as('3003')
    const { segments, unitOfMostTime } = await own.call(readYearSegments, read)
    expect(segments).toMatchObject([
      {
        post: 'main',
        unit: { en: 'DZ' },
        superior: '职工4001',
        from: '2025-01-01',
        to: '2025-03-31',
        days: 90,
        scored: true,
        rateBy: '2025-04-30',
      },
      { post: 'main', unit: { en: 'LZK' }, superior: '职工3001', from: '2025-04-01', days: 275, rateBy: null, rated: false },
    ])
    expect(unitOfMostTime?.en).toBe('LZK')
    expect((await (await bureau.as('2002')).ask(readYearSegments, read)).status).toBe(403)
  })

  test('somebody with two posts is rated in each by the raters of that post, and the two count by their days (Art. 39)', async () => {
    const appraisalId = await bureau.appraisalId('2008')
    const rate = async (no: string, forPost: 'main' | 'second', value: string) =>
      (await bureau.as(no, ['unit-head'])).ask(giveRating, {
        appraisalId,
        forPost,
        items: allItems(forPost === 'main' ? 'professional' : 'management', value),
        criteriaGrade: 'qualified',
        comment: '',
      })
    const listed = (await (await bureau.as('3001', ['unit-head'])).call(listToRate, { cycleId: bureau.cycleId })).people
    expect(listed.find((one) => one.appraisalId === appraisalId)).toMatchObject({
      forPost: 'second',
      group: 'superior',
      post: { zh: '科长' },
    })
    expect([(await rate('3001', 'main', '90')).status, (await rate('2001', 'second', '90')).status]).toEqual([403, 403])
    expect([(await rate('2001', 'main', '80')).status, (await rate('3001', 'second', '92')).status]).toEqual([200, 200])
    await bureau.runOfficially({ '2008': '80' })
    await bureau.office.call(scoreAppraisals, { cycleId: bureau.cycleId })
    const { appraisal, lines } = await bureau.office.call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('2008') })
    // 80 in the main post; 45 % of 80 and 55 % of 92 in the second, held 184 of 365 days: (80 x 365 + 86.6 x 184) / 549
    expect(appraisal.officialScore).toBe('82.21')
    expect(lines.at(-1)?.zh).toContain('两岗合计 82.21 分')
  })
})

describe('who must step aside', () => {
  test('pairs who nominate each other are pointed out, and are found tied or cleared by somebody who is neither', async () => {
    const { cycleId, personId, office } = bureau
    const pair = [await bureau.appraisalId('2002'), await bureau.appraisalId('4002')] as const
    const ask = async (no: string, appraisalId: string, other: string) =>
      (await bureau.as(no)).ask(nominateRater, { appraisalId, personId: personId(other), group: 'peers', reason: '长期协作的同事' })
    expect((await ask('2002', pair[0], '4002')).body.state).toBe('asked')
    expect((await ask('4002', pair[1], '2002')).body.state).toBe('asked')
    expect((await ask('2002', pair[1], '3002')).status).toBe(403)
    const head = await bureau.as('2001', ['unit-head'])
    const { nominations, mayAnswer } = await head.call(readNominations, { appraisalId: pair[0] })
    expect([nominations.map((one) => one.rater), mayAnswer]).toEqual([['职工4002'], true])
    await head.call(answerRole, { raterRoleId: nominations[0]?.raterRoleId ?? '', granted: true })
    const discipline = await bureau.app.signIn(['discipline'], { name: '纪检员' })
    expect((await head.ask(readConflictSigns, { cycleId })).status).toBe(403)
    const [sign] = (await discipline.call(readConflictSigns, { cycleId })).signs
    expect([sign?.sign, [sign?.person.name, sign?.other.name].sort()]).toEqual(['nominated-each-other', ['职工2002', '职工4002']])
    const answer = {
      cycleId,
      sign: 'nominated-each-other' as const,
      personId: sign?.person.personId ?? '',
      otherPersonId: sign?.other.personId ?? '',
    }
    expect((await discipline.ask(answerConflictSign, { ...answer, verdict: 'tied', reason: '短' })).status).toBe(422)
    expect((await office.ask(answerConflictSign, { ...answer, verdict: 'tied', reason: '两人系连襟，经核实' })).status).toBe(200)
    expect((await discipline.call(readConflictSigns, { cycleId })).signs).toEqual([])
    expect((await ask('2002', pair[0], '4002')).problem?.code).toBe('nominee-not-fit')
  })
})

describe('an appraisal that is none', () => {
  test('who left is voided with a reason and stands in no list; who is still here is not voided for leaving', async () => {
    const ask = async (no: string, because: 'left' | 'duplicate', note = '2026 年 3 月调离，不再考核') =>
      bureau.office.ask(voidAppraisal, { appraisalId: await bureau.appraisalId(no), because, note })
    expect((await ask('2003', 'left')).problem?.code).toBe('void-not-left')
    expect(
      (await bureau.director.ask(voidAppraisal, { appraisalId: await bureau.appraisalId('3004'), because: 'left', note: '已调离本单位' }))
        .status,
    ).toBe(403)
    expect((await ask('3004', 'left', '走')).problem?.fields[0]?.pointer).toBe('/note')
    expect((await ask('3004', 'left')).status).toBe(200)
    const { appraisals } = await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })
    expect(appraisals.some((one) => one.employeeNo === '3004')).toBe(false)
  })
})
