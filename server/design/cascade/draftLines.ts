import type { CardDesign, ValueScope } from '@milepost/contract/design/card'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import { linesOf } from '@milepost/contract/design/weights'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { CardLine } from '../../../library/schemas/strategy.ts'
import type { NewLine } from '../card/data.ts'

/** A card above, as a template line may name it. */
export type Above = Readonly<Record<'institution' | 'parent-unit' | 'own-unit', Pick<CardDesign, 'perspectives'> | null>>

export type DraftFrame = {
  readonly measures: ReadonlyMap<string, MeasureDesign>
  /** The objective of the scorecard a library measure serves, by the measure's code. */
  readonly objectiveOf: (measureCode: string) => string | null
  readonly newId: () => string
}

export type DraftWarning = { readonly measure: string; readonly because: 'parent-not-on-card' | 'no-objective' }

/**
 * Lines of a template as lines of a card. A line keeps the target of the same measure on the card it serves, else the library's
 * example. `identical` and `shared` lines are scored with the values of whoever holds the parent; all others with the holder's own.
 */
export function draftLines(
  cardId: string,
  lines: readonly CardLine[],
  above: Above,
  frame: DraftFrame,
): { lines: NewLine[]; warnings: DraftWarning[] } {
  const warnings: DraftWarning[] = []
  const drafted = lines.flatMap((line, at): NewLine[] => {
    const measure = frame.measures.get(line.measure)
    if (!measure) return []
    const parent = parentOf(line, above)
    if (line.parent !== null && parent === null) warnings.push({ measure: line.measure, because: 'parent-not-on-card' })
    const objectiveId = frame.objectiveOf(line.measure) ?? parent?.objectiveId ?? null
    if (objectiveId === null) warnings.push({ measure: line.measure, because: 'no-objective' })
    return [
      {
        cardMeasureId: frame.newId(),
        cardId,
        measureId: parent !== null && parent.code === line.measure ? parent.measureId : measure.measureId,
        objectiveId,
        orderNo: at + 1,
        weightBp: line.weightBp,
        rule: ruleFor(line, measure, above),
        valueScope: parent === null ? 'own' : scopeOf(line),
        cascadeKind: parent === null ? 'unique' : line.cascade,
        parentCardMeasureId: parent?.cardMeasureId ?? null,
        profile: null,
        critical: false,
      },
    ]
  })
  return { lines: drafted, warnings }
}

function parentOf(line: CardLine, above: Above) {
  if (line.parent === null) return null
  for (const perspective of above[line.parent.card]?.perspectives ?? [])
    for (const objective of perspective.objectives) {
      const found = objective.measures.find((measure) => measure.code === line.parent?.measure)
      if (found) return { ...found, objectiveId: objective.objectiveId }
    }
  return null
}

/** The nearest card that holds the same measure says what is aimed at. */
function ruleFor(line: CardLine, measure: MeasureDesign, above: Above): ScoringRule {
  for (const card of [above['own-unit'], above['parent-unit'], above.institution]) {
    const same = card ? linesOf(card).find((one) => one.code === line.measure) : undefined
    if (same) return same.rule
  }
  return measure.definition.exampleRule ?? { kind: 'unscored' }
}

function scopeOf({ cascade, parent }: CardLine): ValueScope {
  if (cascade !== 'identical' && cascade !== 'shared') return 'own'
  return parent?.card === 'institution' ? 'institution' : 'unit'
}
