import { div, type ExactText, mul, sum } from '@milepost/exact/exact'
import type { IndexValue, IndexWarning } from './indexResult.ts'
import { indexWithinLimits, partValue } from './limits.ts'
import type { ConditionParameters, PqiPart } from './parameters.ts'

/** Values of the parts that are there; a part that is not there is absent, never 0. */
export type PqiParts = Readonly<Partial<Record<'PCI' | 'RQI' | 'RDI' | 'PBI' | 'PWI' | 'SRI', ExactText>>>

type PqiRules = {
  weightsBasisPoints: Readonly<Partial<Record<PqiPart, number>>>
  skidPart: ConditionParameters['skidPart']
  partPlaces: number | null
}

const partOrder: readonly PqiPart[] = ['PCI', 'RQI', 'RDI', 'PBI', 'PWI-or-SRI']

/**
 * Pavement condition index: the weighted sum of the parts this pavement and class ask for. Wear and skidding share one place;
 * whichever was surveyed takes it. Missing parts are named, their weight is not given to others. Exact.
 */
export function pqi(parts: PqiParts, { weightsBasisPoints, skidPart, partPlaces }: PqiRules): IndexValue {
  const skid = parts[skidPart] === undefined ? (skidPart === 'PWI' ? 'SRI' : 'PWI') : skidPart
  const asked = partOrder.flatMap((part) => {
    const weight = weightsBasisPoints[part] ?? 0
    return weight === 0 ? [] : [{ part, weight, value: parts[part === 'PWI-or-SRI' ? skid : part] }]
  })
  const missing = asked.filter(({ value }) => value === undefined).map(({ part }) => part)
  if (missing.length > 0) return { kind: 'undefined', because: 'missing-part', parts: missing }
  const present = asked.flatMap(({ part, weight, value }) => (value === undefined ? [] : [{ part, weight, value }]))
  const value = sum(present.map((each) => div(mul(each.weight, partValue(each.value, partPlaces)), 10_000)))
  const isChoice = (weightsBasisPoints['PWI-or-SRI'] ?? 0) > 0 && parts.PWI !== undefined && parts.SRI !== undefined
  const warnings: readonly IndexWarning[] = isChoice ? [{ code: 'both-wear-and-skid-surveyed', taken: skidPart }] : []
  const evidence = Object.fromEntries(
    present.map((each) => [each.part === 'PWI-or-SRI' ? skid : each.part, `${each.value} × ${each.weight} bp`]),
  )
  return indexWithinLimits(value, evidence, warnings)
}
