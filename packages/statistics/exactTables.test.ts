import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bowker } from './bowker.ts'
import { chiSquareTest } from './chiSquareTest.ts'
import { fisherExact } from './fisherExact.ts'
import { fisherFreemanHalton } from './fisherFreemanHalton.ts'
import { goodnessOfFit } from './goodnessOfFit.ts'
import { mcnemar } from './mcnemar.ts'
import { computed, total } from './testing/computed.ts'
import { trendTest } from './trendTest.ts'
import { twoProportions } from './twoProportions.ts'

const count = fc.integer({ min: 0, max: 6 })
const twoByTwo = fc.tuple(fc.tuple(count, count), fc.tuple(count, count))
const margins = (table: readonly (readonly number[])[]) => ({
  rows: table.map(total),
  columns: (table[0] ?? []).map((_, j) => total(table.map((row) => row[j]!))),
})
const full = (table: readonly (readonly number[])[]) => [...margins(table).rows, ...margins(table).columns].every((sum) => sum > 0)
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

/** Every table of counts with the margins of this one, and its probability, cell by cell. */
function everyTable(rows: readonly number[], columns: readonly number[]): number[][][] {
  const [first = 0, ...rest] = rows
  if (rest.length === 0) return total(columns) === first && columns.every((left) => left >= 0) ? [[[...columns]]] : []
  const fill = (left: number, at: number): number[][] => {
    if (at === columns.length - 1) return left <= columns[at]! ? [[left]] : []
    return Array.from({ length: Math.min(left, columns[at]!) + 1 }, (_, own) => own).flatMap((own) =>
      fill(left - own, at + 1).map((more) => [own, ...more]),
    )
  }
  return fill(first, 0).flatMap((row) =>
    everyTable(
      rest,
      columns.map((left, at) => left - row[at]!),
    ).map((below) => [row, ...below]),
  )
}
const likelihood = (table: readonly (readonly number[])[]) => 1 / table.flat().reduce((product, cell) => product * factorial(cell), 1)
function pByCounting(table: readonly (readonly number[])[]): number {
  const { rows, columns } = margins(table)
  const every = everyTable(rows, columns).map(likelihood)
  const own = likelihood(table)
  return total(every.filter((one) => one <= own * (1 + 1e-7))) / total(every)
}

describe('Fisher', () => {
  test('law: two-sided p is the share of all tables no likelier, one-sided those to one side', () => {
    fc.assert(
      fc.property(twoByTwo, (table) => {
        fc.pre(full(table))
        const { rows, columns } = margins(table)
        const every = everyTable(rows, columns)
        const share = (keep: (first: number) => boolean) =>
          total(every.filter((one) => keep(one[0]![0]!)).map(likelihood)) / total(every.map(likelihood))
        const result = computed(fisherExact(table))
        expect(result.p).toBeCloseTo(pByCounting(table), 10)
        expect(result.pLess).toBeCloseTo(
          share((first) => first <= table[0][0]),
          10,
        )
        expect(result.pGreater).toBeCloseTo(
          share((first) => first >= table[0][0]),
          10,
        )
      }),
    )
  })

  test('law: rows, columns and the whole table may be turned; the odds ratio follows', () => {
    fc.assert(
      fc.property(twoByTwo, ([[a, b], [c, d]]) => {
        fc.pre(a * b * c * d > 0)
        const [own, turned, swapped] = [
          [
            [a, b],
            [c, d],
          ],
          [
            [a, c],
            [b, d],
          ],
          [
            [c, d],
            [a, b],
          ],
        ].map((table) => computed(fisherExact(table)))
        expect(turned!.p).toBeCloseTo(own!.p, 12)
        expect(swapped!.p).toBeCloseTo(own!.p, 12)
        expect(turned!.conditionalOddsRatio).toBeCloseTo(own!.conditionalOddsRatio, 8)
        expect(swapped!.conditionalOddsRatio * own!.conditionalOddsRatio).toBeCloseTo(1, 8)
        expect(swapped!.interval.low * own!.interval.high).toBeCloseTo(1, 8)
      }),
    )
  })

  test('law: the interval holds the conditional odds ratio, and leaves out 1 only when one side is rarer than 2.5 %', () => {
    fc.assert(
      fc.property(twoByTwo, (table) => {
        fc.pre(full(table))
        const { interval, conditionalOddsRatio, pLess, pGreater } = computed(fisherExact(table))
        expect(interval.low).toBeLessThanOrEqual(conditionalOddsRatio)
        expect(interval.high).toBeGreaterThanOrEqual(conditionalOddsRatio)
        if (Math.min(pLess, pGreater) > 0.0251) {
          expect(interval.low).toBeLessThanOrEqual(1)
          expect(interval.high).toBeGreaterThanOrEqual(1)
        }
        if (pGreater < 0.0249) expect(interval.low).toBeGreaterThan(1)
        if (pLess < 0.0249) expect(interval.high).toBeLessThan(1)
      }),
    )
  })

  test('an empty cell: the odds ratio is 0 or without end, and is a value, not an error', () => {
    expect(
      computed(
        fisherExact([
          [0, 5],
          [5, 5],
        ]),
      ),
    ).toMatchObject({ oddsRatio: 0, conditionalOddsRatio: 0, woolf: null })
    expect(
      computed(
        fisherExact([
          [5, 0],
          [5, 5],
        ]),
      ).oddsRatio,
    ).toBe(Number.POSITIVE_INFINITY)
    expect(
      computed(
        fisherExact([
          [5, 0],
          [0, 5],
        ]),
      ).interval,
    ).toMatchObject({ high: Number.POSITIVE_INFINITY })
    expect(
      computed(
        fisherExact([
          [0, 0 + 3],
          [0 + 3, 0],
        ]),
      ).oddsRatio,
    ).toBe(0)
  })

  test('counts in the hundred thousands are no more than a longer list', () => {
    const { p, oddsRatio } = computed(
      fisherExact(
        [
          [70_000, 80_000],
          [69_000, 81_000],
        ],
        { rootTolerance: 2 ** -13 },
      ),
    )
    expect(oddsRatio).toBeCloseTo((70_000 * 81_000) / (80_000 * 69_000), 12)
    // as many cases make the exact test and chi-square one
    expect(
      p /
        computed(
          chiSquareTest([
            [70_000, 80_000],
            [69_000, 81_000],
          ]),
        ).p,
    ).toBeCloseTo(1, 1)
  })

  test('law: the test of larger tables is the share of all tables no likelier', () => {
    const cell = fc.integer({ min: 0, max: 3 })
    const row = fc.tuple(cell, cell, cell)
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
        fc.pre(full(table))
        expect(computed(fisherFreemanHalton(table)).p).toBeCloseTo(pByCounting(table), 9)
      }),
      { numRuns: 60 },
    )
  })

  test('law: on two by two the larger test is Fisher’s', () => {
    fc.assert(
      fc.property(twoByTwo, (table) => {
        fc.pre(full(table))
        expect(computed(fisherFreemanHalton(table)).p).toBeCloseTo(computed(fisherExact(table)).p, 10)
      }),
    )
  })

  test('too many states are said, not waited for', () => {
    const wide = Array.from({ length: 5 }, (_, i) => Array.from({ length: 6 }, (__, j) => 9 + ((i * 7 + j * 3) % 5)))
    expect(fisherFreemanHalton(wide, { mostStates: 50 })).toMatchObject({ kind: 'undefined', because: 'too-large-for-exact' })
  })
})

