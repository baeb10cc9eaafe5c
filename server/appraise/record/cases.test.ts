import { listAppraisals, openAppraisals, proposeGrades, readAppraisal, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { decideGrades, readCommittee, setCommittee } from '@milepost/contract/appraise/decision'
import {
  answerRole,
  declineRating,
  nameStandIn,
  nominateRater,
  readRaters,
  remindRaters,
  waiveRating,
} from '@milepost/contract/appraise/raters'
import { giveRating, importRatings, listToRate, readRatingSheet, saveRatingDraft } from '@milepost/contract/appraise/ratings'
import { closeInvestigation, liftSanction, openInvestigation, readRecord, recordSanction } from '@milepost/contract/appraise/record'
import { readSelfReport, saveSelfReport, submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { endPosting, recordHearing, recordPosting, recordRefusal, withdrawRefusal } from '@milepost/contract/appraise/standing'
import { declareTie, endTie, readTies } from '@milepost/contract/appraise/ties'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { recordIncident } from '@milepost/contract/run/incidents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import type { Client } from '../../testing/testApp.ts'
import { type Bureau, openBureau, type Rated, ratingsSheet } from '../testing/bureau.ts'
import { allItems } from '../testing/people.ts'

/** Every row of the participation table (Art. 37-44) and every way a rater can fail, over HTTP: the year 2025, appraised in September 2026. */

let bureau: Bureau
let discipline: Client
const all = (value: string) => allItems('skilled-worker', value)

type Post = { no: string; unit: string; post: string; kind: string; from: string; to?: string; head?: true }
/** Posts the register cannot import yet: a change within the year, a second post, an acting head. */
async function hold(posts: readonly Post[], changed: readonly { no: string; to?: string; from?: string }[] = []): Promise<void> {
  const { app, personId } = bureau
  await app.inInstitution(async (tx) => {
    for (const { no, to, from } of changed)
      await tx
        .updateTable('assignment')
        .set({ ...(to === undefined ? {} : { valid_to: to }), ...(from === undefined ? {} : { valid_from: from }) })
        .where('person_id', '=', personId(no))
        .where('valid_to', 'is', null)
        .execute()
    for (const one of posts) {
      const { unit_id } = await tx.selectFrom('unit').select('unit_id').where('code', '=', one.unit).executeTakeFirstOrThrow()
      const { post_id } = await tx.selectFrom('post').select('post_id').where('code', '=', one.post).executeTakeFirstOrThrow()
      await tx
        .insertInto('assignment')
        .values({
          institution_id: app.institutionId,
          assignment_id: newId(),
          person_id: personId(one.no),
          unit_id,
          post_id,
          kind: one.kind,
          is_head: one.head ?? false,
          valid_from: one.from,
          valid_to: one.to ?? null,
        })
        .execute()
    }
  })
}

beforeAll(async () => {
  bureau = await openBureau()
  discipline = await bureau.app.signIn(['discipline'], { personId: bureau.personId('3002'), name: '纪检员' })
  await hold(
    [
      // 2007 moved to the station on 1 May: 120 days before, 245 after
      { no: '2007', unit: 'DZ', post: 'GCS', kind: 'primary', from: '2025-05-01' },
      // the office had another head until the end of June
      { no: '2008', unit: 'YHK', post: 'KZ', kind: 'concurrent', from: '2025-01-01' },
      { no: '3003', unit: 'LZK', post: 'KZ', kind: 'acting', from: '2025-01-01', to: '2025-06-30', head: true },
      { no: '3001', unit: 'LZK', post: 'GCS', kind: 'primary', from: '2015-07-01', to: '2025-06-30' },
    ],
    [
      { no: '2007', to: '2025-04-30' },
      { no: '3001', from: '2025-07-01' },
    ],
  )
  await bureau.enrol()
})
afterAll(() => bureau.close())

const list = async () => (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals
const find = async (no: string) => (await list()).find((one) => one.employeeNo === no)
const verdict = async (no: string) => {
  const one = await find(no)
  const articles = one?.participation.citations.map((cited) => cited.article).filter((article) => article !== '')
  return [one?.participation.row, one?.participation.grade, articles]
}
const ORDINARY = ['ordinary', 'graded', []]
const group = async (rater: string, no: string) => {
  const { people } = await (await bureau.as(rater)).call(listToRate, { cycleId: bureau.cycleId })
  return people.find((one) => one.name === `职工${no}`)?.group ?? null
}

const tasks = async (client: Client) =>
  (await client.call(readMyTasks, {})).tasks.flatMap(({ key }) => (key.startsWith('appraise.') ? [key.slice('appraise.'.length)] : []))

describe('the discipline office’s record', () => {
  const warning = (no: string) => ({
    personId: bureau.personId(no),
    kind: 'warning',
    decidedOn: '2025-11-03',
    inForceUntil: '2026-05-02',
    document: '纪〔2025〕7号',
  })

  test('is kept by the discipline office alone', async () => {
    for (const client of [bureau.office, bureau.director, await bureau.as('2002'), await bureau.app.signIn(['security-admin'])]) {
      expect((await client.ask(readRecord, {})).status).toBe(403)
      expect((await client.ask(recordSanction, warning('2002'))).status).toBe(403)
    }
    expect((await bureau.app.visitor.ask(readRecord, {})).status).toBe(401)
  })

  test('takes only what the rule pack has an effect for, about somebody who is there, not from the future', async () => {
    const pointers = async (given: Partial<ReturnType<typeof warning>>) =>
      (await discipline.ask(recordSanction, { ...warning('2002'), ...given })).problem?.fields.map((field) => field.pointer)
    expect(await pointers({ kind: 'frown' })).toEqual(['/kind'])
    expect(await pointers({ personId: newId() })).toEqual(['/personId'])
    expect(await pointers({ decidedOn: '2026-09-21' })).toEqual(['/decidedOn', '/inForceUntil'])
  })

  test('a warning of the year bounds the grade at qualified (Art. 43), shown with its mark; taken back, it bounds nothing', async () => {
    const { sanctionId } = await discipline.call(recordSanction, warning('2002'))
    expect(await verdict('2002')).toEqual(['sanctioned', 'within-ceiling', ['43']])
    expect((await find('2002'))?.ceiling).toMatchObject({ ceiling: 'qualified', citation: { article: '43', verified: false } })
    await discipline.call(liftSanction, { sanctionId, liftedOn: '2026-09-19' })
    expect(await verdict('2002')).toEqual(ORDINARY)
    expect((await discipline.ask(liftSanction, { sanctionId, liftedOn: '2026-09-19' })).status).toBe(404)
  })

  test('of the year before touches nobody; of two, the heavier counts', async () => {
    await discipline.call(recordSanction, { ...warning('4009'), decidedOn: '2024-11-03' })
    expect(await verdict('4009')).toEqual(ORDINARY)
    await discipline.call(recordSanction, warning('4009'))
    await discipline.call(recordSanction, { ...warning('4009'), kind: 'demerit', inForceUntil: '2026-11-02' })
    expect((await find('4009'))?.ceiling?.ceiling).toBe('ungraded')
  })

  test('an open case suspends the appraisal (Art. 42): no grade, and no rater is asked; the head learns no more than that', async () => {
    const { investigationId } = await discipline.call(openInvestigation, {
      personId: bureau.personId('4008'),
      openedOn: '2026-09-10',
      document: '立〔2026〕2号',
    })
    expect(
      (await discipline.ask(openInvestigation, { personId: bureau.personId('4008'), openedOn: '2026-09-10', document: '再立' })).problem
        ?.code,
    ).toBe('investigation-open')
    expect(await verdict('4008')).toEqual(['under-investigation', 'none-yet', ['42']])
    expect(await group('4001', '4008')).toBeNull()
    const head = await bureau.as('4001', ['unit-head'])
    expect((await head.ask(readRatingSheet, { appraisalId: await bureau.appraisalId('4008') })).problem?.code).toBe('not-permitted')
    const seen = await head.call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('4008') })
    expect(JSON.stringify(seen)).not.toMatch(/investigation|立案/)
    // closed without a sanction: the way is open again
    const closing = { investigationId, closedOn: '2026-09-19', sanction: null }
    expect((await discipline.ask(closeInvestigation, { ...closing, closedOn: '2026-09-01' })).problem?.fields[0]?.pointer).toBe('/closedOn')
    await discipline.call(closeInvestigation, closing)
    expect((await discipline.ask(closeInvestigation, closing)).problem?.code).toBe('investigation-closed')
    expect(await verdict('4008')).toEqual(ORDINARY)
  })

  test('a case that ends in a sanction records both', async () => {
    const opened = { personId: bureau.personId('4007'), openedOn: '2025-10-10', document: '立〔2025〕9号' }
    const { investigationId } = await discipline.call(openInvestigation, opened)
    const { kind, decidedOn, inForceUntil, document } = warning('4007')
    await discipline.call(closeInvestigation, {
      investigationId,
      closedOn: '2025-11-03',
      sanction: { kind, decidedOn, inForceUntil, document },
    })
    const { sanctions, investigations } = await discipline.call(readRecord, {})
    const closed = investigations.find((one) => one.investigationId === investigationId)
    expect(sanctions.find((one) => one.sanctionId === closed?.sanctionId)).toMatchObject({ employeeNo: '4007', kind: 'warning' })
    expect((await find('4007'))?.ceiling?.ceiling).toBe('qualified')
  })
})

describe('who is away, refuses, or came from elsewhere', () => {
  test('a secondment of more than half the year is graded by the host (Art. 38), a shorter one at home', async () => {
    const posting = { personId: bureau.personId('2003'), kind: 'secondment' as const, host: '省厅公路处', startsOn: '2025-03-01' }
    expect((await discipline.ask(recordPosting, { ...posting, endsOn: null })).status).toBe(403)
    expect((await bureau.office.ask(recordPosting, { ...posting, endsOn: '2025-02-01' })).problem?.fields[0]?.pointer).toBe('/endsOn')
    const { postingId } = await bureau.office.call(recordPosting, { ...posting, endsOn: '2025-12-31' })
    expect(await verdict('2003')).toEqual(['seconded', 'graded', ['38']])
    expect((await find('2003'))?.participation.grader).toEqual({ by: 'host', hears: 'home' })
    // 1 March to 30 August is 183 days: half a year, not more
    await bureau.office.call(endPosting, { postingId, endsOn: '2025-08-30' })
    expect((await find('2003'))?.participation.grader).toEqual({ by: 'home', hears: 'host' })
    await bureau.office.call(endPosting, { postingId, endsOn: '2025-08-31' })
    expect((await find('2003'))?.participation.grader).toEqual({ by: 'host', hears: 'home' })
  })

  test('somebody sent on a mission is graded at home, on facts from the host', async () => {
    const mission = { kind: 'mission' as const, host: '抢险指挥部', startsOn: '2025-06-01', endsOn: '2025-12-31' }
    await bureau.office.call(recordPosting, { personId: bureau.personId('2004'), ...mission })
    expect([await verdict('2004'), (await find('2004'))?.participation.grader]).toEqual([
      ['sent', 'graded', ['38']],
      { by: 'home', hears: 'host' },
    ])
  })

  test('a refusal needs two reminders and a talk, in this order (Art. 44); it can be taken back', async () => {
    const refusal = { cycleId: bureau.cycleId, personId: bureau.personId('4006'), talk: '谈话后仍表示不参加本年度考核。' }
    const days = { firstNoticeOn: '2026-09-01', secondNoticeOn: '2026-09-08', talkedOn: '2026-09-10' }
    const wrong = { ...days, secondNoticeOn: '2026-09-01', talkedOn: '2026-08-31' }
    const { problem } = await bureau.office.ask(recordRefusal, { ...refusal, ...wrong })
    expect(problem?.fields.map((field) => field.pointer)).toEqual(['/secondNoticeOn', '/talkedOn'])
    await bureau.office.call(recordRefusal, { ...refusal, ...days })
    expect(await verdict('4006')).toEqual(['refuses', 'unqualified', ['44']])
    await bureau.office.call(withdrawRefusal, { cycleId: bureau.cycleId, personId: bureau.personId('4006') })
    expect(await verdict('4006')).toEqual(ORDINARY)
    await bureau.office.call(recordRefusal, { ...refusal, ...days })
  })

  test('two posts are appraised in both (Art. 39); a move is appraised where more than half of the year was worked', async () => {
    expect(await verdict('2008')).toEqual(['two-posts', 'graded', ['39']])
    expect((await find('2008'))?.secondPost).toEqual({ zh: '科长', en: 'KZ' })
    expect((await find('2007'))?.unit).toEqual({ zh: '东站', en: 'DZ' })
  })
})

describe('who rates', () => {
  test('somebody who moved is rated by both heads, each for their part of the year; so is somebody whose head changed, the acting one included', async () => {
    expect([await group('2001', '2007'), await group('4001', '2007')]).toEqual(['superior', 'superior'])
    // 3003 held the office’s head post as acting until the end of June, 3001 for good after it
    expect([await group('3003', '3006'), await group('3001', '3006')]).toEqual(['superior', 'superior'])
    // colleagues are those of the unit that appraises
    expect([await group('2002', '2007'), await group('4002', '2007')]).toEqual([null, 'peers'])
  })

  test('nobody rates themselves or a relative: the rule is named, and the one above the relative takes the place', async () => {
    const own = await (await bureau.as('2002')).ask(readRatingSheet, { appraisalId: await bureau.appraisalId('2002') })
    expect([own.status, own.problem?.code, own.problem?.text.zh]).toEqual([403, 'rates-oneself', expect.stringContaining('第39条')])
    const head = await bureau.as('2001', ['unit-head'])
    const tie = { personId: null, otherPersonId: bureau.personId('2005'), kind: 'in-law' as const }
    const { tieId } = await head.call(declareTie, tie)
    expect(
      (await discipline.ask(declareTie, { ...tie, personId: bureau.personId('2005'), otherPersonId: bureau.personId('2001') })).problem
        ?.code,
    ).toBe('tie-known')
    const refused = await head.ask(readRatingSheet, { appraisalId: await bureau.appraisalId('2005') })
    expect([refused.status, refused.problem?.code, refused.problem?.text.en]).toEqual([
      403,
      'rater-recused',
      expect.stringContaining('Art. 39'),
    ])
    expect([await group('2001', '2005'), await group('1001', '2005')]).toEqual([null, 'superior'])
    const paper = await bureau.office.call(
      importRatings,
      { cycleId: bureau.cycleId, step: 'check' },
      ratingsSheet(bureau.app, [{ no: '2005', by: '2001', value: '90' }]),
    )
    expect(paper.rows[0]?.problems.map((one) => one.message.zh)).toEqual([expect.stringContaining('第39条')])
    // everybody sees their own ties, the offices all; only the discipline office ends one
    expect((await (await bureau.as('2005')).call(readTies, {})).ties).toHaveLength(1)
    expect((await (await bureau.as('2006')).call(readTies, {})).ties).toEqual([])
    expect((await head.ask(endTie, { tieId })).status).toBe(403)
    expect(
      (await head.ask(declareTie, { personId: bureau.personId('2006'), otherPersonId: bureau.personId('2005'), kind: 'spouse' })).status,
    ).toBe(403)
  })

  test('a draft is kept as one types, is its author’s alone, and counts for nothing', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const appraisalId = await bureau.appraisalId('4002')
    await head.call(saveRatingDraft, { appraisalId, items: { 'virtue-1': '88' }, criteriaGrade: null, comment: '写到一半' })
    const kept = await head.call(readRatingSheet, { appraisalId })
    expect([kept.given, kept.comment, kept.draftSavedAt !== null]).toEqual([{ 'virtue-1': '88' }, '写到一半', true])
    const other = await (await bureau.as('4003')).call(readRatingSheet, { appraisalId })
    expect([other.given, other.draftSavedAt]).toEqual([{}, null])
    expect((await find('4002'))?.ratings.superior).toBe(0)
    const sheet = { appraisalId, items: all('90'), criteriaGrade: 'excellent' as const, comment: '' }
    // a phone that sends twice at once leaves one rating
    const sent = await Promise.all([head.ask(giveRating, sheet), head.ask(giveRating, sheet)])
    expect(sent.map((one) => one.status)).toEqual([200, 200])
    expect((await find('4002'))?.ratings.superior).toBe(1)
    expect((await head.call(readRatingSheet, { appraisalId })).draftSavedAt).toBeNull()
  })

  test('a colleague from elsewhere is nominated by the person, granted by the head, and may decline; the person does not grant it', async () => {
    const person = await bureau.as('2002')
    const appraisalId = await bureau.appraisalId('2002')
    const nominee = { appraisalId, personId: bureau.personId('4003'), group: 'service-users' as const, reason: '全年与东站联合巡查' }
    expect(await person.call(nominateRater, nominee)).toEqual({ state: 'asked' })
    expect(await group('4003', '2002')).toBeNull()
    const superior = await bureau.as('2001', ['unit-head'])
    expect(await tasks(superior)).toContain(`nomination.${appraisalId}`)
    // whoever works in the office asks like anybody else when it is about themselves
    const officer = await bureau.as('2002', ['employee', 'performance-office'])
    expect(await officer.call(nominateRater, nominee)).toEqual({ state: 'asked' })
    const { roles } = await bureau.office.call(readRaters, { cycleId: bureau.cycleId })
    const asked = roles.find((one) => one.kind === 'nominated')
    const answer = { raterRoleId: asked?.raterRoleId ?? '', granted: true }
    expect((await person.ask(answerRole, answer)).status).toBe(403)
    await (await bureau.as('2001', ['unit-head'])).call(answerRole, answer)
    expect(await group('4003', '2002')).toBe('service-users')
    const guest = await bureau.as('4003')
    expect(await tasks(superior)).not.toContain(`nomination.${appraisalId}`)
    expect(await tasks(guest)).toContain(`invited.${appraisalId}`)
    await guest.call(declineRating, { appraisalId, kind: 'declined', reason: '合作时间太短，不足以评价' })
    expect(await group('4003', '2002')).toBeNull()
    expect(await tasks(guest)).not.toContain(`invited.${appraisalId}`)
    const oneself = (await person.ask(nominateRater, { ...nominee, personId: bureau.personId('2002') })).problem
    expect([oneself?.code, oneself?.text]).toEqual([
      'nominee-not-fit',
      { zh: expect.stringContaining('第39条'), en: expect.stringContaining('Art. 39') },
    ])
  })

  test('a superior is let off by the office only; a stand-in is neither the person, tied, nor below, and rates until a day', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const appraisalId = await bureau.appraisalId('4003')
    expect(await head.call(declineRating, { appraisalId, kind: 'declined', reason: '外出驻勤，无法评价' })).toEqual({ state: 'asked' })
    expect(await group('4001', '4003')).toBe('superior')
    expect(await tasks(bureau.office)).toContain('let-off.2025')
    const names = (standIn: string, rater = '4001') => ({
      appraisalId,
      raterPersonId: bureau.personId(rater),
      standInPersonId: bureau.personId(standIn),
      untilOn: '2026-09-25',
      reason: '站长住院，由他人代评',
    })
    const because = async (...given: Parameters<typeof names>) => (await bureau.office.ask(nameStandIn, names(...given))).problem?.details
    await discipline.call(declareTie, { personId: bureau.personId('4003'), otherPersonId: bureau.personId('2006'), kind: 'spouse' })
    expect(await because('4003')).toEqual({ because: 'self' })
    expect(await because('4001')).toEqual({ because: 'same' })
    expect(await because('2006')).toEqual({ because: 'tied' })
    expect(await because('3001', '2001')).toEqual({ because: 'not-a-superior' })
    expect((await head.ask(nameStandIn, names('3001'))).status).toBe(403)
    await bureau.office.call(nameStandIn, names('3001'))
    const standIn = await bureau.as('3001', ['unit-head'])
    const sheet = await standIn.call(readRatingSheet, { appraisalId })
    expect([sheet.group, sheet.onBehalfOf]).toEqual(['superior', '职工4001'])
    await bureau.moveTo('2026-09-26T01:00:00Z')
    expect(await group('3001', '4003')).toBeNull()
    await bureau.moveTo('2026-09-20T01:00:00Z')
  })

  test('a superior who steps aside or is let off gives way to the one above, whose rating alone counts', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const appraisalId = await bureau.appraisalId('4005')
    await head.call(giveRating, { appraisalId, items: all('95'), criteriaGrade: 'excellent', comment: '' })
    expect([await group('4001', '4005'), await group('1001', '4005')]).toEqual(['superior', null])
    expect(await head.call(declineRating, { appraisalId, kind: 'recused', reason: '系本人表亲，申请回避' })).toEqual({ state: 'granted' })
    expect([await group('4001', '4005'), await group('1001', '4005')]).toEqual([null, 'superior'])
    const { waiting } = await bureau.office.call(readRaters, { cycleId: bureau.cycleId })
    expect(waiting.find((one) => one.raterPersonId === bureau.personId('1001'))?.people.map((one) => one.name)).toContain('职工4005')
    // a stand-in for the one who takes the place, who may step aside in turn
    const standIn = { appraisalId, raterPersonId: bureau.personId('1001'), standInPersonId: bureau.personId('3001') }
    await bureau.office.call(nameStandIn, { ...standIn, untilOn: '2026-09-25', reason: '主要负责人出差，由他人代评' })
    expect(await group('3001', '4005')).toBe('superior')
    await (await bureau.as('3001', ['unit-head'])).call(declineRating, { appraisalId, kind: 'recused', reason: '曾被其举报，申请回避' })
    expect([await group('3001', '4005'), await group('1001', '4005')]).toEqual([null, 'superior'])
  })

  test('who is late is reminded once a day; only then, or when the rater has left, a leader may go on without; nothing is filled in', async () => {
    const appraisalId = await bureau.appraisalId('4004')
    const waiver = { appraisalId, raterPersonId: bureau.personId('4001'), reason: '两次催办未评，委员会同意不计' }
    expect((await bureau.office.ask(waiveRating, waiver)).status).toBe(403)
    expect((await bureau.director.ask(waiveRating, waiver)).problem).toMatchObject({ code: 'waiver-too-early', details: { reminded: 0 } })
    const { reminded } = await bureau.office.call(remindRaters, { cycleId: bureau.cycleId })
    expect(reminded).toBeGreaterThan(3)
    expect(await bureau.office.call(remindRaters, { cycleId: bureau.cycleId })).toEqual({ reminded: 0 })
    await bureau.moveTo('2026-09-21T01:00:00Z')
    await bureau.office.call(remindRaters, { cycleId: bureau.cycleId })
    await bureau.director.call(waiveRating, waiver)
    const { waiting } = await bureau.office.call(readRaters, { cycleId: bureau.cycleId })
    const late = waiting.find((one) => one.name === '职工4001')
    expect(late?.reminded).toEqual(['2026-09-20', '2026-09-21'])
    expect(late?.people.map((one) => one.name)).not.toContain('职工4004')
    expect((await find('4004'))?.ratings.superior).toBe(0)
  })

  test('a rater who has left is told so', async () => {
    await bureau.app.inInstitution((tx) =>
      tx.updateTable('person').set({ left_on: '2026-08-31' }).where('person_id', '=', bureau.personId('3003')).execute(),
    )
    const gone = await (await bureau.as('3003')).ask(readRatingSheet, { appraisalId: await bureau.appraisalId('3006') })
    expect([gone.status, gone.problem?.code, gone.problem?.details]).toEqual([403, 'rater-left', { leftOn: '2026-08-31' }])
    // whomever they ask for, and whatever they ask for
    const other = await (await bureau.as('3003')).ask(readRatingSheet, { appraisalId: await bureau.appraisalId('4002') })
    expect(other.problem?.text).toEqual({ zh: expect.stringContaining('第38条'), en: expect.stringContaining('Art. 38') })
    expect(await (await bureau.as('3003')).call(listToRate, { cycleId: bureau.cycleId })).toEqual({ people: [], leftOn: '2026-08-31' })
    const waiver = { appraisalId: await bureau.appraisalId('3006'), raterPersonId: bureau.personId('3003'), reason: '原负责人已调离' }
    expect((await bureau.director.ask(waiveRating, waiver)).status).toBe(200)
  })
})

