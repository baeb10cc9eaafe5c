import { div, floorToInteger, mul } from '@milepost/exact/exact'

/** How many should take part (those without a grade included), and the share that may be excellent, in basis points. */
export type SeatCap = { people: number; basisPoints: number }

/**
 * The number of excellent seats: the share of the people, rounded down. "Not more than 20 %" of 19 people is 3, never 4.
 * People is a count, basis points 0-10000.
 */
export function excellentSeats({ people, basisPoints }: SeatCap): number {
  if (!Number.isSafeInteger(people) || people < 0) throw new RangeError(`a count of people is a whole number from 0: ${people}`)
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000)
    throw new RangeError(`not a share in basis points: ${basisPoints}`)
  return Number(floorToInteger(div(mul(people, basisPoints), 10_000)))
}

export type CapCheck =
  | { kind: 'holds'; seats: number; excellent: number }
  | { kind: 'exceeded'; seats: number; excellent: number; over: number }

/** The invariant of every commit after the decision: no more excellent grades than seats. */
export function checkCap(excellent: number, cap: SeatCap): CapCheck {
  const seats = excellentSeats(cap)
  return excellent <= seats ? { kind: 'holds', seats, excellent } : { kind: 'exceeded', seats, excellent, over: excellent - seats }
}
