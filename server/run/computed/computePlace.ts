import { compare, isZero } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import { type Computed, computeFormula, type FormulaValues, type UsedValue } from '@milepost/scorecard/formula/computeFormula'
import { quotientOf } from '@milepost/scorecard/formula/quotientOf'
import type { ComputedMeasure } from './formulasOf.ts'

export type PlaceFigures = {
  /** null: something is missing, or a denominator is 0; a rate of nought over nought has parts and no figure. */
  readonly figures: { readonly actual: string | null; readonly numerator: string | null; readonly denominator: string | null } | null
  readonly used: readonly UsedValue[]
}

/** Places kept of a quotient for the eye; a rate is scored by its parts. */
const PLACES = 9

/** What a formula gives for one holder and period. A missing part is never taken for nought. */
export function computePlace({ measure, formula }: ComputedMeasure, values: FormulaValues, period: string): PlaceFigures {
  const quotient = measure.ratioScale === null ? null : quotientOf(formula)
  if (quotient === null || measure.ratioScale === null || compare(quotient.scale, measure.ratioScale) !== 0) {
    const whole = computeFormula(formula, { values, period })
    return { figures: figure(whole), used: whole.used }
  }
  const over = computeFormula(quotient.over, { values, period })
  const under = computeFormula(quotient.under, { values, period })
  const used = [...over.used, ...under.used]
  if (over.kind !== 'computed' || under.kind !== 'computed') return { figures: null, used }
  if (isZero(under.value) && !isZero(over.value)) return { figures: null, used }
  const whole = isZero(under.value) ? null : computeFormula(formula, { values, period })
  const parts = { numerator: toDecimalString(over.value, PLACES), denominator: toDecimalString(under.value, PLACES) }
  return { figures: { actual: whole && (figure(whole)?.actual ?? null), ...parts }, used }
}

const figure = (computed: Computed) =>
  computed.kind === 'computed' ? { actual: toDecimalString(computed.value, PLACES), numerator: null, denominator: null } : null
