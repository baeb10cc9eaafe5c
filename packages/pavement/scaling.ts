import { compare, div, type Exact, ONE, sign } from '@milepost/exact/exact'
import type { IndexGap, IndexWarning } from './indexResult.ts'
import type { ConditionParameters } from './parameters.ts'
import { readQuantity } from './reading.ts'

/** What deductions are multiplied by, because the section is shorter or longer than the unit they are meant for. */
export type LengthScale = { kind: 'scale'; factor: Exact; lengthMetres: string }

export const unscaled: LengthScale = { kind: 'scale', factor: ONE, lengthMetres: '' }

/** Unit length over section length, for the indices the parameters scale; 1 for the others. */
export function lengthScale(
  index: 'SCI' | 'TCI' | 'PBI',
  lengthMetres: string,
  { scaling, unitLengthMetres }: Pick<ConditionParameters, 'scaling' | 'unitLengthMetres'>,
): LengthScale | ({ kind: 'undefined' } & IndexGap) {
  const length = readQuantity(lengthMetres, 'lengthMetres')
  if (length.kind === 'undefined') return length
  if (sign(length.value) === 0) return { kind: 'undefined', because: 'no-length' }
  return scaling.indices.includes(index) ? { kind: 'scale', factor: div(unitLengthMetres, length.value), lengthMetres } : unscaled
}

/** Says that deductions were scaled to the unit length; nothing when the factor is 1. */
export function scaleWarnings({ factor, lengthMetres }: LengthScale): readonly IndexWarning[] {
  return compare(factor, 1) === 0 ? [] : [{ code: 'scaled-to-unit-length', lengthMetres }]
}
