import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importancePerformance } from './importancePerformance.ts'
import { percentFavourable } from './percentFavourable.ts'
import { postStratification } from './postStratification.ts'
import { rake } from './raking.ts'
import { responseRate } from './responseRate.ts'
import { severity } from './severity.ts'
import { average, computed, total } from './testing/computed.ts'
import { mixAdjustedChange, waveComparison } from './waveComparison.ts'

const sample = fc.array(
  fc.record({ sex: fc.constantFrom('f', 'm'), age: fc.constantFrom('young', 'old'), value: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 8, maxLength: 30 },
)
const everyCell = (cases: readonly { sex: string; age: string }[]) => new Set(cases.map(({ sex, age }) => `${sex}${age}`)).size === 4
const shares = fc.record({ f: fc.integer({ min: 1, max: 9 }), young: fc.integer({ min: 1, max: 9 }) })

describe('raking', () => {
  test('law: every margin is met, weights are positive with mean one, and cost what Kish says', () => {
    fc.assert(
      fc.property(sample.filter(everyCell), shares, (cases, { f, young }) => {
        const population = { sex: { f, m: 10 - f }, age: { young, old: 10 - young } }
        const result = computed(
          rake([
            { name: 'sex', categories: cases.map(({ sex }) => sex), population: population.sex },
            { name: 'age', categories: cases.map(({ age }) => age), population: population.age },
          ]),
        )
        const weights = result.weights.map((weight) => weight ?? 0)
        expect(weights.every((weight) => weight > 0)).toBe(true)
        expect(average(weights)).toBeCloseTo(1, 9)
        const share = (inside: (at: number) => boolean) => total(weights.filter((_, at) => inside(at))) / total(weights)
        expect(share((at) => cases[at]!.sex === 'f')).toBeCloseTo(f / 10, 7)
        expect(share((at) => cases[at]!.age === 'young')).toBeCloseTo(young / 10, 7)
        expect(result.designEffect).toBeCloseTo((weights.length * total(weights.map((w) => w * w))) / total(weights) ** 2, 9)
        expect(result.designEffect).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(result.effectiveN).toBeCloseTo(weights.length / result.designEffect, 9)
      }),
    )
  })

  test('law: people who are alike weigh alike, and the odds between cells stay those of the sample', () => {
    fc.assert(
      fc.property(sample.filter(everyCell), shares, (cases, { f, young }) => {
        const { weights } = computed(
          rake([
            { name: 'sex', categories: cases.map(({ sex }) => sex), population: { f, m: 10 - f } },
            { name: 'age', categories: cases.map(({ age }) => age), population: { young, old: 10 - young } },
          ]),
        )
        const of = (sex: string, age: string) => weights[cases.findIndex((one) => one.sex === sex && one.age === age)] ?? Number.NaN
        for (const [at, { sex, age }] of cases.entries()) expect(weights[at]).toBeCloseTo(of(sex, age), 8)
        // fitting margins multiplies rows and columns, so the ratio of ratios of weights is one
        expect((of('f', 'young') * of('m', 'old')) / (of('f', 'old') * of('m', 'young'))).toBeCloseTo(1, 6)
      }),
    )
  })

  test('one margin is post-stratification', () => {
    const groups = ['a', 'a', 'b', 'a', 'b']
    const [raked, stratified] = [
      computed(rake([{ name: 'g', categories: groups, population: { a: 30, b: 70 } }])),
      computed(
        postStratification([1, 2, 3, 4, 5], groups, [
          { stratum: 'a', population: 30 },
          { stratum: 'b', population: 70 },
        ]),
      ),
    ]
    for (const [at, weight] of raked.weights.entries()) expect(weight).toBeCloseTo(stratified.weights[at] ?? 9, 9)
  })

  test('a category the population lacks stops it by name; margins that cannot be met together are said', () => {
    expect(rake([{ name: 'sex', categories: ['f', 'x'], population: { f: 1, m: 1 } }])).toMatchObject({
      because: 'unknown-stratum',
      subjects: ['sex: x'],
    })
    // all women are young and all men old, so the two margins must be the same, and are not
    const cannot = rake([
      { name: 'sex', categories: ['f', 'f', 'm'], population: { f: 0.5, m: 0.5 } },
      { name: 'age', categories: ['young', 'young', 'old'], population: { young: 0.9, old: 0.1 } },
    ])
    expect(cannot).toMatchObject({ kind: 'undefined', because: 'margins-disagree' })
    expect(rake([{ name: 'sex', categories: [null, null], population: { f: 1 } }])).toMatchObject({
      because: 'no-cases',
      excluded: { 'no-group': 2 },
    })
  })
})

describe('strata', () => {
  test('law: the weighted mean is the stratum means by their share of the people', () => {
    fc.assert(
      fc.property(sample.filter(everyCell), fc.integer({ min: 1, max: 99 }), (cases, f) => {
        const result = computed(
          postStratification(
            cases.map(({ value }) => value),
            cases.map(({ sex }) => sex),
            [
              { stratum: 'f', population: f },
              { stratum: 'm', population: 100 - f },
            ],
          ),
        )
        const mean = (sex: string) => average(cases.filter((one) => one.sex === sex).map(({ value }) => value))
        expect(result.mean).toBeCloseTo((f * mean('f') + (100 - f) * mean('m')) / 100, 9)
        expect(average(result.weights.map((weight) => weight ?? 0))).toBeCloseTo(1, 9)
      }),
    )
  })

  test('law: the rate of all lies between the lowest and the highest stratum', () => {
    const strata = fc.array(
      fc
        .integer({ min: 1, max: 60 })
        .chain((eligible) => fc.record({ eligible: fc.constant(eligible), answered: fc.integer({ min: 0, max: eligible }) })),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(strata, (given) => {
        const rates = responseRate(given.map((one, at) => ({ stratum: `s${at}`, ...one })))
        const each = rates.strata.map((one) => (one.kind === 'rate' ? one.rate : Number.NaN))
        const whole = rates.total.kind === 'rate' ? rates.total.rate : Number.NaN
        expect(whole).toBeGreaterThanOrEqual(Math.min(...each) - 1e-12)
        expect(whole).toBeLessThanOrEqual(Math.max(...each) + 1e-12)
        expect(rates.n).toBe(total(given.map(({ answered }) => answered)))
      }),
    )
  })
})

describe('favourable answers and severity', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }), { minLength: 1, maxLength: 30 })

  test('law: the three shares make a hundred, and turning the scale swaps the ends', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = percentFavourable(given, { min: 1, max: 5 })
        const turned = percentFavourable(
          given.map((one) => (one === null ? null : 6 - one)),
          { min: 1, max: 5 },
        )
        if (result.kind === 'undefined') {
          expect(given.every((one) => one === null)).toBe(true)
          return
        }
        expect(result.favourable + result.neutral + result.unfavourable).toBeCloseTo(100, 9)
        expect(result.n + (result.excluded.missing ?? 0)).toBe(given.length)
        if (turned.kind === 'computed') {
          expect(turned.favourable).toBeCloseTo(result.unfavourable, 9)
          expect(turned.neutral).toBeCloseTo(result.neutral, 9)
        }
      }),
    )
  })

  test('law: equal weights are no weights', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 9 }), (given, weight) => {
        const [plain, weighed] = [
          percentFavourable(given, { min: 1, max: 5 }),
          percentFavourable(given, { min: 1, max: 5 }, { weights: given.map(() => weight) }),
        ]
        if (plain.kind === 'computed' && weighed.kind === 'computed') expect(weighed.favourable).toBeCloseTo(plain.favourable, 9)
      }),
    )
  })

  test('law: severity falls as the mean rises, from 100 to 0, on any scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 1, max: 20 }), (hundredths, step) => {
        const [low, high] = [severity(hundredths / 100), severity(Math.min(5, (hundredths + step) / 100))]
        expect(high.severity).toBeLessThanOrEqual(low.severity)
        expect(low.severity).toBeGreaterThanOrEqual(0)
        expect(low.severity).toBeLessThanOrEqual(100)
        const seven = severity(1 + ((hundredths / 100 - 1) * 6) / 4, { min: 1, max: 7 })
        expect(seven.severity).toBeCloseTo(low.severity, 9)
        expect(seven.band).toBe(low.band)
      }),
    )
  })
})

