import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Strategy } from '../../../library/schemas/strategy.ts'

/**
 * Which objective a measure serves: where it stands on the institution's card, else the objective of the same code that the
 * library names for it. null: neither.
 */
export function objectiveByMeasure(
  strategy: Strategy,
  scorecard: ScorecardDesign,
  institution: CardDesign | null,
): (measureCode: string) => string | null {
  const onCard = new Map(
    (institution?.perspectives ?? []).flatMap((perspective) =>
      perspective.objectives.flatMap((objective) => objective.measures.map((measure) => [measure.code, objective.objectiveId] as const)),
    ),
  )
  const byCode = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
  return (measureCode) => {
    const named = strategy.objectives.find((objective) => objective.measures.includes(measureCode) && byCode.has(objective.code))
    return onCard.get(measureCode) ?? byCode.get(named?.code ?? '') ?? null
  }
}
