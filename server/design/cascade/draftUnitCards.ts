import type { CardDesign } from '@milepost/contract/design/card'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { UnitCard } from '../../../library/schemas/strategy.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertCards, type NewCard, type NewLine, upsertLines } from '../card/data.ts'
import { cardsWhere } from '../card/readCards.ts'
import { type DraftFrame, type DraftWarning, draftLines } from './draftLines.ts'
import { type UnitHolder, unitsTopDown } from './readHolders.ts'

export type Warned = DraftWarning & { readonly holder: Bilingual }

type Given = {
  readonly scorecardId: string
  readonly units: readonly UnitHolder[]
  readonly templates: readonly UnitCard[]
  /** Cards of institution and units that exist. */
  readonly cards: readonly CardDesign[]
  readonly frame: DraftFrame
}

/** Drafts the cards of units that have none, from the top down: a work area's card links to its station's. */
export async function draftUnitCards(tx: Tx, institutionId: string, { scorecardId, units, templates, cards, frame }: Given) {
  const institution = cards.find((card) => card.holderKind === 'institution') ?? null
  const cardOfUnit = new Map(cards.flatMap((card): [string, CardDesign][] => (card.unitId === null ? [] : [[card.unitId, card]])))
  const existing = cardOfUnit.size
  const warnings: Warned[] = []
  const withoutTemplate: Bilingual[] = []
  for (const level of unitsTopDown(units.filter((unit) => unit.kind !== 'bureau'))) {
    const newCards: NewCard[] = []
    const newLines: NewLine[] = []
    for (const unit of level.filter(({ unitId }) => !cardOfUnit.has(unitId))) {
      const template = templates.find(({ code }) => code === unit.template.templateCode)
      if (!template) {
        withoutTemplate.push(unit.name)
        continue
      }
      const cardId = frame.newId()
      const above = { institution, 'parent-unit': cardOfUnit.get(unit.parentUnitId ?? '') ?? null, 'own-unit': null }
      const draft = draftLines(cardId, template.lines, above, frame)
      newCards.push({ cardId, scorecardId, holderKind: 'unit', unitId: unit.unitId, personId: null, templateCode: template.code })
      newLines.push(...draft.lines)
      warnings.push(...draft.warnings.map((warning) => ({ ...warning, holder: unit.name })))
    }
    await insertCards(tx, institutionId, newCards)
    await upsertLines(tx, institutionId, newLines)
    for (const card of await cardsWhere(tx, institutionId, { scorecardId, cardIds: newCards.map(({ cardId }) => cardId) }))
      if (card.unitId !== null) cardOfUnit.set(card.unitId, card)
  }
  return { institution, cardOfUnit, existing, drafted: cardOfUnit.size - existing, withoutTemplate, warnings }
}
