import { compare, max, min, negate, parseExact, sub } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Direction, ScoringRule } from './rules.ts'

export type Triple = { direction: Direction; floor: string; target: string; stretch: string }
export type RuleFromTriple =
  | { kind: 'rule'; rule: ScoringRule }
  | { kind: 'refused'; because: 'not-a-number' | 'band-without-range' | 'floor-inside-range' }

/**
 * The scoring rule behind a library triple (底线/目标/挑战). `up` and `down` keep the three figures. A `band` target is a range
 * ("95-100") or a distance to either side of zero ("±5", then the floor is "±20"): full marks inside, none a floor's distance
 * away on either side; the stretch does not enter. Whether the figures make sense together is for `compileRule` to say.
 */
export function ruleFromTriple({ direction, floor, target, stretch }: Triple): RuleFromTriple {
  if (direction === 'band') return fromBand(floor, target)
  const readable = [floor, target, stretch].every((text) => parseExact(text).kind === 'exact')
  return readable
    ? { kind: 'rule', rule: { kind: 'floor_target_stretch', direction, floor, target, stretch } }
    : { kind: 'refused', because: 'not-a-number' }
}

function fromBand(floor: string, target: string): RuleFromTriple {
  const range = readRange(target)
  const around = floor.startsWith('±') ? floor.slice(1) : null
  if (!range) return { kind: 'refused', because: 'band-without-range' }
  if (parseExact(around ?? floor).kind === 'refused') return { kind: 'refused', because: 'not-a-number' }
  const { low, high } = range
  const tolerance = around === null ? max(sub(low, floor), sub(floor, high)) : min(sub(low, negate(around)), sub(around, high))
  if (compare(tolerance, 0) <= 0) return { kind: 'refused', because: 'floor-inside-range' }
  return { kind: 'rule', rule: { kind: 'range', low, high, tolerance: toExactText(tolerance) } }
}

function readRange(target: string): { low: string; high: string } | null {
  if (target.startsWith('±')) {
    const half = target.slice(1)
    return parseExact(half).kind === 'exact' ? { low: toExactText(negate(half)), high: half } : null
  }
  const parts = /^(-?[\d.]+)\s*[-–~～]\s*(-?[\d.]+)$/.exec(target)
  const [low, high] = [parts?.[1] ?? target, parts?.[2] ?? target]
  return parseExact(low).kind === 'exact' && parseExact(high).kind === 'exact' ? { low, high } : null
}
