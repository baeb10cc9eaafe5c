import { add, div, type ExactText, exact, mul, sign, ZERO } from '@milepost/exact/exact'
import { toDecimalString, toExactText } from '@milepost/exact/rounding'
import type { IndexGap } from './indexResult.ts'
import type { DistressKind } from './parameters.ts'
import { readQuantity } from './reading.ts'
import type { Damage } from './record.ts'

/** How one damage entered the ratio: amount (m2 or m) x influence width (m) x weight, in m2. */
export type DistressLine = {
  damage: string
  severity: string
  amount: string
  width: string | null
  weight: string
  weightedSquareMetres: string
}

export type DistressRatio =
  | { kind: 'ratio' /** DR in per cent. */; percent: ExactText; weightedSquareMetres: ExactText; lines: readonly DistressLine[] }
  | ({ kind: 'undefined' } & IndexGap)

/**
 * The distress ratio of a pavement in per cent: weighted damaged area over surveyed area. Cracks and other lengths count with the width they influence.
 * Damage of a kind, or a severity, that the parameters do not know is named, not skipped.
 */
export function distressRatio(
  survey: { damages: readonly Damage[]; surveyedSquareMetres: string },
  kinds: readonly DistressKind[],
): DistressRatio {
  const area = readQuantity(survey.surveyedSquareMetres, 'surveyedSquareMetres')
  if (area.kind === 'undefined') return area
  if (sign(area.value) === 0) return { kind: 'undefined', because: 'no-area' }
  const lines: DistressLine[] = []
  let weighted = ZERO
  for (const { kind: damage, severity, amount } of survey.damages) {
    const kind = kinds.find(({ id }) => id === damage)
    if (!kind) return { kind: 'undefined', because: 'unknown-damage', damage }
    const weight = kind.weights[severity]
    if (weight === undefined) return { kind: 'undefined', because: 'severity-not-rated', damage, severity }
    const read = readQuantity(amount, damage)
    if (read.kind === 'undefined') return read
    const part = mul(mul(read.value, exact(kind.influenceWidth ?? '1')), weight)
    weighted = add(weighted, part)
    lines.push({ damage, severity, amount, width: kind.influenceWidth, weight, weightedSquareMetres: toDecimalString(part, 6) })
  }
  return { kind: 'ratio', percent: toExactText(div(mul(weighted, 100), area.value)), weightedSquareMetres: toExactText(weighted), lines }
}
