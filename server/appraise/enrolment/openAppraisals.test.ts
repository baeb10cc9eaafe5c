import { listAppraisals, openAppraisals, readAppraisal } from '@milepost/contract/appraise/appraisals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Bureau, openBureau } from '../testing/bureau.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  const { app, personId } = bureau
  // 2008 is an engineer and, since April, also in charge of an office
  await app.inInstitution(async (tx) => {
    const { unit_id } = await tx.selectFrom('unit').select('unit_id').where('code', '=', 'YHK').executeTakeFirstOrThrow()
    const { post_id } = await tx.selectFrom('post').select('post_id').where('code', '=', 'KZ').executeTakeFirstOrThrow()
    const row = { person_id: personId('2008'), unit_id, post_id, kind: 'concurrent', valid_from: '2025-04-01' }
    await tx
      .insertInto('assignment')
      .values({ institution_id: app.institutionId, assignment_id: newId(), ...row })
      .execute()
  })
})
afterAll(() => bureau.close())

const list = async () => (await bureau.office.call(listAppraisals, { cycleId: bureau.cycleId })).appraisals
const find = async (no: string) => (await list()).find((one) => one.employeeNo === no)

test('who may open the appraisals, and of which cycle', async () => {
  const { app, office, director, cycleId } = bureau
  expect((await app.visitor.ask(openAppraisals, { cycleId })).status).toBe(401)
  expect((await director.ask(openAppraisals, { cycleId })).status).toBe(403)
  expect((await office.ask(openAppraisals, { cycleId: '2025' })).status).toBe(422)
  expect((await office.ask(openAppraisals, { cycleId: newId() })).problem?.code).toBe('not-found')
  expect(await list()).toEqual([])
})

test('everybody of the year is enrolled but leaders, those who left before its end, those who came after, and those of whom a fact is missing', async () => {
  const { office, cycleId } = bureau
  const answer = await office.call(openAppraisals, { cycleId })
  expect(answer).toMatchObject({ opened: 24, already: 0, notUnderTheseRules: 1 })
  expect(answer.unknown.map(({ employeeNo, joinedOn, facts }) => [employeeNo, joinedOn, facts])).toEqual([
    ['4011', '2025-05-06', ['daysElsewhere']],
    ['4012', '2025-10-08', ['daysElsewhere']],
  ])
  const numbers = (await list()).map((one) => one.employeeNo)
  expect(numbers).toContain('3004')
  for (const absent of ['1001', '2009', '3005', '4011', '4012']) expect(numbers).not.toContain(absent)
})

test('doing it again enrols nobody twice', async () => {
  expect(await bureau.office.call(openAppraisals, { cycleId: bureau.cycleId })).toMatchObject({ opened: 0, already: 24 })
})

test('once the office says how long they worked elsewhere, they are enrolled by the row that fits', async () => {
  const { office, cycleId, personId } = bureau
  const daysElsewhere = [{ personId: personId('4011'), days: 60 }]
  expect(await office.call(openAppraisals, { cycleId, daysElsewhere })).toMatchObject({ opened: 1, unknown: [{ employeeNo: '4012' }] })
  expect((await office.ask(openAppraisals, { cycleId, daysElsewhere: [{ personId: personId('4012'), days: -1 }] })).status).toBe(422)
  await office.call(openAppraisals, { cycleId, daysElsewhere: [{ personId: personId('4012'), days: 30 }] })
  expect(await list()).toHaveLength(26)
})

describe('the verdict carries its article', () => {
  test.each([
    ['2002', 'ordinary', 'graded', []],
    ['2008', 'two-posts', 'graded', ['39']],
    ['3004', 'ordinary', 'graded', []],
    ['3006', 'maternity-leave', 'graded', ['41']],
    ['4008', 'ordinary', 'graded', []],
    ['4009', 'ordinary', 'graded', []],
    ['4010', 'first-job-short', 'none', ['37']],
    ['4011', 'joined-this-year', 'graded', ['37']],
    ['4012', 'short-service', 'none', ['37']],
    ['4013', 'long-leave', 'none', ['41']],
  ])('%s: %s, %s', async (no, row, grade, articles) => {
    const rule = (await find(no))?.participation
    expect(rule).toMatchObject({ row, grade, takesPart: true, inSeatBase: true })
    expect(rule?.citations.map((one) => one.article).filter((article) => article !== '')).toEqual(articles)
    expect(rule?.reasons.every((reason) => reason.zh !== '' && reason.en !== '')).toBe(true)
  })
})

describe('who sees an appraisal', () => {
  const read = async (no: string, whose: string, roles: Parameters<Bureau['as']>[1] = ['employee']) =>
    (await bureau.as(no, roles)).ask(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId(whose) })

  test('the person, the head, the office and the leader; a colleague and another head do not', async () => {
    expect((await read('2002', '2002')).status).toBe(200)
    expect((await read('2001', '2002', ['unit-head'])).status).toBe(200)
    expect((await read('1001', '2002', ['leader'])).status).toBe(200)
    expect((await read('2003', '2002')).status).toBe(403)
    expect((await read('3001', '2002', ['unit-head'])).status).toBe(403)
  })

  test('what is missing and what may not be seen are the same to somebody without right', async () => {
    const employee = await bureau.as('2003')
    const other = await employee.ask(readAppraisal, { cycleId: bureau.cycleId, personId: bureau.personId('2002') })
    const nobody = await employee.ask(readAppraisal, { cycleId: bureau.cycleId, personId: newId() })
    expect(nobody.problem).toEqual(other.problem)
  })

  test('the list is for the office, leaders and discipline', async () => {
    for (const role of ['performance-office', 'leader', 'discipline'] as const)
      expect((await (await bureau.app.signIn([role])).ask(listAppraisals, { cycleId: bureau.cycleId })).status).toBe(200)
    for (const role of ['employee', 'unit-head', 'system-admin', 'authority'] as const)
      expect((await (await bureau.app.signIn([role])).ask(listAppraisals, { cycleId: bureau.cycleId })).status).toBe(403)
  })
})
