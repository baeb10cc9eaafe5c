import { type Holder, holderKey, THE_INSTITUTION } from '@milepost/contract/run/holder'
import { expect, test } from 'vitest'
import type { Unit } from '../../institution/published.ts'
import type { PeriodKind } from '../periods/periodCode.ts'
import { grainOf } from './grain.ts'
import { holderTree, sourcesOf } from './sources.ts'

const unit = (unitId: string, parentUnitId: string | null, kind: Unit['kind'] = 'station'): Unit => ({
  ...{ unitId, code: unitId, name: { zh: unitId, en: unitId }, kind, parentUnitId, orderNo: 0, closedOn: null },
})
const tree = holderTree([
  unit('bureau', null, 'bureau'),
  unit('A', 'bureau'),
  unit('A1', 'A'),
  unit('A2', 'A'),
  unit('B', 'bureau'),
  unit('C', null),
])
const of = (unitId: string): Holder => ({ kind: 'unit', unitId })
const among = (ids: readonly string[]) => (holder: Holder) => ids.includes(holder.kind === 'unit' ? holder.unitId : holder.kind)
const found = (holder: Holder, given: { reported?: string[]; expected?: string[]; addsUp?: boolean }) =>
  sourcesOf(holder, tree, {
    reported: among(given.reported ?? []),
    expected: among(given.expected ?? []),
    addsUp: given.addsUp ?? true,
  }).map(holderKey)

test('a holder’s own value goes before everything below it', () => {
  expect(found(THE_INSTITUTION, { reported: ['institution', 'A', 'B'] })).toEqual(['institution'])
  expect(found(of('A'), { reported: ['A', 'A1'] })).toEqual(['unit:A'])
})

test('without one it is put together from the uppermost units that report, each counted once', () => {
  expect(found(THE_INSTITUTION, { reported: ['A', 'A1', 'A2', 'B'] })).toEqual(['unit:A', 'unit:B'])
  expect(found(THE_INSTITUTION, { reported: ['A1', 'A2', 'B', 'C'] })).toEqual(['unit:A1', 'unit:A2', 'unit:B', 'unit:C'])
})

test('a unit whose card wants the value and that has not reported stands in the list as a gap', () => {
  expect(found(THE_INSTITUTION, { reported: ['A'], expected: ['A', 'B'] })).toEqual(['unit:A', 'unit:B'])
  expect(found(THE_INSTITUTION, { reported: ['A1'], expected: ['A', 'A2', 'institution'] })).toEqual(['unit:A1', 'unit:A2'])
})

test('a measure that does not add up over units is the holder’s own, there or not', () => {
  expect(found(THE_INSTITUTION, { reported: ['A', 'B'], addsUp: false })).toEqual(['institution'])
  expect(found(of('B'), {})).toEqual(['unit:B'])
})

test('a measure is counted in the kind of period that has values, else by its frequency, else in the next longer kind there is', () => {
  const grain = (frequency: 'month' | 'year', inCycle: readonly PeriodKind[], withValues: readonly PeriodKind[] = []) =>
    grainOf({ frequency, inCycle: new Set(inCycle), withValues: new Set(withValues) })
  expect(grain('month', ['year', 'quarter', 'month'])).toBe('month')
  expect(grain('month', ['year', 'quarter'])).toBe('quarter')
  expect(grain('year', ['month', 'quarter'])).toBe('quarter')
  expect(grain('month', ['year', 'month'], ['year'])).toBe('year')
  expect(grain('month', [])).toBeNull()
})
