import { type Holder, holderKey, THE_INSTITUTION } from '@milepost/contract/run/holder'
import type { Unit } from '../../institution/published.ts'

/** Who stands below whom, with the bureau at the top of the tree taken for the institution itself. */
export type HolderTree = {
  readonly below: (holder: Holder) => readonly Holder[]
  /** The holder that a unit's values belong to. */
  readonly ofUnit: (unitId: string) => Holder
}

export function holderTree(units: readonly Unit[]): HolderTree {
  const bureaus = new Set(units.filter((unit) => unit.kind === 'bureau').map((unit) => unit.unitId))
  const ofUnit = (unitId: string): Holder => (bureaus.has(unitId) ? THE_INSTITUTION : { kind: 'unit', unitId })
  const below = new Map<string, Holder[]>()
  for (const unit of units) {
    if (bureaus.has(unit.unitId)) continue
    const above = holderKey(unit.parentUnitId === null ? THE_INSTITUTION : ofUnit(unit.parentUnitId))
    below.set(above, [...(below.get(above) ?? []), ofUnit(unit.unitId)])
  }
  return { below: (holder) => below.get(holderKey(holder)) ?? [], ofUnit }
}

/**
 * Whose values make up a holder's figure: its own if it has any; else, where the measure adds up over units, those of the
 * units below that report it, each the uppermost that does, so that nobody is counted twice; else its own, still to come.
 */
export function sourcesOf(
  holder: Holder,
  tree: HolderTree,
  is: { reported: (holder: Holder) => boolean; expected: (holder: Holder) => boolean; addsUp: boolean },
): readonly Holder[] {
  const find = (at: Holder): readonly Holder[] => {
    if (is.reported(at)) return [at]
    const parts = is.addsUp && at.kind !== 'person' ? tree.below(at).flatMap(find) : []
    return parts.length === 0 && is.expected(at) ? [at] : parts
  }
  const found = find(holder)
  return found.length === 0 ? [holder] : found
}
