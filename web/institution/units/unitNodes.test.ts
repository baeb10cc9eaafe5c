import type { UnitRow } from '@milepost/contract/institution/units'
import { expect, test } from 'vitest'
import { unitNodes, unitTotals } from './unitNodes.ts'

const unit = (unitId: string, parentUnitId: string | null, more: Partial<UnitRow> = {}): UnitRow => ({
  unitId,
  code: unitId,
  name: { zh: unitId, en: unitId },
  kind: 'office',
  parentUnitId,
  orderNo: 1,
  closedOn: null,
  people: 0,
  peopleWithBelow: 0,
  head: null,
  ...more,
})

test('units stand under their parents, and a unit whose parent is not shown stands at the top', () => {
  const nodes = unitNodes([unit('a', null), unit('b', 'a'), unit('c', 'hidden'), unit('d', 'b')])
  expect(nodes.map(({ unit }) => unit.unitId)).toEqual(['a', 'c'])
  expect(nodes[0]?.below[0]?.below[0]?.unit.unitId).toBe('d')
})

test('a unit without people needs no head, a closed one is not counted', () => {
  const units = [unit('a', null, { people: 3 }), unit('b', 'a'), unit('c', 'a', { closedOn: '2025-01-01' })]
  expect(unitTotals(units)).toEqual({ units: 2, people: 3, withoutHead: 1 })
})
