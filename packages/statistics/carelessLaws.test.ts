import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerQuality } from './answerQuality.ts'
import type { ItemColumn } from './answers.ts'
import { cholesky, inverseFromCholesky } from './cholesky.ts'
import { covarianceMatrix } from './covarianceMatrix.ts'
import { duplicateSheets } from './duplicateSheets.ts'
import { evenOdd } from './evenOdd.ts'
import { mahalanobis } from './mahalanobis.ts'
import { psychometricSynonyms } from './psychometricSynonyms.ts'
import { average, computed, squaresAround, total } from './testing/computed.ts'

const sheet = (items: number) => fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 9 }), { minLength: items, maxLength: items })
const columns = (sheets: readonly (readonly (number | null)[])[], reversed = false): ItemColumn[] =>
  (sheets[0] ?? []).map((_, at) => ({ id: `q${at}`, reverse: reversed && at % 2 === 1, answers: sheets.map((own) => own[at] ?? null) }))
const correlation = (x: readonly number[], y: readonly number[]) =>
  total(x.map((value, at) => (value - average(x)) * (y[at]! - average(y)))) / Math.sqrt(squaresAround(x) * squaresAround(y))

describe('one sheet', () => {
  test('law: the longest run as a text search finds it; a gap ends it', () => {
    fc.assert(
      fc.property(sheet(12), (answers) => {
        const text = answers.map((one) => one ?? '-').join('')
        let longest = 0
        for (let length = 1; length <= 12; length++)
          if (['1', '2', '3', '4', '5'].some((digit) => text.includes(digit.repeat(length)))) longest = length
        expect(answerQuality(columns([answers])).sheets[0]?.longestRun).toBe(longest)
      }),
    )
  })

  test('law: variability is the standard deviation of the answers as given, before any turning', () => {
    fc.assert(
      fc.property(sheet(10), fc.boolean(), (answers, reversed) => {
        const given = answers.filter((one) => one !== null)
        const own = answerQuality(columns([answers], reversed)).sheets[0]
        if (given.length < 2) expect(own?.variability).toBeNull()
        else expect(own?.variability).toBeCloseTo(Math.sqrt(squaresAround(given) / (given.length - 1)), 9)
        expect([own?.answered, own?.missingShare]).toEqual([given.length, expect.closeTo(1 - given.length / 10, 12)])
      }),
    )
  })

  test('law: speed is the time over the median of the stratum, whichever way the sheets are ordered', () => {
    const timed = fc.array(
      fc.record({ seconds: fc.option(fc.integer({ min: 10, max: 900 }), { freq: 6 }), stratum: fc.constantFrom('a', 'b', null) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(timed, (given) => {
        const answers = given.map(() => [1, 2, 3])
        const { sheets } = answerQuality(columns(answers), {
          seconds: given.map(({ seconds }) => seconds),
          strata: given.map(({ stratum }) => stratum),
        })
        for (const [at, { seconds, stratum }] of given.entries()) {
          const own = given
            .filter((one) => one.stratum === stratum && one.seconds !== null)
            .map((one) => one.seconds!)
            .toSorted((a, b) => a - b)
          const median = own.length === 0 ? 0 : (own[Math.floor((own.length - 1) / 2)]! + own[Math.ceil((own.length - 1) / 2)]!) / 2
          expect(sheets[at]?.speed).toEqual(seconds === null ? null : expect.closeTo(seconds / median, 9))
          expect(sheets[at]?.flags.includes('too-fast')).toBe(seconds !== null && seconds / median < 1 / 3)
          expect(sheets[at]?.flags.includes('fast')).toBe(seconds !== null && seconds / median < 1 / 2)
        }
      }),
    )
  })

  test('a sheet of nothing has nothing to be careless with', () => {
    expect(answerQuality(columns([[null, null, null]])).sheets[0]).toMatchObject({
      answered: 0,
      missingShare: 1,
      variability: null,
      longestRun: 0,
      speed: null,
      flags: ['mostly-missing'],
    })
  })
})

describe('sheets beside each other', () => {
  test('law: twins find each other, and nobody finds themselves', () => {
    fc.assert(
      fc.property(fc.array(sheet(4), { minLength: 1, maxLength: 10 }), fc.integer({ min: 0, max: 4 }), (sheets, atLeast) => {
        const twins = duplicateSheets(sheets, atLeast)
        for (const [at, own] of sheets.entries()) {
          const alike = sheets.flatMap((other, place) =>
            place !== at && own.filter((one) => one !== null).length >= atLeast && own.every((one, item) => one === other[item])
              ? [place]
              : [],
          )
          expect(twins[at]).toEqual(alike)
        }
      }),
    )
  })

  test('ten thousand equal sheets are counted in no time', () => {
    const { counts } = answerQuality(columns(Array.from({ length: 2000 }, () => [1, 2, 3, 4, 5, 1, 2, 3, 4, 5])))
    expect(counts.duplicate).toBe(2000)
  })

  test('law: distances are the quadratic form of the inverse covariances, and average to items (n - 1) / n', () => {
    const table = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 8, maxLength: 14 })
    fc.assert(
      fc.property(table, (rows) => {
        const result = mahalanobis(columns(rows))
        if (result.kind === 'undefined') return
        const covariances = covarianceMatrix(rows)
        const lower = cholesky(covariances)
        fc.pre(lower !== undefined)
        const inverse = inverseFromCholesky(lower!)
        const centres = [0, 1, 2].map((j) => average(rows.map((row) => row[j]!)))
        for (const [at, row] of rows.entries()) {
          const off = row.map((value, j) => value - centres[j]!)
          const form = total(off.map((a, i) => total(off.map((b, j) => a * inverse[i]![j]! * b))))
          expect(result.distances[at]).toBeCloseTo(form, 6)
        }
        expect(average(result.distances.map((one) => one ?? 0))).toBeCloseTo((3 * (rows.length - 1)) / rows.length, 6)
      }),
    )
  })

  test('law: units of an item do not change a distance', () => {
    const rows = [
      [1, 5, 2],
      [2, 4, 4],
      [3, 3, 1],
      [4, 1, 5],
      [5, 2, 3],
      [2, 5, 5],
    ]
    const stretched = rows.map(([a, b, c]) => [a! * 100 + 7, -b!, c!])
    const [one, other] = [computed(mahalanobis(columns(rows))), computed(mahalanobis(columns(stretched)))]
    for (const [at, distance] of one.distances.entries()) expect(other.distances[at]).toBeCloseTo(distance ?? 9, 8)
  })
})

