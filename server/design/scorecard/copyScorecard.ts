import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf } from '@milepost/contract/design/weights'
import type { NewCard, NewLine } from '../card/data.ts'
import { parentsFirst } from '../card/parentsFirst.ts'

/** The strategy with new ids, and which new objective stands for which old one. */
export function copyStrategy(from: ScorecardDesign, newId: () => string) {
  const perspectiveIds = new Map(from.perspectives.map((one) => [one.perspectiveId, newId()]))
  const objectiveIds = new Map(from.objectives.map((one) => [one.objectiveId, newId()]))
  const themeIds = new Map(from.themes.map((one) => [one.themeId, newId()]))
  const strategy: Pick<ScorecardDesign, 'perspectives' | 'themes' | 'objectives' | 'links'> = {
    themes: from.themes.map((one) => ({ ...one, themeId: themeIds.get(one.themeId) ?? newId() })),
    perspectives: from.perspectives.map((one) => ({ ...one, perspectiveId: perspectiveIds.get(one.perspectiveId) ?? newId() })),
    objectives: from.objectives.map((one) => ({
      ...one,
      objectiveId: objectiveIds.get(one.objectiveId) ?? newId(),
      perspectiveId: perspectiveIds.get(one.perspectiveId) ?? one.perspectiveId,
      themeId: one.themeId === null ? null : (themeIds.get(one.themeId) ?? null),
    })),
    links: from.links.map((one) => ({
      ...one,
      fromObjectiveId: objectiveIds.get(one.fromObjectiveId) ?? one.fromObjectiveId,
      toObjectiveId: objectiveIds.get(one.toObjectiveId) ?? one.toObjectiveId,
    })),
  }
  return { strategy, objectiveIds }
}

type Into = { readonly scorecardId: string; readonly objectiveIds: ReadonlyMap<string, string>; readonly newId: () => string }

/** Cards with new ids; a line whose parent is not among them serves nothing in the copy. Parents come before their children. */
export function copyCards(from: readonly CardDesign[], { scorecardId, objectiveIds, newId }: Into): { cards: NewCard[]; lines: NewLine[] } {
  const lineIds = new Map(from.flatMap(linesOf).map((line) => [line.cardMeasureId, newId()]))
  const copies = from.map((card) => ({ card, cardId: newId() }))
  const cards = copies.map(({ card, cardId }): NewCard => {
    const { holderKind, unitId, personId, templateCode } = card
    return { cardId, scorecardId, holderKind, unitId, personId, templateCode }
  })
  const lines = copies.flatMap(({ card, cardId }) =>
    card.perspectives
      .flatMap((perspective) => perspective.objectives)
      .flatMap(({ objectiveId, measures }) => measures.map((line) => ({ line, objectiveId })))
      .map(({ line, objectiveId }, at): NewLine => {
        const parent = line.parentCardMeasureId === null ? null : (lineIds.get(line.parentCardMeasureId) ?? null)
        return {
          cardMeasureId: lineIds.get(line.cardMeasureId) ?? newId(),
          cardId,
          measureId: line.measureId,
          objectiveId: objectiveId === null ? null : (objectiveIds.get(objectiveId) ?? null),
          orderNo: at + 1,
          weightBp: line.weightBp,
          rule: line.rule,
          valueScope: line.valueScope,
          cascadeKind: parent === null ? 'unique' : line.cascadeKind,
          parentCardMeasureId: parent,
          profile: line.profile,
          critical: line.critical,
        }
      }),
  )
  return { cards, lines: parentsFirst(lines) }
}
