import type { CardDesign, CardMeasure, DevelopmentGoal } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { WayUp } from '@milepost/contract/design/wayUp'
import type { Strategy } from '../../../library/schemas/strategy.ts'
import { targetOf } from '../measure/lintMeasures.ts'

type Given = {
  readonly card: CardDesign
  /** The cards of the institution and of units. */
  readonly upper: readonly CardDesign[]
  readonly scorecard: ScorecardDesign
  readonly strategy: Strategy
  readonly goals: readonly DevelopmentGoal[]
}

type Line = CardMeasure & { readonly objectiveId: string | null; readonly card: CardDesign }

/** How each work goal of a plan leads up to an objective of the institution, and which learning the post asks for. */
export function wayUpOf({ card, upper, scorecard, strategy, goals }: Given): WayUp {
  const lines = new Map(upper.flatMap(placedLines).map((line) => [line.cardMeasureId, line]))
  const institution = [...lines.values()].filter((line) => line.card.holderKind === 'institution')
  const objectiveOf = (objectiveId: string | null) => {
    const found = scorecard.objectives.find((one) => one.objectiveId === objectiveId)
    return found === undefined ? null : { objectiveId: found.objectiveId, code: found.code, name: found.name }
  }
  return {
    mission: scorecard.mission,
    institutionCardId: upper.find((one) => one.holderKind === 'institution')?.cardId ?? null,
    goals: placedLines(card).map((line) => {
      const above = linesAbove(line, lines)
      const served = above.find((one) => one.card.holderKind === 'institution')
      const objective = objectiveOf(served?.objectiveId ?? line.objectiveId ?? above.find((one) => one.objectiveId)?.objectiveId ?? null)
      return {
        cardMeasureId: line.cardMeasureId,
        code: line.code,
        name: line.name,
        units: above.filter((one) => one.card.holderKind === 'unit').map(asServed),
        institution: (served ? [served] : []).map(asServed),
        alongside: (served || !objective ? [] : institution.filter((one) => one.objectiveId === objective.objectiveId)).map(asServed),
        objective,
      }
    }),
    needs: needsOf(card.templateCode, { scorecard, strategy, goals }).map(({ objectiveId, ...need }) => ({
      ...need,
      objective: objectiveOf(objectiveId),
    })),
  }
}

const placedLines = (card: CardDesign): Line[] =>
  card.perspectives.flatMap(({ objectives }) =>
    objectives.flatMap(({ objectiveId, measures }) => measures.map((line) => ({ ...line, objectiveId, card }))),
  )

/** What a line serves, the nearest first; a line met before ends the way. */
function linesAbove(line: Line, lines: ReadonlyMap<string, Line>): Line[] {
  const way: Line[] = []
  for (
    let at = lines.get(line.parentCardMeasureId ?? '');
    at !== undefined && !way.includes(at);
    at = lines.get(at.parentCardMeasureId ?? '')
  )
    way.push(at)
  return way
}

const asServed = ({ cardMeasureId, card, code, name, unit, digits, rule }: Line) => ({
  cardMeasureId,
  card: card.name,
  code,
  name,
  unit,
  digits,
  target: targetOf(rule),
})

/** A need is answered by the goal taken over from the template, else by another one for the same objective; each goal answers one need. */
function needsOf(templateCode: string | null, { scorecard, strategy, goals }: Pick<Given, 'scorecard' | 'strategy' | 'goals'>) {
  const asked = strategy.postCards.find(({ code }) => code === templateCode)?.developmentGoals ?? []
  const idOf = new Map(scorecard.objectives.map(({ code, objectiveId }) => [code, objectiveId]))
  const taken = new Map(asked.map(({ code, goal }) => [code, goals.find(({ title }) => title.zh === goal.zh)]))
  const free = goals.filter((goal) => ![...taken.values()].includes(goal))
  return asked.map(({ code, objective, goal }) => {
    const objectiveId = idOf.get(objective) ?? null
    const other = free.findIndex((one) => objectiveId !== null && one.objectiveId === objectiveId)
    const closing = taken.get(code) ?? (other < 0 ? undefined : free.splice(other, 1)[0])
    return { objectiveId, need: goal, closedBy: closing ? { goalId: closing.goalId, title: closing.title } : null }
  })
}
