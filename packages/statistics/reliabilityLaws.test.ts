import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alpha } from './alpha.ts'
import type { ItemColumn } from './answers.ts'
import { fQuantile } from './fisherF.ts'
import { omega } from './omega.ts'
import { reverseKeyed } from './reverseKeyed.ts'
import { spearmanBrown } from './spearmanBrown.ts'
import { splitHalf } from './splitHalf.ts'
import { choices, computed, squaresAround, total } from './testing/computed.ts'

const table = (items: number, people: { minLength: number; maxLength: number }) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), people)
const people = { minLength: 6, maxLength: 15 }
const columns = (rows: readonly (readonly (number | null)[])[], reversed: readonly number[] = []): ItemColumn[] =>
  (rows[0] ?? []).map((_, at) => ({ id: `q${at + 1}`, reverse: reversed.includes(at), answers: rows.map((row) => row[at] ?? null) }))
const everyItemVaries = (rows: readonly (readonly number[])[]) => rows[0]!.every((_, at) => new Set(rows.map((row) => row[at])).size > 1)
const totalVaries = (rows: readonly (readonly number[])[]) => new Set(rows.map(total)).size > 1
const variance = (values: readonly number[]) => squaresAround(values) / (values.length - 1)

describe('alpha', () => {
  test('law: alpha is the mean of Guttman’s coefficient over every way to halve the items (Cronbach 1951)', () => {
    fc.assert(
      fc.property(table(4, people), (rows) => {
        fc.pre(totalVaries(rows))
        const whole = variance(rows.map(total))
        const halves = choices(4, 2).map((first) => {
          const half = (inside: boolean) => rows.map((row) => total(row.filter((_, at) => first.includes(at) === inside)))
          return 2 * (1 - (variance(half(true)) + variance(half(false))) / whole)
        })
        expect(computed(alpha(columns(rows))).rawAlpha).toBeCloseTo(total(halves) / halves.length, 9)
      }),
    )
  })

  test('law: alpha if dropped is the alpha of the others, item-rest the correlation with their sum', () => {
    fc.assert(
      fc.property(table(4, people), (rows) => {
        fc.pre(totalVaries(rows) && everyItemVaries(rows))
        const { items } = computed(alpha(columns(rows)))
        for (const [at, item] of items.entries()) {
          const rest = rows.map((row) => row.filter((_, other) => other !== at))
          if (!totalVaries(rest)) continue
          expect(item.alphaIfDropped).toBeCloseTo(computed(alpha(columns(rest))).rawAlpha, 9)
          const [own, others] = [rows.map((row) => row[at]!), rest.map(total)]
          const mean = (values: readonly number[]) => total(values) / values.length
          const together = total(own.map((value, i) => (value - mean(own)) * (others[i]! - mean(others))))
          expect(item.itemRest).toBeCloseTo(together / Math.sqrt(squaresAround(own) * squaresAround(others)), 9)
        }
      }),
    )
  })

  test('law: standardised alpha is raw alpha of standard scores', () => {
    fc.assert(
      fc.property(table(3, people), (rows) => {
        fc.pre(everyItemVaries(rows))
        const scores = columns(rows).map(({ answers }) => {
          const values = answers.map((one) => one ?? 0)
          const [centre, spread] = [total(values) / values.length, Math.sqrt(variance(values))]
          return values.map((value) => (value - centre) / spread)
        })
        const standard = rows.map((_, person) => scores.map((column) => column[person]!))
        fc.pre(squaresAround(standard.map(total)) > 1e-6)
        const [raw, own] = [alpha(columns(standard)), alpha(columns(rows))]
        if (raw.kind === 'undefined' || own.kind === 'undefined') return
        expect(own.standardisedAlpha).toBeCloseTo(raw.rawAlpha, 6)
        expect(own.averageInterItemR).toBeCloseTo(own.standardisedAlpha! / (3 - 2 * own.standardisedAlpha!), 6)
      }),
    )
  })

  test('law: turning all items turns nothing; turning one on its scale is asking it the other way round', () => {
    fc.assert(
      fc.property(table(3, people), (rows) => {
        fc.pre(totalVaries(rows))
        const scale = { min: 1, max: 5 }
        const plain = computed(alpha(columns(rows), { scale }))
        const allTurned = computed(alpha(columns(rows, [0, 1, 2]), { scale }))
        expect(allTurned.rawAlpha).toBeCloseTo(plain.rawAlpha, 10)
        const asked = rows.map((row) => [6 - row[0]!, row[1]!, row[2]!])
        const one = alpha(columns(asked, [0]), { scale })
        if (one.kind === 'computed') expect(one.rawAlpha).toBeCloseTo(plain.rawAlpha, 10)
      }),
    )
  })

  test('law: Feldt’s limits come of F with n - 1 and (n - 1)(k - 1) degrees, and hold alpha', () => {
    fc.assert(
      fc.property(table(3, people), fc.constantFrom(0.9, 0.95), (rows, level) => {
        fc.pre(totalVaries(rows))
        const { rawAlpha, interval, n, k } = computed(alpha(columns(rows), { level }))
        const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
        expect(interval.low).toBeCloseTo(1 - (1 - rawAlpha) * fQuantile((1 + level) / 2, df1, df2), 8)
        expect(interval.high).toBeCloseTo(1 - (1 - rawAlpha) * fQuantile((1 - level) / 2, df1, df2), 8)
        expect(interval.low <= rawAlpha && rawAlpha <= interval.high).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('law: answering twice as long a scale alike lifts alpha as Spearman and Brown foretold', () => {
    fc.assert(
      fc.property(table(3, people), (rows) => {
        fc.pre(everyItemVaries(rows))
        const once = computed(alpha(columns(rows)))
        fc.pre(once.standardisedAlpha !== null && once.standardisedAlpha > 0)
        const twice = alpha(columns(rows.map((row) => [...row, ...row])))
        // copies correlate fully, so the doubled scale is at least as reliable as the foretold one
        if (twice.kind === 'computed')
          expect(twice.standardisedAlpha!).toBeGreaterThanOrEqual((2 * once.standardisedAlpha!) / (1 + once.standardisedAlpha!) - 1e-9)
      }),
    )
  })

  test('law: lambda 6 by regression of each item on the others', () => {
    // three items: the squared multiple correlation of one on two others has a closed form
    fc.assert(
      fc.property(table(3, { minLength: 8, maxLength: 20 }), (rows) => {
        fc.pre(everyItemVaries(rows))
        const result = computed(alpha(columns(rows)))
        const r = (a: number, b: number): number => {
          const [x, y] = [rows.map((row) => row[a]!), rows.map((row) => row[b]!)]
          const mean = (values: readonly number[]) => total(values) / values.length
          return total(x.map((value, at) => (value - mean(x)) * (y[at]! - mean(y)))) / Math.sqrt(squaresAround(x) * squaresAround(y))
        }
        const [ab, ac, bc] = [r(0, 1), r(0, 2), r(1, 2)]
        fc.pre([ab, ac, bc].every((one) => Math.abs(one) < 0.98))
        const smc = (own: number, other: number, between: number) =>
          (own ** 2 + other ** 2 - 2 * own * other * between) / (1 - between ** 2)
        const left = 3 - smc(ab, ac, bc) - smc(ab, bc, ac) - smc(ac, bc, ab)
        const whole = 3 + 2 * (ab + ac + bc)
        fc.pre(Math.abs(whole) > 0.05)
        expect(result.guttmanLambda6).toBeCloseTo(1 - left / whole, 6)
      }),
    )
  })

  test('a reversed item without a scale is misuse; turning outside the scale as well', () => {
    expect(() =>
      alpha(
        columns(
          [
            [1, 2],
            [2, 1],
            [3, 3],
          ],
          [0],
        ),
      ),
    ).toThrow(TypeError)
    const turned = reverseKeyed({ id: 'q', reverse: true, answers: [1, 5, null] }, { min: 1, max: 5 })
    expect(turned).toEqual([5, 1, null])
  })
})

describe('halves', () => {
  test('law: odd and even of an even number of items, by hand', () => {
    fc.assert(
      fc.property(table(4, people), (rows) => {
        const [odd, even] = [rows.map((row) => row[0]! + row[2]!), rows.map((row) => row[1]! + row[3]!)]
        fc.pre(new Set(odd).size > 1 && new Set(even).size > 1)
        const result = splitHalf(columns(rows))
        if (result.kind === 'undefined') return
        const mean = (values: readonly number[]) => total(values) / values.length
        const r =
          total(odd.map((value, at) => (value - mean(odd)) * (even[at]! - mean(even)))) /
          Math.sqrt(squaresAround(odd) * squaresAround(even))
        expect(result.oddAndEven.r).toBeCloseTo(r, 9)
        if (r > -0.99) expect(result.oddAndEven.spearmanBrown).toBeCloseTo((2 * r) / (1 + r), 8)
        const whole = variance(rows.map(total))
        if (whole > 0) expect(result.oddAndEven.guttman).toBeCloseTo(2 * (1 - (variance(odd) + variance(even)) / whole), 8)
        // halves of one length need no correction for theirs
        if (r < 0) expect(result.oddAndEven.spearmanBrownUnequal).toBeNull()
        else expect(result.oddAndEven.spearmanBrownUnequal).toBeCloseTo(result.oddAndEven.spearmanBrown ?? 9, 8)
      }),
    )
  })

  test('of five items the first half is three; unequal halves are corrected for their lengths', () => {
    const rows = [
      [1, 2, 1, 3, 2],
      [2, 3, 2, 3, 3],
      [4, 3, 5, 4, 4],
      [5, 5, 4, 5, 5],
      [3, 3, 3, 2, 4],
    ]
    const { firstAndSecond } = computed(splitHalf(columns(rows)))
    expect(firstAndSecond.spearmanBrownUnequal).not.toBeCloseTo(firstAndSecond.spearmanBrown ?? 0, 4)
    const [first, second] = [rows.map((row) => row[0]! + row[1]! + row[2]!), rows.map((row) => row[3]! + row[4]!)]
    const mean = (values: readonly number[]) => total(values) / values.length
    const r =
      total(first.map((value, at) => (value - mean(first)) * (second[at]! - mean(second)))) /
      Math.sqrt(squaresAround(first) * squaresAround(second))
    expect(firstAndSecond.r).toBeCloseTo(r, 10)
  })

  test('two items against each other: no reliability where one denies the other', () => {
    expect(computed(spearmanBrown([1, 2, 3], [3, 2, 1]))).toMatchObject({
      r: -1,
      reliability: null,
      warnings: [{ code: 'negative-item-rest' }],
    })
    expect(computed(spearmanBrown([1, 2, 3, null], [2, 4, 6, 1]))).toMatchObject({ n: 3, r: expect.closeTo(1, 12) })
    expect(spearmanBrown([1, 1, 1], [1, 2, 3])).toMatchObject({ kind: 'undefined', because: 'constant-series' })
  })
})

describe('omega', () => {
  test('items built from one factor with loadings 0.8, 0.6, 0.7 and 0.5 give them back, and omega by its formula', () => {
    // four orthogonal contrasts of length 8 stand for the factor and the items' own parts: correlations are exactly those of the model
    const factor = [1, 1, 1, 1, -1, -1, -1, -1]
    const own = [
      [1, -1, 1, -1, 1, -1, 1, -1],
      [1, 1, -1, -1, 1, 1, -1, -1],
      [1, -1, -1, 1, 1, -1, -1, 1],
      [1, -1, 1, -1, -1, 1, -1, 1],
    ]
    const loadings = [0.8, 0.6, 0.7, 0.5]
    const rows = factor.map((f, at) => loadings.map((loading, item) => loading * f + Math.sqrt(1 - loading ** 2) * own[item]![at]!))
    const result = computed(omega(columns(rows)))
    const common = total(loadings) ** 2
    const expected = common / (common + total(loadings.map((loading) => 1 - loading ** 2)))
    for (const [at, loading] of loadings.entries()) expect(result.minres.items[at]?.loading).toBeCloseTo(loading, 4)
    expect(result.minres.omega).toBeCloseTo(expected, 4)
    expect(result.ml.omega).toBeCloseTo(expected, 4)
    expect(result.observedVariance).toBeCloseTo(expected, 4)
  })

  test('a reversed item is turned first: omega does not notice which way it was asked', () => {
    const rows = [
      [1, 2, 1, 2],
      [2, 2, 3, 2],
      [4, 3, 4, 5],
      [5, 4, 5, 4],
      [3, 3, 2, 3],
      [2, 1, 2, 2],
      [4, 5, 4, 4],
    ]
    const scale = { min: 1, max: 5 }
    const asked = rows.map(([a, ...rest]) => [6 - a!, ...rest])
    expect(computed(omega(columns(asked, [0]), { scale })).minres.omega).toBeCloseTo(
      computed(omega(columns(rows), { scale })).minres.omega,
      8,
    )
    expect(() => omega(columns(asked, [0]))).toThrow()
  })
})
