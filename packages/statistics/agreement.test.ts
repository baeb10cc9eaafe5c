import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa } from './cohenKappa.ts'
import { fleissKappa } from './fleissKappa.ts'
import { icc } from './icc.ts'
import { krippendorff, type Measurement } from './krippendorff.ts'
import { average, computed, squaresAround, total } from './testing/computed.ts'
import { withinGroupAgreement } from './withinGroupAgreement.ts'

const judged = (levels: number, length = { minLength: 4, maxLength: 25 }) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: levels }), fc.integer({ min: 1, max: levels })), length)
const first = (pairs: readonly (readonly [number, number])[]) => pairs.map(([a]) => a)
const second = (pairs: readonly (readonly [number, number])[]) => pairs.map(([, b]) => b)

describe('Cohen', () => {
  test('law: kappa is what is left of disagreement, seen by comparing every judgement with every other judge’s', () => {
    fc.assert(
      fc.property(judged(4), (pairs) => {
        fc.pre(new Set(first(pairs)).size > 1 || new Set(second(pairs)).size > 1)
        const [a, b] = [first(pairs), second(pairs)]
        const levels = [1, 2, 3, 4]
        // chance: every judgement of one judge meets every judgement of the other
        const ratio = (distance: (x: number, y: number) => number) => {
          const own = average(a.map((x, at) => distance(x, b[at]!)))
          const chance = average(a.flatMap((x) => b.map((y) => distance(x, y))))
          return chance === 0 ? null : 1 - own / chance
        }
        const plain = ratio((x, y) => (x === y ? 0 : 1))
        fc.pre(plain !== null)
        const result = computed(cohenKappa(a, b, { levels }))
        expect(result.kappa).toBeCloseTo(plain ?? 9, 10)
        expect(result.linear).toBeCloseTo(ratio((x, y) => Math.abs(x - y)) ?? 9, 10)
        expect(result.quadratic).toBeCloseTo(ratio((x, y) => (x - y) ** 2) ?? 9, 10)
        expect(result.agreement).toBeCloseTo(a.filter((x, at) => x === b[at]).length / a.length, 12)
      }),
    )
  })

  test('law: who is called first does not matter, nor the names of nominal categories', () => {
    fc.assert(
      fc.property(judged(3), (pairs) => {
        fc.pre(new Set(pairs.flat()).size > 1)
        const forth = cohenKappa(first(pairs), second(pairs))
        const back = cohenKappa(second(pairs), first(pairs))
        const named = cohenKappa(
          first(pairs).map((x) => ['red', 'amber', 'green'][x - 1]!),
          second(pairs).map((x) => ['red', 'amber', 'green'][x - 1]!),
        )
        if (forth.kind === 'undefined') return
        expect(computed(back).kappa).toBeCloseTo(forth.kappa, 12)
        expect(computed(back).se).toBeCloseTo(forth.se, 12)
        expect(computed(named).kappa).toBeCloseTo(forth.kappa, 12)
      }),
    )
  })

  test('with two levels the three weights are one kappa', () => {
    const result = computed(cohenKappa([1, 1, 2, 2, 1], [1, 2, 2, 2, 1]))
    expect([result.linear, result.quadratic]).toEqual([expect.closeTo(result.kappa, 12), expect.closeTo(result.kappa, 12)])
  })

  test('perfect agreement is 1, agreement no better than chance 0, and turned judgements below 0', () => {
    expect(computed(cohenKappa([1, 2, 3], [1, 2, 3])).kappa).toBe(1)
    expect(computed(cohenKappa([1, 1, 2, 2], [1, 2, 1, 2])).kappa).toBeCloseTo(0, 12)
    expect(computed(cohenKappa([1, 2, 1, 2], [2, 1, 2, 1])).kappa).toBe(-1)
  })

  test('a level that nobody used changes no plain kappa; a judgement off the levels is left out and counted', () => {
    const [a, b] = [
      [1, 2, 3, 3, 2, 1],
      [1, 2, 3, 2, 2, 1],
    ]
    expect(computed(cohenKappa(a, b, { levels: [1, 2, 3, 4, 5] })).kappa).toBeCloseTo(computed(cohenKappa(a, b)).kappa, 12)
    expect(computed(cohenKappa([...a, 9, null], [...b, 1, 2], { levels: [1, 2, 3] }))).toMatchObject({
      n: 6,
      excluded: { incomplete: 1, 'off-scale': 1 },
    })
    expect(() => cohenKappa([1], [1, 2])).toThrow(RangeError)
  })
})

