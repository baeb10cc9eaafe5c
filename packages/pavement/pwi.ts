import { div, type ExactText, min, mul, sign, sub } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { powerCurve } from './curves.ts'
import type { IndexGap, IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { CurveParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

export type WearRatio = { kind: 'ratio'; percent: ExactText } | ({ kind: 'undefined' } & IndexGap)

/**
 * Wear ratio in per cent: how much shallower the texture of the more worn wheel path is than that of the lane centre.
 * Profile depths in mm. A wheel path rougher than the centre counts as no wear.
 */
export function wearRatio(depths: { centre: string; left: string; right: string }): WearRatio {
  const centre = readQuantity(depths.centre, 'centre')
  const left = readQuantity(depths.left, 'left')
  const right = readQuantity(depths.right, 'right')
  if (centre.kind === 'undefined') return centre
  if (left.kind === 'undefined') return left
  if (right.kind === 'undefined') return right
  if (sign(centre.value) === 0) return { kind: 'undefined', because: 'no-profile-depth' }
  const percent = div(mul(100, sub(centre.value, min(left.value, right.value))), centre.value)
  return { kind: 'ratio', percent: sign(percent) < 0 ? '0' : toExactText(percent) }
}

/** Surface wearing index `100 - a0 * WR^a1` from the wear ratio WR in per cent. No wear is 100. */
export function pwi(percent: string, curve: Pick<CurveParameters, 'a0' | 'a1'>): IndexValue {
  const ratio = readQuantity(percent, 'wearRatio')
  if (ratio.kind === 'undefined') return ratio
  return indexWithinLimits(powerCurve(ratio.value, curve), { wearRatioPercent: percent, a0: curve.a0, a1: curve.a1 })
}
