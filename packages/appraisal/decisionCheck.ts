import { type CommitteeMember, type CommitteeRules, type InterestTie, quorum, recusedFor } from './committee.ts'
import { lowerGrade, type Outcome } from './grade.ts'
import type { Ceiling } from './gradeCeiling.ts'
import type { GradeVerdict } from './participationVerdict.ts'
import { checkCap, type SeatCap } from './seats.ts'

/** One line of the collective decision. `deciders` are those who decided this case, by name. */
export type DecisionLine = {
  person: string
  outcome: Outcome
  verdict: GradeVerdict
  ceiling: Ceiling | null
  deciders: readonly string[]
}

export type DecisionFinding =
  | { code: 'no-minutes' }
  | { code: 'cap-exceeded'; seats: number; excellent: number }
  | { code: 'no-deciders'; person: string }
  | { code: 'decider-not-present'; person: string; deciders: readonly string[] }
  | { code: 'decider-recused'; person: string; deciders: readonly string[] }
  | { code: 'below-quorum'; person: string; present: number; needed: number }
  | { code: 'above-ceiling'; person: string; ceiling: Ceiling }
  | { code: 'graded-against-rule'; person: string; verdict: GradeVerdict }
  | { code: 'ungraded-against-rule'; person: string; verdict: GradeVerdict }
  | { code: 'decided-twice'; person: string }

export type Meeting = {
  minutes: string
  members: readonly CommitteeMember[]
  present: readonly string[]
  ties: readonly InterestTie[]
  lines: readonly DecisionLine[]
  cap: SeatCap
  /** Excellent grades that stand already and are not decided in this meeting: after a reopening the others keep theirs. */
  excellentBefore?: number
}

/**
 * What stands between a meeting and a valid decision; an empty list is a decision that may be noticed. Every person graded has named deciders
 * who were present and not recused, a quorum of those entitled stands behind each case, nobody is above a ceiling or graded against
 * the participation table, and excellent grades stay within the seats.
 */
export function decisionFindings(meeting: Meeting, rules: CommitteeRules): readonly DecisionFinding[] {
  const findings: DecisionFinding[] = meeting.minutes.trim() === '' ? [{ code: 'no-minutes' }] : []
  const excellent = meeting.lines.filter(({ outcome }) => outcome === 'excellent').length + (meeting.excellentBefore ?? 0)
  const cap = checkCap(excellent, meeting.cap)
  if (cap.kind === 'exceeded') findings.push({ code: 'cap-exceeded', seats: cap.seats, excellent: cap.excellent })
  const decided = new Set<string>()
  for (const line of meeting.lines) {
    if (decided.has(line.person)) findings.push({ code: 'decided-twice', person: line.person })
    decided.add(line.person)
    findings.push(...findingsOnDeciders(line, meeting, rules), ...findingsOnOutcome(line))
  }
  return findings
}

function findingsOnDeciders({ person, deciders }: DecisionLine, meeting: Meeting, rules: CommitteeRules): DecisionFinding[] {
  if (deciders.length === 0) return [{ code: 'no-deciders', person }]
  const recused = recusedFor(person, meeting.members, meeting.ties)
  const members = meeting.members.map((member) => member.person)
  const absent = deciders.filter((decider) => !members.includes(decider) || !meeting.present.includes(decider))
  const barred = deciders.filter((decider) => recused.includes(decider))
  const standing = quorum({ members, present: deciders.filter((decider) => !absent.includes(decider)), recused }, rules)
  return [
    ...(absent.length > 0 ? [{ code: 'decider-not-present' as const, person, deciders: absent }] : []),
    ...(barred.length > 0 ? [{ code: 'decider-recused' as const, person, deciders: barred }] : []),
    ...(standing.kind === 'not-quorate'
      ? [{ code: 'below-quorum' as const, person, present: standing.present, needed: standing.needed }]
      : []),
  ]
}

function findingsOnOutcome({ person, outcome, verdict, ceiling }: DecisionLine): DecisionFinding[] {
  const mayBeGraded = verdict === 'graded' || verdict === 'within-ceiling'
  if (verdict === 'unqualified') return outcome === 'unqualified' ? [] : [{ code: 'graded-against-rule', person, verdict }]
  if (!mayBeGraded) return outcome === 'ungraded' ? [] : [{ code: 'graded-against-rule', person, verdict }]
  if (ceiling === 'ungraded') return outcome === 'ungraded' ? [] : [{ code: 'above-ceiling', person, ceiling }]
  if (outcome === 'ungraded') return [{ code: 'ungraded-against-rule', person, verdict }]
  return ceiling !== null && lowerGrade(outcome, ceiling) !== outcome ? [{ code: 'above-ceiling', person, ceiling }] : []
}
