import { add, div, type Exact, exact, floorToInteger, min, mul, negate, sub, sum, ZERO } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import type { IndexValue } from './indexResult.ts'
import { indexWithinLimits } from './limits.ts'
import type { DeductionKind, DeductionRate } from './parameters.ts'
import { readQuantity } from './reading.ts'
import type { DeductionSurvey } from './record.ts'
import { type LengthScale, scaleWarnings } from './scaling.ts'

/**
 * An index of deductions: every kind of damage loses points (at most 100, scaled to the unit length), and the kinds are averaged by weight.
 * A kind that was looked at and has no damage keeps its 100 points; one that was not looked at is left out,
 * the weights of the others are raised in proportion, and a warning names it. Exact.
 */
export function deductionIndex(survey: DeductionSurvey, kinds: readonly DeductionKind[], scale: LengthScale): IndexValue {
  const looked = kinds.filter(({ id }) => survey.surveyed === 'all' || survey.surveyed.includes(id))
  if (looked.length === 0) return { kind: 'undefined', because: 'nothing-surveyed' }
  const points = new Map<string, Exact>(looked.map(({ id }) => [id, ZERO]))
  for (const { kind: damage, severity, amount } of survey.damages) {
    const kind = looked.find(({ id }) => id === damage)
    if (!kind) return { kind: 'undefined', because: 'unknown-damage', damage }
    const rate = kind.deductions[severity]
    if (!rate) return { kind: 'undefined', because: 'severity-not-rated', damage, severity }
    const read = readQuantity(amount, damage)
    if (read.kind === 'undefined') return read
    points.set(damage, add(points.get(damage) ?? ZERO, mul(pointsOf(read.value, rate), scale.factor)))
  }
  const lost = looked.map(({ id, weightBasisPoints }) => ({ id, weightBasisPoints, deduction: min(100, points.get(id) ?? ZERO) }))
  const weights = sum(lost.map(({ weightBasisPoints }) => weightBasisPoints))
  const value = div(sum(lost.map(({ deduction, weightBasisPoints }) => mul(weightBasisPoints, sub(100, deduction)))), weights)
  const notSurveyed = kinds.filter((kind) => !looked.includes(kind)).map(({ id }) => id)
  const evidence = Object.fromEntries(lost.map(({ id, deduction }) => [id, toDecimalString(deduction, 4)]))
  const partly = notSurveyed.length > 0 ? [{ code: 'weights-of-surveyed-kinds-only' as const, notSurveyed }] : []
  return indexWithinLimits(value, evidence, [...partly, ...scaleWarnings(scale)])
}

function pointsOf(amount: Exact, { points, per, part }: DeductionRate): Exact {
  const units = div(amount, per)
  return mul(points, part === 'as-whole' ? exact(roundUp(units)) : units)
}

function roundUp(value: Exact): bigint {
  return -floorToInteger(negate(value))
}
