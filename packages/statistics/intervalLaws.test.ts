import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialLower, binomialUpper } from './binomial.ts'
import { clopperPearson } from './clopperPearson.ts'
import { meanInterval } from './meanInterval.ts'
import { normalQuantile } from './normal.ts'
import { agrestiCoull, wald, wilsonCorrected } from './otherProportionIntervals.ts'
import { wilson } from './proportionInterval.ts'
import { sampleSize } from './sampleSize.ts'
import { average, computed, measured, squaresAround } from './testing/computed.ts'
import { twoProportions } from './twoProportions.ts'

const asked = fc
  .integer({ min: 1, max: 200 })
  .chain((cases) => fc.record({ cases: fc.constant(cases), successes: fc.integer({ min: 0, max: cases }) }))
const levels = fc.constantFrom(0.8, 0.9, 0.95, 0.99)

describe('one proportion', () => {
  test('law: Wilson’s limits are the shares at which the one found would lie exactly z standard errors away', () => {
    fc.assert(
      fc.property(asked, levels, ({ successes, cases }, level) => {
        const z = normalQuantile((1 + level) / 2)
        const { interval, proportion } = computed(wilson(successes, cases, { level }))
        for (const limit of [interval.low, interval.high]) {
          const off = Math.abs(proportion - limit) - z * Math.sqrt((limit * (1 - limit)) / cases)
          if (limit > 1e-9 && limit < 1 - 1e-9) expect(off).toBeCloseTo(0, 8)
        }
      }),
    )
  })

  test('law: under Clopper and Pearson’s limits what was found has exactly half of what is left of the level', () => {
    fc.assert(
      fc.property(asked, levels, ({ successes, cases }, level) => {
        const { interval } = computed(clopperPearson(successes, cases, { level }))
        if (successes > 0) expect(binomialUpper(successes, cases, interval.low)).toBeCloseTo((1 - level) / 2, 9)
        else expect(interval.low).toBe(0)
        if (successes < cases) expect(binomialLower(successes, cases, interval.high)).toBeCloseTo((1 - level) / 2, 9)
        else expect(interval.high).toBe(1)
      }),
    )
  })

  test('law: what is true of the yes is true of the no', () => {
    fc.assert(
      fc.property(asked, levels, ({ successes, cases }, level) => {
        const failures = cases - successes
        for (const method of [wilson, clopperPearson]) {
          const [yes, no] = [computed(method(successes, cases, { level })).interval, computed(method(failures, cases, { level })).interval]
          expect(yes.low).toBeCloseTo(1 - no.high, 9)
          expect(yes.high).toBeCloseTo(1 - no.low, 9)
        }
        for (const method of [wilsonCorrected, agrestiCoull, wald]) {
          const [yes, no] = [method({ successes, cases, level }), method({ successes: failures, cases, level })]
          expect(yes.low).toBeCloseTo(1 - no.high, 9)
        }
      }),
    )
  })

  test('law: Agresti and Coull share Wilson’s middle and are wider; the continuity correction widens Wilson', () => {
    fc.assert(
      fc.property(asked, levels, ({ successes, cases }, level) => {
        const plain = computed(wilson(successes, cases, { level })).interval
        const [wide, corrected] = [agrestiCoull({ successes, cases, level }), wilsonCorrected({ successes, cases, level })]
        expect((wide.low + wide.high) / 2).toBeCloseTo((plain.low + plain.high) / 2, 9)
        expect(wide.high - wide.low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-12)
        expect(corrected.low).toBeLessThanOrEqual(plain.low + 1e-12)
        expect(corrected.high).toBeGreaterThanOrEqual(plain.high - 1e-12)
      }),
    )
  })

  test('V29: 20 of 25 satisfied are 80 %, from 60.9 to 91.1 %', () => {
    const { proportion, interval } = computed(wilson(20, 25))
    expect([proportion, interval.low, interval.high].map((share) => (100 * share).toFixed(1))).toEqual(['80.0', '60.9', '91.1'])
  })

  test('nobody asked is a case, more yes than people a mistake', () => {
    expect(wilson(0, 0)).toMatchObject({ kind: 'undefined', because: 'no-cases' })
    expect(() => wilson(3, 2)).toThrow(RangeError)
    expect(() => clopperPearson(-1, 2)).toThrow(RangeError)
  })
})

