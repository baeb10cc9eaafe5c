import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { findScorecardId, readCards } from '../../design/published.ts'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { liveScores } from '../scoring/liveScore.ts'
import { type Standing, standingsOn } from './standing.ts'

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
  const scored = await liveScores(tx, institutionId, { cycle, cards, today })
  return scored.flatMap((one) =>
    standingsOn(one).flatMap(({ why, ...stands }): Red[] =>
      why === null || stands.line.weightBp === 0 ? [] : [{ card: one.card, why, ...stands }],
    ),
  )
}

export async function upperCards(tx: Tx, institutionId: string, cycleId: string, unitIds?: readonly string[]): Promise<CardDesign[]> {
  const scorecardId = await findScorecardId(tx, institutionId, cycleId)
  const which = { holderKinds: ['institution', 'unit'] as const, ...(unitIds === undefined ? {} : { unitIds }) }
  return scorecardId ? readCards(tx, institutionId, scorecardId, which) : []
}
