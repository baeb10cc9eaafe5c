import { add, compare, div, type Exact, exact, isZero, mul, ONE, parseExact, sum, ZERO } from '@milepost/exact/exact'
import { toDecimalString, toExactText } from '@milepost/exact/rounding'
import type { Figure } from './aggregate.ts'
import { aggregateOverTime, type PeriodFigure } from './aggregateOverTime.ts'
import { aggregateOverUnits } from './aggregateOverUnits.ts'
import type { CardInput, MeasureInput } from './card.ts'
import type { AggregatedActual } from './cardResult.ts'
import type { Because, MeasureFlag } from './nodeStates.ts'
import type { Reading } from './reading.ts'
import { type SortedValue, sortValues, timeAggregationOf } from './sortValues.ts'

/** What a measure's values come to before scoring. */
export type ActualState = {
  /** Something to score, or the name of why there is nothing. */
  found:
    | { kind: 'reading'; reading: Reading; missingShare: Exact; flow: Flow | null }
    | { kind: 'missing-as-zero' }
    | { kind: 'undefined-as-full'; because: Because }
    | { kind: 'not-applicable' | 'suspended' | 'excluded'; because: Because }
  actual: AggregatedActual | null
  sorted: SortedValue[]
  flags: MeasureFlag[]
}

/** What a flow's target shrinks to: null for levels and rates. */
export type Flow = {
  /** Part of the values that still count toward the target: those used and those still to come, over all. */
  share: Exact
  /** Where every value states its part of the target: the sum that counts, and the sum due so far. */
  stated: { target: Exact; toDate: Exact } | null
}

/**
 * Aggregates first, so that scoring comes after: values are sorted by their data states, put together over units inside each
 * period, then over the periods. In the official score the share of due values that is missing scores zero (policy `zero`);
 * `missingShare` is that share.
 */
export function readActual(measure: MeasureInput, mode: CardInput['mode'], minN: number): ActualState {
  const sorted = relevant(sortValues(measure, mode), measure, mode)
  const used = sorted.filter(({ fate }) => fate === 'used')
  const missing = sorted.filter(({ fate }) => fate === 'missing')
  const flags = flagsOf(sorted, used, missing, measure)
  if (hasDoubles(measure)) return { found: { kind: 'excluded', because: 'same-value-twice' }, actual: null, sorted, flags }
  if (used.length === 0) return { found: withoutValues(sorted, measure, mode), actual: null, sorted, flags }
  const taken = takeFigure(used, measure)
  if ('because' in taken) return { found: fallback(taken.because, measure), actual: null, sorted, flags }
  const actual = evidence(taken, sorted, measure)
  const asked = measure.minN ?? (measure.timeAggregation === 'survey' ? minN : 0)
  if (asked > 0 && (actual.n ?? 0) < asked) {
    const kind = measure.redistributionApproved ? 'not-applicable' : 'excluded'
    return { found: { kind, because: 'too-few-answers' }, actual, sorted, flags }
  }
  const missingShare = div(sum(missing.map(weigh(sorted))), sum([...used, ...missing].map(weigh(sorted))))
  return { found: { kind: 'reading', reading: taken.reading, missingShare, flow: flowOf(sorted, measure) }, actual, sorted, flags }
}

/** Under `last` only the latest period that says anything counts; earlier ones are passed over. */
function relevant(sorted: SortedValue[], measure: MeasureInput, mode: CardInput['mode']): SortedValue[] {
  if (timeAggregationOf(measure) !== 'last' || measure.rule.kind === 'milestone') return sorted
  const speaks = ({ fate, because }: SortedValue): boolean =>
    mode === 'live' ? fate === 'used' : fate === 'used' || fate === 'missing' || (fate === 'left-out' && because !== 'still-open-at-close')
  const latest = sorted.findLast(speaks)
  return latest ? sorted.filter(({ input }) => input.period >= latest.input.period) : sorted
}

