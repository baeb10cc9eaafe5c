import { type Decimal, mul } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Formula } from './formulaTree.ts'

export type Quotient = { readonly over: Formula; readonly under: Formula; readonly scale: Decimal }

/**
 * A formula as one quantity over another times a written number: "a / b * 100", "100 * (a / b)" and "a * 100 / b" are a over b, scale 100.
 * So a rate computed for units can be put together as a sum over a sum. null: the formula is not of this shape, or its scale is no plain decimal.
 */
export function quotientOf(formula: Formula): Quotient | null {
  if (formula.kind !== 'operation') return null
  const { operator, left, right } = formula
  if (operator === '*') {
    const [number, other] = right.kind === 'number' ? [right, left] : [left, right]
    const inner = number.kind === 'number' ? quotientOf(other) : null
    return inner && number.kind === 'number' ? scaled(inner, number.value) : null
  }
  if (operator !== '/' || right.kind === 'number') return null
  const { rest, factor } = withoutFactor(left)
  return scaled({ over: rest, under: right, scale: '1' }, factor)
}

function scaled(quotient: Quotient, factor: Decimal): Quotient | null {
  const scale = toExactText(mul(quotient.scale, factor))
  return scale.includes('/') ? null : { ...quotient, scale }
}

/** "a * 100" is a and 100; "a" is a and 1. */
function withoutFactor(formula: Formula): { rest: Formula; factor: Decimal } {
  if (formula.kind === 'operation' && formula.operator === '*') {
    if (formula.right.kind === 'number') return { rest: formula.left, factor: formula.right.value }
    if (formula.left.kind === 'number') return { rest: formula.right, factor: formula.left.value }
  }
  return { rest: formula, factor: '1' }
}