describe('one’s own report', () => {
  test('is kept as a draft nobody else reads, handed in once it says what was achieved, and then read by the superior', async () => {
    const person = await bureau.as('2002')
    const given = { cycleId: bureau.cycleId, body: { results: '' } }
    expect(await person.call(readSelfReport, { cycleId: bureau.cycleId })).toMatchObject({ submittedAt: null, open: true })
    await person.call(saveSelfReport, { ...given, body: { results: '草稿' } })
    const head = await bureau.as('2001', ['unit-head'])
    // what was written down when it happened may be taken over: a feat as a result, a failing as what fell short
    const feat = { happenedOn: '2025-07-12', sign: 'plus' as const, what: '汛期连续值守，及时发现路基塌方。', effect: '避免车辆驶入险段' }
    const failing = { happenedOn: '2025-09-03', sign: 'minus' as const, what: '月度报表漏报一个路段的数据。', effect: '汇总迟了一天' }
    for (const one of [feat, failing]) await head.call(recordIncident, { personId: bureau.personId('2002'), ...one })
    const { material } = await person.call(readSelfReport, { cycleId: bureau.cycleId })
    expect(material.filter((one) => one.source === 'incidents').map((one) => [one.facet, one.text.zh])).toEqual([
      ['results', '2025-07-12：汛期连续值守，及时发现路基塌方。（避免车辆驶入险段）'],
      ['shortfalls', '2025-09-03：月度报表漏报一个路段的数据。（汇总迟了一天）'],
    ])
    const appraisalId = await bureau.appraisalId('2002')
    expect((await head.call(readRatingSheet, { appraisalId })).selfReport).toEqual([])
    expect((await person.ask(submitSelfReport, given)).problem?.fields[0]?.pointer).toBe('/body/results')
    await person.call(submitSelfReport, { ...given, body: { results: '完成国道中修 12 公里，验收一次合格。' } })
    expect((await head.call(readRatingSheet, { appraisalId })).selfReport).toEqual([
      { facet: 'results', text: '完成国道中修 12 公里，验收一次合格。' },
    ])
    expect((await person.ask(saveSelfReport, given)).problem?.code).toBe('report-handed-in')
    expect((await (await bureau.as('2003')).call(readRatingSheet, { appraisalId })).selfReport).toEqual([])
  })
})

