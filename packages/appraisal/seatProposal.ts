import { compare, type ExactText } from '@milepost/exact/exact'
import { type Candidate, type Ranking, rankCandidates, type TieBreak } from './candidateOrder.ts'
import { type Grade, lowerGrade, type Outcome } from './grade.ts'

export type ProposalRules = {
  /** The least score of an excellent candidate. */
  threshold: ExactText
  /** Tie-breaks in the order in which they are asked. */
  order: readonly TieBreak[]
}

/** Why somebody is not a candidate for an excellent seat. */
export type NotCandidate =
  | 'no-grade'
  | 'case-open'
  | 'criteria-not-complete'
  | 'criteria-below-excellent'
  | 'ceiling'
  | 'no-score'
  | 'below-threshold'
  | 'unqualified-directly'

export type Proposal = {
  person: string
  pool: string
  /** Place among the candidates of the pool, equal people sharing it; null for those who are not candidates. */
  place: number | null
  /** null: the rules cannot propose a grade, the committee must look. */
  proposed: Outcome | null
  standing: 'has-seat' | 'held-back-by-seats' | 'tied-at-last-seat' | 'not-a-candidate'
  because: readonly NotCandidate[]
}

/** More people equal than seats left: all of them wait, choosing among equals is the committee's act. */
export type SeatTie = { pool: string; people: readonly string[]; seatsLeft: number }

export type SeatProposal = {
  proposals: readonly Proposal[]
  ties: readonly SeatTie[]
  /** Seats nobody is proposed for, by pool (the seats a tie waits for included); leaving them empty is legal. */
  open: Readonly<Record<string, number>>
  passedOver: Ranking['passedOver']
}

/**
 * Proposes grades from scores, ceilings and seats. Excellent goes to candidates in order while the seats of their pool last;
 * a candidate left without a seat is proposed qualified and marked as held back. Nobody is pushed down to fill a lower grade: basic and
 * unqualified come only from the criteria, a ceiling or a refusal. It proposes; the leadership decides.
 */
export function proposeGrades(people: readonly Candidate[], seats: Readonly<Record<string, number>>, rules: ProposalRules): SeatProposal {
  const proposals = new Map<string, Proposal>()
  const ties: SeatTie[] = []
  const open: Record<string, number> = { ...seats }
  const passedOver: Ranking['passedOver'][number][] = []
  for (const person of people) {
    const because = whyNotCandidate(person, rules.threshold)
    if (because.length > 0) proposals.set(person.person, notCandidate(person, because))
  }
  for (const pool of new Set(people.map((each) => each.pool))) {
    const candidates = people.filter((each) => each.pool === pool && !proposals.has(each.person))
    const ranking = rankCandidates(candidates, rules.order)
    passedOver.push(...ranking.passedOver)
    let left = seats[pool] ?? 0
    let place = 1
    for (const group of ranking.groups) {
      const standing = left >= group.length ? 'has-seat' : left > 0 ? 'tied-at-last-seat' : 'held-back-by-seats'
      const proposed = ({ 'has-seat': 'excellent', 'tied-at-last-seat': null, 'held-back-by-seats': 'qualified' } as const)[standing]
      for (const { person } of group) proposals.set(person, { person, pool, place, proposed, standing, because: [] })
      if (standing === 'has-seat') {
        left -= group.length
        open[pool] = left
      } else {
        if (standing === 'tied-at-last-seat') ties.push({ pool, people: group.map(({ person }) => person), seatsLeft: left })
        left = 0
      }
      place += group.length
    }
  }
  return { proposals: people.flatMap(({ person }) => proposals.get(person) ?? []), ties, open, passedOver }
}

function whyNotCandidate({ verdict, ceiling, criteriaGrade, score }: Candidate, threshold: ExactText): NotCandidate[] {
  if (verdict === 'unqualified') return ['unqualified-directly']
  if (verdict === 'none' || verdict === 'elsewhere' || ceiling === 'ungraded') return ['no-grade']
  if (verdict === 'none-yet') return ['case-open']
  const because: NotCandidate[] = []
  if (ceiling !== null) because.push('ceiling')
  if (criteriaGrade === null) because.push('criteria-not-complete')
  else if (criteriaGrade !== 'excellent') because.push('criteria-below-excellent')
  if (score === null) because.push('no-score')
  else if (compare(score, threshold) < 0) because.push('below-threshold')
  return because
}

function notCandidate(candidate: Candidate, because: readonly NotCandidate[]): Proposal {
  const { person, pool } = candidate
  return { person, pool, place: null, proposed: gradeWithoutSeat(candidate), standing: 'not-a-candidate', because }
}

function gradeWithoutSeat({ verdict, ceiling, criteriaGrade, score }: Candidate): Outcome | null {
  if (verdict === 'unqualified') return 'unqualified'
  if (verdict === 'none-yet' || verdict === 'elsewhere') return null
  if (verdict === 'none' || ceiling === 'ungraded') return 'ungraded'
  if (criteriaGrade === null || score === null) return null
  const below: Grade = lowerGrade(criteriaGrade, 'qualified')
  return ceiling === null ? below : lowerGrade(below, ceiling)
}
