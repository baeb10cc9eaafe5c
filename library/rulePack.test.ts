import { readFileSync } from 'node:fs'
import path from 'node:path'
import { seatRate } from '@milepost/appraisal/seatRate'
import { excellentSeats } from '@milepost/appraisal/seats'
import { expect, test } from 'vitest'
import { rulePackOf, rulesInForce } from './rulePack.ts'
import { FILES } from './schemas.ts'

const json = (file: string): unknown => JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
const content = {
  appraisalRules: FILES.appraisalRules.schema.parse(json(FILES.appraisalRules.path)),
  earlierRules: FILES.earlierRules.schema.parse(json(FILES.earlierRules.path)),
}

/** Seats of an institution of so many people in a year, by the pack that was in force. */
function seatsIn(year: number, people: number): number {
  const { seatRate: rules } = rulePackOf(rulesInForce(content, `${year}-01-01`))
  const rate = seatRate([], '', rules)
  if (rate.kind === 'undefined') throw new Error(rate.because)
  return excellentSeats({ people, basisPoints: rate.basisPoints })
}

test('287, 19, 16 and 4 people have 57, 3, 3 and 0 seats at the 20 % of 2023, and 43, 2, 2 and 0 at the older 15 %', () => {
  expect([287, 19, 16, 4].map((people) => seatsIn(2026, people))).toEqual([57, 3, 3, 0])
  expect([287, 19, 16, 4].map((people) => seatsIn(2016, people))).toEqual([43, 2, 2, 0])
})

test('the year decides the version, and the result says which it was', () => {
  expect(rulesInForce(content, '2022-12-31').id).toBe('cn-before-2023')
  expect(rulesInForce(content, '2024-01-01').id).toBe('cn-2023-6')
  expect(rulePackOf(rulesInForce(content, '2016-01-01')).version).toBe('cn-before-2023 1')
  expect(rulePackOf(rulesInForce(content, '2016-01-01')).seatRate.citation.verified).toBe(false)
})

test('the pack gives the engine what the file says, and marks what nobody has compared with the official text', () => {
  const pack = rulePackOf(content.appraisalRules)
  expect(pack.heads.weights).toEqual({ virtue: 2000, ability: 1500, diligence: 1000, results: 4500, integrity: 1000 })
  expect(pack.participation.citations.refuses).toEqual({ instrument: '事业单位工作人员考核规则包', article: '44', verified: true })
  expect(pack.ceilings.sanctions.every(({ citation }) => !citation.verified)).toBe(true)
  expect(pack.cases.limits.review).toMatchObject({ fileDays: 30, acceptDays: null, decideDays: 30 })
  expect(pack.committee).toEqual({
    required: ['chair', 'leader', 'hr', 'discipline', 'staff-representative'],
    quorum: { atLeast: 2, of: 3 },
  })
})
