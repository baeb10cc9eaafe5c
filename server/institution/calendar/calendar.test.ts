import { addWorkingDays } from '@milepost/appraisal/workingDays'
import { markCalendarYear, openCalendarYear, readCalendar, setCalendarDay } from '@milepost/contract/institution/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { workingDaysOf } from '../published.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const dayOf = async (day: string) => {
  const { calendar } = await office.call(readCalendar, { year: Number(day.slice(0, 4)) })
  return calendar?.months.flatMap(({ days }) => days).find((one) => one.day === day)
}

test('who may read and who may edit the calendar', async () => {
  const employee = await app.signIn(['employee'])
  expect((await app.visitor.ask(readCalendar, { year: 2026 })).status).toBe(401)
  expect((await employee.ask(readCalendar, { year: 2026 })).status).toBe(200)
  expect((await employee.ask(openCalendarYear, { year: 2026 })).status).toBe(403)
  expect((await office.ask(readCalendar, { year: 1066 })).status).toBe(422)
})

test('a year that was not entered has no working days: it is missing, not guessed', async () => {
  expect(await office.call(readCalendar, { year: 2026 })).toEqual({ calendar: null, years: [], inLibrary: true })
  const answer = await office.ask(setCalendarDay, { day: '2026-05-01', isWorking: false, name: { zh: '', en: '' } })
  expect(answer.problem?.code).toBe('calendar-year-missing')
})

test('a year of the library comes with its source and mark: the spring festival of 2026 and the weekend worked for it', async () => {
  await office.call(openCalendarYear, { year: 2026 })
  const { calendar } = await office.call(readCalendar, { year: 2026 })
  expect(calendar).toMatchObject({ verified: true, source: { zh: expect.stringContaining('国务院办公厅') } })
  expect(calendar?.months).toHaveLength(12)
  expect(calendar?.workingDays).toBe(calendar?.months.reduce((sum, month) => sum + month.workingDays, 0))
  expect(await dayOf('2026-02-17')).toMatchObject({ isWorking: false, exception: { zh: '春节' } })
  expect((await office.ask(openCalendarYear, { year: 2026 })).problem?.code).toBe('calendar-year-taken')
})

test('a day is edited, and edited back to an ordinary day it leaves no exception', async () => {
  expect(await dayOf('2026-03-07')).toMatchObject({ weekday: 6, isWorking: false, exception: null })
  await office.call(setCalendarDay, { day: '2026-03-07', isWorking: true, name: { zh: '调休上班', en: 'Worked in exchange' } })
  expect(await dayOf('2026-03-07')).toMatchObject({ isWorking: true, exception: { zh: '调休上班' } })
  await office.call(setCalendarDay, { day: '2026-03-07', isWorking: false, name: { zh: '', en: '' } })
  expect(await dayOf('2026-03-07')).toMatchObject({ isWorking: false, exception: null })
})

test('a year the library does not hold starts unverified and is marked by somebody', async () => {
  await office.call(openCalendarYear, { year: 2031 })
  expect((await office.call(readCalendar, { year: 2031 })).calendar).toMatchObject({ verified: false, workingDays: 261 })
  await office.call(markCalendarYear, { year: 2031, verified: true, source: { zh: '通知', en: 'Notice' } })
  expect((await office.call(readCalendar, { year: 2031 })).calendar).toMatchObject({ verified: true, source: { zh: '通知' } })
})

test('later rooms count with the calendar as it stands', async () => {
  const calendar = await app.inInstitution((tx) => workingDaysOf(tx, app.institutionId))
  expect(calendar.years).toEqual([2026, 2031])
  expect(addWorkingDays('2026-03-06', 5, calendar)).toMatchObject({ kind: 'known', day: '2026-03-13' })
  expect(addWorkingDays('2027-01-04', 5, calendar)).toMatchObject({ kind: 'undefined', because: 'year-not-covered' })
})
