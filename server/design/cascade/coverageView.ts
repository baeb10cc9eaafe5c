import type { readCoverage } from '@milepost/contract/design/cascade'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { OutputOf } from '@milepost/contract/endpoint'
import { type CascadeCoverage, cascadeCoverage } from '@milepost/scorecard/cascadeCoverage'
import type { Bilingual } from '@milepost/terms/bilingual'
import { grouped } from '../grouped.ts'
import type { CascadeCard, CascadeGoal, CascadeLine } from './cascadeCards.ts'
import { coverageQuestion } from './coverageQuestion.ts'

type Coverage = OutputOf<typeof readCoverage>
type Given = {
  readonly scorecard: ScorecardDesign
  readonly cards: readonly CascadeCard[]
  readonly goals: readonly CascadeGoal[]
  readonly unitNames: ReadonlyMap<string, Bilingual>
}

/** A measure carried by more people than half of all plans (at least this many) belongs to nobody. */
const FEW_OWNERS = 12
const MOST_PER_PERSON = 7

/** What the engine finds of the cascade, in the words and names of the cards. */
export function coverageView({ scorecard, cards, goals, unitNames }: Given): Coverage {
  const people = cards.filter((card) => card.holderKind === 'person')
  const mostOwners = Math.max(FEW_OWNERS, Math.ceil(people.length / 2))
  const found = cascadeCoverage({ ...coverageQuestion(scorecard, cards, goals), mostOwners, mostPerPerson: MOST_PER_PERSON })
  const places = new Places(cards)
  const goalById = new Map(goals.map((goal) => [goal.goalId, goal]))
  const cardById = new Map(cards.map((card) => [card.cardId, card]))
  return {
    scorecard: { scorecardId: scorecard.scorecardId, name: scorecard.name, state: scorecard.state },
    cards: { units: cards.filter((card) => card.holderKind === 'unit').length, people: people.length },
    coveredWeightBp: found.coveredWeightBp,
    reach: reachOf(found, places),
    uncoveredObjectives: uncoveredObjectives(found, scorecard, places),
    orphans: found.orphans.map(({ id }) => ({ ...places.carried(id), cascadeKind: places.at(id).line.cascadeKind })),
    overloaded: found.overloaded.map(({ owner, measures }) => ({ ...briefly(places.ofOwner(owner)), measures })),
    sharedByTooMany: found.sharedByTooMany
      .filter(({ measure }) => places.at(measure).card.holderKind === 'institution')
      .map(({ measure, owners }) => ({ ...places.carried(measure), owners })),
    withoutDevelopmentGoal: found.peopleWithoutDevelopmentGoal.map((owner) => {
      const card = places.ofOwner(owner)
      return { ...briefly(card), unit: { zh: '', en: '', ...unitNames.get(card.unitId ?? '') } }
    }),
    goalsServingNothing: found.developmentGoalsServingNothing.flatMap((goalId) => {
      const goal = goalById.get(goalId)
      const card = cardById.get(goal?.cardId ?? '')
      return goal && card ? [{ ...briefly(card), goal: goal.title }] : []
    }),
    brokenLinks: found.brokenLinks
      .filter(({ link }) => places.knows(link.child))
      .map(({ link, because }) => ({ holder: places.at(link.child).card.name, code: places.at(link.child).line.code, because })),
    mostOwners,
    mostPerPerson: MOST_PER_PERSON,
  }
}

const briefly = (card: CascadeCard) => ({ cardId: card.cardId, holder: card.name })

function reachOf(found: CascadeCoverage, places: Places): Coverage['reach'] {
  return found.measures
    .filter(({ id }) => places.at(id).card.holderKind === 'institution')
    .map(({ id, reach, owners }) => ({
      ...places.carried(id),
      objective: places.at(id).objective,
      reach,
      owners: owners.length,
      by: places
        .serving(id)
        .filter((card) => card.holderKind === 'unit')
        .map((card) => card.name),
    }))
}

function uncoveredObjectives(found: CascadeCoverage, scorecard: ScorecardDesign, places: Places): Coverage['uncoveredObjectives'] {
  const perspectives = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one.name]))
  return scorecard.objectives
    .filter(({ objectiveId }) => found.uncovered.objectives.includes(objectiveId))
    .map(({ objectiveId, code, name, perspectiveId }) => ({
      objectiveId,
      code,
      name,
      perspective: perspectives.get(perspectiveId) ?? name,
      measures: places.all.filter((place) => place.objectiveId === objectiveId && place.card.holderKind === 'institution').length,
    }))
}

type Place = { readonly card: CascadeCard; readonly line: CascadeLine; readonly objectiveId: string | null; readonly objective: Bilingual }

/** Where each line stands, and which cards serve it. */
class Places {
  readonly all: readonly Place[]
  readonly #byLine: ReadonlyMap<string, Place>
  readonly #byOwner: ReadonlyMap<string, CascadeCard>
  readonly #byParent: ReadonlyMap<string | null, readonly Place[]>

  constructor(cards: readonly CascadeCard[]) {
    this.all = cards.flatMap((card) =>
      card.perspectives
        .flatMap((perspective) => perspective.objectives)
        .flatMap(({ objectiveId, name, measures }) => measures.map((line) => ({ card, line, objectiveId, objective: name }))),
    )
    this.#byLine = new Map(this.all.map((place) => [place.line.cardMeasureId, place]))
    this.#byParent = grouped(this.all, ({ line }) => line.parentCardMeasureId)
    this.#byOwner = new Map(cards.map((card) => [card.personId ?? card.unitId ?? card.cardId, card]))
  }

  knows = (lineId: string) => this.#byLine.has(lineId)

  at(lineId: string): Place {
    const place = this.#byLine.get(lineId)
    if (!place) throw new Error(`line ${lineId} stands on no card`)
    return place
  }

  ofOwner(owner: string): CascadeCard {
    const card = this.#byOwner.get(owner)
    if (!card) throw new Error(`${owner} holds no card`)
    return card
  }

  serving = (lineId: string) => [...new Set((this.#byParent.get(lineId) ?? []).map(({ card }) => card))]

  carried(lineId: string) {
    const { card, line } = this.at(lineId)
    return {
      cardId: card.cardId,
      holder: { ...card.name },
      holderKind: card.holderKind,
      cardMeasureId: line.cardMeasureId,
      code: line.code,
      name: line.name,
      weightBp: line.weightBp,
    }
  }
}