describe('chi-square', () => {
  const table = fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 4 })

  test('law: expected counts are row times column over all, and keep the margins; residuals balance', () => {
    fc.assert(
      fc.property(table, (given) => {
        fc.pre(full(given))
        const { rows, columns } = margins(given)
        const n = total(rows)
        const { expected, residuals, chi2, adjustedResiduals } = computed(chiSquareTest(given))
        for (const [i, row] of expected.entries()) {
          expect(total(row)).toBeCloseTo(rows[i]!, 10)
          for (const [j, value] of row.entries()) {
            expect(value).toBeCloseTo((rows[i]! * columns[j]!) / n, 12)
            expect(residuals[i]![j]!).toBeCloseTo((given[i]![j]! - value) / Math.sqrt(value), 10)
            expect(Math.abs(adjustedResiduals[i]![j]!)).toBeGreaterThanOrEqual(Math.abs(residuals[i]![j]!) - 1e-12)
          }
        }
        expect(chi2).toBeCloseTo(total(residuals.flat().map((one) => one * one)), 10)
      }),
    )
  })

  test('law: V lies in [0, 1], its correction is no larger, and ten times the cases leave V and make chi-square ten times', () => {
    fc.assert(
      fc.property(table, (given) => {
        fc.pre(full(given))
        const [one, ten] = [given, given.map((row) => row.map((cell) => cell * 10))].map((counts) => computed(chiSquareTest(counts)))
        expect(one!.cramersV).toBeGreaterThanOrEqual(0)
        expect(one!.cramersV).toBeLessThanOrEqual(1 + 1e-12)
        expect(ten!.cramersV).toBeCloseTo(one!.cramersV, 10)
        expect(ten!.chi2).toBeCloseTo(10 * one!.chi2, 8)
        expect(ten!.g).toBeCloseTo(10 * one!.g, 8)
        expect(one!.contingencyCoefficient).toBeLessThan(1)
      }),
    )
  })

  test('law: on two by two, chi-square is n phi squared, Yates is no larger, and both are those of two proportions', () => {
    fc.assert(
      fc.property(twoByTwo, (given) => {
        fc.pre(full(given))
        const { chi2, yates, n } = computed(chiSquareTest(given))
        const [[a, b], [c, d]] = given
        expect(n * (yates?.phi ?? 9) ** 2).toBeCloseTo(chi2, 10)
        expect(yates?.chi2).toBeLessThanOrEqual(chi2 + 1e-12)
        const compared = computed(twoProportions({ successes: a, cases: a + b }, { successes: c, cases: c + d })).test
        expect(compared?.chi2).toBeCloseTo(chi2, 8)
        expect(compared?.chi2Corrected).toBeCloseTo(yates?.chi2 ?? 0, 8)
      }),
    )
  })

  test('the logarithm of p goes on where p itself is nought', () => {
    const { p, logP, chi2 } = computed(
      chiSquareTest([
        [90_000, 10],
        [10, 90_000],
      ]),
    )
    expect(p).toBe(0)
    // one degree of freedom: P = erfc(sqrt(x / 2)), whose logarithm is about -x / 2 - ln sqrt(pi x / 2)
    expect(logP).toBeCloseTo(-chi2 / 2 - 0.5 * Math.log((Math.PI * chi2) / 2), 3)
  })

  test('what is no table of counts throws', () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError)
    expect(() =>
      chiSquareTest([
        [1, -2],
        [3, 4],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      chiSquareTest([
        [1, Number.NaN],
        [3, 4],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      fisherExact([
        [1.5, 2],
        [3, 4],
      ]),
    ).toThrow(RangeError)
  })
})

