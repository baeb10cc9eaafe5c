import {
  add,
  compare,
  type Decimal,
  div,
  type Exact,
  type ExactText,
  exact,
  isZero,
  max,
  min,
  mul,
  negate,
  sub,
  sum,
  ZERO,
} from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Comparator, Formula } from './formulaTree.ts'

/** Values of measures by code and period; a period without a value is absent or null. Periods sort as text in time order. */
export type FormulaValues = ReadonlyMap<string, ReadonlyMap<string, Decimal | null>>
/** What an empty value does: no result (default), it counts as 0, or it is left out of sums, means, min and max (elsewhere: no result). */
export type EmptyPolicy = 'propagate' | 'zero' | 'ignore'
export type Computed =
  | { readonly kind: 'computed'; readonly value: ExactText; readonly used: readonly UsedValue[] }
  | {
      readonly kind: 'undefined'
      readonly because: 'zero-denominator' | 'value-missing'
      readonly at: number
      readonly used: readonly UsedValue[]
    }
/** A value that went in, or was looked for and not there. */
export type UsedValue = { readonly code: string; readonly period: string; readonly value: Decimal | null }

class Nothing {
  readonly because: 'zero-denominator' | 'value-missing'
  readonly at: number
  constructor(because: 'zero-denominator' | 'value-missing', at: number) {
    this.because = because
    this.at = at
  }
}

/**
 * Computes a formula for one period, exactly. Undefined with the place where a denominator is zero or, by the policy, a value is missing.
 * Every value looked at is returned beside the result.
 */
export function computeFormula(
  formula: Formula,
  question: { readonly values: FormulaValues; readonly period: string; readonly empty?: EmptyPolicy },
): Computed {
  const used: UsedValue[] = []
  const machine = new Machine(question.values, question.period, question.empty ?? 'propagate', used)
  try {
    return { kind: 'computed', value: toExactText(machine.value(formula)), used }
  } catch (nothing) {
    if (!(nothing instanceof Nothing)) throw nothing
    return { kind: 'undefined', because: nothing.because, at: nothing.at, used }
  }
}

class Machine {
  private readonly values: FormulaValues
  private readonly period: string
  private readonly empty: EmptyPolicy
  private readonly used: UsedValue[]
  constructor(values: FormulaValues, period: string, empty: EmptyPolicy, used: UsedValue[]) {
    this.values = values
    this.period = period
    this.empty = empty
    this.used = used
  }

  value(formula: Formula): Exact {
    const value = this.valueOrNone(formula)
    if (value === null) throw new Nothing('value-missing', formula.at)
    return value
  }

  /** null only for an empty value under `ignore`. */
  private valueOrNone(formula: Formula): Exact | null {
    switch (formula.kind) {
      case 'number':
        return exact(formula.value)
      case 'measure':
        return this.orEmpty(this.read(formula.code, this.period), formula.at)
      case 'negative':
        return negate(this.value(formula.of))
      case 'operation':
        return this.operation(formula)
      case 'comparison':
        throw new TypeError('a comparison has no value of its own')
      case 'call':
        return this.call(formula)
    }
  }

  private operation({ operator, left, right, at }: Extract<Formula, { kind: 'operation' }>): Exact {
    const [a, b] = [this.value(left), this.value(right)]
    if (operator === '+') return add(a, b)
    if (operator === '-') return sub(a, b)
    if (operator === '*') return mul(a, b)
    if (isZero(b)) throw new Nothing('zero-denominator', at)
    return div(a, b)
  }

  private call({ name, inputs, at }: Extract<Formula, { kind: 'call' }>): Exact | null {
    const [first, second, third] = inputs
    if (name === 'if') return this.holds(first!) ? this.value(second!) : this.value(third!)
    if (name === 'min' || name === 'max') {
      const [head, ...rest] = inputs.flatMap((input) => this.valueOrNone(input) ?? [])
      if (head === undefined) throw new Nothing('value-missing', at)
      return name === 'min' ? min(head, ...rest) : max(head, ...rest)
    }
    return this.overTime(name, first?.kind === 'measure' ? first.code : '', at)
  }

  private overTime(name: 'sum' | 'avg' | 'last' | 'prev', code: string, at: number): Exact | null {
    const periods = [...(this.values.get(code)?.keys() ?? [])].filter((period) => period <= this.period).toSorted()
    if (name === 'prev') {
      const before = periods.filter((period) => period < this.period).at(-1)
      return this.orEmpty(before === undefined ? null : this.read(code, before), at)
    }
    if (name === 'last') {
      const latest = periods.findLast((period) => this.values.get(code)?.get(period) != null)
      return this.orEmpty(latest === undefined ? null : this.read(code, latest), at)
    }
    const found = periods.flatMap((period) => this.orEmpty(this.read(code, period), at) ?? [])
    if (found.length === 0) return this.orEmpty(null, at)
    return name === 'sum' ? sum(found) : div(sum(found), found.length)
  }

  private read(code: string, period: string): Decimal | null {
    const value = this.values.get(code)?.get(period) ?? null
    this.used.push({ code, period, value })
    return value
  }

  private orEmpty(value: Decimal | null, at: number): Exact | null {
    if (value !== null) return exact(value)
    if (this.empty === 'zero') return ZERO
    if (this.empty === 'ignore') return null
    throw new Nothing('value-missing', at)
  }

  private holds(formula: Formula): boolean {
    if (formula.kind !== 'comparison') throw new TypeError('not a condition')
    const order = compare(this.value(formula.left), this.value(formula.right))
    return HOLDS[formula.operator](order)
  }
}

const HOLDS: Readonly<Record<Comparator, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
}
