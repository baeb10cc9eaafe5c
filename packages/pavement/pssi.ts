import { div, type ExactText, sign } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { logisticCurve } from './curves.ts'
import type { IndexGap, IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { CurveParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

export type StrengthRatio = { kind: 'ratio'; ssr: ExactText } | ({ kind: 'undefined' } & IndexGap)

/** Strength ratio SSR: the deflection the design allows over the one measured, both in the same unit. */
export function strengthRatio({ standard, deflection }: { standard: string; deflection: string }): StrengthRatio {
  const allowed = readQuantity(standard, 'standard')
  const measured = readQuantity(deflection, 'deflection')
  if (allowed.kind === 'undefined') return allowed
  if (measured.kind === 'undefined') return measured
  if (sign(measured.value) === 0) return { kind: 'undefined', because: 'no-deflection' }
  return { kind: 'ratio', ssr: toExactText(div(allowed.value, measured.value)) }
}

/** Structural strength index `100 / (1 + a0 * e^(a1 * SSR))`. Sampled; it is no part of PQI. */
export function pssi(ssr: string, curve: Pick<CurveParameters, 'a0' | 'a1'>): IndexValue {
  const ratio = readQuantity(ssr, 'ssr')
  if (ratio.kind === 'undefined') return ratio
  return indexWithinLimits(logisticCurve(ratio.value, curve), { ssr, a0: curve.a0, a1: curve.a1 })
}
