import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustP, type PAdjustment } from './adjustP.ts'
import { anova } from './anova.ts'
import { bartlettVariances } from './bartlettVariances.ts'
import { brownForsytheMeans } from './brownForsytheMeans.ts'
import { gamesHowell } from './gamesHowell.ts'
import { levene } from './levene.ts'
import { oneSampleT } from './oneSampleT.ts'
import { pairedT } from './pairedT.ts'
import { pairwiseT } from './pairwiseT.ts'
import { average, computed, measured, squaresAround, total } from './testing/computed.ts'
import { welchT } from './tTest.ts'
import { tukeyHsd } from './tukeyHsd.ts'
import { welchAnova } from './welchAnova.ts'

const group = measured({ minLength: 4, maxLength: 9 }).filter((values) => squaresAround(values) > 1)
const membership = (groups: readonly (readonly number[])[]) => groups.flatMap((values, at) => values.map(() => `g${at}`))
const variance = (values: readonly number[]) => squaresAround(values) / (values.length - 1)

describe('two groups', () => {
  test('law: Welch and Student by their formulas', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const result = computed(welchT([...a, ...b], membership([a, b])))
        const [va, vb] = [variance(a) / a.length, variance(b) / b.length]
        expect(result.t).toBeCloseTo((average(a) - average(b)) / Math.sqrt(va + vb), 8)
        expect(result.df).toBeCloseTo((va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1)), 8)
        const pooled = (squaresAround(a) + squaresAround(b)) / (a.length + b.length - 2)
        expect(result.pooled.t).toBeCloseTo((average(a) - average(b)) / Math.sqrt(pooled * (1 / a.length + 1 / b.length)), 8)
        expect(result.effect.cohenD).toBeCloseTo((average(a) - average(b)) / Math.sqrt(pooled), 8)
        expect(result.df).toBeLessThanOrEqual(result.pooled.df + 1e-9)
        expect(result.df).toBeGreaterThanOrEqual(Math.min(a.length, b.length) - 1 - 1e-9)
      }),
    )
  })

  test('law: an interval leaves 0 out exactly when p is below one minus its level', () => {
    fc.assert(
      fc.property(group, group, fc.constantFrom(0.9, 0.95, 0.99), (a, b, level) => {
        const result = computed(welchT([...a, ...b], membership([a, b]), { level }))
        for (const { p, interval } of [result, result.pooled]) {
          if (Math.abs(p - (1 - level)) < 1e-6) continue
          expect(interval.low > 0 || interval.high < 0).toBe(p < 1 - level)
        }
      }),
    )
  })

  test('law: adding a number to everybody, or counting in other units, changes no p and no standardised difference', () => {
    fc.assert(
      fc.property(group, group, fc.integer({ min: -500, max: 500 }), fc.constantFrom(0.01, 3, 1000), (a, b, shift, factor) => {
        const moved = (values: readonly number[]) => values.map((value) => value * factor + shift)
        const [one, other] = [
          computed(welchT([...a, ...b], membership([a, b]))),
          computed(welchT([...moved(a), ...moved(b)], membership([a, b]))),
        ]
        expect(other.p).toBeCloseTo(one.p, 7)
        expect(other.effect.cohenD).toBeCloseTo(one.effect.cohenD ?? 9, 6)
        expect(other.effect.hedgesG).toBeCloseTo(one.effect.hedgesG ?? 9, 6)
      }),
    )
  })

  test('law: g is d made smaller, nearly as the rule of thumb says', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const { cohenD, hedgesG, hedgesGApproximate } = computed(welchT([...a, ...b], membership([a, b]))).effect
        fc.pre(cohenD !== null && Math.abs(cohenD) > 0.01)
        expect(Math.abs(hedgesG!)).toBeLessThan(Math.abs(cohenD!))
        expect(hedgesG! / hedgesGApproximate!).toBeCloseTo(1, 2)
      }),
    )
  })

  test('law: pairs are one sample of differences', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), { minLength: 3, maxLength: 12 }),
        (pairs) => {
          const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
          const differences = pairs.map(([a, b]) => a - b)
          fc.pre(new Set(differences).size > 1)
          const [paired, alone] = [computed(pairedT(x, y)), computed(oneSampleT(differences, 0))]
          expect([paired.t, paired.df, paired.p]).toEqual([expect.closeTo(alone.t, 9), alone.df, expect.closeTo(alone.p, 9)])
          expect(paired.dz).toBeCloseTo(alone.cohenD, 9)
          expect(alone.pGreater + alone.pLess).toBeCloseTo(1, 10)
          expect(alone.p).toBeCloseTo(2 * Math.min(alone.pGreater, alone.pLess), 10)
          expect(computed(pairedT(y, x)).t).toBeCloseTo(-paired.t, 9)
        },
      ),
    )
  })

  test('far apart, p keeps its digits instead of becoming nought', () => {
    const [low, high] = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1e6, 1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4, 1e6 + 5, 1e6 + 6, 1e6 + 7, 1e6 + 8, 1e6 + 9],
    ]
    const { p } = computed(welchT([...low, ...high], membership([low, high])))
    expect(p).toBeGreaterThan(0)
    expect(Math.log10(p)).toBeLessThan(-80)
  })
})

