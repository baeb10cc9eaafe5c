import { compare, sub } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rotationSigns, seatLedger } from './seatLedger.ts'
import { excellentSeats } from './seats.ts'
import { rules } from './testing/rules.ts'

const bureau = (sizes: readonly number[]) => sizes.map((people, at) => ({ unit: `u${at}`, people, tiltBasisPoints: 10_000 }))
const overYears = (sizes: readonly number[], years: number, shares = rules.seatShares) => {
  const seats = excellentSeats({ people: sizes.reduce((sum, n) => sum + n, 0), basisPoints: 2000 })
  const ledger = seatLedger(
    Array.from({ length: years }, (_, at) => ({ year: 2001 + at, seats, units: bureau(sizes) })),
    shares,
  )
  if (ledger.kind === 'undefined') throw new Error(ledger.because)
  return ledger
}

describe('the fairness ledger over twenty years', () => {
  test('units of 4, 5 and 7 with 3 seats a year: 15, 19 and 26, as close to fair (15, 18.75, 26.25) as whole seats can be', () => {
    expect(overYears([4, 5, 7], 20).units.map(({ seats }) => seats)).toEqual([15, 19, 26])
  })

  test('six units of 3 to 40 with 17 seats a year get exactly their due', () => {
    expect(overYears([3, 4, 4, 9, 25, 40], 20).units.map(({ seats }) => seats)).toEqual([12, 16, 16, 36, 100, 160])
  })

  test('what is owed is what was due less what was given, and every year stays within its seats', () => {
    const { units, lines } = overYears([4, 5, 7], 7)
    for (const { due, seats, owed } of units) expect(compare(sub(due, seats), owed)).toBe(0)
    for (let year = 2001; year < 2008; year++)
      expect(lines.filter((line) => line.year === year).reduce((total, { seats }) => total + seats, 0)).toBe(3)
  })

  test('without a ceiling of its own no unit is ever two seats away from what was due, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 1, max: 15 }),
        (sizes, years) => {
          for (const { owed } of overYears(sizes, years, { unitCeilingBasisPoints: 10_000 }).units)
            expect(Math.abs(Number(toNumberText(owed)))).toBeLessThan(2)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a year in which nobody takes part is named', () => {
    expect(seatLedger([{ year: 2001, seats: 1, units: [] }], rules.seatShares)).toEqual({
      kind: 'undefined',
      because: 'nobody-takes-part',
      year: 2001,
    })
  })
})

function toNumberText(text: string): number {
  const [top = '0', bottom = '1'] = text.split('/')
  return Number(top) / Number(bottom)
}

describe('seats taken in turn', () => {
  const people = (excellent: readonly number[], scores: readonly number[]) =>
    scores.map((score, at) => ({ person: `p${at}`, score, serviceYears: 30 - at * 4, excellent: excellent.includes(at) }))

  test('the longest in service first, whoever has the score: looks like turns', () => {
    const years = [0, 1, 2].map((turn) => ({ year: 2024 + turn, people: people([turn], [70, 72, 75, 80, 85, 90]) }))
    expect(rotationSigns(years)).toMatchObject({ kind: 'known', looksLikeTurns: true })
  })

  test('the best score each year does not, even when it is the same person', () => {
    const years = [0, 1, 2].map((turn) => ({ year: 2024 + turn, people: people([5], [70, 72, 75, 80, 85, 90]) }))
    expect(rotationSigns(years)).toMatchObject({ looksLikeTurns: false, againNextYear: { share: 1, n: 2 } })
  })

  test('two years say nothing, and no excellent grade says nothing', () => {
    expect(rotationSigns([])).toEqual({ kind: 'undefined', because: 'fewer-than-three-years' })
    expect(rotationSigns([2024, 2025, 2026].map((year) => ({ year, people: people([], [1, 2, 3]) })))).toEqual({
      kind: 'undefined',
      because: 'nobody-excellent',
    })
  })
})
