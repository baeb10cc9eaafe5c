import { compare, exact } from '@milepost/exact/exact'
import type { CardInput, MeasureInput, ValueInput } from './card.ts'

/** Who recorded a value that a score took up: its revisions, newest first; the newest is the one that was scored. */
export type TicketEvidence = {
  readonly measure: string
  readonly period: string
  readonly unit: string | null
  readonly revisions: readonly { readonly actual: string | null }[]
}

/** A quotient is written with nine places. */
const QUOTIENT_ERROR = '0.000001'

/**
 * The ids of the measures whose recorded values are not those that were scored; empty when all agree. A value that only one of the two has
 * (a state without a figure, counts, milestones) is not compared.
 */
export function evidenceDiffersAt(input: CardInput, evidence: readonly TicketEvidence[]): string[] {
  const measures = input.perspectives.flatMap(({ objectives }) => objectives.flatMap((objective) => objective.measures))
  const recorded = new Map(evidence.map((one) => [placeOf(one.measure, one.period, one.unit), one.revisions[0]?.actual ?? null]))
  return measures
    .filter((measure) =>
      measure.values.some((value) => differs(measure, value, recorded.get(placeOf(measure.id, value.period, value.unit)))),
    )
    .map(({ id }) => id)
}

const placeOf = (measure: string, period: string, unit: string | null | undefined) => `${measure} ${period} ${unit ?? ''}`

function differs(
  { ratioScale }: MeasureInput,
  { actual, numerator, denominator }: ValueInput,
  recorded: string | null | undefined,
): boolean {
  if (recorded === null || recorded === undefined) return false
  if (actual !== undefined) return compare(actual, recorded) !== 0
  if (ratioScale === undefined || numerator === undefined || denominator === undefined || compare(denominator, 0) === 0) return false
  const off = exact(numerator).mul(exact(ratioScale)).div(exact(denominator)).sub(exact(recorded)).abs()
  return compare(off, QUOTIENT_ERROR) > 0
}
