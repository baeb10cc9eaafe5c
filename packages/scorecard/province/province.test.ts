import { add, compare, div, type Exact, exact, min, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardInput, RollRule } from '../card.ts'
import type { ScoringRule } from '../rules.ts'
import { scoreCard } from '../scoreCard.ts'
import { card, measure, objective, reported } from '../testCards.ts'
import { hundredthsOf, isPlainDecimal } from './bounded.ts'
import { fastRule } from './fastLine.ts'
import { type Plan, planOf } from './plan.ts'
import { openProvince, type ProvinceCard, type ProvinceUnit, type ProvinceValue } from './province.ts'

const plan = (template: CardInput): Plan => {
  const result = planOf(template)
  if (result.kind !== 'plan') throw new Error(result.because)
  return result.plan
}
const template = (rules: ScoringRule[], weights: number[], more: { rule?: RollRule; cap?: string } = {}): CardInput =>
  card(
    [
      objective(
        'o',
        rules.map((rule, at) => measure(`m${at}`, weights[at] ?? 1, [], { rule })),
        { rollRule: more.rule },
      ),
    ],
    {},
    { cap: more.cap ?? '100', strict100: false },
  )
const ROOT: ProvinceUnit = { id: 'root', parent: null, weight: 1 }
const alone = (one: Plan, values: ProvinceValue[]) => {
  const province = openProvince({ plans: [one], units: [ROOT], cards: [{ id: 'p', unit: 0, of: 'person', plan: 0, values }] })
  return { ...province.scoreAll(), ...province.card(0), band: province.bandOfCard(0), province }
}
const points: ScoringRule = { kind: 'ratio_up', target: '100' }

describe('where doubles leave a rounding open, the exact engine decides', () => {
  test('V25: 0.3 x 67.25 + 0.7 x 99.75 is 90.00 and 优, and was decided exactly only if it had to be', () => {
    const one = plan(template([points, points], [3000, 7000]))
    expect(alone(one, ['67.25', '99.75'])).toMatchObject({ official: '90.00', band: 'A' })
  })
  test('89.995 is 90.00 and 优; 89.99499999 is not', () => {
    const one = plan(template([points], [10000]))
    expect(alone(one, ['89.995'])).toMatchObject({ official: '90.00', band: 'A', decidedExactly: expect.any(Number) })
    expect(alone(one, ['89.99499999'])).toMatchObject({ official: '89.99', band: 'B' })
    expect(alone(one, ['89.995']).decidedExactly).toBeGreaterThan(0)
  })
  test('a third of a point is never rounded by luck: (100 + 100 + 99.985) / 3 = 99.995 is 100.00', () => {
    expect(alone(plan(template([points, points, points], [1, 1, 1])), ['100', '100', '99.985'])).toMatchObject({ official: '100.00' })
  })
  test('the bound says when it does not know', () => {
    expect([hundredthsOf(89.994, 1e-12), hundredthsOf(-1.234, 1e-12), hundredthsOf(0, 1e-12)]).toEqual([8999, -123, 0])
    expect([hundredthsOf(89.995, 1e-13), hundredthsOf(89.99499999999, 1e-9)]).toEqual([Number.NaN, Number.NaN])
  })
})

describe('a value without a figure', () => {
  const one = plan(template([points, points], [5000, 5000]))
  test('missing is zero by rule, not applicable goes to the sibling, all not applicable is no score', () => {
    expect(alone(one, ['80', 'missing'])).toMatchObject({ outcome: 'scored', official: '40.00' })
    expect(alone(one, ['80', 'not_applicable'])).toMatchObject({ official: '80.00' })
    expect(alone(one, ['not_applicable', 'not_applicable'])).toMatchObject({ outcome: 'not-applicable', official: null, band: null })
    expect(alone(one, ['suspended', 'suspended'])).toMatchObject({ outcome: 'suspended' })
  })
  test('what is not a plain decimal is refused', () => {
    for (const value of ['', '1e3', 'NaN', '1,5', '1234567890.1234567']) expect(() => alone(one, [value, '1'])).toThrow(RangeError)
    expect([isPlainDecimal('0.000123'), isPlainDecimal('1234567890123456')]).toEqual([true, false])
  })
})

