import { compare, type Exact, type ExactText, exact, HUNDRED, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { IndexEvidence, IndexValue, IndexWarning } from './indexResult.ts'

/** A computed index, held within 0 and 100; says so when it had to be. */
export function indexWithinLimits(value: Exact, evidence: IndexEvidence, warnings: readonly IndexWarning[] = []): IndexValue {
  const held = compare(value, 0) < 0 ? ZERO : compare(value, 100) > 0 ? HUNDRED : value
  const limited: readonly IndexWarning[] = held === value ? [] : [{ code: 'limited-to-0-100', value: roundHalfAway(value, 4) }]
  return { kind: 'computed', value: toExactText(held), evidence, warnings: [...limited, ...warnings] }
}

/** A part of a composite index, rounded first where the parameters ask for it. */
export function partValue(value: ExactText, places: number | null): Exact {
  return places === null ? exact(value) : exact(roundHalfAway(value, places))
}
