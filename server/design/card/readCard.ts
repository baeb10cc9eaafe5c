import { mayByRole } from '@milepost/access/may'
import type { CardDesign } from '@milepost/contract/design/card'
import { readCard } from '@milepost/contract/design/cards'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson, listUnits } from '../../institution/published.ts'
import type { Call } from '../../platform/http/call.ts'
import { serve } from '../../platform/http/serve.ts'
import { amendmentsOf } from '../amendment/views.ts'
import { listMeasureRows } from '../measure/data.ts'
import { measureOfRow } from '../measure/measureDesigns.ts'
import { carriedGoals, goalsBefore, goalsBeforeView } from '../plan/carriedGoals.ts'
import { listGoalRows } from '../plan/data.ts'
import { goalOfRow } from '../plan/goals.ts'
import { planActs } from '../plan/planActs.ts'
import { suggestedGoals } from '../plan/suggestedGoals.ts'
import { wayUpOf } from '../plan/wayUp.ts'
import { cardSubject } from '../published.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { type CardHead, findCardRow } from './data.ts'
import { dayOfCycle } from './dayOfCycle.ts'
import { lintOfCard } from './lintCard.ts'
import { cardsAbove, possibleParents } from './possibleParents.ts'
import { cardsWhere } from './readCards.ts'

export const readCardRoute = serve(readCard, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async (call) => {
    const { tx, institutionId, input, today, library } = call
    const card = (await cardsWhere(tx, institutionId, { cardIds: [input.cardId] }))[0]
    const row = await findCardRow(tx, institutionId, input.cardId)
    if (!card || !row) throw new Refusal('not-found')
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: card.scorecardId })
    const cycle = await findCycle(tx, institutionId, card.cycleId)
    if (!scorecard || !cycle) throw new Refusal('not-found')
    const units = await listUnits(tx, institutionId)
    const unit = units.find((one) => one.unitId === card.unitId)
    const person = card.personId === null ? null : await findPerson(tx, institutionId, card.personId, dayOfCycle(cycle, today))
    const upper = await cardsWhere(tx, institutionId, { scorecardId: card.scorecardId, holderKinds: ['institution', 'unit'] })
    const measureIds = [...new Set(linesOf(card).map((line) => line.measureId))]
    const measures = (await listMeasureRows(tx, institutionId, { measureIds })).map(measureOfRow)
    const goals = (await listGoalRows(tx, institutionId, [card.cardId])).map(goalOfRow)
    const { personId } = card
    const before = personId === null ? null : await goalsBefore(tx, institutionId, { personId, year: cycle.year, scorecard, goals })
    const perspectives = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one.name]))
    return {
      ...card,
      scorecard: { name: scorecard.name, year: cycle.year, state: scorecard.state },
      unit: unit ? { unitId: unit.unitId, name: { ...unit.name } } : null,
      post: person ? { ...person.post.title } : null,
      plan: {
        proposedAt: row.proposed_at?.toISOString() ?? null,
        proposedBy: row.proposed_by,
        returnedNote: row.returned_note,
        agreedByPersonAt: row.agreed_by_person_at?.toISOString() ?? null,
        agreedByHeadAt: row.agreed_by_head_at?.toISOString() ?? null,
        agreedByHead: row.agreed_by_head,
      },
      goals,
      goalsBefore: goalsBeforeView(before),
      suggestedGoals: [...carriedGoals(before), ...suggestedGoals(library.strategy, card.templateCode, scorecard, goals)],
      objectives: scorecard.objectives.map(({ objectiveId, perspectiveId, code, name }) => ({
        objectiveId,
        code,
        name,
        perspective: perspectives.get(perspectiveId) ?? name,
      })),
      possibleParents: possibleParents(cardsAbove(card, upper, units)),
      wayUp: card.personId === null ? null : wayUpOf({ card, upper, scorecard, strategy: library.strategy, goals }),
      lint: lintOfCard(card, measures),
      amendments: await amendmentsOf(call, card),
      may: actsOn(call, card, row),
    }
  },
})

function actsOn({ actor }: Pick<Call<typeof readCard>, 'actor'>, card: CardDesign, row: CardHead) {
  if (card.personId !== null && card.unitId !== null)
    return planActs(actor, {
      state: card.state,
      personId: card.personId,
      unitId: card.unitId,
      agreedByPerson: row.agreed_by_person_at !== null,
      agreedByHead: row.agreed_by_head_at !== null,
    })
  const open = card.state !== 'agreed'
  const leads = card.holderKind === 'unit' && mayByRole(actor, 'scorecard.publish')
  return { edit: open && mayByRole(actor, 'scorecard.edit'), propose: false, agree: open && leads, giveBack: false, amend: false }
}
