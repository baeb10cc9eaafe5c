import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pearson } from './correlation.ts'
import { correlationMatrix } from './correlationMatrix.ts'
import { leastSquares } from './leastSquares.ts'
import { linearRegression } from './linearRegression.ts'
import { partialCorrelation } from './partialCorrelation.ts'
import { average, computed, measured, squaresAround, total } from './testing/computed.ts'

const size = { minLength: 12, maxLength: 12 }
const data = fc.tuple(measured(size), measured(size), measured(size)).filter(([x, z]) => {
  const r = pearson(x, z)
  return r.kind === 'computed' && Math.abs(r.r) < 0.99
})
const varies = (values: readonly number[]) => new Set(values).size > 2

describe('regression', () => {
  test('law: what is left over is unrelated to every predictor and sums to nothing', () => {
    fc.assert(
      fc.property(data, ([x, z, y]) => {
        const solved = leastSquares([x, z], y)
        if (solved.kind === 'dependent') throw new Error('dependent')
        const scale = Math.sqrt(squaresAround(y) + 1)
        expect(total(solved.residuals) / scale).toBeCloseTo(0, 8)
        for (const column of [x, z]) {
          const off = total(solved.residuals.map((residual, at) => residual * (column[at]! - average(column))))
          expect(off / (scale * Math.sqrt(squaresAround(column)))).toBeCloseTo(0, 8)
        }
      }),
    )
  })

  test('law: no other coefficients leave less', () => {
    fc.assert(
      fc.property(
        data,
        fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
        ([x, z, y], [a, b]) => {
          const solved = leastSquares([x, z], y)
          if (solved.kind === 'dependent') return
          const left = (p: number, q: number) => squaresAround(y.map((value, at) => value - p * x[at]! - q * z[at]!))
          const [p, q] = solved.slopes
          expect(left(p! + a, q! + b)).toBeGreaterThanOrEqual(left(p!, q!) - 1e-6 * (1 + squaresAround(y)))
        },
      ),
    )
  })

  test('law: with one predictor r is the root of R squared, F is t squared, beta is r, and nothing inflates', () => {
    fc.assert(
      fc.property(measured(size), measured(size), (x, y) => {
        fc.pre(varies(x) && varies(y))
        const fit = linearRegression(y, [{ id: 'x', values: x }])
        const r = computed(pearson(x, y))
        if (fit.kind === 'undefined' || Math.abs(r.r) > 0.999) return
        const [, slope] = fit.coefficients
        expect(fit.r2).toBeCloseTo(r.r ** 2, 8)
        expect(slope?.beta).toBeCloseTo(r.r, 8)
        expect(fit.f).toBeCloseTo((slope?.t ?? 0) ** 2, 5)
        expect(fit.p).toBeCloseTo(r.p ?? 9, 8)
        expect(slope?.vif).toBeCloseTo(1, 10)
      }),
    )
  })

  test('law: units do not matter: a predictor in other units has its coefficient in them, and the same t, beta and R squared', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(0.001, 25.4, 1e6), fc.integer({ min: -1000, max: 1000 }), ([x, z, y], factor, shift) => {
        fc.pre(varies(y))
        const plain = linearRegression(y, [
          { id: 'x', values: x },
          { id: 'z', values: z },
        ])
        const other = linearRegression(y, [
          { id: 'x', values: x.map((value) => value * factor + shift) },
          { id: 'z', values: z },
        ])
        if (plain.kind === 'undefined' || other.kind === 'undefined') return
        expect(other.r2).toBeCloseTo(plain.r2, 6)
        const [[, a], [, b]] = [plain.coefficients, other.coefficients]
        expect((b?.estimate ?? 0) * factor).toBeCloseTo(a?.estimate ?? 9, 5)
        expect(b?.beta).toBeCloseTo(a?.beta ?? 9, 6)
        if (a?.t !== null && Math.abs(a?.t ?? 0) < 1e4) expect(b?.t).toBeCloseTo(a?.t ?? 9, 4)
      }),
    )
  })

  test('law: the variance inflation of a predictor is 1 / (1 - R squared) of it on the others', () => {
    fc.assert(
      fc.property(data, ([x, z, y]) => {
        fc.pre(varies(y))
        const both = linearRegression(y, [
          { id: 'x', values: x },
          { id: 'z', values: z },
        ])
        const own = linearRegression(x, [{ id: 'z', values: z }])
        if (both.kind === 'undefined' || own.kind === 'undefined') return
        for (const { vif } of both.coefficients.slice(1)) expect(vif! * (1 - own.r2)).toBeCloseTo(1, 6)
      }),
    )
  })

  test('a line is found exactly, has no error and says so, with neither t nor p', () => {
    const x = [1, 2, 3, 4, 5]
    const fit = computed(
      linearRegression(
        x.map((one) => 3 + 2 * one),
        [{ id: 'x', values: x }],
      ),
    )
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual([expect.closeTo(3, 12), expect.closeTo(2, 12)])
    expect(fit.coefficients.map(({ t, p }) => [t, p])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(fit.warnings).toEqual([{ code: 'perfect-correlation' }])
    expect(fit.r2).toBeCloseTo(1, 12)
  })

  test('predictors that nearly follow from one another are warned of by name; one that does is refused by name', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8]
    const near = x.map((one, at) => one + (at % 2 === 0 ? 0.05 : -0.05))
    const y = [2, 1, 4, 3.5, 6, 5, 8, 6]
    expect(
      computed(
        linearRegression(y, [
          { id: 'x', values: x },
          { id: 'near', values: near },
        ]),
      ).warnings,
    ).toEqual([{ code: 'near-collinear', subjects: ['x', 'near'] }])
    const copy = linearRegression(y, [
      { id: 'x', values: x },
      { id: 'copy', values: x.map((one) => 7 - 2 * one) },
    ])
    expect(copy).toMatchObject({ kind: 'undefined', because: 'collinear-predictors', subjects: ['copy'] })
  })

  test('cases with a gap are left out and counted; a constant y or predictor is named', () => {
    const fit = computed(linearRegression([1, 2, null, 4, 6], [{ id: 'x', values: [1, 2, 3, null, 5] }]))
    expect(fit).toMatchObject({ n: 3, df2: 1, excluded: { incomplete: 2 } })
    expect(linearRegression([5, 5, 5, 5], [{ id: 'x', values: [1, 2, 3, 4] }])).toMatchObject({
      because: 'constant-series',
      subjects: ['y'],
    })
    expect(linearRegression([1, 2, 3, 4], [{ id: 'x', values: [7, 7, 7, 7] }])).toMatchObject({
      because: 'constant-series',
      subjects: ['x'],
    })
    expect(linearRegression([1, 2], [{ id: 'x', values: [1, 2] }])).toMatchObject({ because: 'too-few-cases' })
  })

  test('predictors a million apart in size lose no digits: coefficients of 1 and a millionth are found', () => {
    const [a, b] = [
      [1, 3, 2, 5, 4, 6],
      [2_000_000, 1_000_000, 4_000_000, 3_000_000, 6_000_000, 9_000_000],
    ]
    const noise = [0.01, -0.02, 0.01, 0.015, -0.01, -0.005]
    const y = a.map((one, at) => one + 1e-6 * b[at]! + noise[at]!)
    const { coefficients } = computed(
      linearRegression(y, [
        { id: 'a', values: a },
        { id: 'b', values: b },
      ]),
    )
    expect(coefficients[1]?.estimate).toBeCloseTo(1, 1)
    expect((coefficients[2]?.estimate ?? 0) * 1e6).toBeCloseTo(1, 1)
  })
})

