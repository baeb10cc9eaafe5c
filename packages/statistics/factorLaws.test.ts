import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemColumn } from './answers.ts'
import { cholesky, inverseFromCholesky, logDeterminant } from './cholesky.ts'
import type { Matrix } from './covarianceMatrix.ts'
import { symmetricEigen } from './eigen.ts'
import { factorAnalysis } from './factorAnalysis.ts'
import { itemCorrelations } from './itemCorrelations.ts'
import { oblimin } from './oblimin.ts'
import { partialCorrelation } from './partialCorrelation.ts'
import { principalComponents } from './principalComponents.ts'
import { samplingAdequacy, sphericity } from './samplingAdequacy.ts'
import { squaredMultipleCorrelations } from './squaredMultipleCorrelations.ts'
import { computed, total } from './testing/computed.ts'
import { varimax } from './varimax.ts'

const answers = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }), { minLength: 12, maxLength: 20 })
const items = (rows: readonly (readonly number[])[]): ItemColumn[] =>
  rows[0]!.map((_, at) => ({ id: `q${at + 1}`, reverse: false, answers: rows.map((row) => row[at]!) }))
const correlationsOf = (rows: readonly (readonly number[])[]): Matrix | null => {
  const ground = itemCorrelations('test', items(rows))
  return ground.kind === 'ground' ? ground.correlations : null
}
const times = (a: Matrix, b: Matrix): number[][] => a.map((row) => b[0]!.map((_, j) => total(row.map((one, k) => one * b[k]![j]!))))
const turned = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!))
/** A determinant by Laplace's rule, for small matrices. */
const determinant = (a: Matrix): number =>
  a.length === 1
    ? a[0]![0]!
    : total(a[0]!.map((one, j) => (j % 2 === 0 ? one : -one) * determinant(a.slice(1).map((row) => row.filter((_, k) => k !== j)))))
const steady = (rows: readonly (readonly number[])[]) => {
  const r = correlationsOf(rows)
  return r !== null && determinant(r) > 0.02
}

describe('matrices', () => {
  test('law: the triangle times itself turned is the matrix, its inverse undoes it, its determinant is Laplace’s', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const r = correlationsOf(rows)!
        const lower = cholesky(r)!
        const whole = lower.map((row) => r.map((_, j) => row[j] ?? 0))
        const back = times(whole, turned(whole))
        const one = times(r, inverseFromCholesky(lower))
        for (const [i, row] of r.entries())
          for (const [j, value] of row.entries()) {
            expect(back[i]![j]).toBeCloseTo(value, 10)
            expect(one[i]![j]).toBeCloseTo(i === j ? 1 : 0, 8)
          }
        expect(logDeterminant(lower)).toBeCloseTo(Math.log(determinant(r)), 8)
      }),
    )
  })

  test('law: eigenvalues fall, sum to the trace, multiply to the determinant; each vector is only stretched', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const r = correlationsOf(rows)!
        const { values, vectors } = symmetricEigen(r)
        expect(values).toEqual(values.toSorted((a, b) => b - a))
        expect(total(values)).toBeCloseTo(r.length, 9)
        expect(values.reduce((product, value) => product * value, 1)).toBeCloseTo(determinant(r), 8)
        for (const [at, vector] of vectors.entries()) {
          const stretched = r.map((row) => total(row.map((one, j) => one * vector[j]!)))
          for (const [i, value] of stretched.entries()) expect(value).toBeCloseTo(values[at]! * vector[i]!, 8)
          for (const [other, theirs] of vectors.entries())
            expect(total(vector.map((one, i) => one * theirs[i]!))).toBeCloseTo(at === other ? 1 : 0, 8)
        }
      }),
    )
  })

  test('what is not positive definite has no triangle', () => {
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined()
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined()
    expect(
      cholesky([
        [4, 2],
        [2, 3],
      ]),
    ).toEqual([[2], [1, expect.closeTo(Math.SQRT2, 12)]])
  })
})

