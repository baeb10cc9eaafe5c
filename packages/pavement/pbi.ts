import { add, mul, sub } from '@milepost/exact/exact'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { ConditionParameters } from './parameters.ts'
import { type LengthScale, scaleWarnings } from './scaling.ts'

type Bumps = { light: number; medium: number; heavy: number }

/** Pavement bumping index: 100 less the points of every bump by severity, on a unit length. Exact. */
export function pbi(
  { light, medium, heavy }: Bumps,
  { deductions }: Pick<ConditionParameters['pbi'], 'deductions'>,
  scale: LengthScale,
): IndexValue {
  if ([light, medium, heavy].some((count) => !Number.isSafeInteger(count)))
    return { kind: 'undefined', because: 'not-a-number', field: 'bumps' }
  if (Math.min(light, medium, heavy) < 0) return { kind: 'undefined', because: 'negative', field: 'bumps' }
  const points = add(add(mul(light, deductions.light), mul(medium, deductions.medium)), mul(heavy, deductions.heavy))
  return indexWithinLimits(sub(100, mul(points, scale.factor)), { light, medium, heavy }, scaleWarnings(scale))
}