describe('several judges', () => {
  test('law: Fleiss counts agreeing pairs of judges', () => {
    const row = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (cases) => {
        const counts = cases.map((given) => [0, 1, 2].map((level) => given.filter((one) => one === level).length))
        fc.pre(new Set(cases.flat()).size > 1)
        const pairs = cases.map((given) => average(given.flatMap((x, i) => given.flatMap((y, j) => (i < j ? [x === y ? 1 : 0] : [])))))
        const all = cases.flat()
        const chance = total([0, 1, 2].map((level) => (all.filter((one) => one === level).length / all.length) ** 2))
        const result = computed(fleissKappa(counts))
        expect(result.agreement).toBeCloseTo(average(pairs), 12)
        expect(result.kappa).toBeCloseTo((average(pairs) - chance) / (1 - chance), 10)
        expect(result.judges).toBe(4)
      }),
    )
  })

  test('rows of different numbers of judges are misuse; fewer than two judges are a named case', () => {
    expect(() =>
      fleissKappa([
        [2, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError)
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'too-few-raters' })
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ because: 'no-disagreement-possible' })
  })

  const ratings = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }), { minLength: 6, maxLength: 6 }), {
    minLength: 2,
    maxLength: 4,
  })
  const squared: Record<Exclude<Measurement, 'ordinal'>, (x: number, y: number) => number> = {
    nominal: (x, y) => (x === y ? 0 : 1),
    interval: (x, y) => (x - y) ** 2,
    ratio: (x, y) => ((x - y) / (x + y)) ** 2,
  }

  test('law: Krippendorff’s alpha compares every pair within a case with every pair of all', () => {
    fc.assert(
      fc.property(ratings, fc.constantFrom('nominal' as const, 'interval' as const, 'ratio' as const), (given, measurement) => {
        const cases = Array.from({ length: 6 }, (_, at) => given.flatMap((row) => (row[at] === null ? [] : [row[at]!])))
        const units = cases.filter((unit) => unit.length > 1)
        const all = units.flat()
        fc.pre(new Set(all).size > 1)
        const distance = squared[measurement]
        const within = total(
          units.map((unit) => total(unit.flatMap((x, i) => unit.map((y, j) => (i === j ? 0 : distance(x, y))))) / (unit.length - 1)),
        )
        const across = total(all.flatMap((x, i) => all.map((y, j) => (i === j ? 0 : distance(x, y))))) / (all.length - 1)
        const result = computed(krippendorff(given, measurement))
        expect(result.alpha).toBeCloseTo(1 - within / across, 10)
        expect([result.n, result.pairable]).toEqual([units.length, expect.closeTo(all.length, 9)])
      }),
    )
  })

  test('law: ordinal alpha does not care what the levels are called, as long as their order stays', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const stretched = given.map((row) => row.map((one) => (one === null ? null : one ** 3)))
        const [plain, far] = [krippendorff(given, 'ordinal'), krippendorff(stretched, 'ordinal')]
        expect(far.kind).toBe(plain.kind)
        if (plain.kind === 'computed' && far.kind === 'computed') expect(far.alpha).toBeCloseTo(plain.alpha, 10)
      }),
    )
  })

  test('law: two judges without gaps on two levels: alpha is (n kappa-like) and never far from Fleiss', () => {
    fc.assert(
      fc.property(judged(2, { minLength: 8, maxLength: 30 }), (pairs) => {
        fc.pre(new Set(pairs.flat()).size > 1)
        const alpha = computed(krippendorff([first(pairs), second(pairs)], 'nominal')).alpha
        const counts = pairs.map(([a, b]) => [1, 2].map((level) => [a, b].filter((one) => one === level).length))
        const fleiss = computed(fleissKappa(counts)).kappa
        // the two differ only in drawing chance pairs without and with putting back
        expect(1 - alpha).toBeCloseTo(((1 - fleiss) * (2 * pairs.length - 1)) / (2 * pairs.length), 10)
      }),
    )
  })

  test('a gap is not a judgement; a case of one judgement says nothing and is counted', () => {
    const result = computed(
      krippendorff(
        [
          [1, 2, null, 3],
          [1, null, null, 3],
        ],
        'nominal',
      ),
    )
    expect(result).toMatchObject({ n: 2, alpha: 1, excluded: { incomplete: 2 } })
    expect(
      krippendorff(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toMatchObject({ because: 'no-complete-cases' })
    expect(krippendorff([[1, 2]], 'nominal')).toMatchObject({ because: 'too-few-raters' })
  })
})