describe('the decision', () => {
  const MEMBERS = (['chair', 'leader', 'hr', 'discipline', 'staff-representative'] as const).map((memberClass, at) => ({
    memberClass,
    no: ['1001', '2001', '3001', '3002', '4005'][at] ?? '',
  }))
  const members = () => MEMBERS.map(({ memberClass, no }) => ({ memberClass, personId: bureau.personId(no) }))
  type Otherwise = Record<
    string,
    { grade?: 'excellent' | 'qualified' | 'basic' | 'unqualified' | 'ungraded'; secondGrade?: 'qualified' | 'basic' }
  >
  const isGraded = (grade: string) => grade === 'graded' || grade === 'within-ceiling'
  const decide = async (otherwise: Otherwise = {}) => {
    const settled: Otherwise = { 2008: { secondGrade: 'qualified' }, ...otherwise }
    const lines = (await list()).map((one) => ({
      appraisalId: one.appraisalId,
      grade: one.proposedGrade ?? (isGraded(one.participation.grade) ? ('qualified' as const) : ('ungraded' as const)),
      reason: '经集体研究确定',
      ...settled[one.employeeNo],
    }))
    return bureau.director.ask(decideGrades, {
      cycleId: bureau.cycleId,
      decidedOn: '2026-09-21',
      minutes: '会议逐一审议各人情况，经集体研究确定如下等次。',
      present: members().map((one) => one.personId),
      lines,
    })
  }
  const faults = async (otherwise?: Otherwise) => {
    const { problem } = await decide(otherwise)
    expect(problem?.code).toBe('decision-not-valid')
    return problem?.fields.map((field) => field.text.zh) ?? []
  }

  test('waits for everybody who is to be heard, and names the article', async () => {
    const numbers = (await list()).map((one) => one.employeeNo)
    await bureau.runOfficially(Object.fromEntries(numbers.map((no) => [no, no === '4002' ? '98' : '75'])))
    const superior = (no: string): string[] =>
      no === '2007' ? ['2001', '4001'] : no.endsWith('001') || no === '2005' ? ['1001'] : no === '3006' ? ['3001'] : [`${no[0]}001`]
    const rows = numbers
      .filter((no) => no !== '4004' && no !== '3003')
      .flatMap((no) =>
        superior(no).map((by): Rated => ({ no, by, value: '85', criteria: no === '4007' || no === '4002' ? '优秀' : '合格' })),
      )
    await bureau.rate(rows)
    await bureau.office.call(setCommittee, { cycleId: bureau.cycleId, members: members() })
    await bureau.office.call(scoreAppraisals, { cycleId: bureau.cycleId })
    await bureau.office.call(proposeGrades, { cycleId: bureau.cycleId, grounds: ['normal'], approval: '' })
    const said = await faults()
    for (const no of ['2003', '2004']) expect(said).toContain(`确定“职工${no}”的等次前，应听取原单位或挂职单位意见并登记（第38条）。`)
    for (const no of ['2003', '2004'])
      await bureau.office.call(recordHearing, {
        appraisalId: await bureau.appraisalId(no),
        heard: '省厅公路处',
        heardOn: '2026-09-18',
        opinion: '挂职期间表现良好，完成任务。',
        suggestedGrade: 'qualified',
      })
  })

  test('the two stretches of a moved person count by their days, and a superior who was waived not at all', async () => {
    // 85 from both heads and 75 on the plan: 0.55 × 85 + 0.45 × 75 = 80.50
    expect((await find('2007'))?.officialScore).toBe('80.50')
    expect((await find('4004'))?.missing.map((one) => one.en)).toContain('Virtue: no ratings yet')
  })

  test('keeps the ceiling of a sanction, grades both posts, and grades nobody against Art. 42 to 44', async () => {
    expect(await faults({ 4007: { grade: 'excellent' } })).toEqual(['“职工4007”的等次高于处分规定允许的上限。'])
    expect(await faults({ 4009: { grade: 'qualified' } })).toEqual(['“职工4009”的等次高于处分规定允许的上限。'])
    expect(await faults({ 4006: { grade: 'qualified' } })).toEqual(['按规定“职工4006”本年度不能确定为该等次。'])
    expect(await faults({ 2008: {} })).toEqual(['“职工2008”任两个岗位，请分别确定等次（第39条）。'])
  })

  test('a new tie takes a member’s voice: the quorum is counted without', async () => {
    await discipline.call(declareTie, { personId: bureau.personId('3002'), otherPersonId: bureau.personId('2002'), kind: 'collateral' })
    const { recusals } = await bureau.director.call(readCommittee, { cycleId: bureau.cycleId })
    expect(recusals).toContainEqual({ personId: bureau.personId('2002'), members: [bureau.personId('3002')] })
    const { status } = await decide({ 2008: { secondGrade: 'basic' } })
    expect(status).toBe(200)
    const { decision } = await bureau.office.call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('2002') })
    expect(decision?.present).not.toContain('职工3002')
    // Art. 39: the lower of the two grades counts
    expect((await find('2008'))?.grade).toBe('basic')
    expect((await find('4006'))?.grade).toBe('unqualified')
    expect((await find('4009'))?.grade).toBe('ungraded')
  })

  test('closes the record for this year: what is recorded now touches the next', async () => {
    await discipline.call(recordSanction, {
      personId: bureau.personId('4002'),
      kind: 'warning',
      decidedOn: '2025-12-30',
      inForceUntil: '2026-06-29',
      document: '纪〔2025〕12号',
    })
    expect((await find('4002'))?.participation.row).toBe('ordinary')
    expect((await bureau.office.ask(openAppraisals, { cycleId: bureau.cycleId })).problem?.code).toBe('grades-already-decided')
  })
})
