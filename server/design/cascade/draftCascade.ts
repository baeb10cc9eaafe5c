import { draftCascade } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listCardRows } from '../card/data.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { cardsWhere } from '../card/readCards.ts'
import { unscorable } from '../card/refuseUnfit.ts'
import { adoptMeasures } from '../measure/adoptMeasures.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { draftPlans } from './draftPlans.ts'
import { draftUnitCards } from './draftUnitCards.ts'
import { objectiveByMeasure } from './objectiveByMeasure.ts'
import { readHolders } from './readHolders.ts'

/** Drafts a card for every unit and every member of staff that has none; nothing that exists is touched. */
export const draftCascadeRoute = serve(draftCascade, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    const cycle = scorecard ? await findCycle(tx, institutionId, scorecard.cycleId) : null
    if (!scorecard || !cycle) throw new Refusal('not-found')
    const { scorecardId } = scorecard
    const { unitCards, postCards } = library.strategy
    const { units, posts, people } = await readHolders(tx, institutionId, library, dayOfCycle(cycle, today))
    const cards = await cardsWhere(tx, institutionId, { scorecardId, holderKinds: ['institution', 'unit'] })
    const used = [...unitCards, ...postCards].flatMap((card) => card.lines.map((line) => line.measure))
    const institutionCard = cards.find((card) => card.holderKind === 'institution') ?? null
    const frame = {
      measures: await adoptMeasures(tx, institutionId, library, used),
      objectiveOf: objectiveByMeasure(library.strategy, scorecard, institutionCard),
      newId,
    }
    const forUnits = await draftUnitCards(tx, institutionId, { scorecardId, units, templates: unitCards, cards, frame })
    const planned = await listCardRows(tx, institutionId, { scorecardId, holderKind: 'person' })
    const forPeople = await draftPlans(tx, institutionId, {
      scorecard,
      people,
      posts,
      templates: postCards,
      institution: forUnits.institution,
      cardOfUnit: forUnits.cardOfUnit,
      parentOfUnit: new Map(units.map((unit) => [unit.unitId, unit.parentUnitId])),
      planned: new Set(planned.flatMap((row) => row.person_id ?? [])),
      dueOn: cycle.endsOn,
      frame,
    })
    const passedOn = institutionCard === null ? [] : unscorable(institutionCard)
    const blocked = passedOn.map(({ line }) => ({
      holder: institutionCard?.name ?? scorecard.name,
      measure: line.code,
      because: 'cannot-be-scored' as const,
    }))
    audit({ kind: 'scorecard', id: scorecardId, detail: { units: forUnits.drafted, people: forPeople.drafted, goals: forPeople.goals } })
    return {
      units: {
        drafted: forUnits.drafted,
        existing: forUnits.existing,
        withoutTemplate: forUnits.withoutTemplate.map((name) => ({ ...name })),
      },
      people: {
        drafted: forPeople.drafted,
        existing: forPeople.existing,
        leaders: forPeople.leaders,
        withoutTemplate: forPeople.withoutTemplate.map(({ name, post }) => ({ name, post: { ...post } })),
      },
      goals: forPeople.goals,
      warnings: [...blocked, ...forUnits.warnings, ...forPeople.warnings].map(({ holder, measure, because }) => ({
        holder: { ...holder },
        measure,
        because,
      })),
    }
  },
})