function hasDoubles({ values }: MeasureInput): boolean {
  return new Set(values.map(({ period, unit }) => JSON.stringify([period, unit ?? null]))).size < values.length
}

/** Nothing to score: the strongest reason names the case. */
function withoutValues(sorted: SortedValue[], measure: MeasureInput, mode: CardInput['mode']): ActualState['found'] {
  const has = (fate: SortedValue['fate']): SortedValue | undefined => sorted.findLast((value) => value.fate === fate)
  if (has('missing')) return { kind: 'missing-as-zero' }
  const leftOut = has('left-out')
  if (leftOut) return { kind: 'excluded', because: leftOut.because }
  const blank = has('undefined')
  if (blank) return fallback(blank.because, measure)
  if (has('suspended')) return { kind: 'suspended', because: 'suspended' }
  const notApplicable = has('not-applicable')
  if (notApplicable) return { kind: 'not-applicable', because: notApplicable.because }
  return mode === 'official' && (measure.missingPolicy ?? 'zero') === 'zero'
    ? { kind: 'missing-as-zero' }
    : { kind: 'excluded', because: 'no-values' }
}

function fallback(because: Because, measure: MeasureInput): ActualState['found'] {
  if (because !== 'undefined' && because !== 'zero-denominator') return { kind: 'excluded', because }
  return measure.undefinedPolicy === 'full' ? { kind: 'undefined-as-full', because } : { kind: 'not-applicable', because }
}

type Taken = { reading: Reading; figure: Figure & { actual: Exact }; how: AggregatedActual['how'] }

function takeFigure(used: SortedValue[], measure: MeasureInput): Taken | { because: Because } {
  const { rule } = measure
  const last = used[used.length - 1]!
  if (rule.kind === 'judgement' && last.input.judgement) {
    return {
      reading: { kind: 'judgement', ...last.input.judgement },
      figure: { actual: exact(last.input.judgement.points) },
      how: 'judgement',
    }
  }
  if (rule.kind === 'milestone') {
    const milestones = Object.assign({}, ...used.map(({ input }) => input.milestones ?? {}))
    const reached = Object.values(milestones).filter((state) => state !== 'undone').length
    return { reading: { kind: 'milestones', milestones }, figure: { actual: exact(reached) }, how: 'milestones' }
  }
  if (rule.kind === 'deduct' && used.some(({ input }) => input.counts)) return takeCounts(used)
  return takeFigures(used, measure)
}

function takeCounts(used: SortedValue[]): Taken | { because: Because } {
  const counts: Record<string, Exact> = {}
  for (const { input } of used) {
    if (!input.counts) return { because: 'value-without-figure' }
    for (const [key, count] of Object.entries(input.counts)) counts[key] = add(counts[key] ?? ZERO, count)
  }
  return { reading: { kind: 'counts', counts }, figure: { actual: sum(Object.values(counts)) }, how: 'counts' }
}

function takeFigures(used: SortedValue[], measure: MeasureInput): Taken | { because: Because } {
  const how = timeAggregationOf(measure)
  const scale = exact(measure.ratioScale ?? '1')
  const periods: PeriodFigure[] = []
  for (const period of new Set(used.map(({ input }) => input.period))) {
    const values = used.filter(({ input }) => input.period === period)
    const overUnits = measure.unitAggregation ?? (how === 'last' || how === 'hit-rate' ? undefined : how)
    if (!overUnits && values.length > 1) return { because: 'no-unit-aggregation' }
    const figures = values.map(({ input, figure }) => ({ ...withRatio(figure, scale), unit: input.unit ?? '' }))
    if (figures.length === 1) {
      periods.push({ ...figures[0], period })
      continue
    }
    const joined = aggregateOverUnits(figures, overUnits ?? 'sum', scale)
    if (joined.kind === 'undefined') return { because: joined.because }
    periods.push({ ...joined.figure, period })
  }
  if (how === 'hit-rate' && (!measure.hit || parseExact(measure.hit.value).kind === 'refused')) return { because: 'nothing-to-compare' }
  const joined =
    how === 'hit-rate' ? aggregateOverTime(periods.map(judged(measure, scale)), 'mean') : aggregateOverTime(periods, how, scale)
  if (joined.kind === 'undefined') return { because: joined.because }
  return {
    reading: { kind: 'figure', value: joined.figure.actual },
    figure: how === 'last' ? { ...periods[periods.length - 1], ...joined.figure } : joined.figure,
    how,
  }
}

