import { type Exact, exactFromNumber, sub, toNumber, ZERO } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Line } from '../anchors.ts'
import type { ScoringRule } from '../rules.ts'
import { attain } from '../scoreReading.ts'
import { type Compiled, compileRule } from '../scoringFunctions.ts'
import { isPlainDecimal, ROUNDOFF } from './bounded.ts'

/**
 * A scoring rule laid out for doubles. `pieces`: y = left + slope x (x - from) on the piece x falls in, which is continuous; `steps`: the
 * points of the last start at or below x, exact because starts and actuals are plain decimals.
 */
export type FastRule = {
  readonly kind: 'pieces' | 'steps' | 'met'
  /** Pieces: the anchors. Steps: the starts. Met: the values compared with. */
  readonly from: Float64Array
  /** Pieces: points at the anchor on the left (one more than anchors: the piece before the first). Steps: points, the first for below. */
  readonly points: Float64Array
  readonly slopes: Float64Array
  readonly comparator: '>=' | '<=' | '=' | 'in' | null
  /** |error of the points| <= base + perUnit x |x|. */
  readonly base: number
  readonly perUnit: number
  readonly compiled: Compiled
}

/** The rule for doubles, or null when it needs more than one figure, is at fault, or has figures of more than fifteen digits. */
export function fastRule(rule: ScoringRule, cap: Exact): FastRule | null {
  const compiled = compileRule(rule, cap)
  if (compiled.kind === 'line') return pieces(compiled, compiled.line)
  if (compiled.kind === 'steps') return steps(compiled)
  if (compiled.kind === 'comparison') return met(compiled)
  if (compiled.kind === 'deduction' && compiled.items.length === 1) {
    const points = compiled.items[0]!.points
    const line: Line = {
      points: [
        { x: ZERO, y: compiled.start },
        { x: exactFromNumber(1), y: sub(compiled.start, points) },
      ],
      before: 'extrapolate',
      after: 'extrapolate',
    }
    return pieces(compiled, line)
  }
  return null
}

function pieces(compiled: Compiled, line: Line): FastRule | null {
  const { points } = line
  if (points.length < 2) return null
  const from = points.map(({ x }) => toNumber(x))
  const slopes = points.slice(1).map((right, at) => toNumber(right.y.sub(points[at]!.y).div(right.x.sub(points[at]!.x))))
  const first = line.before === 'hold' ? 0 : slopes[0]!
  const last = line.after === 'hold' ? 0 : slopes[slopes.length - 1]!
  const steepest = Math.max(...slopes.map(Math.abs))
  const [furthest, highest] = [Math.max(...from.map(Math.abs)), Math.max(...points.map(({ y }) => Math.abs(toNumber(y))))]
  return {
    kind: 'pieces',
    from: Float64Array.from(from),
    points: Float64Array.from([points[0]!, ...points].map(({ y }) => toNumber(y))),
    slopes: Float64Array.from([first, ...slopes, last]),
    comparator: null,
    base: 16 * ROUNDOFF * (steepest * furthest + highest + 1),
    perUnit: 16 * ROUNDOFF * steepest,
    compiled,
  }
}

function steps(compiled: Extract<Compiled, { kind: 'steps' }>): FastRule | null {
  const { below, bands } = compiled
  const points = [below, ...bands.map((band) => band.points)]
  if (![...bands.map(({ from }) => from), ...points].every(isPlain)) return null
  const highest = Math.max(...points.map((one) => Math.abs(toNumber(one))))
  return {
    kind: 'steps',
    from: Float64Array.from(bands.map(({ from }) => toNumber(from))),
    points: Float64Array.from(points.map((one) => toNumber(one))),
    slopes: new Float64Array(0),
    comparator: null,
    base: ROUNDOFF * highest,
    perUnit: 0,
    compiled,
  }
}

function met(compiled: Extract<Compiled, { kind: 'comparison' }>): FastRule | null {
  if (!compiled.values.every(isPlain)) return null
  return {
    kind: 'met',
    from: Float64Array.from(compiled.values.map((value) => toNumber(value))),
    points: new Float64Array(0),
    slopes: new Float64Array(0),
    comparator: compiled.comparator,
    base: 0,
    perUnit: 0,
    compiled,
  }
}

const isPlain = (value: Exact): boolean => {
  const text = toExactText(value)
  return !text.includes('/') && isPlainDecimal(text)
}

/** Points before floor and cap, within `base + perUnit x |x|` of the exact ones. */
export function fastAttainment({ kind, from, points, slopes, comparator }: FastRule, x: number): number {
  if (kind === 'met') return meets(comparator, from, x) ? 100 : 0
  let at = 0
  while (at < from.length && x >= from[at]!) at++
  return kind === 'steps' ? points[at]! : points[at]! + slopes[at]! * (x - from[at === 0 ? 0 : at - 1]!)
}

function meets(comparator: FastRule['comparator'], values: Float64Array, x: number): boolean {
  if (comparator === '>=') return x >= values[0]!
  if (comparator === '<=') return x <= values[0]!
  return comparator === 'in' ? values.includes(x) : x === values[0]
}

/** The same points exactly, for an actual that a double names (at most fifteen digits). */
export function exactAttainment({ compiled }: FastRule, x: number): Exact {
  const got = attain(compiled, { kind: 'figure', value: exactFromNumber(x) })
  if (got.kind === 'unscored') throw new Error(`a rule made fast cannot be unscored (${got.because})`)
  return got.attainment
}