describe('whether items hang together', () => {
  test('law: KMO weighs squared correlations against squared partial correlations, item by item and in all', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const r = correlationsOf(rows)!
        const columns = items(rows).map(({ answers: own }) => own)
        const partial = (i: number, j: number) => {
          const result = partialCorrelation(
            columns[i]!,
            columns[j]!,
            columns.filter((_, k) => k !== i && k !== j),
          )
          return result.kind === 'computed' ? result.r : Number.NaN
        }
        const squares = (i: number) => {
          const others = [0, 1, 2, 3].filter((j) => j !== i)
          return [total(others.map((j) => r[i]![j]! ** 2)), total(others.map((j) => partial(i, j) ** 2))] as const
        }
        const each = [0, 1, 2, 3].map(squares)
        const [plain, held] = [total(each.map(([a]) => a)), total(each.map(([, b]) => b))]
        fc.pre(plain > 0.01)
        const result = computed(samplingAdequacy(items(rows)))
        expect(result.kmo).toBeCloseTo(plain / (plain + held), 7)
        for (const [at, [own, left]] of each.entries())
          if (own + left > 1e-6) expect(result.items[at]!.msa).toBeCloseTo(own / (own + left), 6)
      }),
      { numRuns: 50 },
    )
  })

  test('law: Bartlett’s chi-square is -(n - 1 - (2k + 5) / 6) ln det R with k (k - 1) / 2 degrees', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const result = computed(sphericity(items(rows)))
        const det = determinant(correlationsOf(rows)!)
        expect(result.determinant).toBeCloseTo(det, 9)
        expect(result.chi2).toBeCloseTo(-(rows.length - 1 - 13 / 6) * Math.log(det), 7)
        expect(result.df).toBe(6)
        expect(result.logP).toBeCloseTo(Math.log(result.p), 6)
      }),
    )
  })

  test('law: a squared multiple correlation is 1 - 1 / the diagonal of the inverse', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const r = correlationsOf(rows)!
        const inverse = inverseFromCholesky(cholesky(r)!)
        const { values, singular } = squaredMultipleCorrelations(r)
        expect(singular).toBe(false)
        for (const [at, value] of values.entries()) expect(value).toBeCloseTo(1 - 1 / inverse[at]![at]!, 8)
      }),
    )
  })
})

