import type { CardDesign } from '@milepost/contract/design/card'
import { draftCascade } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertCards, insertLines, type NewCard, type NewLine } from '../card/data.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { parentsFirst } from '../card/parentsFirst.ts'
import { cardsWhere } from '../card/readCards.ts'
import { adoptMeasures } from '../measure/adoptMeasures.ts'
import { upsertGoals } from '../plan/data.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { type DraftFrame, type DraftWarning, draftLines } from './draftLines.ts'
import { objectiveByMeasure } from './objectiveByMeasure.ts'
import { readHolders, unitsTopDown } from './readHolders.ts'

type Warned = { holder: { zh: string; en: string } } & DraftWarning

/** Drafts a card for every unit and every member of staff that has none; nothing that exists is touched. */
export const draftCascadeRoute = serve(draftCascade, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    const cycle = scorecard ? await findCycle(tx, institutionId, scorecard.cycleId) : null
    if (!scorecard || !cycle) throw new Refusal('not-found')
    const { scorecardId } = scorecard
    const holders = await readHolders(tx, institutionId, library, dayOfCycle(cycle, today))
    const existing = await cardsWhere(tx, institutionId, { scorecardId, holderKinds: ['institution', 'unit'] })
    const institution = existing.find((card) => card.holderKind === 'institution') ?? null
    const cardOfUnit = new Map(existing.flatMap((card): [string, CardDesign][] => (card.unitId === null ? [] : [[card.unitId, card]])))
    const templates = new Map(library.strategy.unitCards.map((template) => [template.code, template]))
    const postTemplates = new Map(library.strategy.postCards.map((template) => [template.code, template]))
    const frame: DraftFrame = {
      measures: await adoptMeasures(tx, institutionId, library, [...library.strategy.unitCards, ...library.strategy.postCards].flatMap((card) => card.lines.map((line) => line.measure))),
      objectiveOf: objectiveByMeasure(library.strategy, scorecard, institution),
      newId,
    }
    const warnings: Warned[] = []

    const withoutTemplate: { zh: string; en: string }[] = []
    let unitsDrafted = 0
    for (const level of unitsTopDown(holders.units)) {
      const cards: NewCard[] = []
      const lines: NewLine[] = []
      for (const unit of level) {
        if (unit.kind === 'bureau' || cardOfUnit.has(unit.unitId)) continue
        const template = templates.get(unit.template.templateCode ?? '')
        if (!template) {
          withoutTemplate.push({ ...unit.name })
          continue
        }
        const cardId = newId()
        const above = { institution, 'parent-unit': cardOfUnit.get(unit.parentUnitId ?? '') ?? null, 'own-unit': null }
        const draft = draftLines(cardId, template.lines, above, frame)
        cards.push({ cardId, scorecardId, holderKind: 'unit', unitId: unit.unitId, personId: null, templateCode: template.code })
        lines.push(...draft.lines)
        warnings.push(...draft.warnings.map((warning) => ({ holder: { ...unit.name }, ...warning })))
      }
      await insertCards(tx, institutionId, cards)
      await insertLines(tx, institutionId, parentsFirst(lines))
      unitsDrafted += cards.length
      for (const card of await cardsWhere(tx, institutionId, { scorecardId, cardIds: cards.map((one) => one.cardId) }))
        if (card.unitId !== null) cardOfUnit.set(card.unitId, card)
    }
    // continued below: people stand on the cards of their units
    const planned = new Set((await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'person' })).map((card) => card.personId))
    void planned
    void postTemplates
    void upsertGoals
    audit({ kind: 'scorecard', id: scorecardId, detail: { units: unitsDrafted } })
    return { units: { drafted: unitsDrafted, existing: 0, withoutTemplate }, people: { drafted: 0, existing: 0, leaders: 0, withoutTemplate: [] }, goals: 0, warnings }
  },
})
