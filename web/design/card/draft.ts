import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import type { CardLineInput } from '@milepost/contract/design/cards'
import type { LibraryEntry } from '@milepost/contract/design/measures'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Bilingual } from '@milepost/terms/bilingual'

/** A line as it stands on the screen, saved or not yet. */
export type DraftLine = CardLineInput & {
  /** Keeps its place on the screen while the line has no id. */
  readonly key: string
  readonly code: string
  readonly name: Bilingual
  readonly unit: Bilingual
  readonly digits: number
  readonly direction: CardMeasure['direction']
  readonly timeAggregation: CardMeasure['timeAggregation']
}

/** A card as it was read, in card order. */
export const draftOf = (card: Pick<CardDesign, 'perspectives'>): DraftLine[] =>
  card.perspectives
    .flatMap((perspective) => perspective.objectives)
    .flatMap(({ objectiveId, measures }) =>
      measures.map((line) => ({
        key: line.cardMeasureId,
        cardMeasureId: line.cardMeasureId,
        measure: { measureId: line.measureId },
        objectiveId,
        weightBp: line.weightBp,
        rule: line.rule,
        valueScope: line.valueScope,
        cascadeKind: line.cascadeKind,
        parentCardMeasureId: line.parentCardMeasureId,
        profile: line.profile,
        critical: line.critical,
        timeAggregation: line.timeAggregation,
        code: line.code,
        name: line.name,
        unit: line.unit,
        digits: line.digits,
        direction: line.direction,
      })),
    )

/** What is sent to be saved. */
export const linesToSend = (lines: readonly DraftLine[]): CardLineInput[] =>
  lines.map(
    ({ key: _key, code: _code, name: _name, unit: _unit, digits: _digits, direction: _direction, timeAggregation: _time, ...line }) => line,
  )

/** A measure of the library as a new line, with its example as the first target. */
export function lineOfEntry(entry: LibraryEntry, objectiveId: string | null): DraftLine {
  const rule: ScoringRule = entry.definition.exampleRule ?? { kind: 'unscored' }
  return {
    key: `new ${entry.code}`,
    cardMeasureId: null,
    measure: entry.measureId === null ? { libraryCode: entry.code } : { measureId: entry.measureId },
    objectiveId,
    weightBp: 0,
    rule,
    valueScope: 'own',
    cascadeKind: 'unique',
    parentCardMeasureId: null,
    profile: null,
    critical: false,
    timeAggregation: entry.timeAggregation,
    code: entry.code,
    name: entry.name,
    unit: entry.unit,
    digits: entry.definition.digits,
    direction: entry.direction,
  }
}

export const withLine = (lines: readonly DraftLine[], key: string, change: Partial<DraftLine>): DraftLine[] =>
  lines.map((line) => (line.key === key ? { ...line, ...change } : line))

export const withoutLine = (lines: readonly DraftLine[], key: string): DraftLine[] => lines.filter((line) => line.key !== key)

/** Moves a line past its neighbour under the same objective; at the edge it stays. */
export function movedLine(lines: readonly DraftLine[], key: string, way: 'up' | 'down'): DraftLine[] {
  const from = lines.findIndex((line) => line.key === key)
  const step = way === 'up' ? -1 : 1
  const objectiveId = lines[from]?.objectiveId
  for (let to = from + step; to >= 0 && to < lines.length; to += step)
    if (lines[to]?.objectiveId === objectiveId) {
      const moved = [...lines]
      const [line] = moved.splice(from, 1)
      if (line) moved.splice(to, 0, line)
      return moved
    }
  return [...lines]
}

/** What was read, on the places it had on the screen: a line that has just got its id stays the same line. */
export function withKeysOf(shown: readonly DraftLine[], read: readonly DraftLine[]): DraftLine[] {
  const keys = new Map(shown.map((line) => [line.code, line.key]))
  return read.map((line) => ({ ...line, key: keys.get(line.code) ?? line.key }))
}

/** "12.5" -> 1250; null while it is no weight. */
export function basisPointsTyped(text: string): number | null {
  const parts = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(text.normalize('NFKC').trim())
  if (!parts) return null
  const points = Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`)
  return points <= 10_000 ? points : null
}

/** A figure as it is being typed; null while it is none. */
export function figureTyped(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? plain : null
}
