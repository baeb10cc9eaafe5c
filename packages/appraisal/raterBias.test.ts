import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GivenRating, raterReport } from './raterBias.ts'
import { correlation, type Distributions, holm, midranks } from './raterStatistics.ts'
import { anchoredAdvice, crossedAdvice, type OneScore } from './severityAdvice.ts'
import { rules } from './testing/rules.ts'

/** Printed tables: t at 0.975 for the degrees used here; tails by Simpson's rule on the density, good to six places. */
const T975: Readonly<Record<number, number>> = { 4: 2.776, 5: 2.571, 7: 2.365, 9: 2.262 }
const distributions: Distributions = {
  tQuantile: (_p, df) => T975[df] ?? 1.96 + 2.4 / df,
  tUpper: (t, df) => 0.5 - simpson((x) => tDensity(x, df), 0, Math.min(t, 60)),
  fUpper: (f, df1, df2) => 1 - simpson((x) => (x === 0 ? 0 : fDensity(x, df1, df2)), 0, Math.min(f, 60)),
}
function simpson(f: (x: number) => number, from: number, to: number): number {
  const step = (to - from) / 2000
  let sum = f(from) + f(to)
  for (let at = 1; at < 2000; at++) sum += f(from + at * step) * (at % 2 === 1 ? 4 : 2)
  return (sum * step) / 3
}
function logGamma(x: number): number {
  if (x < 8) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}
const tDensity = (x: number, df: number) =>
  Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI) - ((df + 1) / 2) * Math.log(1 + (x * x) / df))
const fDensity = (x: number, a: number, b: number) =>
  Math.exp(
    logGamma((a + b) / 2) -
      logGamma(a / 2) -
      logGamma(b / 2) +
      (a / 2) * Math.log(a / b) +
      (a / 2 - 1) * Math.log(x) -
      ((a + b) / 2) * Math.log(1 + (a * x) / b),
  )

const rating = (rater: string, ratee: string, scores: readonly number[], more: Partial<GivenRating> = {}): GivenRating => ({
  rater,
  ratee,
  scores,
  ownUnit: false,
  objective: null,
  ...more,
})
const report = (ratings: readonly GivenRating[]) => {
  const result = raterReport(ratings, rules.bias, distributions)
  if (result.kind === 'undefined') throw new Error(result.because)
  return { ...result, of: (rater: string) => result.raters.find((each) => each.rater === rater) }
}
/** Eight people rated by each of three; the second gives ten points more, the third hardly tells them apart. */
const ratees = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const base = [62, 68, 71, 75, 79, 82, 86, 93]
const three = ratees.flatMap((ratee, at) => {
  const score = base[at] ?? 0
  const [up, down] = at % 2 === 0 ? [2, -3] : [-2, 3]
  return [
    rating('plain', ratee, [score + up, score + down, score]),
    rating('kind', ratee, [score + 20 + down, score + 20 + up, score + 20]),
    rating('flat', ratee, [77 + at / 4, 77 + at / 4, 77 + at / 4]),
  ]
})

