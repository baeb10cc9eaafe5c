import type { UnitRow } from '@milepost/contract/institution/units'

export type UnitNode = { readonly unit: UnitRow; readonly below: readonly UnitNode[] }

/** The list of units as a tree; a unit whose parent is not in the list stands at the top. */
export function unitNodes(units: readonly UnitRow[]): UnitNode[] {
  const known = new Set(units.map(({ unitId }) => unitId))
  const under = (parent: string | null): UnitNode[] =>
    units
      .filter(({ parentUnitId }) => (parentUnitId !== null && known.has(parentUnitId) ? parentUnitId : null) === parent)
      .map((unit) => ({ unit, below: under(unit.unitId) }))
  return under(null)
}

/** What the head of the page says: how many units, people, and places without a head. */
export function unitTotals(units: readonly UnitRow[]) {
  const open = units.filter(({ closedOn }) => closedOn === null)
  return {
    units: open.length,
    people: units.reduce((sum, { people }) => sum + people, 0),
    withoutHead: open.filter(({ head, people }) => head === null && people > 0).length,
  }
}
