import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleThrough, depthOf } from './unitTree.ts'
import { unitsBelow, withBelow } from './withBelow.ts'

test('a unit that leads into a circle is not in it', () => {
  const parentOf = new Map([
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'B'],
  ])
  expect(circleThrough('A', parentOf)).toBeNull()
  expect(circleThrough('C', parentOf)).toEqual(['B', 'C', 'B'])
})

/** Trees in which every unit stands under an earlier one. */
const tree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((picks) => picks.map((pick, i) => ({ unitId: String(i), parentUnitId: i === 0 ? null : String(pick % i) })))

test('a tree has no circle, and a child is one deeper than its parent', () => {
  fc.assert(
    fc.property(tree, (units) => {
      const parentOf = new Map(units.map((unit) => [unit.unitId, unit.parentUnitId]))
      for (const { unitId, parentUnitId } of units) {
        expect(circleThrough(unitId, parentOf)).toBeNull()
        if (parentUnitId !== null) expect(depthOf(unitId, parentOf)).toBe(depthOf(parentUnitId, parentOf) + 1)
      }
    }),
  )
})

test('the head count of a unit is the sum over the unit and everything below', () => {
  fc.assert(
    fc.property(tree, (units) => {
      const counts = new Map(units.map(({ unitId }, i) => [unitId, i]))
      const totals = withBelow(units, counts)
      for (const { unitId } of units)
        expect(totals.get(unitId)).toBe([...unitsBelow(units, unitId)].reduce((sum, below) => sum + (counts.get(below) ?? 0), 0))
    }),
  )
})
