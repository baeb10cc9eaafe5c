type InTree = { readonly unitId: string; readonly parentUnitId: string | null }

/** Each unit's count with those of all units below it. */
export function withBelow(units: readonly InTree[], counts: ReadonlyMap<string, number>): Map<string, number> {
  const parentOf = new Map(units.map((unit) => [unit.unitId, unit.parentUnitId]))
  const totals = new Map(units.map((unit) => [unit.unitId, 0]))
  for (const { unitId } of units) {
    const own = counts.get(unitId) ?? 0
    for (let at: string | null = unitId; at !== null; at = parentOf.get(at) ?? null) totals.set(at, (totals.get(at) ?? 0) + own)
  }
  return totals
}

/** The unit and everything below it. */
export function unitsBelow(units: readonly InTree[], unitId: string): Set<string> {
  const found = new Set([unitId])
  for (let grew = true; grew; ) {
    grew = false
    for (const unit of units) {
      if (unit.parentUnitId === null || !found.has(unit.parentUnitId) || found.has(unit.unitId)) continue
      found.add(unit.unitId)
      grew = true
    }
  }
  return found
}
