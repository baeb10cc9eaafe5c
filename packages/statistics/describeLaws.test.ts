import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { describe, trimmedMean } from './describe.ts'
import { describeCounts } from './describeCounts.ts'
import { frequencies } from './frequencies.ts'
import { quantile, quantiles } from './quantiles.ts'
import { kurtosis, skewness } from './shape.ts'
import { tQuantile } from './studentT.ts'
import { average, computed, measured, squaresAround, total } from './testing/computed.ts'

const values = measured({ minLength: 1, maxLength: 25 })
const many = measured({ minLength: 4, maxLength: 25 }).filter((all) => squaresAround(all) > 1)
const moment = (all: readonly number[], power: number) => average(all.map((value) => (value - average(all)) ** power))

group('quantiles', () => {
  test('law: type 7 stands at 1 + (n - 1) p and type 6 at (n + 1) p of the ordered values, held inside', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (all, hundredths) => {
        const [sorted, p] = [all.toSorted((a, b) => a - b), hundredths / 100]
        const at = (place: number) => {
          const held = Math.min(sorted.length, Math.max(1, place))
          const low = Math.floor(held + 1e-9)
          return sorted[low - 1]! + (held - low) * ((sorted[low] ?? sorted[low - 1]!) - sorted[low - 1]!)
        }
        expect(quantile(all, p, 7)).toBeCloseTo(at(1 + (all.length - 1) * p), 8)
        expect(quantile(all, p, 6)).toBeCloseTo(at((all.length + 1) * p), 8)
      }),
    )
  })

  test('law: they rise with p, from the least to the greatest, and turn with the sign', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(6 as const, 7 as const), (all, type) => {
        const p = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
        const found = quantiles(all, p, type)
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        expect([found[0], found[6]]).toEqual([Math.min(...all), Math.max(...all)])
        const turned = quantiles(
          all.map((value) => -value),
          p,
          type,
        )
        for (const [at, value] of found.entries()) expect(turned[6 - at]! + value).toBeCloseTo(0, 8)
      }),
    )
  })

  test('nothing has no quantile, and p is a share', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError)
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError)
  })
})

