import { proposeGrades } from '@milepost/contract/appraise/appraisals'
import { readSeatHistory } from '@milepost/contract/appraise/history'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'

/** Two versions of the rules give the seats of their years: 20 % since 2023 (Art. 15), 15 % in the example for the years before. */

let app: TestApp
let office: Client
const cycles = new Map<number, string>()

/** The seats of a year are a whole number, rounded down: 57.4, 3.8, 3.2, 0.8 and 43.05, 2.85, 2.4, 0.6. */
const YEARS = [
  { year: 2025, people: 287, seats: 57 },
  { year: 2024, people: 19, seats: 3 },
  { year: 2026, people: 16, seats: 3 },
  { year: 2023, people: 4, seats: 0 },
  { year: 2022, people: 287, seats: 43 },
  { year: 2021, people: 19, seats: 2 },
  { year: 2020, people: 16, seats: 2 },
  { year: 2019, people: 4, seats: 0 },
] as const

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-10T01:00:00Z')
  office = await app.signIn(['performance-office'])
  const { institutionId } = app
  const institution_id = institutionId
  await app.inInstitution(async (tx) => {
    const [unit_id, post_id] = [newId(), newId()]
    await tx
      .insertInto('unit')
      .values({ institution_id, unit_id, code: 'U', name_zh: '站', name_en: 'Station', name_key: 'zhan', kind: 'office' })
      .execute()
    await tx
      .insertInto('post')
      .values({ institution_id, post_id, code: 'P', title_zh: '岗', title_en: 'Post', post_class: 'management' })
      .execute()
    const people = Array.from({ length: 287 }, (_one, at) => ({ person_id: newId(), no: String(1000 + at) }))
    await tx
      .insertInto('person')
      .values(
        people.map(({ person_id, no }) => ({
          institution_id,
          person_id,
          employee_no: no,
          name: `职工${no}`,
          name_key: no,
          joined_on: '2010-01-01',
        })),
      )
      .execute()
    for (const { year, people: n } of YEARS) {
      const cycle_id = newId()
      cycles.set(year, cycle_id)
      await tx
        .insertInto('cycle')
        .values({
          institution_id,
          cycle_id,
          year,
          name_zh: `${year}`,
          name_en: `${year}`,
          starts_on: `${year}-01-01`,
          ends_on: `${year}-12-31`,
          stage: 'appraise',
        })
        .execute()
      await tx
        .insertInto('appraisal')
        .values(
          people.slice(0, n).map(({ person_id }, at) => ({
            institution_id,
            appraisal_id: newId(),
            cycle_id,
            person_id,
            unit_id,
            post_id,
            state: 'scored',
            participation: 'graded',
            participation_rule: JSON.stringify({
              row: 'ordinary',
              takesPart: true,
              grade: 'graded',
              inSeatBase: true,
              reasons: [],
              citations: [],
            }),
            score_input: JSON.stringify({ provisional: false }),
            score_result: JSON.stringify({ total: String(90 - at / 100), contributions: [] }),
            official_score: (90 - at / 100).toFixed(2),
          })),
        )
        .execute()
    }
  })
}, 60_000)
afterAll(() => app.close())

test.each(YEARS)('$people people in $year have $seats seats', async ({ year, people, seats }) => {
  const proposed = await office.call(proposeGrades, { cycleId: cycles.get(year) ?? '', grounds: ['normal'], approval: '' })
  expect(proposed).toMatchObject({ base: people, seats, rateBp: year >= 2023 ? 2000 : 1500 })
})

test('the history is for those who oversee, and says nothing of turns before three years are decided', async () => {
  expect((await (await app.signIn(['employee'])).ask(readSeatHistory, {})).status).toBe(403)
  expect(await office.call(readSeatHistory, {})).toEqual({ years: [], units: [], turns: null })
})
