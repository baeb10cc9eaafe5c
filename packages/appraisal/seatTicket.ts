import { add, type ExactText } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { type Candidate, rankCandidates } from './candidateOrder.ts'
import { type NotCandidate, type Proposal, type ProposalRules, proposeGrades } from './seatProposal.ts'
import { type SeatClaimant, type SeatShareRules, shareSeats } from './seatShares.ts'
import { excellentSeats } from './seats.ts'

/** What the seat of one person followed from, with the others as numbers only: plain data that can be handed to that person. */
export type SeatTicket = {
  /** People in the base and the share in basis points; `seats` is their product, rounded down. */
  readonly base: number
  readonly basisPoints: number
  readonly seats: number
  /** Seats of the pool the person is ranked in, and those of it given in an earlier decision. */
  readonly poolSeats: number
  readonly takenBefore: number
  /** How the seats were shared out among units; null: one ranking for the whole institution. `ofPool`: the units ranked together. */
  readonly shares: { readonly rules: SeatShareRules; readonly units: readonly SeatClaimant[]; readonly ofPool: readonly string[] } | null
  readonly rules: ProposalRules
  readonly candidate: Omit<Candidate, 'person' | 'pool'>
  /** Candidates of the pool who come before, and others who are equal in everything. */
  readonly ahead: number
  readonly equal: number
  /** The lowest score of the pool that has a seat, or is tied for the last; null: nobody's. */
  readonly cutOff: ExactText | null
  readonly proposed: Proposal['proposed']
  readonly standing: Proposal['standing']
  readonly place: number | null
  readonly because: readonly NotCandidate[]
}

type Ranked = Pick<SeatTicket, 'ahead' | 'equal' | 'cutOff'>

/** Where one person stands among the candidates of the pool. `seatsLeft`: seats of the pool that were open when it was ranked. */
export function rankOf(person: string, candidates: readonly Candidate[], seatsLeft: number, rules: ProposalRules): Ranked {
  const pool = candidates.find((one) => one.person === person)?.pool
  const proposals = new Map(proposeGrades(candidates, {}, rules).proposals.map((one) => [one.person, one]))
  const ranked = candidates.filter((one) => one.pool === pool && proposals.get(one.person)?.standing !== 'not-a-candidate')
  const { groups } = rankCandidates(ranked, rules.order)
  const at = groups.findIndex((group) => group.some((one) => one.person === person))
  const before = (index: number) => groups.slice(0, index).reduce((count, group) => count + group.length, 0)
  const last = groups.findLast((_, index) => before(index) < seatsLeft)
  return {
    ahead: at < 0 ? 0 : before(at),
    equal: at < 0 ? 0 : (groups[at]?.length ?? 1) - 1,
    cutOff: last?.[0]?.score ?? null,
  }
}

export type SeatDifference = 'seats' | 'seats-of-pool' | 'seat' | 'proposed-grade'

/** Works the seat out again with the same engine that gave it, strangers of a higher or the same score standing in for the others. */
export function replaySeat(ticket: SeatTicket): readonly SeatDifference[] {
  const { candidate, rules, ahead, equal } = ticket
  const differs: SeatDifference[] = []
  if (excellentSeats({ people: ticket.base, basisPoints: ticket.basisPoints }) !== ticket.seats) differs.push('seats')
  if (poolSeatsAgain(ticket) !== ticket.poolSeats) differs.push('seats-of-pool')
  const own: Candidate = { ...candidate, person: 'own', pool: 'pool' }
  const stranger: Candidate = { ...own, verdict: 'graded', ceiling: null, criteriaGrade: 'excellent' }
  const higher = toExactText(add(candidate.score ?? '0', 1))
  const people = [
    own,
    ...Array.from({ length: ahead }, (_, at): Candidate => ({ ...stranger, person: `ahead ${at}`, score: higher })),
    ...Array.from({ length: equal }, (_, at): Candidate => ({ ...stranger, person: `equal ${at}` })),
  ]
  const left = Math.max(0, ticket.poolSeats - ticket.takenBefore)
  const [again] = proposeGrades(people, { pool: left }, rules).proposals
  const because = [...(again?.because ?? [])].join()
  if (again?.standing !== ticket.standing || again.place !== ticket.place || because !== [...ticket.because].join()) differs.push('seat')
  if (again?.proposed !== ticket.proposed) differs.push('proposed-grade')
  return differs
}

function poolSeatsAgain({ shares, seats }: SeatTicket): number {
  if (shares === null) return seats
  const again = shareSeats(seats, shares.units, shares.rules)
  if (again.kind === 'undefined') return 0
  return again.shares.filter((one) => shares.ofPool.includes(one.unit)).reduce((count, one) => count + one.seats, 0)
}
