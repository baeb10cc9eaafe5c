import type { MeasureResult } from '@milepost/scorecard/cardResult'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { findOfficialScore } from './data.ts'

export type PlanResult = {
  readonly cardMeasureId: string
  readonly name: Bilingual
  readonly unit: Bilingual
  /** Percent of the whole card. */
  readonly weight: string
  /** What was scored, in the unit of the measure; null: nothing could be. */
  readonly actual: string | null
  /** Where the rule gave 100 points; null for rules without such a place. */
  readonly target: string | null
  readonly score: string | null
  readonly flags: readonly MeasureResult['flags'][number][]
}

/** What an official run fixed for each measure of a card, from what it froze. null: the card was not in the run, or without anything to score. */
export async function planResults(
  tx: Tx,
  institutionId: string,
  given: { readonly runId: string; readonly cardId: string },
): Promise<PlanResult[] | null> {
  const fixed = await findOfficialScore(tx, institutionId, given)
  if (!fixed) return null
  const results = new Map(fixed.result.measures.map((one) => [one.id, one]))
  const nodes = fixed.result.tree.children.flatMap(({ children }) => children).flatMap(({ children }) => children)
  const weights = new Map(nodes.map(({ id, weight }) => [id, weight.shown.effective]))
  return fixed.input.perspectives
    .flatMap(({ objectives }) => objectives)
    .flatMap(({ measures }) => measures)
    .map(({ id, name, unit }) => {
      const result = results.get(id)
      return {
        cardMeasureId: id,
        name,
        unit,
        weight: weights.get(id) ?? '0',
        actual: result?.actual?.shown ?? null,
        target: result?.anchors?.find((anchor) => anchor.y === '100')?.x ?? null,
        score: result?.official ?? null,
        flags: result?.flags ?? [],
      }
    })
}
