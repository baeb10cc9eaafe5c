import { div, type ExactText, mul, sum, ZERO } from '@milepost/exact/exact'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits, partValue } from './limits.ts'
import type { MqiPart } from './parameters.ts'

export type MqiParts = Readonly<Partial<Record<MqiPart, ExactText>>>

type MqiRules = { weightsBasisPoints: Readonly<Record<MqiPart, number>>; partPlaces: number | null; heldAtZeroBy: readonly string[] }

export const mqiOrder = ['SCI', 'PQI', 'BCI', 'TCI'] as const satisfies readonly MqiPart[]

/**
 * Highway condition index: subgrade, pavement, structures and facilities by weight. Dangers that the standard lets override everything
 * (`heldAtZeroBy`) set it to 0 and are named. Missing parts are named. Exact.
 */
export function mqi(parts: MqiParts, { weightsBasisPoints, partPlaces, heldAtZeroBy }: MqiRules): IndexValue {
  if (heldAtZeroBy.length > 0) return indexWithinLimits(ZERO, {}, [{ code: 'held-at-zero', because: heldAtZeroBy }])
  const missing = mqiOrder.filter((part) => parts[part] === undefined)
  if (missing.length > 0) return { kind: 'undefined', because: 'missing-part', parts: missing }
  const present = mqiOrder.flatMap((part) => {
    const value = parts[part]
    return value === undefined ? [] : [{ part, weight: weightsBasisPoints[part], value }]
  })
  const value = sum(present.map((each) => div(mul(each.weight, partValue(each.value, partPlaces)), 10_000)))
  return indexWithinLimits(value, Object.fromEntries(present.map((each) => [each.part, `${each.value} × ${each.weight} bp`])))
}
