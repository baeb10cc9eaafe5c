import { powerCurve } from './curves.ts'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { CurveParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

/** Pavement distress index `100 - a0 * DR^a1` from the distress ratio DR in per cent. No distress is 100. */
export function pci(percent: string, curve: Pick<CurveParameters, 'a0' | 'a1'>): IndexValue {
  const ratio = readQuantity(percent, 'distressRatio')
  if (ratio.kind === 'undefined') return ratio
  return indexWithinLimits(powerCurve(ratio.value, curve), { distressRatioPercent: percent, a0: curve.a0, a1: curve.a1 })
}
