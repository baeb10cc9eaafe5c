import type { CardMeasure } from './card.ts'
import type { PerspectiveDesign } from './scorecardDesign.ts'

/** 100 % in basis points. */
export const WHOLE = 10_000

type Weighed = { readonly weightBp: number }

export const totalWeight = (lines: readonly Weighed[]): number => lines.reduce((sum, line) => sum + line.weightBp, 0)

/** Every line of a card, in card order. */
export const linesOf = <Line = CardMeasure>(card: Grouped<Line>): Line[] =>
  card.perspectives.flatMap((perspective) => perspective.objectives.flatMap((objective) => objective.measures))

type Grouped<Line> = { readonly perspectives: readonly { readonly objectives: readonly { readonly measures: readonly Line[] }[] }[] }

export type PerspectiveTotal = { readonly perspectiveId: string; readonly intendedBp: number; readonly carriedBp: number }

/** For each perspective: the share it is meant to have, and what its measures add up to. Lines without an objective count nowhere. */
export function perspectiveTotals(
  perspectives: readonly Pick<PerspectiveDesign, 'perspectiveId' | 'weightBp'>[],
  lines: readonly (Weighed & { readonly perspectiveId: string | null })[],
): PerspectiveTotal[] {
  return perspectives.map(({ perspectiveId, weightBp }) => ({
    perspectiveId,
    intendedBp: weightBp,
    carriedBp: totalWeight(lines.filter((line) => line.perspectiveId === perspectiveId)),
  }))
}

/** Basis points as a percentage without a sign: 9750 -> "97.5". */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100)