describe('correlation', () => {
  test('law: holding z fixed is correlating what regression on z leaves', () => {
    fc.assert(
      fc.property(data, ([x, z, y]) => {
        const left = (values: readonly number[]) => {
          const solved = leastSquares([z], values)
          return solved.kind === 'solved' ? [...solved.residuals] : []
        }
        const [ownX, ownY] = [left(x), left(y)]
        const whole = partialCorrelation(x, y, [z])
        if (whole.kind === 'undefined' || Math.abs(whole.r) > 0.999) return
        expect(whole.r).toBeCloseTo(computed(pearson(ownX, ownY)).r, 7)
        expect(whole.df).toBe(12 - 3)
      }),
    )
  })

  test('law: without controls the partial correlation is the correlation', () => {
    fc.assert(
      fc.property(measured(size), measured(size), (x, y) => {
        const [plain, partial] = [pearson(x, y), partialCorrelation(x, y, [])]
        if (plain.kind === 'undefined' || partial.kind === 'undefined') return
        expect(partial.r).toBeCloseTo(plain.r, 10)
        if (plain.p !== null && partial.p !== null) expect(partial.p).toBeCloseTo(plain.p, 8)
      }),
    )
  })

  test('law: r is the mean product of standard scores', () => {
    fc.assert(
      fc.property(measured(size), measured(size), (x, y) => {
        fc.pre(varies(x) && varies(y))
        const scores = (values: readonly number[]) => values.map((value) => (value - average(values)) / Math.sqrt(squaresAround(values)))
        const [a, b] = [scores(x), scores(y)]
        expect(computed(pearson(x, y)).r).toBeCloseTo(total(a.map((one, at) => one * b[at]!)), 10)
      }),
    )
  })

  test('law: the interval holds r, stays inside -1 and 1, and narrows with the level', () => {
    fc.assert(
      fc.property(measured(size), measured(size), (x, y) => {
        fc.pre(varies(x) && varies(y))
        const [wide, narrow] = [computed(pearson(x, y, { level: 0.99 })), computed(pearson(x, y, { level: 0.8 }))]
        if (wide.interval === null || narrow.interval === null) return
        for (const { interval, r } of [wide, narrow]) {
          expect(interval!.low).toBeGreaterThanOrEqual(-1)
          expect(interval!.high).toBeLessThanOrEqual(1)
          expect(r - interval!.low).toBeGreaterThanOrEqual(-1e-12)
          expect(interval!.high - r).toBeGreaterThanOrEqual(-1e-12)
        }
        expect(wide.interval.high - wide.interval.low).toBeGreaterThan(narrow.interval.high - narrow.interval.low)
      }),
    )
  })

  test('a matrix by pairs uses what each pair has, by complete cases what all have', () => {
    const series = [
      { id: 'a', values: [1, 2, 3, 4, null] },
      { id: 'b', values: [2, 1, 4, 3, 5] },
      { id: 'c', values: [5, null, 3, 1, 2] },
    ]
    const pairs = correlationMatrix(series, { missing: 'pairwise' })
    expect(pairs.cells.map(({ row, column, n }) => [row, column, n])).toEqual([
      ['a', 'b', 4],
      ['a', 'c', 3],
      ['b', 'c', 4],
    ])
    const all = correlationMatrix(series, { missing: 'listwise' })
    expect(all.cells.every(({ n }) => n === 3)).toBe(true)
    expect(all.square.map((row, at) => row[at])).toEqual([1, 1, 1])
  })

  test('law: the matrix is square, symmetric, one on the diagonal, by any of the three coefficients', () => {
    fc.assert(
      fc.property(data, fc.constantFrom('pearson' as const, 'spearman' as const, 'kendall' as const), ([x, y, z], method) => {
        fc.pre([x, y, z].every(varies))
        const { square } = correlationMatrix(
          [x, y, z].map((values, at) => ({ id: `v${at}`, values })),
          { method },
        )
        for (const [i, row] of square.entries())
          for (const [j, r] of row.entries()) {
            expect(r).toBe(square[j]![i])
            if (i === j) expect(r).toBe(1)
            else expect(Math.abs(r!)).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 40 },
    )
  })
})
