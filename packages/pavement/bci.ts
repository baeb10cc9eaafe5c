import { min, sub } from '@milepost/exact/exact'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { ConditionParameters } from './parameters.ts'
import type { Structure } from './record.ts'

/** Condition index of bridges, tunnels and culverts: that of the worst structure. A section without structures is 100. */
export function bci(structures: readonly Structure[], deductions: ConditionParameters['bci']): IndexValue {
  if (structures.length === 0) return indexWithinLimits(sub(100, 0), { structures: 0 }, [{ code: 'no-structure' }])
  const remaining = structures.map(({ kind, structureClass }) => sub(100, deductions[kind][structureClass]))
  const evidence = Object.fromEntries(
    structures.map(({ kind, name, structureClass }, at) => [`${at + 1} ${kind} ${name}`.trim(), structureClass]),
  )
  return indexWithinLimits(min(100, ...remaining), evidence)
}
