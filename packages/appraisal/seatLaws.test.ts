import { compare, sub, sum } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from './candidateOrder.ts'
import { countVotes, type GradeVote } from './democraticVote.ts'
import { gradeRank } from './grade.ts'
import { combineRatings } from './ratings.ts'
import { proposeGrades } from './seatProposal.ts'
import { type SeatClaimant, shareSeats } from './seatShares.ts'
import { checkCap, excellentSeats } from './seats.ts'
import { rules } from './testing/rules.ts'

describe('laws of the number of seats', () => {
  test('never above the share, never a whole seat below it, and one more person never takes a seat away', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.constantFrom(1500, 2000, 2500), (people, basisPoints) => {
        const seats = excellentSeats({ people, basisPoints })
        expect(seats * 10_000).toBeLessThanOrEqual(people * basisPoints)
        expect((seats + 1) * 10_000).toBeGreaterThan(people * basisPoints)
        expect(excellentSeats({ people: people + 1, basisPoints })).toBeGreaterThanOrEqual(seats)
        expect(checkCap(seats, { people, basisPoints }).kind).toBe('holds')
        expect(checkCap(seats + 1, { people, basisPoints })).toMatchObject({ kind: 'exceeded', over: 1 })
      }),
    )
  })
})

describe('laws of the sharing-out', () => {
  const claimants = fc
    .array(
      fc.record({
        people: fc.integer({ min: 1, max: 60 }),
        tilt: fc.constantFrom(7500, 10_000, 12_000),
        carry: fc.integer({ min: -99, max: 99 }),
      }),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    .map((units) =>
      units.map(({ people, tilt, carry }, at): SeatClaimant => ({ unit: `u${at}`, people, tiltBasisPoints: tilt, carry: `${carry}/100` })),
    )

  test('seats given and seats left open add up to the seats there are; nobody gets more than the ceiling or fewer than none', () => {
    fc.assert(
      fc.property(claimants, fc.nat(40), (units, seats) => {
        const shared = shareSeats(seats, units, rules.seatShares)
        if (shared.kind === 'undefined') throw new Error(shared.because)
        expect(shared.shares.reduce((total, share) => total + share.seats, 0) + shared.unplaced).toBe(seats)
        for (const { people, seats: own, carryOut } of shared.shares) {
          expect(own).toBeGreaterThanOrEqual(0)
          expect(own).toBeLessThanOrEqual(Math.max(1, Math.floor((people * rules.seatShares.unitCeilingBasisPoints) / 10_000)))
          expect(compare(carryOut, 1) <= 0 && compare(carryOut, -1) >= 0).toBe(true)
        }
      }),
    )
  })

  test('the proportional parts add up to the seats exactly', () => {
    fc.assert(
      fc.property(claimants, fc.nat(40), (units, seats) => {
        const shared = shareSeats(seats, units, rules.seatShares)
        if (shared.kind === 'undefined') throw new Error(shared.because)
        expect(compare(sum(shared.shares.map(({ share }) => share)), seats)).toBe(0)
      }),
    )
  })

  test('the order of units does not matter', () => {
    fc.assert(
      fc.property(claimants, fc.nat(20), (units, seats) => {
        const of = (given: readonly SeatClaimant[]) => {
          const shared = shareSeats(seats, given, rules.seatShares)
          return shared.kind === 'shared' ? Object.fromEntries(shared.shares.map((share) => [share.unit, share.seats])) : {}
        }
        expect(of(units.toReversed())).toEqual(of(units))
      }),
    )
  })

  test('a unit that is owed more never gets fewer', () => {
    fc.assert(
      fc.property(claimants, fc.nat(20), (units, seats) => {
        const [first, ...rest] = units
        if (!first) return
        const seatsOf = (carry: string) => {
          const shared = shareSeats(seats, [{ ...first, carry }, ...rest], rules.seatShares)
          return shared.kind === 'shared' ? (shared.shares[0]?.seats ?? 0) : 0
        }
        expect(seatsOf('1')).toBeGreaterThanOrEqual(seatsOf('0'))
        expect(seatsOf('0')).toBeGreaterThanOrEqual(seatsOf('-1'))
      }),
    )
  })
})

describe('laws of the proposal', () => {
  const candidate = (at: number) =>
    fc.record({
      person: fc.constant(`p${at}`),
      pool: fc.constantFrom('a', 'b'),
      verdict: fc.constantFrom('graded', 'within-ceiling', 'none', 'none-yet', 'unqualified'),
      ceiling: fc.constantFrom(null, null, null, 'qualified', 'basic', 'ungraded'),
      criteriaGrade: fc.constantFrom('excellent', 'excellent', 'qualified', 'basic', null),
      score: fc.option(fc.integer({ min: 70, max: 100 }).map(String), { freq: 8 }),
      tieBreaks: fc.record({ 'results-score': fc.option(fc.integer({ min: 70, max: 74 }).map(String)) }),
    }) as fc.Arbitrary<Candidate>
  const people = fc.tuple(...Array.from({ length: 8 }, (_, at) => candidate(at)))
  const seats = fc.record({ a: fc.nat(4), b: fc.nat(4) })

  test('never more excellent than seats, in any pool; seats tied or open are not filled', () => {
    fc.assert(
      fc.property(people, seats, (given, there) => {
        const { proposals, open } = proposeGrades(given, there, rules.proposal)
        for (const pool of ['a', 'b'] as const) {
          const excellent = proposals.filter((one) => one.pool === pool && one.proposed === 'excellent').length
          expect(excellent).toBeLessThanOrEqual(there[pool])
          expect(excellent + (open[pool] ?? 0)).toBe(there[pool])
        }
      }),
    )
  })

  test('a seat goes to nobody with a lower score than somebody held back in the same pool', () => {
    fc.assert(
      fc.property(people, seats, (given, there) => {
        const { proposals } = proposeGrades(given, there, rules.proposal)
        const scoreOf = (person: string) => given.find((one) => one.person === person)?.score ?? '0'
        for (const has of proposals.filter(({ standing }) => standing === 'has-seat'))
          for (const not of proposals.filter(({ standing, pool }) => standing === 'held-back-by-seats' && pool === has.pool))
            expect(compare(scoreOf(has.person), scoreOf(not.person))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('nobody is proposed above a ceiling or the criteria, and nobody is pushed into a lower grade to fill it', () => {
    fc.assert(
      fc.property(people, seats, (given, there) => {
        for (const { person, proposed } of proposeGrades(given, there, rules.proposal).proposals) {
          const own = given.find((one) => one.person === person)
          if (!own || proposed === null || proposed === 'ungraded') continue
          if (own.ceiling !== null && own.ceiling !== 'ungraded' && own.verdict !== 'unqualified')
            expect(gradeRank(proposed)).toBeGreaterThanOrEqual(gradeRank(own.ceiling))
          if (proposed === 'basic') expect(own.criteriaGrade === 'basic' || own.ceiling === 'basic').toBe(true)
          if (proposed === 'unqualified') expect(own.verdict).toBe('unqualified')
        }
      }),
    )
  })

  test('the order in which people come makes no difference', () => {
    fc.assert(
      fc.property(people, seats, (given, there) => {
        const of = (list: readonly Candidate[]) =>
          Object.fromEntries(
            proposeGrades(list, there, rules.proposal).proposals.map(({ person, proposed, standing }) => [person, [proposed, standing]]),
          )
        expect(of(given.toReversed())).toEqual(of(given))
      }),
    )
  })
})

describe('laws of ratings and votes', () => {
  const rating = fc.integer({ min: 0, max: 100 }).map(String)
  const groups = fc.record({
    superior: fc.array(rating, { minLength: 1, maxLength: 2 }),
    peers: fc.array(rating, { maxLength: 8 }),
    subordinates: fc.array(rating, { maxLength: 8 }),
    'service-users': fc.array(rating, { maxLength: 12 }),
  })
  const given = (all: Record<string, readonly string[]>) => Object.entries(all).map(([group, ratings]) => ({ group, ratings }))

  test('weights used add up to 100 %, and the result lies between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const combined = combineRatings(given(all), rules.ratings)
        if (combined.kind === 'undefined') throw new Error(combined.because)
        expect(combined.groups.reduce((total, { weightUsed }) => total + weightUsed, 0)).toBe(10_000)
        const every = Object.values(all).flat().map(Number)
        expect(compare(combined.value, Math.min(...every))).toBeGreaterThanOrEqual(0)
        expect(compare(combined.value, Math.max(...every))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a group that is too small is never shown on its own', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const combined = combineRatings(given(all), rules.ratings)
        if (combined.kind === 'undefined') return
        for (const { n, minimum, value, standing } of combined.groups) if (n < minimum || standing === 'rolled-up') expect(value).toBeNull()
      }),
    )
  })

  test('a higher rating never lowers the result', () => {
    fc.assert(
      fc.property(groups, fc.nat(7), (all, at) => {
        const raised = { ...all, peers: all.peers.map((each, place) => (place === at ? '100' : each)) }
        const [before, after] = [combineRatings(given(all), rules.ratings), combineRatings(given(raised), rules.ratings)]
        if (before.kind === 'undefined' || after.kind === 'undefined') return
        expect(compare(sub(after.value, before.value), 0)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const vote: fc.Arbitrary<GradeVote> = fc.record({
    grade: fc.constantFrom('excellent', 'qualified', 'basic', 'unqualified'),
    section: fc.constantFrom('own', 'x', 'y', null),
  })

  test('with enough outside votes those of the own section make no difference, and every vote is still counted', () => {
    fc.assert(
      fc.property(fc.array(vote, { minLength: 5, maxLength: 30 }), fc.nat(10), (votes, more) => {
        const own = Array.from({ length: more }, (): GradeVote => ({ grade: 'excellent', section: 'own' }))
        const [before, after] = [countVotes(votes, 'own', rules.vote), countVotes([...votes, ...own], 'own', rules.vote)]
        if (before.kind === 'undefined' || after.kind === 'undefined') throw new Error('too few')
        expect(after.n).toBe(votes.length + more)
        if (before.method === 'outside-votes' && after.method === 'outside-votes') expect(after.value).toBe(before.value)
      }),
    )
  })

  test('a vote lies between the worth of unqualified and of excellent', () => {
    fc.assert(
      fc.property(fc.array(vote, { minLength: 5, maxLength: 30 }), (votes) => {
        const counted = countVotes(votes, 'own', rules.vote)
        if (counted.kind === 'undefined') throw new Error(counted.because)
        expect(compare(counted.value, 40) >= 0 && compare(counted.value, 100) <= 0).toBe(true)
        expect(Object.values(counted.counts).reduce((total, n) => total + n, 0)).toBe(votes.length)
      }),
    )
  })
})