describe('several groups', () => {
  const groups = fc.array(group, { minLength: 2, maxLength: 5 })

  test('law: sums of squares add up, and the shares of variance follow', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const result = computed(anova(given.flat(), membership(given)))
        const all = squaresAround(given.flat())
        expect((result.ssBetween + result.ssWithin) / all).toBeCloseTo(1, 9)
        expect(result.eta2).toBeCloseTo(result.ssBetween / all, 9)
        // both are corrected downwards, and omega lies nearer to nought
        expect(result.epsilon2).toBeLessThanOrEqual(result.eta2 + 1e-12)
        expect(Math.abs(result.omega2)).toBeLessThanOrEqual(Math.abs(result.epsilon2) + 1e-12)
        expect(result.f).toBeCloseTo(result.ssBetween / result.dfBetween / (result.ssWithin / result.dfWithin), 8)
      }),
    )
  })

  test('law: with two groups F is t squared in all three analyses', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const [x, g] = [[...a, ...b], membership([a, b])]
        const t = computed(welchT(x, g))
        expect(computed(anova(x, g)).f).toBeCloseTo(t.pooled.t ** 2, 6)
        expect(computed(welchAnova(x, g)).f).toBeCloseTo(t.t ** 2, 6)
        expect(computed(welchAnova(x, g)).df2).toBeCloseTo(t.df, 6)
        expect(computed(brownForsytheMeans(x, g)).f).toBeCloseTo(t.t ** 2, 6)
        expect(computed(brownForsytheMeans(x, g)).p).toBeCloseTo(t.p, 8)
      }),
    )
  })

  test('law: with two groups Tukey and Games-Howell are the two t tests', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const [x, g] = [[...a, ...b], membership([a, b])]
        const t = computed(welchT(x, g))
        const [tukey] = computed(tukeyHsd(x, g)).pairs
        const [games] = computed(gamesHowell(x, g)).pairs
        expect(tukey!.p).toBeCloseTo(t.pooled.p, 6)
        expect(tukey!.difference).toBeCloseTo(-t.difference, 10)
        expect(games!.p).toBeCloseTo(t.p, 5)
        expect(games!.df).toBeCloseTo(t.df, 8)
        expect(games!.q).toBeCloseTo(Math.abs(t.t) * Math.SQRT2, 6)
      }),
      { numRuns: 10 },
    )
  })

  test('law: Levene is an analysis of variance of distances; equal spread gives 0', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const distances = given.map((values) => values.map((value) => Math.abs(value - average(values))))
        const plain = anova(distances.flat(), membership(given))
        const own = levene(given.flat(), membership(given))
        expect(own.kind).toBe(plain.kind)
        if (own.kind === 'computed' && plain.kind === 'computed') expect(own.f).toBeCloseTo(plain.f, 6)
      }),
    )
    const shifted = [
      [1, 2, 4, 7],
      [11, 12, 14, 17],
      [101, 102, 104, 107],
    ]
    expect(computed(levene(shifted.flat(), membership(shifted), { centre: 'median' })).f).toBeCloseTo(0, 12)
    expect(computed(bartlettVariances(shifted.flat(), membership(shifted))).k2).toBeCloseTo(0, 9)
  })

  test('by hand: spreads of 1 and 3 about 10 have a Levene F', () => {
    // distances from the means: 1 0 1 and 3 0 3, means 2/3 and 2; between 8/3, within 2/3 + 6 over four
    const result = computed(levene([9, 10, 11, 7, 10, 13], ['a', 'a', 'a', 'b', 'b', 'b']))
    expect(result.f).toBeCloseTo(8 / 3 / ((2 / 3 + 6) / 4), 10)
    expect([result.df1, result.df2, result.method]).toEqual([1, 4, 'levene-1960-mean'])
  })

  test('law: unadjusted pairwise p are those of t with the common variance, and adjusting never lowers one', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const [x, g] = [given.flat(), membership(given)]
        const whole = computed(anova(x, g))
        const raw = computed(pairwiseT(x, g, { adjust: 'none' })).pairs
        const holm = computed(pairwiseT(x, g, { adjust: 'holm' })).pairs
        expect(raw.length).toBe((given.length * (given.length - 1)) / 2)
        for (const [at, pair] of raw.entries()) {
          expect(holm[at]!.adjustedP).toBeGreaterThanOrEqual(pair.p - 1e-15)
          expect(holm[at]!.p).toBe(pair.p)
        }
        if (given.length === 2) expect(raw[0]!.p).toBeCloseTo(whole.p, 8)
      }),
      { numRuns: 40 },
    )
  })

  test('law: the order of cases does not matter', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const [x, g] = [given.flat(), membership(given)]
        const [forth, back] = [computed(anova(x, g)), computed(anova(x.toReversed(), g.toReversed()))]
        expect(back.f).toBeCloseTo(forth.f, 8)
        expect(back.groups.map(({ name }) => name)).toEqual(forth.groups.map(({ name }) => name))
      }),
    )
  })

  test('a group of one takes part in the analysis of variance and in none that needs its variance', () => {
    const [x, g] = [
      [1, 2, 3, 4, 6, 9],
      ['a', 'a', 'a', 'b', 'b', 'c'],
    ]
    expect(computed(anova(x, g)).groups.map(({ n, sd }) => [n, sd === null])).toEqual([
      [3, false],
      [2, false],
      [1, true],
    ])
    for (const result of [welchAnova(x, g), brownForsytheMeans(x, g), bartlettVariances(x, g), gamesHowell(x, g)])
      expect(computed<typeof result>(result)).toMatchObject({
        n: 5,
        excluded: { 'group-too-small': 1 },
        warnings: [{ code: 'group-too-small-dropped', subjects: ['c'] }],
      })
  })
})