describe('habits of raters', () => {
  test('the kind one is lenient beyond chance, the plain one is not, and the sizes can be checked by hand', () => {
    const { of, mean, sd } = report(three)
    // means: plain 77 - 1/24, kind 97 - 1/24 , flat 77.875
    expect(of('kind')?.leniency).toMatchObject({ kind: 'known', n: 8 })
    const kind = of('kind')?.leniency
    if (kind?.kind !== 'known') throw new Error('no figure')
    const own = base.map((score, at) => score + 20 + (at % 2 === 0 ? -1 : 1) / 3)
    expect(kind.value).toBeCloseTo((own.reduce((total, each) => total + each, 0) / 8 - mean) / sd, 10)
    expect(of('kind')?.flags).toContain('lenient')
    expect(of('plain')?.flags).not.toContain('lenient')
  })

  test('the flat one has a narrow range by the F test and straight lines', () => {
    const { of } = report(three)
    const flat = of('flat')
    expect(flat?.range).toMatchObject({ kind: 'known', n: 8 })
    expect(flat?.flags).toEqual(expect.arrayContaining(['narrow-range', 'straight-lines']))
    expect(flat?.straightLining).toEqual({ share: 1, n: 8 })
    expect(of('plain')?.straightLining).toEqual({ share: 0, n: 8 })
  })

  test('a lift of the own unit is seen against what others gave the same people', () => {
    const ratings = ratees.flatMap((ratee, at) => [
      rating('own', ratee, [(base[at] ?? 0) + 12 + (at % 3)], { ownUnit: true }),
      rating('outside', ratee, [base[at] ?? 0]),
    ])
    const own = report(ratings).of('own')
    expect(own?.ownUnitLift).toMatchObject({ kind: 'known', n: 8 })
    expect(own?.flags).toContain('lifts-own-unit')
    expect(report(ratings).of('outside')?.ownUnitLift).toEqual({ kind: 'undefined', because: 'too-few' })
  })

  test('subjective scores far above what the objective ones predict show as such', () => {
    const ratings = ratees.flatMap((ratee, at) => [
      rating('high', ratee, [(base[at] ?? 0) + 10], { objective: base[at] ?? 0 }),
      rating('low', `${ratee}2`, [(base[at] ?? 0) - 10], { objective: base[at] ?? 0 }),
    ])
    const high = report(ratings).of('high')?.aboveObjective
    expect(high?.kind === 'known' && high.low > 0).toBe(true)
  })

  test('who rates fewer than five gets no figure; that part of leniency may be real is always said', () => {
    const few = report([...three, rating('few', 'a', [90, 90, 90])])
    expect(few.of('few')).toMatchObject({ ratees: 1, leniency: { kind: 'undefined', because: 'too-few' }, flags: [] })
    expect(few.warnings).toEqual(['part-of-leniency-may-be-real', 'few-ratees'])
  })

  test('what cannot be said has a name', () => {
    expect(raterReport([], rules.bias, distributions)).toEqual({ kind: 'undefined', because: 'no-ratings' })
    expect(
      raterReport(
        ratees.map((ratee) => rating('x', ratee, [80])),
        rules.bias,
        distributions,
      ),
    ).toEqual({ kind: 'undefined', because: 'all-ratings-equal' })
    expect(raterReport([rating('x', 'a', [80, 70]), rating('x', 'b', [80])], rules.bias, distributions)).toEqual({
      kind: 'undefined',
      because: 'dimensions-differ',
    })
  })

  test('adding the same to every rating changes no sign, and order does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.shuffledSubarray(three, { minLength: three.length }), (shift, shuffled) => {
        const moved = report(shuffled.map((each) => ({ ...each, scores: each.scores.map((score) => score + shift) })))
        for (const each of report(three).raters) {
          const other = moved.of(each.rater)
          expect(other?.flags).toEqual(each.flags)
          if (each.leniency.kind === 'known' && other?.leniency.kind === 'known')
            expect(other.leniency.value).toBeCloseTo(each.leniency.value, 9)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('plain statistics', () => {
  test('Holm, midranks and a correlation as by hand', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
    expect(midranks([10, 30, 20, 30])).toEqual([1, 3.5, 2, 3.5])
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12)
    expect(correlation([1, 1, 1], [2, 4, 6])).toBeNull()
  })
})

/** A pseudo-random stream of standard normal values, the same every time. */
function normals(seed: number): () => number {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
}

describe('what the scores would be without severity: advice only', () => {
  const advice = { widestShift: 100, leastRatersEach: 3, leastObjectiveShareBp: 3000 }

  test('crossed raters: people come out nearer to the truth than their plain means, over many draws', () => {
    let [plain, advised] = [0, 0]
    for (let draw = 1; draw <= 20; draw++) {
      const normal = normals(draw * 7919)
      const truth = Array.from({ length: 60 }, () => 80 + 6 * normal())
      const severity = Array.from({ length: 12 }, () => 5 * normal())
      const given = truth.flatMap((merit, person) =>
        Array.from({ length: 4 }, (_, at): OneScore => {
          const rater = (person * 7 + at * (1 + (person % 3))) % 12
          return { rater: `r${rater}`, ratee: `p${person}`, score: merit + (severity[rater] ?? 0) + 4 * normal() }
        }),
      )
      const result = crossedAdvice(given, advice)
      if (result.kind === 'undefined') throw new Error(result.because)
      plain +=
        correlation(
          truth,
          result.scores.map((each) => each.given),
        ) ?? 0
      advised +=
        correlation(
          truth,
          result.scores.map((each) => each.advised),
        ) ?? 0
    }
    expect(advised / 20).toBeGreaterThan(plain / 20 + 0.02)
  })

  test('one rater a unit: severity cannot be told from merit, unless objective scores anchor it', () => {
    const given = ['u1', 'u2'].flatMap((unit) =>
      ratees.map((ratee, at): OneScore => ({ rater: unit, ratee: `${unit}${ratee}`, score: (base[at] ?? 0) + (unit === 'u1' ? 8 : 0) })),
    )
    expect(crossedAdvice(given, advice)).toEqual({ kind: 'undefined', because: 'severity-cannot-be-told-from-merit' })
    const anchored = given.map((each, at) => ({ ...each, objective: (base[at % 8] ?? 0) + (at % 2) }))
    const result = anchoredAdvice(anchored, 4500, advice)
    if (result.kind === 'undefined') throw new Error(result.because)
    const shifts = result.scores.map(({ shift }) => shift)
    expect(shifts.slice(0, 8).every((shift) => shift < -3)).toBe(true)
    expect(shifts.slice(8).every((shift) => shift > 3)).toBe(true)
    // taken back only in part: eight ratings confirm part of the difference of 8
    expect(result.raters[0]?.severity).toBeLessThan(4)
  })

  test('units that differ in their objective scores too are left where they are', () => {
    const given = ['u1', 'u2'].flatMap((unit) =>
      ratees.map((ratee, at) => {
        const lift = unit === 'u1' ? 8 : 0
        return { rater: unit, ratee: `${unit}${ratee}`, score: (base[at] ?? 0) + lift, objective: (base[at] ?? 0) + lift + (at % 2) }
      }),
    )
    const result = anchoredAdvice(given, 4500, advice)
    if (result.kind === 'undefined') throw new Error(result.because)
    for (const { shift } of result.scores) expect(Math.abs(shift)).toBeLessThan(0.01)
  })

  test('no shift is wider than the rules allow, and it is said when one was held', () => {
    const given = ratees.flatMap((ratee, at) => [
      { rater: 'x', ratee: `x${ratee}`, score: (base[at] ?? 0) + 30, objective: base[at] ?? 0 },
      { rater: 'y', ratee: `y${ratee}`, score: base[at] ?? 0, objective: (base[at] ?? 0) + (at % 2) },
    ])
    const result = anchoredAdvice(given, 4500, { ...advice, widestShift: 5 })
    if (result.kind === 'undefined') throw new Error(result.because)
    for (const { shift, held, given: score, advised } of result.scores) {
      expect(Math.abs(shift)).toBeLessThanOrEqual(5)
      expect(advised).toBeCloseTo(score + shift, 9)
      expect(held).toBe(Math.abs(shift) === 5)
    }
  })

  test('what is missing is named', () => {
    const one = { rater: 'x', ratee: 'a', score: 80, objective: null }
    expect(anchoredAdvice([one], 2000, advice)).toEqual({ kind: 'undefined', because: 'objective-share-too-small', shareBp: 2000 })
    expect(anchoredAdvice([one], 4500, advice)).toEqual({ kind: 'undefined', because: 'objective-score-missing', ratees: ['a'] })
    expect(crossedAdvice([one, one], advice)).toEqual({ kind: 'undefined', because: 'rated-twice', rater: 'x', ratee: 'a' })
    expect(crossedAdvice([], advice)).toEqual({ kind: 'undefined', because: 'no-ratings' })
    const thin = [one, { ...one, rater: 'y' }, { ...one, rater: 'y', ratee: 'b' }]
    expect(crossedAdvice(thin, advice)).toEqual({ kind: 'undefined', because: 'too-few-raters-each', ratees: ['a', 'b'] })
  })
})
