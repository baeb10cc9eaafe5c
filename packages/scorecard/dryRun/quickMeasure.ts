import { exact, toNumber } from '@milepost/exact/exact'
import type { MeasureInput, ValueInput } from '../card.ts'
import { type MeasureInCard, type MeasureSetting, measureInCard } from '../measureInCard.ts'
import type { NodeState } from '../nodeStates.ts'
import { type FastRule, fastAttainment, fastRule } from '../province/fastLine.ts'
import type { ScoringRule } from '../rules.ts'
import { timeAggregationOf } from '../sortValues.ts'

/** A measure's score as a double, good to about 1e-10 points: for spreads and ranks, not for a ticket. */
export type QuickMeasure = {
  readonly state: NodeState
  /** Points between floor and cap; 0 where there is no score. */
  readonly points: number
  /** The whole of it is missing and counts as zero by rule. */
  readonly ruledZero: boolean
  /** Some or all of it is missing. */
  readonly missing: boolean
}

/** Scores measures one after another, in doubles where that is safe and by the exact engine where it is not. */
export type QuickScorer = (measure: MeasureInput) => QuickMeasure

/** Rules are made ready once, and what the exact engine said of shared values is kept, so that two thousand cards cost little more than one. */
export function quickScorer(setting: MeasureSetting): QuickScorer {
  const rules = new WeakMap<ScoringRule, Map<string, FastRule | null>>()
  const said = new WeakMap<readonly ValueInput[], Map<string, QuickMeasure>>()
  const [floor, cap] = [toNumber(setting.floor), toNumber(setting.cap)]

  const ready = (measure: MeasureInput): FastRule | null => {
    const known = rules.get(measure.rule) ?? new Map<string, FastRule | null>()
    rules.set(measure.rule, known)
    const key = measure.cap ?? ''
    let rule = known.get(key)
    if (rule === undefined) {
      rule = fastRule(measure.rule, measure.cap === undefined ? setting.cap : exact(measure.cap))
      known.set(key, rule)
    }
    return rule
  }
  const exactly = (measure: MeasureInput): QuickMeasure => {
    const { id: _id, name: _name, unit: _unit, weightBp: _weight, values, ...rest } = measure
    const known = said.get(values) ?? new Map<string, QuickMeasure>()
    said.set(values, known)
    const key = JSON.stringify(rest)
    const found = known.get(key) ?? quickOf(measureInCard(measure, setting))
    known.set(key, found)
    return found
  }
  return (measure) => {
    if (measure.rule.kind === 'unscored') return { state: 'monitored', points: 0, ruledZero: false, missing: false }
    if (setting.mode !== 'official' || isInvolved(measure)) return exactly(measure)
    const rule = ready(measure)
    const bounds = {
      floor: measure.floor === undefined ? floor : Number(measure.floor),
      cap: measure.cap === undefined ? cap : Number(measure.cap),
    }
    return (rule && inDoubles(measure, rule, bounds)) ?? exactly(measure)
  }
}

/** What a measure of the exact engine says, as a double. */
export const quickOf = ({
  result,
  leaf,
}: Pick<MeasureInCard, 'leaf'> & { result: Pick<MeasureInCard['result'], 'flags' | 'because'> }): QuickMeasure => ({
  state: leaf.kind,
  points: leaf.kind === 'scored' ? toNumber(leaf.score) : 0,
  ruledZero: leaf.kind === 'scored' && (leaf.ruledZero ?? false),
  missing: result.flags.includes('missing-as-zero') || result.because === 'missing' || result.because === 'no-values',
})

/** Settings that ask for more than adding up plain figures. */
const isInvolved = ({ window, profile, hit, minN, veto, timeAggregation, missingPolicy, values }: MeasureInput): boolean =>
  window !== undefined ||
  profile !== undefined ||
  hit !== undefined ||
  minN !== undefined ||
  veto !== undefined ||
  timeAggregation === 'survey' ||
  timeAggregation === 'hit-rate' ||
  missingPolicy === 'carry' ||
  values.length === 0

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/
const read = (text: string | undefined): number => (text !== undefined && DECIMAL.test(text) ? Number(text) : Number.NaN)

