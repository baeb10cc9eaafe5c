import type { CardDesign } from '@milepost/contract/design/card'
import { Refusal } from '@milepost/contract/refusals'
import { readScoreOverview } from '@milepost/contract/run/scores'
import { compare, max, mul, sub } from '@milepost/exact/exact'
import type { CardResult, NodeResult } from '@milepost/scorecard/cardResult'
import { findScorecardId, readCards } from '../../design/published.ts'
import { findCycle, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { runHead } from './cardScoreView.ts'
import { listOfficialScores, listRuns } from './data.ts'
import { linesOf } from './facts.ts'
import { modeOf } from './liveScore.ts'
import { readFacts } from './readFacts.ts'
import { coverageBp, scoreOneCard } from './scoreCards.ts'

/** The institution and its units side by side; persons are never listed here. */
export const readScoreOverviewRoute = serve(readScoreOverview, {
  run: async ({ tx, institutionId, input, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const scorecardId = await findScorecardId(tx, institutionId, cycle.cycleId)
    const cards = scorecardId ? await readCards(tx, institutionId, scorecardId, { holderKinds: ['institution', 'unit'] }) : []
    const facts = await readFacts(tx, institutionId, { cycle, cards, today })
    const mode = modeOf(facts)
    const run = (await listRuns(tx, institutionId, cycle.cycleId))[0]
    const fixed = new Map((run ? await listOfficialScores(tx, institutionId, run.runId) : []).map((one) => [one.cardId, one.officialScore]))
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
    return {
      cycle: { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name } },
      mode,
      cards: cards.map((card) => {
        const { result, sheets } = scoreOneCard(card, facts, mode)
        const unit = card.unitId === null ? undefined : units.get(card.unitId)
        return {
          cardId: card.cardId,
          holderKind: card.holderKind,
          unitId: card.unitId,
          parentUnitId: unit?.parentUnitId ?? null,
          unitKind: unit?.kind ?? null,
          name: card.name,
          score: result.final?.official ?? null,
          pace: result.tree.pace,
          status: result.status,
          provisional: result.provisional,
          coverageBp: coverageBp(result),
          weakest: weakestOf(card, result),
          late: [...sheets.values()].flatMap((sheet) => sheet.places).filter((place) => place.state === 'late').length,
          official: fixed.get(card.cardId) ?? null,
        }
      }),
      run: run ? runHead(run) : null,
    }
  },
})

const leavesOf = (node: NodeResult): NodeResult[] => (node.kind === 'measure' ? [node] : node.children.flatMap(leavesOf))

/** The measures that cost the card most: weight on the whole times points short of 100. */
function weakestOf(card: CardDesign, { tree }: CardResult) {
  const codes = new Map(linesOf(card).map((line) => [line.cardMeasureId, line.code]))
  return leavesOf(tree)
    .flatMap((node) =>
      node.score === null || node.official === null ? [] : [{ node, official: node.official, cost: costOf(node, node.score) }],
    )
    .filter(({ cost }) => compare(cost, 0) > 0)
    .sort((a, b) => compare(b.cost, a.cost))
    .slice(0, 3)
    .map(({ node, official }) => ({ code: codes.get(node.id) ?? '', name: node.name, score: official }))
}

const costOf = (node: NodeResult, score: string) => mul(node.weight.effective, max(0, sub(100, score)))
