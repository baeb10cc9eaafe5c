import type { Candidate } from '@milepost/appraisal/candidateOrder'
import { type SeatShare, type SeatShareRules, shareSeats } from '@milepost/appraisal/seatShares'
import { participation } from '@milepost/contract/appraise/appraisals'
import { max, min, sub } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { AppraisalRow } from '../data.ts'
import { groupedBy } from '../groupedBy.ts'

/** Art. 15: front-line posts are favoured. A fifth more is a default of this product. */
const FRONT_LINE = new Set(['station', 'work-area', 'team'])
const tiltOf = (unitKind: string): number => (FRONT_LINE.has(unitKind) ? 12_000 : 10_000)
export const isFrontLine = (unitKind: string): boolean => FRONT_LINE.has(unitKind)

/** Units of fewer people are ranked together with others of their kind; claims and ledger stay with the unit. */
const LEAST_POOL = 5

export type UnitShare = SeatShare & { readonly unitId: string; readonly tiltBp: number; readonly carryIn: string }

/** The year's seats shared out among the units by people and tilt, with what each carried over from the last year decided. */
export function unitSharesOf(
  rows: readonly AppraisalRow[],
  seats: number,
  rules: SeatShareRules,
  carried: ReadonlyMap<string, string>,
): UnitShare[] {
  const base = rows.filter((row) => participation.parse(row.participation_rule).inSeatBase)
  const units = [...groupedBy(base, (row) => row.unit_id)].flatMap(([unitId, people]) => {
    const [first] = people
    if (!first) return []
    return [{ unitId, code: first.unit_code, people: people.length, tiltBp: tiltOf(first.unit_kind), carryIn: carried.get(unitId) ?? '0' }]
  })
  const shared = shareSeats(
    seats,
    units.map((unit) => ({ unit: unit.code, people: unit.people, tiltBasisPoints: unit.tiltBp, carry: unit.carryIn })),
    rules,
  )
  if (shared.kind === 'undefined') return []
  return shared.shares.flatMap((share, at) => {
    const unit = units[at]
    return unit ? [{ ...share, unitId: unit.unitId, tiltBp: unit.tiltBp, carryIn: unit.carryIn }] : []
  })
}

export type Pools = {
  readonly poolOf: (row: AppraisalRow) => Candidate['pool']
  readonly poolOfUnit: (unitId: string) => Candidate['pool']
  readonly seats: Readonly<Record<string, number>>
}

/** Where people are ranked against each other: units on their own, small ones together with others of their kind. */
export function poolsByUnit(rows: readonly AppraisalRow[], shares: readonly UnitShare[]): Pools {
  const kinds = new Map(rows.map((row) => [row.unit_id, row.unit_kind]))
  const sizes = new Map(shares.map((share) => [share.unitId, share.people]))
  const poolOfUnit = (unitId: string) => ((sizes.get(unitId) ?? 0) >= LEAST_POOL ? unitId : `small ${kinds.get(unitId) ?? ''}`)
  const seats: Record<string, number> = {}
  for (const share of shares) seats[poolOfUnit(share.unitId)] = (seats[poolOfUnit(share.unitId)] ?? 0) + share.seats
  return { poolOf: (row) => poolOfUnit(row.unit_id), poolOfUnit, seats }
}

/** What a unit takes into the next year when it got this many seats: at most one seat, either way. */
export const carriedAfter = (claim: string, got: number): string => toExactText(max(-1, min(1, sub(claim, got))))