describe('intraclass correlation', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 9 })
  const byJudge = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, j) => rows.map((row) => row[j]!))

  test('law: the six forms from the mean squares of a two-way table', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [n, k] = [rows.length, rows[0]!.length]
        const grand = average(rows.flat())
        const msb = (k * squaresAround(rows.map(average), grand)) / (n - 1)
        const msj = (n * squaresAround(byJudge(rows).map(average), grand)) / (k - 1)
        const ssTotal = squaresAround(rows.flat(), grand)
        const mse = (ssTotal - msb * (n - 1) - msj * (k - 1)) / ((n - 1) * (k - 1))
        const msw = (ssTotal - msb * (n - 1)) / (n * (k - 1))
        fc.pre(mse > 1e-6)
        const { oneWay, agreement, consistency } = computed(icc(byJudge(rows)))
        expect(oneWay.single.icc).toBeCloseTo((msb - msw) / (msb + (k - 1) * msw), 8)
        expect(agreement.single.icc).toBeCloseTo((msb - mse) / (msb + (k - 1) * mse + (k / n) * (msj - mse)), 8)
        expect(consistency.single.icc).toBeCloseTo((msb - mse) / (msb + (k - 1) * mse), 8)
        // the mean of k judges by Spearman-Brown
        for (const form of [oneWay, agreement, consistency])
          expect(form.average.icc).toBeCloseTo((k * form.single.icc) / (1 + (k - 1) * form.single.icc), 8)
        expect(consistency.average.icc).toBeCloseTo(1 - mse / msb, 8)
      }),
    )
  })

  test('law: a judge who is strict by the same amount everywhere costs agreement, not consistency', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 20 }), (rows, strict) => {
        const before = icc(byJudge(rows))
        const after = icc(byJudge(rows.map((row) => row.map((value, judge) => (judge === 0 ? value - strict * 100 : value)))))
        if (before.kind === 'undefined' || after.kind === 'undefined') return
        expect(after.consistency.single.icc).toBeCloseTo(before.consistency.single.icc, 6)
        if (before.agreement.single.icc > 0.05) expect(after.agreement.single.icc).toBeLessThan(before.agreement.single.icc)
      }),
    )
  })

  test('cases with a gap are left out; equal judgements and single judges are named', () => {
    expect(
      computed(
        icc([
          [1, 5, 9, null],
          [2, 5, 8, 4],
        ]),
      ),
    ).toMatchObject({ n: 3, excluded: { incomplete: 1 } })
    expect(
      icc([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toMatchObject({ because: 'zero-within-variance' })
    expect(icc([[1, 2, 3]])).toMatchObject({ because: 'too-few-raters' })
    expect(icc([[1], [2]])).toMatchObject({ because: 'too-few-cases' })
  })

  test('a coefficient whose interval has no degrees of freedom left is told without one', () => {
    const rows = [
      [0, 4, 8],
      [8, 3, 1],
      [1, 6, 4],
      [1, 5, 3],
    ]
    const { agreement, consistency } = computed(
      icc(byJudge(rows.map((row) => row.map((value, judge) => (judge === 0 ? value - 100 : value))))),
    )
    expect(agreement.single.icc).toBeLessThan(0.05)
    expect(consistency.single.interval).not.toBeNull()
    for (const form of [agreement.single, agreement.average])
      if (form.interval !== null) expect(Number.isFinite(form.interval.low) && Number.isFinite(form.interval.high)).toBe(true)
  })

  test('law: the interval holds the coefficient', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = icc(byJudge(rows))
        if (result.kind === 'undefined') return
        for (const { single } of [result.oneWay, result.consistency]) {
          expect(single.interval?.low).toBeLessThanOrEqual(single.icc + 1e-9)
          expect(single.interval?.high).toBeGreaterThanOrEqual(single.icc - 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('agreement within a group', () => {
  test('by hand on five points: variances 0.5 and 1 against 2, so 0.75 and 0.5, together 2 x 0.625 / (1.25 + 0.375)', () => {
    const result = computed(
      withinGroupAgreement(
        [
          [3, 4, 3, 4, 3.5],
          [2, 4, 3, 2, 4],
        ],
        5,
      ),
    )
    expect(result.items).toEqual([expect.closeTo(1 - 0.25 / 2, 12), expect.closeTo(0.5, 12)])
    const share = (0.125 + 0.5) / 2
    expect(result.together).toBeCloseTo((2 * (1 - share)) / (2 * (1 - share) + share), 12)
  })

  test('full agreement is 1; answers at both ends spread wider than chance and are below 0', () => {
    expect(computed(withinGroupAgreement([[4, 4, 4]], 5)).items).toEqual([1])
    expect(computed(withinGroupAgreement([[1, 5, 1, 5]], 5)).items[0]).toBeLessThan(0)
    expect(() => withinGroupAgreement([[1, 2]], 1)).toThrow(RangeError)
  })
})
