import { compare, exact } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ending, evaluateLine, type Line, scaleLine, toAnchors, whereLineReaches } from './anchors.ts'

const line = (points: [number, number][], before: Ending = 'extrapolate', after: Ending = 'extrapolate'): Line => ({
  points: points.map(([x, y]) => ({ x: exact(x), y: exact(y) })),
  before,
  after,
})
/** Floor 60, target 90, stretch 100: 0, 100 and 120 points. */
const RISING = line([
  [60, 0],
  [90, 100],
  [100, 120],
])
const at = (one: Line, x: string) => {
  const { attainment, segment, extrapolated } = evaluateLine(one, exact(x))
  return [toExactText(attainment), segment, extrapolated]
}

describe('a line through anchors', () => {
  test.each<[string, [string, number | string, boolean]]>([
    ['75', ['50', 0, false]],
    ['60', ['0', 0, false]],
    ['90', ['100', 0, false]],
    ['95', ['110', 1, false]],
    ['100', ['120', 1, false]],
    ['45', ['-50', 'before', true]],
    ['110', ['140', 'after', true]],
  ])('at %s', (x, expected) => {
    expect(at(RISING, x)).toEqual(expected)
  })
  test('an end may hold its value instead of going on', () => {
    const held = { ...RISING, before: 'hold', after: 'hold' } as const
    expect([at(held, '45'), at(held, '110')]).toEqual([
      ['0', 'before', false],
      ['120', 'after', false],
    ])
  })
  test('one anchor alone holds everywhere', () => {
    const dot = line([[5, 70]])
    expect(['4', '5', '6'].map((x) => at(dot, x)[0])).toEqual(['70', '70', '70'])
  })
  test('a third stays a third', () => {
    const [third] = at(
      line([
        [0, 0],
        [3, 100],
      ]),
      '1',
    )
    expect(third).toBe('100/3')
  })
})

describe('where a line reaches some points', () => {
  const reach = (one: Line, y: number, from: number) => {
    const x = whereLineReaches(one, exact(y), exact(from))
    return x && toExactText(x)
  }
  test('between anchors, beyond them, and never', () => {
    expect([reach(RISING, 50, 70), reach(RISING, 110, 70), reach(RISING, 140, 70), reach(RISING, -50, 70)]).toEqual([
      '75',
      '95',
      '110',
      '45',
    ])
    expect(reach({ ...RISING, after: 'hold' }, 140, 70)).toBeNull()
  })
  test('the nearest of two places', () => {
    const range = line(
      [
        [85, 0],
        [95, 100],
        [105, 100],
        [115, 0],
      ],
      'hold',
      'hold',
    )
    expect([reach(range, 50, 86), reach(range, 50, 114), reach(range, 100, 90), reach(range, 100, 110), reach(range, 100, 99)]).toEqual([
      '90',
      '110',
      '95',
      '105',
      '99',
    ])
  })
})

describe('a part of the period', () => {
  test('half the year asks for half of every anchor', () => {
    const half = scaleLine(RISING, exact('0.5'))
    expect(half && toAnchors(half)).toEqual([
      { x: '30', y: '0' },
      { x: '45', y: '100' },
      { x: '50', y: '120' },
    ])
  })
  test('nothing due has no line', () => {
    expect(scaleLine(RISING, exact(0))).toBeNull()
  })
})

const points = fc
  .uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 5 })
  .chain((xs) =>
    fc
      .array(fc.integer({ min: -50, max: 150 }), { minLength: xs.length, maxLength: xs.length })
      .map((ys) => xs.toSorted((a, b) => a - b).map((x, i): [number, number] => [x, ys[i]!])),
  )

test('law: a line goes through its anchors, and between two of them stays between their points', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 99 }), (all, share) => {
      const one = line(all)
      for (const [x, y] of all) expect(compare(evaluateLine(one, exact(x)).attainment, y)).toBe(0)
      const [[x1, y1], [x2, y2]] = [all[0]!, all[1]!]
      const { attainment } = evaluateLine(
        one,
        exact(x1).add(
          exact(x2 - x1)
            .mul(exact(share))
            .div(exact(100)),
        ),
      )
      expect(compare(attainment, Math.min(y1, y2)) >= 0 && compare(attainment, Math.max(y1, y2)) <= 0).toBe(true)
    }),
  )
})

test('law: what is reached is reached exactly', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: -60, max: 160 }), fc.integer({ min: -120, max: 120 }), (all, y, from) => {
      const one = line(all)
      const x = whereLineReaches(one, exact(y), exact(from))
      if (x) expect(compare(evaluateLine(one, x).attainment, y)).toBe(0)
    }),
  )
})

test('law: scaling the line and the actual alike changes nothing', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: -120, max: 120 }), fc.integer({ min: 1, max: 9 }), (all, x, share) => {
      const one = line(all)
      const scaled = scaleLine(one, exact(share).div(exact(10)))
      if (!scaled) throw new Error('a share above zero has a line')
      const there = evaluateLine(scaled, exact(x).mul(exact(share)).div(exact(10)))
      expect(compare(there.attainment, evaluateLine(one, exact(x)).attainment)).toBe(0)
    }),
  )
})
