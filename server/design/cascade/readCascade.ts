import { readCascade } from '@milepost/contract/design/cascade'
import { linesOf, totalWeight } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { grouped } from '../grouped.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { type CascadeCard, cascadeCards, cascadeGoals } from './cascadeCards.ts'
import { readHolders } from './readHolders.ts'

export const readCascadeRoute = serve(readCascade, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    const cycle = scorecard ? await findCycle(tx, institutionId, scorecard.cycleId) : null
    if (!scorecard || !cycle) throw new Refusal('not-found')
    const { units, posts, people } = await readHolders(tx, institutionId, library, dayOfCycle(cycle, today))
    const cards = await cascadeCards(tx, institutionId, scorecard)
    const goals = grouped(await cascadeGoals(tx, institutionId, cards), (goal) => goal.cardId)
    const brief = (card: CascadeCard | undefined) => (card ? briefOf(card, goals.get(card.cardId)?.length ?? 0) : null)
    const unitCards = new Map(cards.filter((card) => card.holderKind === 'unit').map((card) => [card.unitId, card]))
    const plans = new Map(cards.filter((card) => card.holderKind === 'person').map((card) => [card.personId, card]))
    const { unitCards: unitTemplates, postCards: postTemplates } = library.strategy
    return {
      scorecard: { scorecardId: scorecard.scorecardId, name: scorecard.name, state: scorecard.state },
      units: units.map(({ unitId, parentUnitId, code, name, kind, template }) => ({
        unitId,
        parentUnitId,
        code,
        name: { ...name },
        kind,
        template: { ...template },
        card: brief(unitCards.get(unitId)),
      })),
      people: people.map((person) => ({
        personId: person.personId,
        unitId: person.unitId,
        name: person.name,
        employeeNo: person.employeeNo,
        isHead: person.isHead,
        leader: person.track === 'leader',
        postId: person.post.postId,
        card: brief(plans.get(person.personId)),
      })),
      posts: posts.map(({ postId, title, template }) => ({
        postId,
        title: { ...title },
        people: people.filter((person) => person.post.postId === postId && person.track === 'staff').length,
        template: { ...template },
      })),
      unitTemplates: unitTemplates.map(({ code, name, unitKind }) => ({ code, name, unitKind })),
      postTemplates: postTemplates.map(({ code, name }) => ({ code, name })),
    }
  },
})

function briefOf(card: CascadeCard, goals: number) {
  const lines = linesOf(card)
  return {
    cardId: card.cardId,
    state: card.state,
    totalBp: totalWeight(lines),
    measures: lines.length,
    goals,
    unlinked: unlinkedLines(card),
  }
}

/** Lines that serve neither an objective nor a line above. */
const unlinkedLines = (card: CascadeCard): number =>
  card.perspectives
    .flatMap((perspective) => perspective.objectives)
    .filter((objective) => objective.objectiveId === null)
    .flatMap((objective) => objective.measures)
    .filter((line) => line.parentCardMeasureId === null).length