describe('components and factors', () => {
  test('law: all components together give the correlations back; each keeps its eigenvalue of the variance', () => {
    fc.assert(
      fc.property(answers.filter(steady), (rows) => {
        const result = computed(principalComponents(items(rows), { components: 4 }))
        const back = times(result.loadings, turned(result.loadings))
        for (const [i, row] of correlationsOf(rows)!.entries()) for (const [j, r] of row.entries()) expect(back[i]![j]).toBeCloseTo(r, 8)
        expect(result.communalities).toEqual([1, 2, 3, 4].map(() => expect.closeTo(1, 8)))
        expect(total(result.varianceExplained)).toBeCloseTo(100, 8)
        const two = computed(principalComponents(items(rows), { components: 2 }))
        for (const [at, eigenvalue] of result.eigenvalues.slice(0, 2).entries())
          expect(total(two.loadings.map((row) => row[at]! ** 2))).toBeCloseTo(eigenvalue, 8)
      }),
    )
  })

  const loadings = fc.array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })), { minLength: 4, maxLength: 7 })
  const plain = (rows: readonly (readonly [number, number])[]): Matrix => rows.map((row) => row.map((hundredths) => hundredths / 100))
  /** What varimax makes large: the variance of squared loadings within each column, items brought to length one first. */
  const simplicity = (matrix: Matrix): number => {
    const unit = matrix.map((row) => {
      const length = Math.hypot(...row)
      return row.map((entry) => (length === 0 ? 0 : entry / length))
    })
    return total(
      unit[0]!.map((_, j) => {
        const squares = unit.map((row) => row[j]! ** 2)
        return total(squares.map((one) => one * one)) - total(squares) ** 2 / squares.length
      }),
    )
  }

  test('law: no turn of the axes is simpler than varimax’s, and none changes a communality', () => {
    fc.assert(
      fc.property(loadings, fc.integer({ min: 0, max: 179 }), (given, degrees) => {
        const before = plain(given)
        fc.pre(before.every((row) => Math.hypot(...row) > 0.05))
        const { loadings: after, ssLoadings } = varimax(before)
        const angle = (degrees * Math.PI) / 180
        const other = before.map(([a, b]) => [a! * Math.cos(angle) + b! * Math.sin(angle), b! * Math.cos(angle) - a! * Math.sin(angle)])
        expect(simplicity(after)).toBeGreaterThanOrEqual(simplicity(other) - 1e-9)
        for (const [at, row] of after.entries()) expect(Math.hypot(...row)).toBeCloseTo(Math.hypot(...before[at]!), 9)
        expect(ssLoadings[0]).toBeGreaterThanOrEqual(ssLoadings[1]! - 1e-12)
        for (const column of turned(after)) expect(total(column)).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  test('law: oblimin keeps what the factors explain together, whatever it does to the axes', () => {
    fc.assert(
      fc.property(loadings, (given) => {
        const before = plain(given)
        fc.pre(before.every((row) => Math.hypot(...row) > 0.1) && Math.abs(determinant(times(turned(before), before))) > 0.05)
        const { loadings: pattern, factorCorrelations, converged } = oblimin(before)
        if (!converged) return
        const [own, theirs] = [times(before, turned(before)), times(times(pattern, factorCorrelations), turned(pattern))]
        for (const [i, row] of own.entries()) for (const [j, value] of row.entries()) expect(theirs[i]![j]).toBeCloseTo(value, 5)
        for (const [at, row] of factorCorrelations.entries()) expect(row[at]).toBeCloseTo(1, 9)
      }),
      { numRuns: 40 },
    )
  })

  test('law: no loadings near the ones found leave less of the correlations (minres)', () => {
    fc.assert(
      fc.property(
        answers.filter(steady),
        fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (rows, step) => {
          const found = factorAnalysis(items(rows), 1)
          if (found.kind === 'undefined' || found.warnings.length > 0) return
          const r = correlationsOf(rows)!
          const left = (column: readonly number[]) =>
            total(r.flatMap((row, i) => row.flatMap((value, j) => (i < j ? [(value - column[i]! * column[j]!) ** 2] : []))))
          const own = found.loadings.map((row) => row[0]!)
          expect(left(own.map((value, at) => value + step[at]!))).toBeGreaterThanOrEqual(left(own) - 1e-6)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('law: communality and uniqueness make one, and the residual is what the factors leave', () => {
    fc.assert(
      fc.property(answers.filter(steady), fc.constantFrom('minres' as const, 'ml' as const, 'pa' as const), (rows, method) => {
        const found = factorAnalysis(items(rows), 1, { method })
        if (found.kind === 'undefined') return
        for (const [at, communality] of found.communalities.entries()) {
          expect(communality + found.uniquenesses[at]!).toBeCloseTo(1, 9)
          expect(communality).toBeCloseTo(total(found.loadings[at]!.map((entry) => entry * entry)), 9)
        }
        const r = correlationsOf(rows)!
        const off = r.flatMap((row, i) =>
          row.flatMap((value, j) => (i < j ? [(value - found.loadings[i]![0]! * found.loadings[j]![0]!) ** 2] : [])),
        )
        expect(found.rmsr).toBeCloseTo(Math.sqrt(total(off) / off.length), 6)
      }),
      { numRuns: 40 },
    )
  })

  test('four items carry one factor, not two; a fit is told only by maximum likelihood', () => {
    const rows = [
      [1, 2, 1, 3],
      [2, 3, 2, 3],
      [4, 3, 5, 4],
      [5, 5, 4, 5],
      [3, 3, 3, 2],
      [2, 1, 2, 2],
      [4, 4, 5, 5],
      [1, 1, 2, 1],
    ]
    expect(factorAnalysis(items(rows), 2)).toMatchObject({ kind: 'undefined', because: 'too-many-factors' })
    expect(factorAnalysis(items(rows), 0)).toMatchObject({ because: 'too-many-factors' })
    expect(computed(factorAnalysis(items(rows), 1)).fit).toBeNull()
    expect(computed(factorAnalysis(items(rows), 1, { method: 'ml' })).fit).toMatchObject({ df: 2 })
  })
})
