import { logisticCurve } from './curves.ts'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { ConditionParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

/** Skidding resistance index `(100 - least) / (1 + a0 * e^(a1 * SFC)) + least` from the sideway force coefficient SFC. */
export function sri(sfc: string, parameters: Pick<ConditionParameters['sri'], 'a0' | 'a1' | 'least'>): IndexValue {
  const coefficient = readQuantity(sfc, 'sfc')
  if (coefficient.kind === 'undefined') return coefficient
  const { a0, a1, least } = parameters
  return indexWithinLimits(logisticCurve(coefficient.value, parameters, Number(least)), { sfc, a0, a1, least })
}