describe('two proportions', () => {
  test('law: turning the two turns the difference, its limits and Cohen’s h, and leaves the test', () => {
    fc.assert(
      fc.property(asked, asked, levels, (a, b, level) => {
        const [forth, back] = [computed(twoProportions(a, b, { level })), computed(twoProportions(b, a, { level }))]
        expect(back.difference).toBeCloseTo(-forth.difference, 12)
        expect(back.interval.low).toBeCloseTo(-forth.interval.high, 12)
        expect(back.cohenH).toBeCloseTo(-forth.cohenH, 12)
        expect(back.test?.p ?? null).toEqual(forth.test === null ? null : expect.closeTo(forth.test.p, 10))
        expect(forth.interval.low).toBeGreaterThanOrEqual(-1)
        expect(forth.interval.high).toBeLessThanOrEqual(1)
        expect(forth.interval.low <= forth.difference && forth.difference <= forth.interval.high).toBe(true)
      }),
    )
  })

  test('none of either, or all of both: no difference can be tested, and one interval remains', () => {
    expect(computed(twoProportions({ successes: 0, cases: 5 }, { successes: 0, cases: 9 }))).toMatchObject({ difference: 0, test: null })
    expect(computed(twoProportions({ successes: 5, cases: 5 }, { successes: 9, cases: 9 })).interval.low).toBeLessThan(0)
    expect(twoProportions({ successes: 0, cases: 0 }, { successes: 1, cases: 2 })).toMatchObject({
      because: 'no-cases',
      subjects: ['first'],
    })
  })
})

describe('finite populations', () => {
  test('law: the standard error shrinks by the root of the share not asked, to nothing when all were asked', () => {
    fc.assert(
      fc.property(measured({ minLength: 3, maxLength: 15 }), fc.integer({ min: 0, max: 200 }), (values, more) => {
        fc.pre(squaresAround(values) > 1)
        const n = values.length
        const population = n + more
        const result = computed(meanInterval(values, population))
        const plain = Math.sqrt(squaresAround(values) / (n - 1) / n)
        expect(result.se).toBeCloseTo(plain * Math.sqrt(1 - n / population), 9)
        if (more > 0) expect(result.seHypergeometric).toBeCloseTo(plain * Math.sqrt((population - n) / (population - 1)), 9)
        expect(result.mean).toBeCloseTo(average(values), 9)
        expect(result.interval.low <= result.mean && result.mean <= result.interval.high).toBe(true)
      }),
    )
  })

  test('law: who is needed is enough: at that number the margin is kept, at one fewer it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5000 }), fc.constantFrom(0.03, 0.05, 0.1), levels, (population, margin, level) => {
        const { needed } = computed(sampleSize(population, { margin, level }))
        const z = normalQuantile((1 + level) / 2)
        const reach = (n: number) => z * Math.sqrt((0.25 / n) * ((population - n) / (population - 1)))
        expect(needed).toBeLessThanOrEqual(population)
        expect(reach(needed)).toBeLessThanOrEqual(margin + 1e-9)
        if (needed > 1 && needed < population) expect(reach(needed - 1)).toBeGreaterThan(margin - 1e-9)
      }),
    )
  })

  test('the bureaux of the dossier: for five points either way 53 of 60, 80 of 100, 132 of 200, 218 of 500', () => {
    expect([60, 100, 200, 500].map((size) => computed(sampleSize(size)).needed)).toEqual([53, 80, 132, 218])
  })

  test('law: a proportion known to lie far from one half needs fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 3000 }), (population) => {
        const of = (expected: number) => computed(sampleSize(population, { expected })).needed
        expect(of(0.5)).toBeGreaterThanOrEqual(of(0.8))
        expect(of(0.2)).toBe(of(0.8))
        expect(of(1)).toBe(0)
      }),
    )
  })
})
