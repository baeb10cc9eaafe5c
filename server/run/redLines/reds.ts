import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { holderKey } from '@milepost/contract/run/holder'
import { compare } from '@milepost/exact/exact'
import type { MeasureResult } from '@milepost/scorecard/cardResult'
import { findScorecard, readCards } from '../../design/published.ts'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { linesOf } from '../scoring/facts.ts'
import { modeOf } from '../scoring/liveScore.ts'
import { readFacts } from '../scoring/readFacts.ts'
import { scoreOneCard } from '../scoring/scoreCards.ts'
import { targetOf } from '../scoring/trends.ts'
import type { ValueSheet } from '../scoring/valueSheet.ts'

export type Red = {
  readonly card: CardDesign
  readonly line: CardMeasure
  readonly why: 'red' | 'late' | 'missing'
  readonly actual: string | null
  readonly target: string | null
  readonly score: string | null
}

/** Below 60 points is the lowest band. */
const RED_BELOW = '60'

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
      const why = measure && line.weightBp > 0 ? whyRed(measure, sheets.get(line.cardMeasureId)) : null
      if (!measure || why === null) return []
      return [{ card, line, why, actual: measure.actual?.shown ?? null, target: targetOf(line, measure), score: scoreOf(measure) }]
    })
  })
}

export async function upperCards(tx: Tx, institutionId: string, cycleId: string, unitIds?: readonly string[]): Promise<CardDesign[]> {
  const scorecard = await findScorecard(tx, institutionId, cycleId)
  const which = { holderKinds: ['institution', 'unit'] as const, ...(unitIds === undefined ? {} : { unitIds }) }
  return scorecard ? readCards(tx, institutionId, scorecard.scorecardId, which) : []
}

/** While the year runs the pace counts, at its end the full target. */
const scoreOf = (measure: MeasureResult): string | null => measure.pace?.official ?? measure.official

function whyRed(measure: MeasureResult, sheet: ValueSheet | undefined): Red['why'] | null {
  const silent = silenceOf(sheet)
  if (silent !== null) return silent
  const score = scoreOf(measure)
  return score !== null && compare(score, RED_BELOW) < 0 ? 'red' : null
}

/** The holder's own figures that are due and not there; where units below report, it stands with them, and here only if all are silent. */
function silenceOf(sheet: ValueSheet | undefined): 'late' | 'missing' | null {
  const due = (sheet?.places ?? []).filter(({ state }) => state !== 'not_due')
  const own = due.filter(({ holder }) => sheet !== undefined && holderKey(holder) === holderKey(sheet.holder))
  const silent = (own.length > 0 ? own : due).map(({ state }) => state).filter((state) => state === 'late' || state === 'missing')
  if (silent.length === 0 || (own.length === 0 && silent.length < due.length)) return null
  return silent.includes('missing') ? 'missing' : 'late'
}
