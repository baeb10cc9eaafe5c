import { roundHalfAway } from '@milepost/exact/rounding'
import type { Tx } from '../../platform/database/database.ts'
import { standingsOn } from '../redLines/standing.ts'
import { liveScore } from './liveScore.ts'

export type ReportedLine = {
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: { readonly zh: string; readonly en: string }
  /** As it is shown. */
  readonly actual: string
  /** Of the actual: one period, or the first and the last that make it up. */
  readonly period: string
  /** Periods that are due and not reported. */
  readonly silent: readonly string[]
  /** As the values stand today; null: not scored. */
  readonly score: string | null
}

/** The lines of a card that have a figure, as the values stand today. */
export async function reportedSoFar(
  tx: Tx,
  institutionId: string,
  asked: { readonly cardId: string; readonly today: string },
): Promise<ReportedLine[]> {
  const live = await liveScore(tx, institutionId, asked)
  if (!live) return []
  return standingsOn(live).flatMap(({ line: { name, unit, digits }, actual, period, silent, score }): ReportedLine[] =>
    actual === null || period === null ? [] : [{ name, unit, actual: roundHalfAway(actual, digits), period, silent, score }],
  )
}
