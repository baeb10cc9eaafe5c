import type { CardDesign } from '@milepost/contract/design/card'
import type { possibleParent } from '@milepost/contract/design/cards'
import { linesOf } from '@milepost/contract/design/weights'
import type { z } from 'zod'
import type { Unit } from '../../institution/published.ts'

/**
 * The cards whose lines a card may serve: the institution's; for a person the own unit's; the cards of units above; and for a unit
 * also those of offices, which direct a field of work across the units.
 */
export function cardsAbove(card: CardDesign, cards: readonly CardDesign[], units: readonly Unit[]): CardDesign[] {
  if (card.holderKind === 'institution') return []
  const unitById = new Map(units.map((unit) => [unit.unitId, unit]))
  const line = unitsUpwards(card.unitId, unitById)
  return cards.filter((other) => {
    if (other.cardId === card.cardId || other.holderKind === 'person') return false
    if (other.holderKind === 'institution') return true
    const ownUnit = other.unitId === card.unitId
    if (card.holderKind === 'person') return ownUnit || line.includes(other.unitId ?? '')
    return line.includes(other.unitId ?? '') || unitById.get(other.unitId ?? '')?.kind === 'office'
  })
}

function unitsUpwards(unitId: string | null, unitById: ReadonlyMap<string, Unit>): string[] {
  const line: string[] = []
  for (
    let at = unitById.get(unitId ?? '')?.parentUnitId ?? null;
    at !== null && !line.includes(at);
    at = unitById.get(at)?.parentUnitId ?? null
  )
    line.push(at)
  return line
}

export const possibleParents = (above: readonly CardDesign[]): z.infer<typeof possibleParent>[] =>
  above.flatMap((card) =>
    linesOf(card).map((line) => ({
      cardMeasureId: line.cardMeasureId,
      measureId: line.measureId,
      card: card.name,
      holderKind: card.holderKind === 'institution' ? ('institution' as const) : ('unit' as const),
      code: line.code,
      name: line.name,
    })),
  )
