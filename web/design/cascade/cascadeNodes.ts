import type { readCascade } from '@milepost/contract/design/cascade'
import type { OutputOf } from '@milepost/contract/endpoint'

export type Cascade = OutputOf<typeof readCascade>
export type CascadeUnit = Cascade['units'][number]
export type CascadePerson = Cascade['people'][number]

export type UnitNode = { readonly unit: CascadeUnit; readonly people: readonly CascadePerson[]; readonly below: readonly UnitNode[] }

/** Units under their units, each with its people, heads first. */
export function unitTree({ units, people }: Pick<Cascade, 'units' | 'people'>): UnitNode[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const branch = (unit: CascadeUnit): UnitNode => ({
    unit,
    people: people.filter((person) => person.unitId === unit.unitId).sort((a, b) => Number(b.isHead) - Number(a.isHead)),
    below: units.filter((one) => one.parentUnitId === unit.unitId).map(branch),
  })
  return units.filter((unit) => unit.parentUnitId === null || !known.has(unit.parentUnitId)).map(branch)
}

/** How many of the people in a branch have a plan agreed by both, and how many should have one. */
export function agreedIn(node: UnitNode): { readonly agreed: number; readonly all: number } {
  const own = node.people.filter((person) => !person.leader)
  return node.below.map(agreedIn).reduce((sum, part) => ({ agreed: sum.agreed + part.agreed, all: sum.all + part.all }), {
    agreed: own.filter((person) => person.card?.state === 'agreed').length,
    all: own.length,
  })
}
