import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { findScorecard, readCards } from '../../design/published.ts'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { linesOf } from '../scoring/facts.ts'
import { modeOf } from '../scoring/liveScore.ts'
import { readFacts } from '../scoring/readFacts.ts'
import { scoreOneCard } from '../scoring/scoreCards.ts'
import { type Standing, standingOf } from './standing.ts'

export type Red = Standing & {
  readonly card: CardDesign
  readonly line: CardMeasure
  readonly why: NonNullable<Standing['why']>
}

/**
 * Every weighted measure of the institution and its units, or of the named units alone, that is red now or has no figure although one is
 * due. Silence is never green.
 */
export async function readReds(
  tx: Tx,
  institutionId: string,
  { cycle, today, unitIds }: { readonly cycle: Cycle; readonly today: string; readonly unitIds?: readonly string[] },
): Promise<Red[]> {
  const cards = await upperCards(tx, institutionId, cycle.cycleId, unitIds)
  const facts = await readFacts(tx, institutionId, { cycle, cards, today })
  const mode = modeOf(facts)
  return cards.flatMap((card) => {
    const { result, sheets } = scoreOneCard(card, facts, mode)
    const results = new Map(result.measures.map((one) => [one.id, one]))
    return linesOf(card).flatMap((line): Red[] => {
      const measure = results.get(line.cardMeasureId)
      if (!measure || line.weightBp === 0) return []
      const { why, ...stands } = standingOf(line, measure, sheets.get(line.cardMeasureId))
      return why === null ? [] : [{ card, line, why, ...stands }]
    })
  })
}

export async function upperCards(tx: Tx, institutionId: string, cycleId: string, unitIds?: readonly string[]): Promise<CardDesign[]> {
  const scorecard = await findScorecard(tx, institutionId, cycleId)
  const which = { holderKinds: ['institution', 'unit'] as const, ...(unitIds === undefined ? {} : { unitIds }) }
  return scorecard ? readCards(tx, institutionId, scorecard.scorecardId, which) : []
}
