import { type Exact, isZero, parseExact, ZERO } from '@milepost/exact/exact'
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
function readFigure({ actual, numerator, denominator, weight, target, n, judgement, counts }: ValueInput): Figure | null {
  if (n !== undefined && (!Number.isSafeInteger(n) || n < 0)) return null
  if ([target, judgement?.points, ...Object.values(counts ?? {})].some((text) => read(text) === null)) return null
  const [first, above, below, share] = [read(actual), read(numerator), read(denominator), read(weight)]
  if (first === null || above === null || below === null || share === null) return null
  return { actual: first, numerator: above, denominator: below, weight: share, n }
}

function read(text: string | undefined): Exact | undefined | null {
  if (text === undefined) return undefined
  const parsed = parseExact(text)
  return parsed.kind === 'exact' ? parsed.value : null
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
