import type { UnitRow } from '@milepost/contract/institution/units'
import { expect, test } from 'vitest'
import { isLargeEnough, namesIn, peopleIn, THREE_LEVELS } from './strataDraft.ts'

const unit = (unitId: string, parentUnitId: string | null, peopleWithBelow: number): UnitRow => ({
  unitId,
  code: unitId,
  name: { zh: unitId, en: unitId },
  kind: 'office',
  parentUnitId,
  orderNo: 0,
  closedOn: null,
  people: 0,
  peopleWithBelow,
  head: null,
})
const units = [unit('bureau', null, 300), unit('station', 'bureau', 40), unit('area', 'station', 12)]

test('a unit and one below it count everybody once', () => {
  expect(peopleIn(['station', 'area'], units)).toBe(40)
  expect(peopleIn(['area'], units)).toBe(12)
  expect(peopleIn(['bureau', 'area'], units)).toBe(300)
})

test('names come from lines, tabs or commas, each once', () => {
  expect(namesIn('张三\n李四\t王五，张三\n\n')).toEqual(['张三', '李四', '王五'])
})

test('ten people for an anonymous stratum, one otherwise, none needed for an open link', () => {
  const [level] = THREE_LEVELS
  if (!level) throw new Error('no level')
  const nine = { ...level, pasted: Array.from({ length: 9 }, (_, at) => `人${at}`).join('\n') }
  expect(isLargeEnough(nine, { units, mode: 'anonymous', sharedLink: false })).toBe(false)
  expect(isLargeEnough(nine, { units, mode: 'confidential', sharedLink: false })).toBe(true)
  expect(isLargeEnough(level, { units, mode: 'anonymous', sharedLink: true })).toBe(true)
})
