import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatRate } from './seatRate.ts'
import { type SeatClaimant, type SeatShare, shareSeats } from './seatShares.ts'
import { checkCap, excellentSeats } from './seats.ts'
import { rules } from './testing/rules.ts'

describe('the number of excellent seats', () => {
  test('is rounded down: 57, 71 and 43 of 287 people at 20, 25 and 15 %', () => {
    expect(excellentSeats({ people: 287, basisPoints: 2000 })).toBe(57)
    expect(excellentSeats({ people: 287, basisPoints: 2500 })).toBe(71)
    expect(excellentSeats({ people: 287, basisPoints: 1500 })).toBe(43)
  })

  test('not more than 20 % of 19 is 3, of 4 is none', () => {
    expect(excellentSeats({ people: 19, basisPoints: 2000 })).toBe(3)
    expect(excellentSeats({ people: 4, basisPoints: 2000 })).toBe(0)
  })

  test('never exceeds the share, and one seat more always would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 10_000 }), (people, basisPoints) => {
        const seats = excellentSeats({ people, basisPoints })
        return seats * 10_000 <= people * basisPoints && (seats + 1) * 10_000 > people * basisPoints
      }),
    )
  })

  test('the cap is told to hold or to be exceeded, and by how much', () => {
    expect(checkCap(3, { people: 19, basisPoints: 2000 })).toEqual({ kind: 'holds', seats: 3, excellent: 3 })
    expect(checkCap(4, { people: 19, basisPoints: 2000 })).toEqual({ kind: 'exceeded', seats: 3, excellent: 4, over: 1 })
  })
})

describe('the share of excellent grades', () => {
  test('is 20 %, 25 % with an approval, 15 % after a bad year', () => {
    expect(seatRate([], '', rules.seatRate)).toMatchObject({ basisPoints: 2000, ground: 'normal' })
    expect(seatRate(['collective-merit'], '省厅〔2026〕12号', rules.seatRate)).toMatchObject({ basisPoints: 2500 })
    expect(seatRate(['held-accountable'], '', rules.seatRate)).toMatchObject({ basisPoints: 1500 })
  })

  test('is not raised without an approval', () => {
    expect(seatRate(['institution-excellent'], ' ', rules.seatRate)).toEqual({
      kind: 'undefined',
      because: 'approval-missing',
      ground: 'institution-excellent',
    })
  })

  test('is left to people when the grounds contradict each other', () => {
    expect(seatRate(['collective-merit', 'held-accountable'], 'x', rules.seatRate)).toMatchObject({ because: 'grounds-contradict' })
  })
})

const claimant = (unit: string, people: number, carry = '0', tiltBasisPoints = 10_000): SeatClaimant => ({
  unit,
  people,
  tiltBasisPoints,
  carry,
})

function shares(seats: number, claimants: readonly SeatClaimant[]): readonly SeatShare[] {
  const shared = shareSeats(seats, claimants, rules.seatShares)
  if (shared.kind === 'undefined') throw new Error(shared.because)
  return shared.shares
}

/** Seats each unit gets over so many years, the ledger carried along. */
function overYears(years: number, seats: number, people: readonly number[]): number[] {
  let claimants = people.map((count, at) => claimant(`U${at}`, count))
  const totals = people.map(() => 0)
  for (let year = 0; year < years; year++) {
    const shared = shares(seats, claimants)
    for (const [at, share] of shared.entries()) totals[at] = (totals[at] ?? 0) + share.seats
    claimants = shared.map((share) => claimant(share.unit, share.people, share.carryOut))
  }
  return totals
}

describe('sharing seats among units, with memory (simulated vectors of the cycle dossier, 8.3)', () => {
  test('16 people in units of 4, 5 and 7 have 3 seats: shares 3/4, 15/16, 21/16, one each', () => {
    const shared = shares(3, [claimant('A', 4), claimant('B', 5), claimant('C', 7)])
    expect(shared.map(({ share }) => share)).toEqual(['0.75', '0.9375', '1.3125'])
    expect(shared.map(({ seats }) => seats)).toEqual([1, 1, 1])
    expect(shared.map(({ carryOut }) => carryOut)).toEqual(['-0.25', '-0.0625', '0.3125'])
  })

  test('over 20 years they get 15, 19 and 26, where the fair total is 15, 18.75 and 26.25', () => {
    expect(overYears(20, 3, [4, 5, 7])).toEqual([15, 19, 26])
  })

  test('six units of very different size get exactly the fair total over 20 years', () => {
    expect(overYears(20, 17, [3, 4, 4, 9, 25, 40])).toEqual([12, 16, 16, 36, 100, 160])
  })

  test('a tilt towards hardship posts moves the share', () => {
    const shared = shares(4, [claimant('hardship', 10, '0', 12_000), claimant('office', 10)])
    expect(shared.map(({ share }) => share)).toEqual(['24/11', '20/11'])
  })

  test('nobody holds more than 30 % of a unit, and seats nobody may take stay empty', () => {
    expect(shareSeats(5, [claimant('A', 4), claimant('B', 0)], rules.seatShares)).toMatchObject({ given: 1, unplaced: 4 })
  })

  test('nobody takes part: no shares', () => {
    expect(shareSeats(3, [claimant('A', 0)], rules.seatShares)).toEqual({ kind: 'undefined', because: 'nobody-takes-part' })
  })

  test('given seats and empty ones add up, ceilings hold, and the order of the units does not matter', () => {
    const carry = fc.integer({ min: -100, max: 100 }).map((hundredths) => `${hundredths}/100`)
    const units = fc.uniqueArray(
      fc.record({ people: fc.integer({ min: 0, max: 60 }), carry, tilt: fc.integer({ min: 7500, max: 12_000 }) }),
      {
        minLength: 1,
        maxLength: 12,
        selector: ({ people, carry: owed, tilt }) => `${people} ${owed} ${tilt}`,
      },
    )
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 40 }), (list, seats) => {
        const claimants = list.map(({ people, carry: owed, tilt }, at) => claimant(`U${at}`, people, owed, tilt))
        const shared = shareSeats(seats, claimants, rules.seatShares)
        if (shared.kind === 'undefined') return claimants.every(({ people }) => people === 0)
        const sum = shared.shares.reduce((total, share) => total + share.seats, 0)
        const areWithin = shared.shares.every((share) => share.seats >= 0 && share.seats <= Math.max(1, Math.floor(share.people * 0.3)))
        const turned = shareSeats(seats, claimants.toReversed(), rules.seatShares)
        const byUnit = (one: typeof shared) => new Map(one.shares.map((share) => [share.unit, share.seats]))
        const isSame = turned.kind === 'shared' && [...byUnit(turned)].every(([unit, own]) => byUnit(shared).get(unit) === own)
        return sum + shared.unplaced === seats && shared.given === sum && areWithin && isSame
      }),
    )
  })
})
