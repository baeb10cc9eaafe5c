import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpGroup } from './ahpGroup.ts'
import { ahpIncomplete } from './ahpIncomplete.ts'
import type { Choice, Direction } from './choice.ts'
import { criticWeights } from './criticWeights.ts'
import { entropyWeights } from './entropyWeights.ts'
import { greyRelational } from './greyRelational.ts'
import { kendallW } from './kendallW.ts'
import { orderRelation } from './orderRelation.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'
import { weightedSum } from './weightedSum.ts'

/** Each method once more from its definition, on data drawn at random; nothing here is shared with the package. */
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const near = (values: readonly number[], digits = 8) => values.map((value) => expect.closeTo(value, digits))
const got = <R extends { readonly kind: string }>(result: R) => {
  if (result.kind !== 'computed') throw new Error(JSON.stringify(result))
  return result as Extract<R, { readonly kind: 'computed' }>
}

const SCALE = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9]
const matrices = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc.array(fc.constantFrom(...SCALE), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }).map((upper) => {
    const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(1))
    let at = 0
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        matrix[i]![j] = upper[at++]!
        matrix[j]![i] = 1 / matrix[i]![j]!
      }
    return matrix
  }),
)
/** The principal eigenvector by squaring the matrix again and again. */
function bySquaring(matrix: readonly (readonly number[])[]): { weights: number[]; lambda: number } {
  let power = matrix.map((row) => [...row])
  for (let round = 0; round < 12; round++) {
    const most = Math.max(...power.flat())
    const scaled = power.map((row) => row.map((value) => value / most))
    power = scaled.map((row) => row.map((_, j) => sum(row.map((value, k) => value * scaled[k]![j]!))))
  }
  const rows = power.map(sum)
  const weights = rows.map((row) => row / sum(rows))
  return { weights, lambda: mean(matrix.map((row, i) => sum(row.map((value, j) => value * weights[j]!)) / weights[i]!)) }
}

describe('judgements in pairs', () => {
  test('law: weights and lambda by squaring the matrix; lambda is never below the number of criteria', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { weights, lambda } = bySquaring(matrix)
        const result = got(ahp(matrix))
        expect(result.weights).toEqual(near(weights, 7))
        expect(result.lambdaMax).toBeCloseTo(lambda, 6)
        expect(result.lambdaMax).toBeGreaterThanOrEqual(matrix.length - 1e-9)
        expect(sum(result.weights)).toBeCloseTo(1, 10)
      }),
    )
  })

  test('law: a matrix made from weights gives them back by every method, with no inconsistency', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 }), (parts) => {
        const matrix = parts.map((a) => parts.map((b) => a / b))
        const weights = parts.map((part) => part / sum(parts))
        const result = got(ahp(matrix))
        for (const found of [result.weights, result.geometric.weights, result.columnMean.weights]) expect(found).toEqual(near(weights))
        expect(result.consistencyIndex).toBeCloseTo(0, 10)
        const gappy = matrix.map((row, i) => row.map((value, j) => (Math.abs(i - j) > 1 ? null : value)))
        const filled = got(ahpIncomplete(gappy))
        expect(filled.leastLambda.weights).toEqual(near(weights, 5))
        expect(filled.logLeastSquares.weights).toEqual(near(weights))
        expect(filled.harker.weights).toEqual(near(weights, 7))
      }),
    )
  })

  test('law: judges who say the same are one judge, and their order does not matter', () => {
    fc.assert(
      fc.property(matrices, matrices, (one, other) => {
        const alone = got(ahp(one))
        expect(got(ahpGroup([one, one, one])).group.weights).toEqual(near(alone.weights, 7))
        if (one.length !== other.length) {
          expect(ahpGroup([one, other])).toMatchObject({ kind: 'undefined', because: 'different-sizes' })
          return
        }
        expect(got(ahpGroup([one, other])).group.weights).toEqual(near(got(ahpGroup([other, one])).group.weights))
      }),
      { numRuns: 60 },
    )
  })

  test('law: an order with ratios is a chain of weights, each so many times the next', () => {
    const chain = fc.array(fc.constantFrom(1, 1.2, 1.4, 1.6, 1.8), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(chain, (ratios) => {
        const order = Array.from({ length: ratios.length + 1 }, (_, at) => ratios.length - at)
        const { weights } = got(orderRelation({ order, ratios }))
        expect(sum(weights)).toBeCloseTo(1, 10)
        for (const [at, ratio] of ratios.entries()) expect(weights[order[at]!]! / weights[order[at + 1]!]!).toBeCloseTo(ratio, 9)
      }),
    )
  })
})

const choices: fc.Arbitrary<Required<Choice>> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([options, criteria]) =>
    fc.record({
      ratings: fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }), {
        minLength: options,
        maxLength: options,
      }),
      weights: fc
        .array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria })
        .map((parts) => parts.map((part) => part / sum(parts))),
      directions: fc.array(fc.constantFrom<Direction>('benefit', 'cost'), { minLength: criteria, maxLength: criteria }),
    }),
  )