describe('what asks for more than one figure takes the exact way, and says so', () => {
  const rules: [string, CardInput][] = [
    ['rule-needs-more-than-one-figure', template([{ kind: 'judgement', bands: [{ code: 'A', from: '90', to: '100' }] }], [1])],
    ['live-mode', { ...template([points], [1]), mode: 'live' }],
    ['weights-over-whole-card', { ...template([points], [1]), scheme: { notApplicable: 'global' } }],
    ['has-bonus-or-veto', { ...template([points], [1]), bonuses: [{ id: 'b', points: '1', reason: { zh: '', en: '' }, decidedBy: 'x' }] }],
    ['weight-not-whole', template([points], [0.5])],
    ['rule-needs-more-than-one-figure', template([{ kind: 'ratio_up', target: '0' }], [1])],
  ]
  test.each(rules)('%s', (because, input) => {
    expect(planOf(input)).toMatchObject({ kind: 'exact-only', because })
  })
  test('such a card stands in the same tree', () => {
    const input = card(
      [objective('o', [measure('m', 10000, '70')])],
      { bonuses: [{ id: 'b', points: '5', reason: { zh: 'b', en: 'b' }, decidedBy: 'x' }] },
      { bonusCap: '5' },
    )
    const province = openProvince({ plans: [], units: [ROOT], cards: [{ id: 'x', unit: 0, of: 'person', input }] })
    province.scoreAll()
    expect([province.card(0).official, province.unit(0).official]).toEqual(['75.00', '75.00'])
    expect(province.explain(0).final?.official).toBe('75.00')
    expect(() => province.change(0, 0, '1')).toThrow(RangeError)
  })
  test('a rule of steps with a fraction is not made fast', () => {
    expect(fastRule({ kind: 'step', below: '0', bands: [{ from: '1/3', points: '100' }] }, exact(100))).toBeNull()
  })
})

const decimal = (low: number, high: number, places: number) =>
  fc.integer({ min: low * 10 ** places, max: high * 10 ** places }).map((units) => (units / 10 ** places).toFixed(places))
const rules: fc.Arbitrary<ScoringRule> = fc.oneof(
  decimal(1, 150, 1).map((target): ScoringRule => ({ kind: 'ratio_up', target })),
  decimal(1, 150, 1).map((target): ScoringRule => ({ kind: 'ratio_down', target })),
  fc
    .tuple(decimal(0, 60, 1), decimal(61, 99, 1), decimal(99, 120, 1))
    .map(([floor, target, stretch]): ScoringRule => ({ kind: 'floor_target_stretch', direction: 'up', floor, target, stretch })),
  fc.tuple(decimal(-50, 49, 2), decimal(50, 99, 2)).map(([target, baseline]): ScoringRule => ({ kind: 'interpolate', baseline, target })),
  fc
    .tuple(decimal(40, 50, 0), decimal(50, 60, 0), decimal(1, 9, 1))
    .map(([low, high, tolerance]): ScoringRule => ({ kind: 'range', low, high, tolerance })),
  fc
    .tuple(decimal(1, 99, 0), decimal(1, 9, 0))
    .map(([target, tolerance]): ScoringRule => ({ kind: 'maintain', direction: 'down', target, tolerance })),
  fc.constant<ScoringRule>({
    kind: 'step',
    below: '40',
    bands: [
      { from: '60', points: '72.5' },
      { from: '80', points: '100' },
    ],
  }),
  decimal(0, 100, 1).map((value): ScoringRule => ({ kind: 'binary', comparator: '>=', values: [value] })),
  fc.constant<ScoringRule>({ kind: 'deduct', items: [{ key: 'late', points: '0.125' }] }),
  fc.constant<ScoringRule>({ kind: 'unscored' }),
)
const value: fc.Arbitrary<ProvinceValue> = fc.oneof(
  { weight: 6, arbitrary: decimal(-5, 130, 3) },
  { weight: 6, arbitrary: decimal(0, 100, 0) },
  { weight: 1, arbitrary: fc.constantFrom<ProvinceValue>('missing', 'not_applicable', 'suspended') },
)
const cards = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    input: fc
      .tuple(
        fc.array(rules, { minLength: size, maxLength: size }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size, maxLength: size }),
        fc.constantFrom<RollRule>('weighted', 'min', 'limiting'),
        fc.constantFrom('100', '120'),
        fc.constantFrom('zero' as const, 'exclude' as const),
      )
      .map(([all, weights, rule, cap, missingPolicy]) => {
        const measures = all.map((one, at) => measure(`m${at}`, weights[at] ?? 1, [], { rule: one, missingPolicy }))
        const half = Math.ceil(size / 2)
        return card(
          [objective('a', measures.slice(0, half), { rollRule: rule }), objective('b', measures.slice(half), { weightBp: 3 })],
          {},
          { cap, parentCap: cap, strict100: false },
        )
      }),
    values: fc.array(value, { minLength: size, maxLength: size }),
  }),
)

