import { listAppraisals, proposeGrades, readAppraisal, readCalibration, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { readEvidence } from '@milepost/contract/appraise/evidence'
import { giveRating, readRatingSheet, saveRatingDraft } from '@milepost/contract/appraise/ratings'
import { declareTie, endTie } from '@milepost/contract/appraise/ties'
import { recordIncident } from '@milepost/contract/run/incidents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Bureau, openBureau, type Rated } from '../testing/bureau.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  await bureau.enrol()
})
afterAll(() => bureau.close())

const GRADED = [
  2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 3001, 3002, 3003, 3004, 3006, 4001, 4002, 4003, 4004, 4005, 4006, 4007, 4008, 4009, 4011,
].map(String)
const headOf = (no: string) => (no.endsWith('001') ? '1001' : `${no[0]}001`)
const score = () => bureau.office.call(scoreAppraisals, { cycleId: bureau.cycleId })
const line = async (no: string) => {
  const { appraisals } = await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })
  const found = appraisals.find((one) => one.employeeNo === no)
  if (!found) throw new Error(`nobody has the number ${no}`)
  return found
}
const detail = (no: string) => bureau.office.call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId(no) })

describe('the score of a person', () => {
  test('needs an official run first, and the office', async () => {
    const { director, office, cycleId, app } = bureau
    expect((await app.visitor.ask(scoreAppraisals, { cycleId })).status).toBe(401)
    expect((await director.ask(scoreAppraisals, { cycleId })).status).toBe(403)
    expect((await office.ask(scoreAppraisals, { cycleId })).problem?.code).toBe('no-official-scores')
  })

  test('is not there while a head is missing; the heads are named, and only for people who get a grade', async () => {
    await bureau.runOfficially({ 2002: '80', 2003: null })
    const { scored, missing } = await score()
    expect(scored).toBe(0)
    const because = (no: string) => missing.filter((one) => one.personId === bureau.personId(no)).map((one) => one.because.en)
    expect(because('2002')).toEqual([
      'Virtue: no ratings yet',
      'Ability: no ratings yet',
      'Diligence: no ratings yet',
      'Integrity: no ratings yet',
    ])
    expect(because('2003')).toContain('Results: the plan has no official score')
    expect(because('2004')).toContain('Results: no personal plan')
    expect(because('4010')).toEqual([])
    expect((await line('2002')).missing).toHaveLength(4)
  })

  test('a rating of peers alone is none: the superior is missing', async () => {
    await bureau.rate([{ no: '2002', group: '同级', by: '2003', value: '90' }])
    const { missing } = await score()
    expect(missing.filter((one) => one.personId === bureau.personId('2002')).map((one) => one.because.en)[0]).toBe(
      'Virtue: the superior has not rated',
    )
  })

  test('adds up by hand: 45 % of the plan score and 55 % of the ratings', async () => {
    await bureau.rate([{ no: '2002', by: '2001', value: '90', criteria: '合格' }])
    expect((await score()).scored).toBe(1)
    // one peer is too few: all the weight is the superior’s 90, so 0.45 * 80 + 0.55 * 90
    expect((await line('2002')).officialScore).toBe('85.50')
    const { heads, lines, cardId } = await detail('2002')
    expect(heads.map((head) => [head.head, head.score, head.weightBp, head.points])).toEqual([
      ['virtue', '90', 2000, '18'],
      ['ability', '90', 1500, '13.5'],
      ['diligence', '90', 1000, '9'],
      ['results', '80', 4500, '36'],
      ['integrity', '90', 1000, '9'],
    ])
    expect(lines.at(-1)).toEqual({ zh: '合计 85.50 分', en: 'Total 85.50' })
    expect(cardId).not.toBeNull()
  })

  test('a rating from before a tie was known does not count once scores are computed anew (Art. 39)', async () => {
    const discipline = await bureau.app.signIn(['discipline'], { name: '纪检员' })
    const before = (await line('2002')).officialScore
    const pair = { personId: bureau.personId('2001'), otherPersonId: bureau.personId('2002') }
    const { tieId } = await discipline.call(declareTie, { ...pair, kind: 'in-law' })
    await score()
    expect([before === null, (await line('2002')).officialScore]).toEqual([false, null])
    await discipline.call(endTie, { tieId })
    await score()
    expect((await line('2002')).officialScore).toBe(before)
  })

  test('weights the groups that are large enough: 50 superior, 20 peers of three', async () => {
    await bureau.rate([
      { no: '2002', group: '同级', by: '2003', value: '60' },
      { no: '2002', group: '同级', by: '2004', value: '80' },
      { no: '2002', group: '同级', by: '2005', value: '76' },
    ])
    await score()
    // (50 * 90 + 20 * 72) / 70 = 84.857142…; 0.45 * 80 + 0.55 * 84.857142… = 82.671…
    expect((await line('2002')).officialScore).toBe('82.67')
  })

  test('what a small group gave is not shown, neither to the person nor to the office', async () => {
    await bureau.rate([
      { no: '3002', by: '3001', value: '80', criteria: '合格' },
      { no: '3002', group: '同级', by: '3003', value: '65' },
      { no: '3002', group: '同级', by: '3004', value: '75' },
    ])
    await bureau.runOfficially({ 2002: '80', 3002: '70' })
    await score()
    const mine = await (await bureau.as('3002')).call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('3002') })
    for (const { heads } of [mine, await detail('3002')]) {
      const peers = heads.flatMap((head) => head.groups.filter((group) => group.group === 'peers'))
      expect(peers.map((group) => [group.n, group.value, group.standing])).toEqual(Array(4).fill([2, null, 'below-minimum']))
    }
    expect(JSON.stringify(mine)).not.toMatch(/"65"|"75"|职工3003|职工3004/)
  })

  test('a head is rated by five of the unit as well', async () => {
    const below = ['4002', '4003', '4004', '4005', '4006'].map((by): Rated => ({ no: '4001', group: '下级', by, value: '70' }))
    await bureau.rate([{ no: '4001', by: '1001', value: '90', criteria: '合格' }, ...below])
    await bureau.runOfficially({ 4001: '80' })
    await score()
    const virtue = (await detail('4001')).heads.find((head) => head.head === 'virtue')
    // 50 superior and 10 subordinates: (50 * 90 + 10 * 70) / 60
    expect(virtue?.score).toBe('260/3')
    expect(virtue?.groups.find((group) => group.group === 'subordinates')).toMatchObject({ n: 5, standing: 'used', value: '70.0000' })
  })
})

