import { add, compare, div, type Exact, exact, HUNDRED, mul, ONE, sign, sub, sum, ZERO } from '@milepost/exact/exact'
import { evaluateLine, type Segment, scaleLine } from './anchors.ts'
import type { Reading } from './reading.ts'
import type { Compiled } from './scoringFunctions.ts'

/** Points before floor and cap, or the name of the case in which there are none. */
export type Attained =
  | { kind: 'attained'; attainment: Exact; segment: Segment | null; extrapolated: boolean }
  | {
      kind: 'unscored'
      because:
        | Extract<Compiled, { kind: 'refused' }>['because']
        | 'monitored-only'
        | 'value-without-figure'
        | 'value-not-in-rule'
        | 'no-evidence'
        | 'no-reason'
    }

const attained = (attainment: Exact): Attained => ({ kind: 'attained', attainment, segment: null, extrapolated: false })
const unscored = (because: Extract<Attained, { kind: 'unscored' }>['because']): Attained => ({ kind: 'unscored', because })

/**
 * Attainment of one reading by a compiled rule, unbounded, with the target at 100.
 * `targetScale` shrinks the x-values of a line to the share of a flow that is due; other kinds do not scale.
 */
export function attain(compiled: Compiled, reading: Reading, targetScale: Exact = ONE): Attained {
  switch (compiled.kind) {
    case 'refused':
      return unscored(compiled.because)
    case 'monitored':
      return unscored('monitored-only')
    case 'line': {
      if (reading.kind !== 'figure') return unscored('value-without-figure')
      const line = scaleLine(compiled.line, targetScale)
      return line ? { kind: 'attained', ...evaluateLine(line, reading.value) } : unscored('value-without-figure')
    }
    case 'steps': {
      if (reading.kind !== 'figure') return unscored('value-without-figure')
      const band = compiled.bands.findLast(({ from }) => compare(reading.value, from) >= 0)
      return attained(band?.points ?? compiled.below)
    }
    case 'comparison':
      return reading.kind === 'figure' ? attained(holds(compiled, reading.value) ? HUNDRED : ZERO) : unscored('value-without-figure')
    case 'deduction':
      return deduct(compiled, reading)
    case 'checklist':
      return checkOff(compiled, reading)
    case 'judgement':
      return judge(compiled, reading)
  }
}

function holds({ comparator, values }: Extract<Compiled, { kind: 'comparison' }>, x: Exact): boolean {
  const order = compare(x, values[0]!)
  const asks = { '>=': order >= 0, '<=': order <= 0, '=': order === 0, in: values.some((value) => compare(x, value) === 0) }
  return asks[comparator]
}

function deduct({ start, items }: Extract<Compiled, { kind: 'deduction' }>, reading: Reading): Attained {
  const single = items.length === 1 && reading.kind === 'figure' ? { [items[0]!.key]: reading.value } : undefined
  const counts = single ?? (reading.kind === 'counts' ? reading.counts : undefined)
  if (!counts) return unscored('value-without-figure')
  if (Object.keys(counts).some((key) => !items.some((item) => item.key === key))) return unscored('value-not-in-rule')
  return attained(sub(start, sum(items.map((item) => mul(item.points, counts[item.key] ?? ZERO)))))
}

function checkOff({ lateFactor, items }: Extract<Compiled, { kind: 'checklist' }>, reading: Reading): Attained {
  if (reading.kind !== 'milestones') return unscored('value-without-figure')
  if (Object.keys(reading.milestones).some((key) => !items.some((item) => item.key === key))) return unscored('value-not-in-rule')
  const factors = { done: ONE, late: lateFactor, undone: ZERO }
  const earned = sum(items.map((item) => mul(item.weight, factors[reading.milestones[item.key] ?? 'undone'])))
  return attained(mul(div(earned, sum(items.map((item) => item.weight))), HUNDRED))
}

function judge({ bands }: Extract<Compiled, { kind: 'judgement' }>, reading: Reading): Attained {
  if (reading.kind !== 'judgement') return unscored('value-without-figure')
  if (reading.evidence.length === 0) return unscored('no-evidence')
  if (reading.reason.trim() === '') return unscored('no-reason')
  const band = bands.find(({ code }) => code === reading.band)
  const points = exact(reading.points)
  if (!band || compare(points, band.from) < 0 || compare(points, band.to) > 0) return unscored('value-not-in-rule')
  return attained(points)
}

/** Score = attainment held between floor and cap. */
export function holdBetween(attainment: Exact, floor: Exact, cap: Exact): { score: Exact; floored: boolean; capped: boolean } {
  if (compare(attainment, floor) < 0) return { score: floor, floored: true, capped: false }
  if (compare(attainment, cap) > 0) return { score: cap, floored: false, capped: true }
  return { score: attainment, floored: false, capped: false }
}

/** Attainment this far over target asks whether the target was too low; it is a question for review, not a cut. */
export const TARGET_TOO_LOW = add(HUNDRED, 30)
/** Worse than the baseline: an attainment below zero, which the floor hides in the score. */
export const regressed = (attainment: Exact): boolean => sign(attainment) < 0
