import type { CardDesign } from '@milepost/contract/design/card'
import type { CardLineInput } from '@milepost/contract/design/cards'

/** A card as it was read, ready to be changed and sent back. */
export const linesToSave = (card: Pick<CardDesign, 'perspectives'>): CardLineInput[] =>
  card.perspectives
    .flatMap((perspective) => perspective.objectives)
    .flatMap(({ objectiveId, measures }) =>
      measures.map((line) => ({
        cardMeasureId: line.cardMeasureId,
        measure: { measureId: line.measureId },
        objectiveId,
        weightBp: line.weightBp,
        rule: line.rule,
        valueScope: line.valueScope,
        cascadeKind: line.cascadeKind,
        parentCardMeasureId: line.parentCardMeasureId,
      })),
    )