const columns = ({ ratings }: Pick<Choice, 'ratings'>) => ratings[0]!.map((_, j) => ratings.map((row) => row[j]!))
/** 0 for the worst and 1 for the best option of each criterion; 1 for all where they are alike. */
const stretched = (choice: Required<Choice>) => {
  const scaled = columns(choice).map((column, j) => {
    const [low, high] = [Math.min(...column), Math.max(...column)]
    return column.map((value) =>
      low === high ? 1 : choice.directions[j] === 'benefit' ? (value - low) / (high - low) : (high - value) / (high - low),
    )
  })
  return choice.ratings.map((_, option) => scaled.map((column) => column[option]!))
}

describe('rankings', () => {
  test('law: TOPSIS is the distance from the worst over both distances', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const unit = columns(choice).map((column, j) => column.map((value) => (choice.weights[j]! * value) / Math.hypot(...column)))
        const best = unit.map((column, j) => (choice.directions[j] === 'benefit' ? Math.max(...column) : Math.min(...column)))
        const worst = unit.map((column, j) => (choice.directions[j] === 'benefit' ? Math.min(...column) : Math.max(...column)))
        const distance = (option: number, to: readonly number[]) => Math.hypot(...unit.map((column, j) => column[option]! - to[j]!))
        const result = topsis(choice)
        if (result.kind === 'undefined') {
          expect(columns(choice).every((column) => new Set(column).size === 1)).toBe(true)
          return
        }
        const expected = choice.ratings.map((_, option) => distance(option, worst) / (distance(option, worst) + distance(option, best)))
        expect(result.closeness).toEqual(near(expected))
      }),
    )
  })

  test('law: weighted sums, grey grades and VIKOR from the stretched ratings', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const rows = stretched(choice)
        expect(got(weightedSum(choice, { kind: 'min-max' })).scores).toEqual(
          near(rows.map((row) => sum(row.map((value, j) => value * choice.weights[j]!)))),
        )
        const off = rows.map((row) => row.map((value) => 1 - value))
        const [least, most] = [Math.min(...off.flat()), Math.max(...off.flat())]
        if (most > 0) {
          const grades = off.map((row) => sum(row.map((own, j) => (choice.weights[j]! * (least + 0.5 * most)) / (own + 0.5 * most))))
          expect(got(greyRelational(choice)).grades).toEqual(near(grades))
          const regrets = off.map((row) => row.map((value, j) => value * choice.weights[j]!))
          const [group, largest] = [regrets.map(sum), regrets.map((row) => Math.max(...row))]
          // options that regret alike in both ways cannot be ordered
          if (Math.max(...group) - Math.min(...group) < 1e-9 && Math.max(...largest) - Math.min(...largest) < 1e-9) return
          const result = got(vikor(choice))
          expect(result.groupRegret).toEqual(near(group))
          expect(result.largestRegret).toEqual(near(largest))
        }
      }),
    )
  })

  test('law: entropy weighs by what shares tell apart, CRITIC by spread times what no other criterion says', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const m = choice.ratings.length
        const divergence = columns(choice).map((column) => {
          const shares = column.map((value) => value / sum(column))
          return new Set(column).size === 1 ? 0 : 1 + sum(shares.map((share) => share * Math.log(share))) / Math.log(m)
        })
        const entropy = entropyWeights(choice.ratings)
        if (sum(divergence) > 1e-9)
          expect(got(entropy).weights).toEqual(
            near(
              divergence.map((one) => one / sum(divergence)),
              6,
            ),
          )
        else expect(entropy.kind).toBe('undefined')
        const scaled = columns({ ...choice, ratings: stretched(choice) })
        if (scaled.length < 2 || m < 3 || scaled.some((column) => new Set(column).size === 1)) return
        const centred = scaled.map((column) => column.map((value) => value - mean(column)))
        const length = centred.map((column) => Math.hypot(...column))
        const information = centred.map(
          (column, j) =>
            (length[j]! / Math.sqrt(m - 1)) *
            sum(centred.map((other, k) => 1 - sum(column.map((value, i) => value * other[i]!)) / (length[j]! * length[k]!))),
        )
        if (sum(information) > 1e-6)
          expect(got(criticWeights(choice.ratings, { directions: choice.directions })).weights).toEqual(
            near(
              information.map((one) => one / sum(information)),
              6,
            ),
          )
      }),
    )
  })

  test('law: agreement of judges is the spread of rank sums over the most it could be, ties taken off', () => {
    const panel = fc
      .integer({ min: 2, max: 5 })
      .chain((objects) =>
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: objects, maxLength: objects }), { minLength: 2, maxLength: 5 }),
      )
    fc.assert(
      fc.property(panel, (ratings) => {
        const ranks = ratings.map((row) =>
          row.map((own) => 1 + row.filter((other) => other < own).length + (row.filter((other) => other === own).length - 1) / 2),
        )
        const [m, n] = [ratings.length, ratings[0]!.length]
        const sums = ranks[0]!.map((_, j) => sum(ranks.map((row) => row[j]!)))
        const ties = sum(
          ratings.map((row) =>
            sum([...new Set(row)].map((value) => row.filter((one) => one === value).length).map((size) => size ** 3 - size)),
          ),
        )
        const most = m * m * (n ** 3 - n) - m * ties
        const result = kendallW(ratings)
        if (most === 0) {
          expect(result).toMatchObject({ kind: 'undefined', because: 'all-tied' })
          return
        }
        expect(got(result).w).toBeCloseTo((12 * sum(sums.map((one) => (one - mean(sums)) ** 2))) / most, 9)
        expect(got(result).w).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
