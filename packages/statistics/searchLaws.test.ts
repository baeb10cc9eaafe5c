import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemColumn } from './answers.ts'
import { boundedMinimum } from './boundedMinimum.ts'
import { brentRoot } from './brentRoot.ts'
import { chiMixture } from './chiMixture.ts'
import { crossProducts } from './crossProducts.ts'
import { standardisedDifference } from './effectSize.ts'
import type { Because, WarningCode } from './evidence.ts'
import { cellDistribution, logChoose } from './hypergeometric.ts'
import { noncentralityInterval, noncentralTLower, noncentralTUpper } from './noncentralT.ts'
import { parallelAnalysis } from './parallelAnalysis.ts'
import { becauseText, warningText } from './reasons.ts'
import { addValue, runningMoments } from './runningMoments.ts'
import { tukeyQuantile, tukeyUpper } from './studentizedRange.ts'
import { tTwoSided, tUpper } from './studentT.ts'
import { average, computed, measured, squaresAround, total } from './testing/computed.ts'

describe('searches', () => {
  test('law: a root is found wherever a rising line or curve crosses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.constantFrom(1, 3),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (root, power, slope) => {
          const f = (x: number) => slope * (x - root) ** power
          expect(brentRoot(f, -60, 60)).toBeCloseTo(root, power === 1 ? 9 : 4)
        },
      ),
    )
  })

  test('law: the least of a bowl inside its bounds, at the bound when it lies outside', () => {
    const point = fc.array(
      fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
      { minLength: 2, maxLength: 4 },
    )
    fc.assert(
      fc.property(point, (least) => {
        const bowl = (x: readonly number[]) => ({
          value: total(x.map((one, at) => (at + 1) * (one - least[at]!) ** 2)),
          gradient: x.map((one, at) => 2 * (at + 1) * (one - least[at]!)),
        })
        const found = boundedMinimum(
          bowl,
          least.map(() => 0),
          -1,
          1,
        )
        expect(found.converged).toBe(true)
        for (const [at, one] of found.x.entries()) expect(one).toBeCloseTo(Math.min(1, Math.max(-1, least[at]!)), 4)
      }),
      { numRuns: 40 },
    )
  })
})

describe('ways to choose', () => {
  test('law: Pascal’s triangle, and the ways that a cell can fall sum to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (n, k) => {
        fc.pre(k <= n)
        expect(logChoose(n, k)).toBeCloseTo(logChoose(n, n - k), 9)
        if (k > 0 && k < n)
          expect(Math.exp(logChoose(n, k) - logChoose(n - 1, k)) - Math.exp(logChoose(n - 1, k - 1) - logChoose(n - 1, k))).toBeCloseTo(
            1,
            6,
          )
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (first, second, column, odds) => {
          fc.pre(column <= first + second)
          const { lowest, probabilities } = cellDistribution(first, second, column, odds)
          expect(total(probabilities)).toBeCloseTo(1, 9)
          expect(lowest).toBe(Math.max(0, column - second))
          const mean = (values: readonly number[]) => total(values.map((p, at) => p * (lowest + at)))
          // higher odds move the cell up, and even odds put it where its margins say
          if (odds > 1)
            expect(mean(probabilities)).toBeGreaterThanOrEqual(mean(cellDistribution(first, second, column).probabilities) - 1e-9)
          expect(mean(cellDistribution(first, second, column).probabilities)).toBeCloseTo((first * column) / (first + second), 6)
        },
      ),
    )
  })
})