type Sums = { used: number; missing: number; total: number; sum: number; least: number; most: number; above: number; below: number }

/** null: something here wants the exact engine. */
function inDoubles(measure: MeasureInput, rule: FastRule, { floor, cap }: { floor: number; cap: number }): QuickMeasure | null {
  const how = timeAggregationOf(measure)
  const zero = (measure.missingPolicy ?? 'zero') === 'zero'
  const values = how === 'last' ? fromTheLast(measure.values) : measure.values
  if (values === null) return null
  const sums = sumsOf(values, how, addsUpOverUnits(how, measure))
  if (sums === null) return null
  const { used, missing, total } = sums
  if (used === 0) {
    if (missing === 0) return null
    return zero
      ? { state: 'scored', points: 0, ruledZero: true, missing: true }
      : { state: 'excluded', points: 0, ruledZero: false, missing: true }
  }
  const scale = how === 'sum' && rule.compiled.kind === 'line' ? used / total : 1
  const x = figureOf(sums, how, Number(measure.ratioScale ?? '1')) / scale
  if (!Number.isFinite(x) || (rule.kind !== 'pieces' && used > 1 && nearAStep(rule, x))) return null
  const points = fastAttainment(rule, x)
  const held = points < floor ? floor : points > cap ? cap : points
  return { state: 'scored', points: zero ? held * (used / (used + missing)) : held, ruledZero: false, missing: missing > 0 && zero }
}

/** Under `last` only the latest period that says anything counts, and nothing before it; null when that is not plain to see. */
function fromTheLast(values: readonly ValueInput[]): readonly ValueInput[] | null {
  const last = values.at(-1)
  return last !== undefined && (last.state === 'reported' || last.state === 'missing') && isRising(values) ? [last] : null
}

/** In order of period and unit, none twice. */
const isRising = (values: readonly ValueInput[]): boolean =>
  values.every((value, at) => {
    const before = values[at - 1]
    if (before === undefined || before.period < value.period) return true
    return before.period === value.period && (before.unit ?? '') < (value.unit ?? '')
  })

/** Sums come to the same however units and periods are taken together; means do not. */
const addsUpOverUnits = (how: string, { unitAggregation }: MeasureInput): boolean =>
  (how === 'ratio' || how === 'sum') && (unitAggregation ?? how) === how

function sumsOf(values: readonly ValueInput[], how: string, mayHaveUnits: boolean): Sums | null {
  const sums: Sums = {
    used: 0,
    missing: 0,
    total: values.length,
    sum: 0,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
    above: 0,
    below: 0,
  }
  if (!isRising(values)) return null
  for (const value of values) {
    if (
      (value.unit !== undefined && !mayHaveUnits) ||
      value.target !== undefined ||
      value.quality === 'D' ||
      value.counts ||
      value.milestones ||
      value.judgement
    )
      return null
    if (value.state === 'missing') {
      sums.missing++
      continue
    }
    if (value.state === 'not_applicable') continue
    if (value.state !== 'reported') return null
    sums.used++
    if (how === 'ratio') {
      sums.above += read(value.numerator)
      sums.below += read(value.denominator)
      continue
    }
    const figure = read(value.actual)
    if (how === 'weighted-mean') {
      const weight = read(value.weight)
      sums.above += figure * weight
      sums.below += weight
      continue
    }
    sums.sum += figure
    if (!(figure >= sums.least)) sums.least = figure
    if (!(figure <= sums.most)) sums.most = figure
  }
  return sums
}

function figureOf({ used, sum, least, most, above, below }: Sums, how: string, ratioScale: number): number {
  if (how === 'ratio') return below > 0 ? (above / below) * ratioScale : Number.NaN
  if (how === 'weighted-mean') return below > 0 ? above / below : Number.NaN
  if (how === 'mean') return sum / used
  if (how === 'min') return least
  return how === 'max' ? most : sum
}

/** A jump stands so close that a rounding could decide on which side the figure lies. */
const nearAStep = ({ from }: FastRule, x: number): boolean =>
  from.some((start) => Math.abs(start - x) <= 1e-9 * Math.max(1, Math.abs(start)))
