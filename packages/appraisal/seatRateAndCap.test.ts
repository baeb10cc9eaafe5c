import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeCeiling } from './gradeCeiling.ts'
import { checkCap, excellentSeats } from './seats.ts'
import { rules } from './testing/rules.ts'

test('the seats of the dossier: 287 people are 57, 71 and 43; four people have none at 20 %', () => {
  expect([2000, 2500, 1500].map((basisPoints) => excellentSeats({ people: 287, basisPoints }))).toEqual([57, 71, 43])
  expect([4, 5, 9, 10].map((people) => excellentSeats({ people, basisPoints: 2000 }))).toEqual([0, 1, 1, 2])
})

test('what is no number of people or no share throws: a cap is never computed from it', () => {
  for (const people of [-1, 1.5, Number.NaN]) expect(() => excellentSeats({ people, basisPoints: 2000 })).toThrow(RangeError)
  for (const basisPoints of [-1, 10_001, 20.5]) expect(() => excellentSeats({ people: 10, basisPoints })).toThrow(RangeError)
})

test('law: whole shares of whole people need no rounding, and the check says by how many it is exceeded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 30 }), (fives, over) => {
      const cap = { people: 5 * fives, basisPoints: 2000 }
      expect(excellentSeats(cap)).toBe(fives)
      expect(checkCap(fives + over, cap)).toEqual(
        over === 0 ? { kind: 'holds', seats: fives, excellent: fives } : { kind: 'exceeded', seats: fives, excellent: fives + over, over },
      )
    }),
  )
})

test('nobody without a sanction has a ceiling', () => {
  expect(gradeCeiling([], 2026, rules.ceilings)).toMatchObject({ kind: 'none' })
})
