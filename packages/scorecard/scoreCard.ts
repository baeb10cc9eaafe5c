import { type Exact, exact, mul, ONE } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { CardInput, MeasureInput } from './card.ts'
import { findingsOf } from './cardFindings.ts'
import type { CardResult, MeasureResult } from './cardResult.ts'
import { toNodeResult, toRollUpTree } from './cardTree.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import { explainCard } from './explain.ts'
import { finalScore } from './finalScore.ts'
import { type MeasureInCard, measureInCard } from './measureInCard.ts'
import { weighPlans } from './plansInForce.ts'
import { type RolledNode, rollUp } from './rollUp.ts'
import { schemeOf } from './scheme.ts'
import { standingOf } from './status.ts'
import { vetoesOf } from './vetoes.ts'

export type { CardInput } from './card.ts'
export type { CardResult, MeasureResult, NodeResult } from './cardResult.ts'

/**
 * Scores a whole card: the one entry the server, the browser and the command line share. Input and result are plain JSON, so
 * a stored input gives the same result again. Missing, zero and not applicable stay three different things; whatever cannot
 * be scored says why. Throws only on misuse (a negative weight, a setting that is not a decimal).
 */
export function scoreCard(card: CardInput): CardResult {
  return card.earlier && card.earlier.length > 0 ? weighPlans(card, scorePlan) : scorePlan(card, ONE)
}

/** One plan for the whole period; `share` is the part of the days it counts for. */
function scorePlan(card: CardInput, share: Exact): CardResult {
  const scheme = schemeOf(card.scheme)
  const setting = { mode: card.mode, period: card.period, floor: exact(scheme.floor), cap: exact(scheme.cap), minN: scheme.minN }
  const measures = new Map<MeasureInput, MeasureInCard>()
  for (const { measure } of placesOf(card)) measures.set(measure, measureInCard(measure, setting))
  const vetoes = vetoesOf(card, measures)
  const rolled = rollUp(toRollUpTree(card, scheme, measures, vetoes.zeroed), { notApplicable: scheme.notApplicable })
  const standing = standingOf(rolled, { mode: card.mode, ...scheme })
  const tree = toNodeResult(card, rolled, standing)
  const before = scoresBeforeVeto(rolled)
  const scored = {
    engineVersion: ENGINE_VERSION,
    cardId: card.cardId,
    scope: card.scope,
    mode: card.mode,
    tree,
    measures: measureResults(card, rolled, measures, { parentCap: scheme.parentCap, share }),
    ...finalScore(card, { score: rolled.score, status: standing.status }, vetoes, scheme),
    provisional: standing.provisional || rolled.state !== 'scored',
    vetoes: vetoes.applied.map((veto) => ({ ...veto, scoreBefore: before.get(veto.target) ?? null })),
  }
  return { ...scored, findings: findingsOf(card, scored), explanation: explainCard(card, scored) }
}

type Place = { measure: MeasureInput; perspectiveId: string; objectiveId: string; at: [number, number, number] }

function placesOf(card: CardInput): Place[] {
  return card.perspectives.flatMap((perspective, p) =>
    perspective.objectives.flatMap((objective, o) =>
      objective.measures.map((measure, m): Place => ({ measure, perspectiveId: perspective.id, objectiveId: objective.id, at: [p, o, m] })),
    ),
  )
}

function measureResults(
  card: CardInput,
  rolled: RolledNode,
  measures: ReadonlyMap<MeasureInput, MeasureInCard>,
  { parentCap, share }: { parentCap: string; share: Exact },
): MeasureResult[] {
  return placesOf(card).map(({ measure, perspectiveId, objectiveId, at: [p, o, m] }) => {
    const { result, movesWith } = measures.get(measure)!
    const node = rolled.children[p]!.children[o]!.children[m]!
    const cap = card.perspectives[p]!.objectives[o]!.parentCap ?? parentCap
    return { ...result, perspectiveId, objectiveId, whatMoves: movesWith(mul(node.effective, share), exact(cap)) }
  })
}

function scoresBeforeVeto(rolled: RolledNode, found = new Map<string, string>()): Map<string, string> {
  if (rolled.scoreBeforeVeto) found.set(rolled.id, toExactText(rolled.scoreBeforeVeto))
  for (const child of rolled.children) scoresBeforeVeto(child, found)
  return found
}
