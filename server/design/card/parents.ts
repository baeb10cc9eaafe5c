import type { CardDesign } from '@milepost/contract/design/card'
import type { NewLine } from './data.ts'

type Held = {
  readonly card_measure_id: string
  readonly parent_card_measure_id: string | null
  readonly measure_id: string
  readonly card_id: string
  readonly holder_kind: string
}

type Line = Pick<NewLine, 'cardMeasureId' | 'measureId' | 'cascadeKind' | 'parentCardMeasureId'>

/**
 * The first line that may not serve what it says it serves, or null. A unit's line serves a line of the institution or of another
 * unit, a person's line one of the institution or a unit, the institution's lines serve nothing. `unique` has no parent and every other kind has
 * one; `identical` means the same measure; nothing serves itself by a detour.
 */
export function findBadParent<L extends Line>(
  card: Pick<CardDesign, 'cardId' | 'holderKind'>,
  lines: readonly L[],
  held: readonly Held[],
): L | null {
  const byId = new Map(held.map((row) => [row.card_measure_id, row]))
  const above = new Map(held.map((row) => [row.card_measure_id, row.parent_card_measure_id]))
  for (const line of lines) above.set(line.cardMeasureId, line.parentCardMeasureId)
  const isBad = (line: L): boolean => {
    if ((line.cascadeKind === 'unique') !== (line.parentCardMeasureId === null)) return true
    if (line.parentCardMeasureId === null) return false
    const parent = byId.get(line.parentCardMeasureId)
    if (!parent || parent.card_id === card.cardId || parent.holder_kind === 'person' || card.holderKind === 'institution') return true
    if (line.cascadeKind === 'identical' && parent.measure_id !== line.measureId) return true
    return runsInCircle(line.cardMeasureId, above)
  }
  return lines.find(isBad) ?? null
}

function runsInCircle(from: string, above: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([from])
  for (let at = above.get(from) ?? null; at !== null; at = above.get(at) ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