describe('ranges and shifted t', () => {
  test('law: the range of two is t; of more it is wider, and its quantile undoes its tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 5, max: 60 }), fc.integer({ min: 3, max: 8 }), (tenths, df, k) => {
        const q = tenths / 10
        expect(tukeyUpper(q, 2, df)).toBeCloseTo(tTwoSided(q / Math.SQRT2, df), 7)
        expect(tukeyUpper(q, k, df)).toBeGreaterThanOrEqual(tukeyUpper(q, k - 1, df) - 1e-12)
        expect(tukeyUpper(q, k, df)).toBeLessThanOrEqual(((k * (k - 1)) / 2) * tTwoSided(q / Math.SQRT2, df) + 1e-9)
      }),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(fc.constantFrom(0.9, 0.95, 0.99), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 8, max: 40 }), (level, k, df) => {
        expect(tukeyUpper(tukeyQuantile(level, k, df), k, df)).toBeCloseTo(1 - level, 6)
      }),
      { numRuns: 12 },
    )
  })

  test('law: a shifted t leans with its shift, its tails make one, and its interval holds what was seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 3, max: 40 }),
        fc.integer({ min: -20, max: 20 }),
        (tenths, df, shiftTenths) => {
          const [t, shift] = [tenths / 10, shiftTenths / 10]
          expect(noncentralTUpper(t, df, shift) + noncentralTLower(t, df, shift)).toBeCloseTo(1, 8)
          expect(noncentralTUpper(t, df, shift + 0.5)).toBeGreaterThanOrEqual(noncentralTUpper(t, df, shift) - 1e-10)
          expect(noncentralTUpper(t, df, 0)).toBeCloseTo(tUpper(t, df), 8)
          expect(noncentralTUpper(-t, df, -shift)).toBeCloseTo(noncentralTLower(t, df, shift), 8)
          const { low, high } = noncentralityInterval(t, df, 0.95)
          expect(low).toBeLessThan(t + 1e-9)
          expect(high).toBeGreaterThan(t - 1e-9)
          expect(noncentralTUpper(t, df, low)).toBeCloseTo(0.025, 6)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('mixing over the spread of an estimate leaves what does not depend on it', () => {
    for (const df of [1, 4, 30, 500]) expect(chiMixture(df, () => 0.25)).toBeCloseTo(0.25, 10)
    // the mean square of chi over its degrees is one
    for (const df of [2, 9, 40]) expect(chiMixture(df, (s) => s * s)).toBeCloseTo(1, 7)
  })
})