describe('importance and performance', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { minLength: 2, maxLength: 12 })
  test('law: each item stands in the field its two distances from the lines say', () => {
    fc.assert(
      fc.property(points, (given) => {
        const result = importancePerformance(given.map(([importance, performance], at) => ({ id: `i${at}`, importance, performance })))
        if (result.kind === 'undefined') throw new Error('computed')
        const [importance, performance] = [average(given.map(([i]) => i)), average(given.map(([, p]) => p))]
        for (const point of result.points) {
          const [important, well] = [point.importance >= importance - 1e-9, point.performance >= performance - 1e-9]
          const field = important ? (well ? 'keep-up' : 'concentrate-here') : well ? 'possible-overkill' : 'low-priority'
          expect(point.quadrant).toBe(field)
        }
      }),
    )
  })
})

describe('waves', () => {
  const wave = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 10 }).filter((values) => new Set(values).size > 1)

  test('law: a change turns its sign when the waves are swapped, and keeps its p', () => {
    fc.assert(
      fc.property(wave, wave, (before, after) => {
        const item = (answers: readonly number[]) => [{ id: 'a', wording: 'w', answers }]
        const [forth] = waveComparison(item(before), item(after))
        const [back] = waveComparison(item(after), item(before))
        if (forth?.kind !== 'compared' || back?.kind !== 'compared') throw new Error('compared')
        expect(forth.change).toBeCloseTo(average(after) - average(before), 9)
        expect(back.change).toBeCloseTo(-forth.change, 9)
        expect(back.p).toBeCloseTo(forth.p, 9)
        expect(back.interval.low).toBeCloseTo(-forth.interval.high, 9)
      }),
    )
  })

  test('law: with one stratum nothing is due to the mix', () => {
    fc.assert(
      fc.property(wave, wave, (before, after) => {
        const result = computed(mixAdjustedChange([{ stratum: 's', share: 1, earlier: before, later: after }]))
        expect(result.dueToMix).toBeCloseTo(0, 9)
        expect(result.adjusted).toBeCloseTo(average(after) - average(before), 9)
      }),
    )
  })

  test('by hand: two strata that rise by 1 and fall by 1, shares 3 to 1, make half a point', () => {
    const result = computed(
      mixAdjustedChange([
        { stratum: 'a', share: 3, earlier: [1, 2, 3], later: [2, 3, 4] },
        { stratum: 'b', share: 1, earlier: [3, 4, 5], later: [2, 3, 4] },
      ]),
    )
    expect(result.adjusted).toBeCloseTo(0.5, 12)
    // variances 1 over 3 in each of four samples: (9/16 + 1/16) x 2/3
    const se = Math.sqrt((10 / 16) * (2 / 3))
    expect(result.interval.high - result.adjusted).toBeCloseTo(1.959963984540054 * se, 9)
    expect(mixAdjustedChange([{ stratum: 'a', share: 1, earlier: [1], later: [2, 3] }])).toMatchObject({
      because: 'too-few-cases',
      subjects: ['a'],
    })
    expect(mixAdjustedChange([{ stratum: 'a', share: 0, earlier: [1, 2], later: [2, 3] }])).toMatchObject({ because: 'no-population' })
  })
})