test('law: whatever the rules, weights, caps and states, the fast score is the exact one, to the rounding, the band and the reason', () => {
  let exactly = 0
  fc.assert(
    fc.property(cards, ({ input, values }) => {
      const fast = alone(plan(input), values)
      const full = fast.province.explain(0)
      exactly += fast.decidedExactly
      expect([fast.official, fast.outcome]).toEqual([full.tree.official, full.tree.state])
      if (fast.official !== null) expect(fast.band).toBe(full.status.band ?? fast.band)
    }),
    { numRuns: 500 },
  )
  expect(exactly).toBeGreaterThan(0)
})

test('law: a few thousand cards against rationals worked out by hand (no engine in between)', () => {
  const one = plan(template([points, points, points], [1, 2, 4]))
  for (let at = 0; at < 4000; at++) {
    const values = [at % 101, (at * 37) % 101, (at * 53) % 101].map((whole, k) => `${whole === 100 ? 99 : whole}.${(at * (k + 3)) % 1000}`)
    const [a, b, c] = values.map((text) => exact(text))
    const score = div(add(add(a!, mul(2, b!)), mul(4, c!)), 7)
    expect(alone(one, values).official).toBe(roundHalfAway(score, 2))
  }
})

describe('the tree of units', () => {
  const one = plan(template([points], [10000], { cap: '120' }))
  const units: ProvinceUnit[] = [
    { id: 'province', parent: null, weight: 1, parts: { own: 0, people: 0, units: 1 } },
    { id: 'north', parent: 0, weight: 2, parts: { own: 6, people: 4, units: 0 } },
    { id: 'south', parent: 0, weight: 1, parts: { own: 6, people: 4, units: 0 } },
  ]
  const people: ProvinceCard[] = [
    { id: 'north own', unit: 1, of: 'own', plan: 0, values: ['80'] },
    { id: 'n1', unit: 1, of: 'person', plan: 0, values: ['90'] },
    { id: 'n2', unit: 1, of: 'person', plan: 0, values: ['120'] },
    { id: 's1', unit: 2, of: 'person', plan: 0, values: ['60'] },
  ]
  const open = () => {
    const province = openProvince({ plans: [one], units, cards: people })
    province.scoreAll()
    return province
  }

  test('by hand: north 0.6 x 80 + 0.4 x (90 + 100) / 2 = 86, south 60 alone, province (2 x 86 + 60) / 3 = 77.33', () => {
    const province = open()
    expect([0, 1, 2].map((at) => province.unit(at).official)).toEqual(['77.33', '86.00', '60.00'])
  })

  test('one value changed scores its card and the units above it, and nothing else', () => {
    const province = open()
    expect(province.change(3, 0, '75')).toEqual([
      { id: 's1', before: '60.00', after: '75.00' },
      { id: 'south', before: '60.00', after: '75.00' },
      { id: 'province', before: '77.33', after: '82.33' },
    ])
    expect(province.change(1, 0, 'not_applicable').map(({ after }) => after)).toEqual([null, '88.00', '83.67'])
    expect(province.explain(3).final?.official).toBe('75.00')
  })

  test('a unit with nothing below has no score and weighs nothing above', () => {
    const province = openProvince({ plans: [one], units, cards: people.slice(0, 3) })
    province.scoreAll()
    expect([province.unit(2).outcome, province.unit(0).official]).toEqual(['unscored', '86.00'])
  })

  test('what does not fit together is misuse', () => {
    expect(() => openProvince({ plans: [one], units: [{ ...ROOT, parent: 3 }], cards: [] })).toThrow(RangeError)
    expect(() => openProvince({ plans: [one], units: [ROOT], cards: [{ id: 'x', unit: 9, of: 'own', plan: 0, values: ['1'] }] })).toThrow(
      RangeError,
    )
    expect(() => openProvince({ plans: [one], units: [ROOT], cards: [{ id: 'x', unit: 0, of: 'own', plan: 0, values: [] }] })).toThrow(
      RangeError,
    )
    expect(() => openProvince({ plans: [], units: [ROOT], cards: [{ id: 'x', unit: 0, of: 'own', plan: 0, values: ['1'] }] })).toThrow(
      RangeError,
    )
    expect(() => openProvince({ plans: [one], units: [{ ...ROOT, weight: -1 }], cards: [] })).toThrow(RangeError)
  })

  test('law: units agree with exact rationals, and changing back leaves everything as it was', () => {
    const staff = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), decimal(0, 120, 2), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(staff, (all) => {
        const given = all.map(
          ([unit, score, weight], at): ProvinceCard => ({ id: `p${at}`, unit, of: 'person', weight, plan: 0, values: [score] }),
        )
        const province = openProvince({ plans: [one], units, cards: given })
        province.scoreAll()
        const official = () => [0, 1, 2].map((at) => province.unit(at).official)
        const mean = (unit: number): Exact | null => {
          const own = all.filter(([of]) => of === unit)
          const total = sum(own.map(([, , weight]) => weight))
          return own.length === 0 ? null : div(sum(own.map(([, score, weight]) => mul(weight, min(score, 100)))), total)
        }
        const [north, south] = [mean(1), mean(2)]
        const root = north && south ? div(add(mul(2, north), south), 3) : (north ?? south)
        expect(official()).toEqual([root, north, south].map((one) => one && roundHalfAway(one, 2)))
        const before = official()
        province.change(0, 0, '1.5')
        province.change(0, 0, all[0]![1])
        expect(official()).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})

test('law: a higher actual never scores lower where more is better', () => {
  const one = plan(
    template([{ kind: 'floor_target_stretch', direction: 'up', floor: '60', target: '95', stretch: '100' }], [1], { cap: '120' }),
  )
  fc.assert(
    fc.property(decimal(0, 130, 3), decimal(0, 130, 3), (a, b) => {
      const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a]
      expect(compare(alone(one, [low]).official ?? '0', alone(one, [high]).official ?? '0')).toBeLessThanOrEqual(0)
    }),
    { numRuns: 200 },
  )
})

test('the explanation of a card is that of the exact engine, values and all', () => {
  const input = template([points, points], [4000, 6000])
  const province = openProvince({
    plans: [plan(input)],
    units: [ROOT],
    cards: [{ id: 'p7', unit: 0, of: 'person', plan: 0, values: ['0.0000005', '90'] }],
  })
  province.scoreAll()
  const filled = { ...input, cardId: 'p7' }
  const measures = filled.perspectives[0]!.objectives[0]!.measures
  measures[0] = { ...measures[0]!, values: [reported('0.0000005')] }
  measures[1] = { ...measures[1]!, values: [reported('90')] }
  expect(province.explain(0)).toEqual(scoreCard(filled))
})