describe('seats', () => {
  const propose = (grounds: Parameters<typeof asked>[0] = ['normal'], approval = '') =>
    bureau.office.ask(proposeGrades, asked(grounds, approval))
  const asked = (grounds: ('normal' | 'collective-merit' | 'held-accountable' | 'institution-excellent')[], approval: string) => ({
    cycleId: bureau.cycleId,
    grounds,
    approval,
  })

  beforeAll(async () => {
    // 4002 to 4006 and 2003 in front; 4005 and 4006 are equal in everything at the fifth seat
    const plan: Record<string, string> = Object.fromEntries(GRADED.map((no) => [no, '70']))
    Object.assign(plan, { 4002: '98', 4003: '96', 4004: '94', 2003: '92', 4005: '90', 4006: '90', 4007: '84', 2004: '99' })
    await bureau.runOfficially(plan, ['2004'])
    await bureau.rate(
      GRADED.map(
        (no): Rated => ({
          no,
          by: headOf(no),
          value: Number(plan[no]) >= 84 ? '90' : '80',
          criteria: Number(plan[no]) >= 84 ? '优秀' : '合格',
        }),
      ),
    )
    await score()
  })

  test('who may, and only with scores', async () => {
    const { app, director, cycleId } = bureau
    expect((await app.visitor.ask(proposeGrades, asked(['normal'], ''))).status).toBe(401)
    expect((await director.ask(proposeGrades, asked(['normal'], ''))).status).toBe(403)
    expect((await bureau.office.ask(proposeGrades, { cycleId, grounds: ['guess' as 'normal'], approval: '' })).status).toBe(422)
  })

  test('everybody who should take part counts, those without a grade included: 20 % of 26 is 5, never 6', async () => {
    const { body } = await propose()
    expect(body).toEqual({ base: 26, rateBp: 2000, seats: 5, proposedExcellent: 4, ties: 1 })
  })

  test('people equal at the last seat wait for the committee; candidates beyond the seats are held back, nobody is pushed down', async () => {
    const standing = async (no: string) => {
      const { proposedGrade, standing } = await line(no)
      return [proposedGrade, standing]
    }
    expect(await standing('4002')).toEqual(['excellent', 'has-seat'])
    expect(await standing('2003')).toEqual(['excellent', 'has-seat'])
    expect(await standing('4005')).toEqual([null, 'tied-at-last-seat'])
    expect(await standing('4006')).toEqual([null, 'tied-at-last-seat'])
    expect(await standing('4007')).toEqual(['qualified', 'held-back-by-seats'])
    expect(await standing('4009')).toEqual(['qualified', 'not-a-candidate'])
    expect(await standing('4010')).toEqual(['ungraded', 'not-a-candidate'])
    const { seats, distribution } = await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })
    expect(seats).toMatchObject({ base: 26, seats: 5, open: 1, ties: [{ people: ['职工4005', '职工4006'], seatsLeft: 1 }] })
    expect(distribution.find((one) => one.grade === 'excellent')).toEqual({ grade: 'excellent', proposed: 4, decided: 0 })
  })

  test('of people to be told apart the room reads plan, ratings by group, incidents and talks side by side; who rated is not said', async () => {
    const incident = {
      happenedOn: '2025-07-12',
      sign: 'plus' as const,
      what: '汛期连续值守，及时发现路基塌方。',
      effect: '避免车辆驶入险段',
    }
    await (await bureau.as('4001', ['unit-head'])).call(recordIncident, { personId: bureau.personId('4005'), ...incident })
    const read = (no: string) => bureau.office.call(readEvidence, { cycleId: bureau.cycleId, personId: bureau.personId(no) })
    const [one, other] = [await read('4005'), await read('4006')]
    // one measure of a hundred, of which ninety were reached: the plan of testing/bureau.ts
    for (const { plan } of [one, other])
      expect(plan?.lines).toMatchObject([{ weight: '100.00', actual: '90', target: '100', score: '90.00' }])
    expect(one.appraisal).toMatchObject({ officialScore: other.appraisal.officialScore, standing: 'tied-at-last-seat', voted: null })
    expect(one.heads.map((head) => head.head)).toEqual(['virtue', 'ability', 'diligence', 'results', 'integrity'])
    expect(one.incidents).toMatchObject([{ ...incident, files: 0, confirmed: false }])
    expect([other.incidents, other.checkIns, other.report, other.earlier]).toEqual([[], [], [], []])
    expect(JSON.stringify(one.heads)).not.toContain(bureau.personId('4001'))
    const colleague = await bureau.as('4005')
    expect((await colleague.ask(readEvidence, { cycleId: bureau.cycleId, personId: bureau.personId('4005') })).status).toBe(403)
    expect((await bureau.office.ask(readEvidence, { cycleId: bureau.cycleId, personId: newId() })).status).toBe(404)
  })

  test('shared out among units first, the front line counts 1.2 times, and what a unit was owed last year counts too', async () => {
    const units = async () => {
      const answer = await bureau.office.call(proposeGrades, { ...asked(['normal'], ''), pooling: 'units' })
      const { seats } = await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })
      return {
        ...answer,
        ledger: Object.fromEntries((seats?.ledger ?? []).map((one) => [one.unit.en, [one.people, one.claim, one.seats, one.proposed]])),
      }
    }
    // 8 + 5 + 13 × 1.2 = 28.6 parts of 5 seats; nobody of LZK is a candidate, and the seat stays empty
    expect(await units()).toMatchObject({
      seats: 5,
      proposedExcellent: 4,
      ties: 0,
      ledger: { YHK: [8, '200/143', 1, 1], LZK: [5, '125/143', 1, 0], DZ: [13, '30/11', 3, 3] },
    })
    const { app } = bureau
    await app.inInstitution(async (tx) => {
      const [institution_id, cycle_id] = [app.institutionId, newId()]
      const cycle = { name_zh: '2024', name_en: '2024', starts_on: '2024-01-01', ends_on: '2024-12-31', stage: 'closed' }
      await tx
        .insertInto('cycle')
        .values({ institution_id, cycle_id, year: 2024, ...cycle })
        .execute()
      for (const [code, carry_out] of [
        ['YHK', '1/2'],
        ['DZ', '-1/2'],
      ] as const) {
        const { unit_id } = await tx.selectFrom('unit').select('unit_id').where('code', '=', code).executeTakeFirstOrThrow()
        const line = { people: 1, tilt_bp: 10_000, carry_in: '0', share: '0', claim: '0', seats: 0, awarded: 0, carry_out }
        await tx
          .insertInto('seat_ledger')
          .values({ institution_id, cycle_id, unit_id, ...line })
          .execute()
      }
    })
    expect((await units()).ledger).toMatchObject({ YHK: [8, '543/286', 2, 1], LZK: [5, '125/143', 1, 0], DZ: [13, '49/22', 2, 2] })
    await propose()
  })

  test('a plan score that rests on too little data proposes nobody, and says so', async () => {
    const { proposedGrade, officialScore, missing } = await line('2004')
    expect([proposedGrade, officialScore === null]).toEqual([null, false])
    expect(missing.map((one) => one.en)).toEqual([
      'Results: the plan has too little data, its score is provisional and takes no part in the ranking',
    ])
  })

  test('a raised share needs the approving document; grounds that contradict need a choice; a lowered share is 15 %', async () => {
    const revision = async () => (await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })).seats?.revision
    const before = await revision()
    expect((await propose(['collective-merit'])).problem).toMatchObject({
      code: 'seat-rate-unclear',
      details: { because: 'approval-missing' },
      fields: [expect.objectContaining({ pointer: '/approval' })],
      text: { zh: expect.stringContaining('第15条'), en: expect.stringContaining('Art. 15') },
    })
    expect(await revision()).toBe(before)
    expect((await propose(['institution-excellent', 'held-accountable'], '人社〔2026〕8号')).problem?.details).toEqual({
      because: 'grounds-contradict',
    })
    expect((await propose(['collective-merit'], '人社〔2026〕8号')).body).toMatchObject({
      rateBp: 2500,
      seats: 6,
      proposedExcellent: 6,
      ties: 0,
    })
    expect((await propose(['held-accountable'])).body).toMatchObject({ rateBp: 1500, seats: 3, proposedExcellent: 3 })
    expect((await propose()).body).toMatchObject({ seats: 5 })
    const { seats } = await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })
    expect(seats).toMatchObject({ revision: 7, ground: 'normal' })
  })

  test('a person does not learn what is proposed before it is decided; the office does', async () => {
    const mine = await (await bureau.as('4002')).call(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('4002') })
    expect([mine.appraisal.state, mine.appraisal.proposedGrade, mine.appraisal.standing]).toEqual(['proposed', null, null])
    expect((await detail('4002')).appraisal.proposedGrade).toBe('excellent')
  })

  test('once grades are proposed, ratings are locked', async () => {
    const head = await bureau.as('4001', ['unit-head'])
    const rating = { appraisalId: await bureau.appraisalId('4002'), items: { 'virtue-1': '70' }, criteriaGrade: null, comment: '' }
    const { problem } = await head.ask(giveRating, rating)
    expect([problem?.code, problem?.text]).toEqual([
      'ratings-locked',
      { zh: expect.stringMatching(/第17条.*重新开启/), en: expect.stringMatching(/Art\. 17.*reopen/) },
    ])
  })

  test('a draft that was not handed in before they were locked counts nothing, and can still be read by whoever wrote it', async () => {
    await score()
    const head = await bureau.as('4001', ['unit-head'])
    const appraisalId = await bureau.appraisalId('4002')
    const before = await head.call(readRatingSheet, { appraisalId })
    await head.call(saveRatingDraft, { appraisalId, items: { 'virtue-1': '71' }, criteriaGrade: null, comment: '还没有写完' })
    expect((await propose(['normal'])).status).toBe(200)
    const sheet = await head.call(readRatingSheet, { appraisalId })
    expect(sheet).toMatchObject({ open: false, draftSavedAt: null, given: before.given, leftOver: { items: 1, comment: '还没有写完' } })
  })

  test('scoring again takes the proposals back, so that nothing is decided on old scores', async () => {
    await score()
    expect(await line('4002')).toMatchObject({ state: 'scored', proposedGrade: null, standing: null })
    expect((await bureau.office.call(readCalibration, { cycleId: bureau.cycleId })).seats).toBeNull()
  })
})
