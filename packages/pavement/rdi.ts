import { compare, mul, sub, ZERO } from '@milepost/exact/exact'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { ConditionParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

type RuttingParameters = Pick<ConditionParameters['rdi'], 'shallowMillimetres' | 'deepMillimetres' | 'a0' | 'a1'>

/** Rutting depth index from the rut depth in mm: `100 - a0 * RD` while shallow, then falling from there by `a1` a millimetre, 0 beyond deep. Exact. */
export function rdi(millimetres: string, { shallowMillimetres, deepMillimetres, a0, a1 }: RuttingParameters): IndexValue {
  const depth = readQuantity(millimetres, 'rutDepth')
  if (depth.kind === 'undefined') return depth
  const evidence = { rutDepthMillimetres: millimetres, shallowMillimetres, deepMillimetres, a0, a1 }
  if (compare(depth.value, deepMillimetres) > 0) return indexWithinLimits(ZERO, evidence)
  if (compare(depth.value, shallowMillimetres) <= 0) return indexWithinLimits(sub(100, mul(a0, depth.value)), evidence)
  const atShallow = sub(100, mul(a0, shallowMillimetres))
  return indexWithinLimits(sub(atShallow, mul(a1, sub(depth.value, shallowMillimetres))), evidence)
}