describe('the same people asked twice', () => {
  const binomialTail = (k: number, n: number): number =>
    total(Array.from({ length: n - k + 1 }, (_, at) => factorial(n) / factorial(k + at) / factorial(n - k - at))) / 2 ** n

  test('law: McNemar’s exact p is twice a binomial tail, its chi-square only sees those who changed', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(50), fc.nat(50), (up, down, stayed, also) => {
        fc.pre(up + down > 0)
        const result = computed(
          mcnemar([
            [stayed, up],
            [down, also],
          ]),
        )
        expect(result.chi2).toBeCloseTo((up - down) ** 2 / (up + down), 12)
        expect(result.pExact).toBeCloseTo(Math.min(1, 2 * binomialTail(Math.max(up, down), up + down)), 10)
        expect(result.corrected.chi2).toBeLessThanOrEqual(result.chi2)
        expect(result.changed).toEqual([up, down])
        expect(
          computed(
            bowker([
              [stayed, up],
              [down, also],
            ]),
          ).chi2,
        ).toBeCloseTo(result.chi2, 12)
      }),
    )
  })

  test('Bowker by hand: pairs 10 and 4, 6 and 6, 3 and 0 give 36/14 + 0 + 3 with three degrees', () => {
    const result = computed(
      bowker([
        [20, 10, 6],
        [4, 30, 3],
        [6, 0, 15],
      ]),
    )
    expect(result.chi2).toBeCloseTo(36 / 14 + 3, 12)
    expect([result.df, result.n]).toEqual([3, 94])
  })

  test('a pair of categories nobody moved between is counted in the degrees and said', () => {
    expect(
      computed(
        bowker([
          [5, 2, 0],
          [1, 5, 3],
          [0, 3, 5],
        ]),
      ),
    ).toMatchObject({
      df: 3,
      warnings: [{ code: 'empty-category-dropped', value: 1 }],
    })
    expect(() =>
      bowker([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toThrow(RangeError)
  })
})

describe('one row of counts', () => {
  test('law: counts as expected have chi-square 0; shares are weights, whatever they sum to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (shares, times) => {
          const exact = computed(
            goodnessOfFit(
              shares.map((share) => share * times),
              shares,
            ),
          )
          expect(exact.chi2).toBeCloseTo(0, 12)
          expect(exact.p).toBeCloseTo(1, 12)
          expect(exact.df).toBe(shares.length - 1)
        },
      ),
    )
  })

  test('ten throws of a coin, eight heads: chi-square 3.6', () => {
    expect(computed(goodnessOfFit([8, 2])).chi2).toBeCloseTo(3.6, 12)
  })

  test('law: with two groups the trend is the comparison of two proportions; scores may be moved and stretched', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 10 }), (a, b, stretch) => {
        const [n1, n2] = [a + 3, b + 4]
        fc.pre(a + b > 0)
        const trend = computed(trendTest([a, b], [n1, n2]))
        const compared = computed(twoProportions({ successes: a, cases: n1 }, { successes: b, cases: n2 }))
        expect(trend.chi2).toBeCloseTo(compared.test?.chi2 ?? Number.NaN, 8)
        expect(trend.slope).toBeCloseTo(-compared.difference, 12)
        const moved = computed(trendTest([a, b], [n1, n2], [5, 5 + stretch]))
        expect(moved.chi2).toBeCloseTo(trend.chi2, 8)
        expect(moved.slope).toBeCloseTo(trend.slope / stretch, 12)
      }),
    )
  })

  test('a proportion that rises by a tenth a step has that slope and, with 100 a group, the chi-square of its line', () => {
    const { slope, chi2 } = computed(trendTest([20, 30, 40], [100, 100, 100]))
    expect(slope).toBeCloseTo(0.1, 12)
    // 20² / (200 x 0.3 x 0.7)
    expect(chi2).toBeCloseTo(20 ** 2 / (200 * 0.3 * 0.7), 12)
  })
})