describe('effect sizes', () => {
  const group = measured({ minLength: 3, maxLength: 12 }).filter((values) => squaresAround(values) > 1)
  test('law: d, g and delta by their definitions; turning the groups turns the sign; the interval holds d', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const [forth, back] = [standardisedDifference(a, b), standardisedDifference(b, a)]
        const pooled = Math.sqrt((squaresAround(a) + squaresAround(b)) / (a.length + b.length - 2))
        expect(forth.cohenD).toBeCloseTo((average(a) - average(b)) / pooled, 8)
        expect(back.cohenD).toBeCloseTo(-(forth.cohenD ?? 9), 8)
        expect(forth.glassDelta).toBeCloseTo((average(a) - average(b)) / Math.sqrt(squaresAround(b) / (b.length - 1)), 8)
        expect(forth.hedgesGApproximate).toBeCloseTo((forth.cohenD ?? 9) * (1 - 3 / (4 * (a.length + b.length - 2) - 1)), 8)
        if (forth.interval) {
          expect(forth.interval.low).toBeLessThanOrEqual((forth.cohenD ?? 9) + 1e-6)
          expect(forth.interval.high).toBeGreaterThanOrEqual((forth.cohenD ?? -9) - 1e-6)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('one case at a time', () => {
  test('law: running moments are those of the list, in any order, with any value many times over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 4 })), { minLength: 2, maxLength: 12 }),
        (given) => {
          const list = given.flatMap(([value, times]) => Array.from({ length: times }, () => value))
          fc.pre(list.length > 1)
          for (const order of [given, given.toReversed()]) {
            const moments = runningMoments()
            for (const [value, times] of order) addValue(moments, value, times)
            expect([moments.n, moments.min, moments.max]).toEqual([list.length, Math.min(...list), Math.max(...list)])
            expect(moments.mean).toBeCloseTo(average(list), 9)
            expect(moments.squares).toBeCloseTo(squaresAround(list), 6)
            expect(moments.cubes).toBeCloseTo(total(list.map((value) => (value - average(list)) ** 3)), 4)
            expect(moments.fourths).toBeCloseTo(total(list.map((value) => (value - average(list)) ** 4)), 2)
          }
        },
      ),
    )
  })

  test('an empty store says how many variables and cases it has', () => {
    expect(crossProducts(3)).toMatchObject({ size: 3, n: 0, held: 0 })
    expect(crossProducts(3).products.length).toBe(6)
  })
})

describe('how many components', () => {
  const noise = (seed: number) => {
    let state = seed
    return () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
  }
  const items = (columns: readonly (readonly number[])[]): ItemColumn[] =>
    columns.map((answers, at) => ({ id: `q${at}`, reverse: false, answers }))

  test('unrelated items keep none or one by chance, two blocks keep two, and more draws move the bars little', () => {
    const random = noise(20_261)
    const column = () => Array.from({ length: 120 }, () => random() + random() + random())
    const [a, b] = [column(), column()]
    const like = (base: readonly number[]) => base.map((value) => value + 0.4 * (random() - 0.5))
    const blocks = computed(parallelAnalysis(items([a, like(a), like(a), b, like(b), like(b)]), noise(7), { draws: 60 }))
    expect(blocks.suggested).toBe(2)
    const apart = computed(parallelAnalysis(items(Array.from({ length: 6 }, column)), noise(7), { draws: 60 }))
    expect(apart.suggested).toBeLessThanOrEqual(1)
    const more = computed(parallelAnalysis(items([a, like(a), like(a), b, like(b), like(b)]), noise(11), { draws: 120 }))
    for (const [at, { chance }] of blocks.components.entries()) expect(Math.abs(chance - more.components[at]!.chance)).toBeLessThan(0.1)
    expect(blocks.components.map(({ kept }) => kept)).toEqual([true, true, false, false, false, false])
  })
})

describe('words', () => {
  const BECAUSE: readonly Because[] = [
    ...(['no-cases', 'too-few-cases', 'no-complete-cases', 'constant-series', 'too-few-items', 'too-few-groups', 'empty-margin'] as const),
    ...(['no-population', 'more-cases-than-population', 'unknown-stratum', 'zero-variance-item', 'singular-correlation'] as const),
    ...(['zero-within-variance', 'no-correlation', 'too-many-factors', 'not-converged', 'collinear-predictors', 'too-few-raters'] as const),
    ...(['no-disagreement-possible', 'no-differences', 'margins-disagree', 'too-large-for-exact'] as const),
  ]
  const WARNINGS: readonly WarningCode[] = [
    ...(['small-sample', 'constant', 'negative-item-rest', 'two-items-use-spearman-brown', 'off-scale-values-left-out'] as const),
    ...(['low-expected-counts', 'empty-category-dropped', 'empty-stratum', 'stratum-of-one', 'more-answers-than-people'] as const),
    ...(['group-too-small-dropped', 'too-few-for-shape', 'perfect-correlation', 'census', 'pairwise-covariances', 'heywood-case'] as const),
    ...([
      'not-converged',
      'ties-rule-out-exact',
      'negative-eigenvalue',
      'beyond-tabulated-sizes',
      'near-collinear',
      'heavily-skewed',
    ] as const),
  ]
  test('every reason and every warning is said in both languages, no two alike', () => {
    for (const language of ['zh', 'en'] as const) {
      const said = [...BECAUSE.map((one) => becauseText(one, language)), ...new Set(WARNINGS.map((one) => warningText(one, language)))]
      expect(said.every((text) => text.trim().length > 1)).toBe(true)
      expect(new Set(BECAUSE.map((one) => becauseText(one, language))).size).toBe(BECAUSE.length)
      expect(new Set(WARNINGS.map((one) => warningText(one, language))).size).toBe(WARNINGS.length)
    }
    expect(BECAUSE.map((one) => becauseText(one, 'zh')).every((text) => /[\u4e00-\u9fff]/.test(text))).toBe(true)
  })
})
