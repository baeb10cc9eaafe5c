import type { Unit } from '../../institution/published.ts'

/** The official score of a unit; null: a provisional one, which may not be used for pay. */
export type UnitScores = ReadonlyMap<string, string | null>

/**
 * The unit whose share somebody's line comes from: their own when it has a card of its own, else the nearest above that has one, at
 * last the institution itself. So a work area without a card shares in its station.
 */
export function payUnitOf(unitId: string, units: readonly Unit[], scored: UnitScores): Unit | null {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  let at = byId.get(unitId) ?? null
  while (at !== null && !scored.has(at.unitId) && at.parentUnitId !== null) at = byId.get(at.parentUnitId) ?? null
  return at
}

type Scored = {
  readonly holderKind: string
  readonly unitId: string | null
  readonly officialScore: string | null
  readonly provisional: boolean
}

/** Scores by unit; the top unit stands for the institution and takes its score unless it has a card of its own. */
export function unitScoresOf(units: readonly Unit[], scores: readonly Scored[]): { scores: UnitScores; provisional: ReadonlySet<string> } {
  const found = new Map<string, string | null>()
  const provisional = new Set<string>()
  const top = units.find((unit) => unit.parentUnitId === null)
  for (const score of scores) {
    const unitId = score.holderKind === 'institution' ? (top?.unitId ?? null) : score.holderKind === 'unit' ? score.unitId : null
    if (unitId === null || (score.holderKind === 'institution' && found.has(unitId))) continue
    found.set(unitId, score.provisional ? null : score.officialScore)
    if (score.provisional) provisional.add(unitId)
  }
  return { scores: found, provisional }
}