/** Adjusting by closed testing: an intersection of hypotheses for every set of tests, which shares no code with the package. */
function closed(p: readonly number[], testOf: (sorted: readonly number[]) => number): number[] {
  return p.map((_, own) => {
    let most = 0
    for (let set = 1; set < 2 ** p.length; set++) {
      if (!((set >> own) & 1)) continue
      const inside = p.filter((__, at) => (set >> at) & 1).toSorted((a, b) => a - b)
      most = Math.max(most, testOf(inside))
    }
    return Math.min(1, most)
  })
}
const bonferroni = (sorted: readonly number[]) => sorted.length * sorted[0]!
const simes = (sorted: readonly number[]) => Math.min(...sorted.map((p, at) => (sorted.length * p) / (at + 1)))

describe('many looks', () => {
  const values = fc.array(
    fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
    { minLength: 1, maxLength: 8 },
  )
  const near = (expected: readonly number[]) => expected.map((one) => expect.closeTo(one, 10))

  test('law: Holm is closed testing by Bonferroni, Hommel closed testing by Simes', () => {
    fc.assert(
      fc.property(values, (p) => {
        expect(adjustP(p, 'holm')).toEqual(near(closed(p, bonferroni)))
        expect(adjustP(p, 'hommel')).toEqual(near(closed(p, simes)))
      }),
    )
  })

  test('law: the methods stand in their order, and none lowers a p, lifts one above 1 or changes their order', () => {
    fc.assert(
      fc.property(values, (p) => {
        const by = (method: PAdjustment) => adjustP(p, method).map((one) => one ?? Number.NaN)
        const chain = (['bh', 'hommel', 'hochberg', 'holm', 'bonferroni'] as const).map(by)
        for (const [at, own] of p.entries()) {
          const along = [own, ...chain.map((adjusted) => adjusted[at]!), 1]
          for (const [place, one] of along.entries()) expect(one).toBeGreaterThanOrEqual((along[place - 1] ?? 0) - 1e-12)
          for (const adjusted of [...chain, by('by')])
            for (const [other, theirs] of p.entries()) if (own < theirs) expect(adjusted[at]!).toBeLessThanOrEqual(adjusted[other]! + 1e-12)
        }
        for (const [at, own] of by('bh').entries()) expect(by('by')[at]!).toBeGreaterThanOrEqual(own - 1e-12)
      }),
    )
  })

  test('law: Benjamini-Hochberg finds exactly the largest k with the k-th smallest p below k q / m', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0.05, 0.1, 0.2), (p, q) => {
        const sorted = p.toSorted((a, b) => a - b)
        let found = 0
        for (const [at, one] of sorted.entries()) if (one <= ((at + 1) * q) / p.length + 1e-12) found = at + 1
        expect(adjustP(p, 'bh').filter((one) => (one ?? 1) <= q + 1e-12).length).toBeGreaterThanOrEqual(found)
        const cut = found === 0 ? -1 : sorted[found - 1]!
        expect(adjustP(p, 'bh').filter((one) => (one ?? 1) <= q + 1e-12).length).toBe(p.filter((one) => one <= cut).length)
      }),
    )
  })

  test('one test needs no adjusting, and a missing one counts for none', () => {
    for (const method of ['holm', 'hochberg', 'hommel', 'bonferroni', 'bh', 'by'] as const) {
      expect(adjustP([0.03], method)).toEqual([0.03])
      expect(adjustP([0.03, null, null], method)).toEqual([0.03, null, null])
      expect(adjustP([], method)).toEqual([])
    }
  })

  test('many thousand p are adjusted in the time of sorting them', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => (at + 1) / 50_000)
    const harmonic = total(many.map((_, at) => 1 / (at + 1)))
    expect(adjustP(many, 'bh')).toEqual(many.map(() => expect.closeTo(1, 10)))
    expect(
      adjustP(
        many.map((one) => one / 1e6),
        'by',
      )[0],
    ).toBeCloseTo((harmonic * 1) / 1e6, 10)
  })
})

test('an answer that is no number is misuse at once, not a search without end', () => {
  for (const broken of [Number.NaN, Number.POSITIVE_INFINITY])
    for (const compare of [welchT, anova, welchAnova, levene, tukeyHsd, gamesHowell])
      expect(() => compare([1, 2, broken, 4], ['a', 'a', 'b', 'b'])).toThrow(RangeError)
})