describe('like answers to like items', () => {
  test('law: even-odd is the stepped-up correlation of half means over the scales', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(answers, (own) => {
        const items = columns([own])
        const scales = [0, 1, 2, 3].map((scale) => items.slice(scale * 4, scale * 4 + 4))
        const odd = [0, 1, 2, 3].map((scale) => (own[scale * 4]! + own[scale * 4 + 2]!) / 2)
        const even = [0, 1, 2, 3].map((scale) => (own[scale * 4 + 1]! + own[scale * 4 + 3]!) / 2)
        const [found] = evenOdd(scales)
        if (new Set(odd).size === 1 || new Set(even).size === 1) {
          expect(found).toBeNull()
          return
        }
        const r = correlation(odd, even)
        expect(found).toBeCloseTo(1 + r < 1e-9 ? -1 : Math.max(-1, (2 * r) / (1 + r)), 6)
      }),
    )
  })

  test('fewer than three scales say nothing', () => {
    const items = columns([[1, 2, 3, 4]])
    expect(evenOdd([items.slice(0, 2), items.slice(2)])).toEqual([null])
    expect(evenOdd([])).toEqual([])
  })

  test('law: synonym pairs are those that correlate above the line, each once', () => {
    const table = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), { minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(table, fc.constantFrom(0.2, 0.6), (rows, critical) => {
        const { pairs, scores } = psychometricSynonyms(columns(rows), critical)
        const expected: string[] = []
        for (let j = 0; j < 5; j++)
          for (let i = 0; i < j; i++) {
            const [a, b] = [rows.map((row) => row[i]!), rows.map((row) => row[j]!)]
            if (squaresAround(a) > 1e-9 && squaresAround(b) > 1e-9 && correlation(a, b) > critical + 1e-9) expected.push(`q${i},q${j}`)
          }
        expect(pairs.map((pair) => pair.join()).toSorted()).toEqual(expected.toSorted())
        expect(scores.length).toBe(rows.length)
        if (pairs.length < 3) expect(scores.every((one) => one === null)).toBe(true)
        for (const score of scores) if (score !== null) expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