/** A period that met its mark stands for the whole scale, another one for nothing. */
function judged({ hit }: MeasureInput, scale: Exact): (period: PeriodFigure) => PeriodFigure {
  return (period) => {
    const order = compare(period.actual ?? ZERO, hit?.value ?? ZERO)
    return { ...period, actual: (hit?.comparator === '<=' ? order <= 0 : order >= 0) ? scale : ZERO }
  }
}

/** A single rate given only as numerator and denominator gets its quotient. */
function withRatio(figure: Figure, scale: Exact): Figure {
  if (figure.actual || !figure.numerator || !figure.denominator || isZero(figure.denominator)) return figure
  return { ...figure, actual: mul(div(figure.numerator, figure.denominator), scale) }
}

const statesTargets = (sorted: readonly SortedValue[]): boolean =>
  sorted.every(({ input }) => input.target !== undefined && !isZero(input.target))

/** Values weigh by their part of the target where every one states it, else alike. */
const weigh = (sorted: readonly SortedValue[]): ((value: SortedValue) => Exact) =>
  statesTargets(sorted) ? ({ input }) => exact(input.target ?? '0') : () => ONE

function flowOf(sorted: readonly SortedValue[], measure: MeasureInput): Flow | null {
  if (timeAggregationOf(measure) !== 'sum') return null
  const weights = weigh(sorted)
  const due = sum(sorted.filter(({ fate }) => fate === 'used').map(weights))
  const target = add(due, sum(sorted.filter(({ ref }) => ref.state === 'not_due').map(weights)))
  return { share: div(target, sum(sorted.map(weights))), stated: statesTargets(sorted) ? { target, toDate: due } : null }
}

function evidence({ figure, how }: Taken, sorted: readonly SortedValue[], measure: MeasureInput): AggregatedActual {
  const used = sorted.filter(({ fate }) => fate === 'used')
  const passedOver = measure.values.filter(
    (value) => !sorted.some(({ input }) => input.period === value.period && input.unit === value.unit),
  )
  return {
    value: toExactText(figure.actual),
    shown: toDecimalString(figure.actual),
    how,
    ...(figure.numerator && { numerator: toExactText(figure.numerator) }),
    ...(figure.denominator && { denominator: toExactText(figure.denominator) }),
    ...(figure.n !== undefined && { n: figure.n }),
    used: used.map(({ ref }) => ref),
    excluded: [
      ...sorted.filter(({ fate }) => fate !== 'used').map(({ ref, because }) => ({ ...ref, because })),
      ...passedOver.map(({ period, unit, state }) => ({
        period,
        ...(unit === undefined ? {} : { unit }),
        state,
        because: 'not-the-last' as const,
      })),
    ],
  }
}

function flagsOf(sorted: SortedValue[], used: SortedValue[], missing: SortedValue[], measure: MeasureInput): MeasureFlag[] {
  const overdue = sorted.some(({ fate, because }) => fate === 'left-out' && (because === 'late' || because === 'missing'))
  const raised: [MeasureFlag, boolean][] = [
    ['estimated', used.some(({ provisional }) => provisional)],
    ['carried', used.some(({ carried }) => carried)],
    ['missing-as-zero', missing.length > 0],
    ['partial', used.length > 0 && used.length < sorted.length],
    ['stale', used.length > 0 && overdue && timeAggregationOf(measure) === 'last'],
  ]
  return raised.filter(([, holds]) => holds).map(([flag]) => flag)
}