group('description', () => {
  test('law: mean, spread, extremes and sums as their definitions have them', () => {
    fc.assert(
      fc.property(many, (all) => {
        const result = computed(describe(all))
        const n = all.length
        expect(result.mean).toBeCloseTo(average(all), 9)
        expect(result.variance).toBeCloseTo(squaresAround(all) / (n - 1), 7)
        expect(result.se).toBeCloseTo(Math.sqrt(squaresAround(all) / (n - 1) / n), 9)
        expect(result.sum).toBeCloseTo(total(all), 8)
        expect([result.min, result.max]).toEqual([Math.min(...all), Math.max(...all)])
        const sorted = all.toSorted((a, b) => a - b)
        expect(result.median).toBeCloseTo((sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2, 9)
        const off = all.map((value) => Math.abs(value - result.median)).toSorted((a, b) => a - b)
        expect(result.medianDeviation).toBeCloseTo((off[Math.floor((n - 1) / 2)]! + off[Math.ceil((n - 1) / 2)]!) / 2, 9)
        expect(result.interval!.high - result.mean).toBeCloseTo(tQuantile(0.975, n - 1) * result.se!, 8)
      }),
    )
  })

  test('law: skewness and kurtosis of the three types from the moments', () => {
    fc.assert(
      fc.property(many, (all) => {
        const n = all.length
        const [m2, m3, m4] = [moment(all, 2), moment(all, 3), moment(all, 4)]
        const [g1, g2] = [m3 / m2 ** 1.5, m4 / m2 ** 2 - 3]
        expect(skewness(all, 1)).toBeCloseTo(g1, 6)
        expect(skewness(all, 2)).toBeCloseTo((g1 * Math.sqrt(n * (n - 1))) / (n - 2), 6)
        expect(skewness(all, 3)).toBeCloseTo(g1 * (1 - 1 / n) ** 1.5, 6)
        expect(kurtosis(all, 1)).toBeCloseTo(g2, 6)
        expect(kurtosis(all, 2)).toBeCloseTo(((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6), 6)
        expect(kurtosis(all, 3)).toBeCloseTo((g2 + 3) * (1 - 1 / n) ** 2 - 3, 6)
      }),
    )
  })

  test('law: other units move the mean with them, stretch the spread, and leave the shape', () => {
    fc.assert(
      fc.property(many, fc.constantFrom(0.01, 2, 1000), fc.integer({ min: -500, max: 500 }), (all, factor, shift) => {
        const [one, other] = [computed(describe(all)), computed(describe(all.map((value) => value * factor + shift)))]
        expect(other.mean / factor).toBeCloseTo(one.mean + shift / factor, 5)
        expect(other.sd! / factor).toBeCloseTo(one.sd!, 5)
        expect(other.skewness).toBeCloseTo(one.skewness!, 4)
        expect(other.kurtosis).toBeCloseTo(one.kurtosis!, 3)
        const turned = computed(describe(all.map((value) => -value)))
        expect(turned.skewness).toBeCloseTo(-one.skewness!, 6)
        expect(turned.kurtosis).toBeCloseTo(one.kurtosis!, 6)
      }),
    )
  })

  test('law: the trimmed mean is the mean of what is left', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 49 }), (all, hundredths) => {
        const off = Math.floor(all.length * (hundredths / 100) + 1e-9)
        const left = all.toSorted((a, b) => a - b).slice(off, all.length - off)
        expect(trimmedMean(all, hundredths / 100)).toBeCloseTo(average(left), 9)
      }),
    )
  })

  test('law: gaps change nothing but their count', () => {
    fc.assert(
      fc.property(many, fc.nat(5), (all, gaps) => {
        const [without, having] = [computed(describe(all)), computed(describe([...Array<null>(gaps).fill(null), ...all]))]
        expect({ ...having, excluded: {} }).toEqual({ ...without, excluded: {} })
        expect(having.excluded).toEqual(gaps > 0 ? { missing: gaps } : {})
      }),
    )
  })

  test('law: described from counts as from the values, for answers on a scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 40 }), (all) => {
        const counts = new Map([1, 2, 3, 4, 5].map((value) => [value, all.filter((one) => one === value).length]))
        const [one, other] = [computed(describe(all)), computed(describeCounts(counts, 0))]
        expect(other.n).toBe(one.n)
        expect([other.mean, other.sd, other.median]).toEqual([one.mean, one.sd, one.median].map((value) => expect.closeTo(value!, 9)))
        expect(other.modes).toEqual(one.modes)
        expect(other.quartilesType6).toEqual(one.quartilesType6.map((value) => expect.closeTo(value, 9)))
        if (one.skewness !== null) expect(other.skewness).toBeCloseTo(one.skewness, 7)
      }),
    )
  })

  test('two hundred thousand different values are a list, not a call with as many arguments', () => {
    const long = Array.from({ length: 200_000 }, (_, at) => at + 0.5)
    const result = computed(describe(long))
    expect([result.n, result.min, result.max, result.modes.length]).toEqual([200_000, 0.5, 199_999.5, 200_000])
    expect(result.mean).toBeCloseTo(100_000, 6)
  })

  test('a spread of a hundredth on a billion keeps its digits', () => {
    const far = [1e9 + 0.01, 1e9 + 0.02, 1e9 + 0.03]
    expect(computed(describe(far)).sd).toBeCloseTo(0.01, 6)
  })
})

group('counts', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 }), { maxLength: 40 })
  test('law: counts add up to the valid, shares to a hundred, the running share ends there', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { rows, valid, missing, n } = frequencies(all, [1, 2, 3, 4, 5])
        expect(total(rows.map(({ count }) => count))).toBe(valid)
        expect(valid + missing).toBe(n)
        if (valid > 0) {
          expect(total(rows.map(({ validPercent }) => validPercent ?? 0))).toBeCloseTo(100, 9)
          expect(rows.at(-1)?.cumulativeValidPercent).toBeCloseTo(100, 9)
          expect(total(rows.map(({ percent }) => percent ?? 0))).toBeCloseTo((100 * valid) / n, 9)
        } else expect(rows.every(({ validPercent }) => validPercent === null)).toBe(true)
      }),
    )
  })
})
