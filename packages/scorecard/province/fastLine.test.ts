import { compare, exact, exactFromNumber, sub, toNumber } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScoringRule } from '../rules.ts'
import { exactAttainment, type FastRule, fastAttainment, fastRule } from './fastLine.ts'

const fast = (rule: ScoringRule): FastRule => {
  const made = fastRule(rule, exact(120))
  if (!made) throw new Error(rule.kind)
  return made
}
const at = (rule: ScoringRule, x: number) => fastAttainment(fast(rule), x)

describe('rules in doubles, by hand', () => {
  test.each<[string, ScoringRule, number, number]>([
    ['share of the target', { kind: 'ratio_up', target: '90' }, 84.6, 94],
    ['lower is better', { kind: 'ratio_down', target: '24' }, 30, 75],
    ['from a baseline', { kind: 'interpolate', baseline: '82', target: '90' }, 84, 25],
    ['from a baseline downward', { kind: 'interpolate', baseline: '10', target: '0' }, 7, 30],
    ['floor, target, stretch', { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '96', stretch: '99' }, 92, 75],
    [
      'beyond the target toward the stretch',
      { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '96', stretch: '100' },
      98,
      110,
    ],
    ['inside a range', { kind: 'range', low: '4', high: '6', tolerance: '1' }, 5, 100],
    ['outside it', { kind: 'range', low: '4', high: '6', tolerance: '1' }, 6.25, 75],
    ['far outside it holds', { kind: 'range', low: '4', high: '6', tolerance: '1' }, 60, 0],
    ['maintained', { kind: 'maintain', direction: 'up', target: '90', tolerance: '10' }, 85, 50],
    ['more than maintained', { kind: 'maintain', direction: 'up', target: '90', tolerance: '10' }, 99, 100],
    ['efficacy', { kind: 'efficacy', unacceptable: '80', satisfactory: '96' }, 88, 80],
    ['three thresholds', { kind: 'threshold3', floor: '60', target: '80', stretch: '90' }, 70, 80],
    ['imported thresholds', { kind: 'threshold3_imported', red: '500', goal: '700' }, 600, 50],
    ['one deduction', { kind: 'deduct', items: [{ key: 'late', points: '2.5' }] }, 4, 90],
    ['below the first step', { kind: 'step', below: '0', bands: [{ from: '60', points: '60' }] }, 59.999, 0],
    ['on a step', { kind: 'step', below: '0', bands: [{ from: '60', points: '60' }] }, 60, 60],
    ['met', { kind: 'binary', comparator: '<=', values: ['0.1'] }, 0.1, 100],
    ['not met', { kind: 'binary', comparator: '<=', values: ['0.1'] }, 0.10000000001, 0],
    ['equal', { kind: 'binary', comparator: '=', values: ['7'] }, 7, 100],
    ['one of several', { kind: 'binary', comparator: 'in', values: ['1', '3'] }, 3, 100],
  ])('%s', (_, rule, x, expected) => {
    expect(at(rule, x)).toBeCloseTo(expected, 10)
  })
})

describe('what is not made fast', () => {
  test.each<[string, ScoringRule]>([
    [
      'several deductions',
      {
        kind: 'deduct',
        items: [
          { key: 'a', points: '1' },
          { key: 'b', points: '2' },
        ],
      },
    ],
    ['milestones', { kind: 'milestone', lateFactor: '0.5', items: [{ key: 'a', weight: '1' }] }],
    ['a judgement', { kind: 'judgement', bands: [{ code: 'A', from: '90', to: '100' }] }],
    ['a monitored measure', { kind: 'unscored' }],
    ['a rule that is refused', { kind: 'interpolate', baseline: '5', target: '5' }],
    ['a comparison with too many digits', { kind: 'binary', comparator: '=', values: ['0.1234567890123456'] }],
    ['points with too many digits', { kind: 'step', below: '0', bands: [{ from: '1', points: '33.33333333333333333' }] }],
  ])('%s', (_, rule) => {
    expect(fastRule(rule, exact(100))).toBeNull()
  })
})

const decimal = (low: number, high: number) => fc.integer({ min: low * 1000, max: high * 1000 }).map((units) => (units / 1000).toFixed(3))
const lines: fc.Arbitrary<ScoringRule> = fc.oneof(
  decimal(1, 5000).map((target): ScoringRule => ({ kind: 'ratio_up', target })),
  decimal(1, 5000).map((target): ScoringRule => ({ kind: 'ratio_down', target })),
  fc
    .tuple(decimal(-900, 900), decimal(-900, 900))
    .filter(([baseline, target]) => baseline !== target)
    .map(([baseline, target]): ScoringRule => ({ kind: 'interpolate', baseline, target })),
  fc
    .tuple(decimal(-50, 0), decimal(0, 50), decimal(1, 9))
    .map(([low, high, tolerance]): ScoringRule => ({ kind: 'range', low, high, tolerance })),
)
test('law: the double never leaves the exact points by more than the bound says', () => {
  fc.assert(
    fc.property(lines, decimal(-2000, 2000), (rule, text) => {
      const made = fast(rule)
      const x = Number(text)
      const off = sub(exactFromNumber(fastAttainment(made, x)), exactAttainment(made, x)).abs()
      expect(toNumber(off)).toBeLessThanOrEqual(made.base + made.perUnit * Math.abs(x))
    }),
    { numRuns: 500 },
  )
})

test('law: steps are exact: no bound is needed to say which band', () => {
  const rule: ScoringRule = {
    kind: 'step',
    below: '1.5',
    bands: [
      { from: '10.01', points: '20.25' },
      { from: '10.02', points: '90' },
    ],
  }
  const made = fast(rule)
  fc.assert(
    fc.property(fc.integer({ min: 9_900, max: 10_100 }), (units) => {
      const x = units / 1000
      expect(compare(exactFromNumber(fastAttainment(made, x)), exactAttainment(made, x))).toBe(0)
    }),
  )
})
