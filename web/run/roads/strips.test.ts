import type { SectionRow } from '@milepost/contract/run/inspections'
import { expect, test } from 'vitest'
import { STRIP, stakeText, stripsOf } from './strips.ts'

const section = (more: Partial<SectionRow>): SectionRow => ({
  inspectionId: `${more.route} ${more.fromM}`,
  route: 'G214',
  fromM: 0,
  toM: 1000,
  direction: 'up',
  roadClass: 'class-2',
  pavement: 'asphalt',
  unitId: null,
  unit: null,
  indices: { MQI: { value: '91.20', grade: 'road-excellent' } },
  given: [],
  missing: [],
  disputed: [],
  ...more,
})

test('a strip runs from the first stake of its road to the last, pieces in the proportion of their length', () => {
  const [strip] = stripsOf([section({ fromM: 3000, toM: 4000 }), section({ fromM: 1000, toM: 3000 })], 'MQI')
  expect(strip?.pieces.map(({ x, width }) => [x, width])).toEqual([
    [0, (STRIP.width * 2) / 3],
    [(STRIP.width * 2) / 3, STRIP.width / 3],
  ])
  expect([strip?.from, strip?.to]).toEqual(['K1+000', 'K4+000'])
})

test('routes and directions are strips of their own, routes in the order of their numbers', () => {
  const strips = stripsOf([section({ route: 'S10' }), section({ route: 'S9' }), section({ route: 'S9', direction: 'down' })], 'MQI')
  expect(strips.map(({ route, direction }) => `${route} ${direction}`)).toEqual(['S9 down', 'S9 up', 'S10 up'])
})

test('an index that was not surveyed has no grade, which is not the worst grade', () => {
  expect(stripsOf([section({})], 'SRI')[0]?.pieces[0]?.grade).toBeNull()
})

test('stakes are written with kilometres and metres', () => {
  expect(stakeText(12_045)).toBe('K12+045')
})
