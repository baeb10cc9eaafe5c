import { type Exact, exact, isZero, parseExact, ZERO } from '@milepost/exact/exact'
import type { Figure } from './aggregate.ts'
import type { Aggregation, CardInput, MeasureInput, ValueInput } from './card.ts'
import type { ValueRef } from './cardResult.ts'
import { DATA_STATES, type Treatment } from './dataStates.ts'
import type { Because } from './nodeStates.ts'

/** What becomes of one value in this score. */
export type Fate = 'used' | 'missing' | 'left-out' | 'not-applicable' | 'undefined' | 'suspended'
export type SortedValue = {
  input: ValueInput
  ref: ValueRef
  fate: Fate
  because: Because
  figure: Figure
  provisional: boolean
  carried: boolean
}

type Mode = CardInput['mode']
type Rules = Pick<
  MeasureInput,
  'timeAggregation' | 'missingPolicy' | 'undefinedPolicy' | 'estimatedWaived' | 'redistributionApproved' | 'rule' | 'values'
>

/** Occurrences add up by themselves; everything else that says nothing is a level, and its last value counts. */
export const timeAggregationOf = ({ timeAggregation, rule }: Pick<MeasureInput, 'timeAggregation' | 'rule'>): Aggregation =>
  timeAggregation ?? (rule.kind === 'deduct' ? 'sum' : 'last')

/** Levels may carry the period before; a flow that is carried would be counted twice. */
const LEVELS: readonly Aggregation[] = ['last', 'mean', 'min', 'max']

/** Sorts a measure's values in time order by what their data state means in this mode; each keeps the reason. */
export function sortValues(measure: Rules, mode: Mode): SortedValue[] {
  const inOrder = measure.values.toSorted((a, b) => compareText(a.period, b.period) || compareText(a.unit ?? '', b.unit ?? ''))
  return carry(
    inOrder.map((value) => sortValue(value, measure, mode)),
    measure,
    mode,
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sortValue(input: ValueInput, measure: Rules, mode: Mode): SortedValue {
  const ref: ValueRef = { period: input.period, ...(input.unit === undefined ? {} : { unit: input.unit }), state: input.state }
  const base = { input, ref, because: input.state, figure: {}, provisional: input.state === 'estimated', carried: false } satisfies Omit<
    SortedValue,
    'fate'
  >
  const treatment: Treatment = DATA_STATES[input.state][mode]
  switch (treatment) {
    case 'use':
    case 'use-provisional':
      return useValue(base, measure)
    case 'use-if-waived':
      return measure.estimatedWaived ? useValue(base, measure) : { ...base, fate: 'left-out', because: 'estimated-not-waived' }
    case 'leave-out':
      return { ...base, fate: 'left-out', because: mode === 'official' ? 'still-open-at-close' : input.state }
    case 'missing-policy':
      return { ...base, fate: (measure.missingPolicy ?? 'zero') === 'exclude' ? 'left-out' : 'missing', because: 'missing' }
    case 'undefined-policy':
      return { ...base, fate: 'undefined' }
    case 'redistribute':
      return { ...base, fate: input.state === 'suspended' ? 'suspended' : 'not-applicable' }
    case 'redistribute-if-approved':
      return { ...base, fate: measure.redistributionApproved ? 'not-applicable' : 'left-out' }
  }
}

function useValue(base: Omit<SortedValue, 'fate'>, measure: Rules): SortedValue {
  const { input } = base
  if (input.quality === 'D') {
    return { ...base, fate: measure.redistributionApproved ? 'not-applicable' : 'left-out', because: 'poor-data-quality' }
  }
  const figure = readFigure(input)
  if (!figure) return { ...base, fate: 'left-out', because: 'value-not-a-number' }
  if (!hasWhatTheRuleNeeds(input, measure)) return { ...base, fate: 'left-out', because: 'value-without-figure' }
  if ((measure.timeAggregation === 'ratio' || !figure.actual) && figure.denominator && isZero(figure.denominator)) {
    return isZero(figure.numerator ?? ZERO)
      ? { ...base, fate: 'undefined', because: 'zero-denominator' }
      : { ...base, fate: 'left-out', because: 'numerator-without-denominator' }
  }
  return { ...base, fate: 'used', figure }
}

function hasWhatTheRuleNeeds(input: ValueInput, { rule, timeAggregation }: Rules): boolean {
  if (rule.kind === 'milestone') return input.milestones !== undefined
  if (rule.kind === 'judgement') return input.judgement !== undefined
  if (rule.kind === 'deduct' && input.counts !== undefined) return true
  if (timeAggregation === 'ratio') return input.numerator !== undefined && input.denominator !== undefined
  return input.actual !== undefined || (input.numerator !== undefined && input.denominator !== undefined)
}

/** The figures of a value, or null when one of them is not a number. */
function readFigure(input: ValueInput): Figure | null {
  const texts = [
    input.actual,
    input.numerator,
    input.denominator,
    input.weight,
    input.target,
    input.judgement?.points,
    ...Object.values(input.counts ?? {}),
  ]
  if (texts.some((text) => text !== undefined && parseExact(text).kind === 'refused')) return null
  if (input.n !== undefined && (!Number.isSafeInteger(input.n) || input.n < 0)) return null
  const read = (text: string | undefined): Exact | undefined => (text === undefined ? undefined : exact(text))
  return {
    actual: read(input.actual),
    numerator: read(input.numerator),
    denominator: read(input.denominator),
    weight: read(input.weight),
    n: input.n,
  }
}

/** Fills a gap from the period before (same unit), once in a row, for levels only; a gap that cannot be filled is left out. */
function carry(sorted: SortedValue[], measure: Rules, mode: Mode): SortedValue[] {
  const mayCarry = LEVELS.includes(timeAggregationOf(measure))
  const before = new Map<string, SortedValue>()
  return sorted.map((value) => {
    const unit = value.input.unit ?? ''
    const asks =
      (value.fate === 'missing' && mode === 'official' && measure.missingPolicy === 'carry') ||
      (value.fate === 'undefined' && measure.undefinedPolicy === 'carry')
    const previous = before.get(unit)
    const settled: SortedValue = !asks
      ? value
      : mayCarry && previous?.fate === 'used' && !previous.carried
        ? { ...value, fate: 'used', carried: true, figure: previous.figure, input: { ...previous.input, period: value.input.period } }
        : { ...value, fate: 'left-out' }
    before.set(unit, settled)
    return settled
  })
}
