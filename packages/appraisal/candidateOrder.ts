import { compare, type ExactText } from '@milepost/exact/exact'
import type { Grade } from './grade.ts'
import type { Ceiling } from './gradeCeiling.ts'
import type { GradeVerdict } from './participationVerdict.ts'

/** What is looked at when scores are equal, each "more is better": scores as they are, the two claims as "1" or "0". */
export type TieBreak = 'results-score' | 'objective-score' | 'satisfaction' | 'award-or-hardship' | 'frontline'

/** One person up for a grade. Scores are exact text; null is "there is none", never 0. */
export type Candidate = {
  person: string
  /** Where the seat is counted: a unit, a pool of small units, or the institution. */
  pool: string
  /** What the participation table says. */
  verdict: GradeVerdict
  ceiling: Ceiling | null
  /** The best grade the criteria of Art. 11-14 leave, from the checklist; null while it is not filled in. */
  criteriaGrade: Grade | null
  /** The score after calibration. */
  score: ExactText | null
  tieBreaks: Readonly<Partial<Record<TieBreak, ExactText | null>>>
}

/** People who are equal in everything the rules look at. */
export type Tie = readonly Candidate[]
export type Ranking = {
  /** Best first; a group of more than one is a tie. */
  groups: readonly Tie[]
  /** Tie-breaks that were passed over because not every tied person has the value. */
  passedOver: readonly { tieBreak: TieBreak; people: readonly string[] }[]
}

/**
 * Orders people by exact score, then by the tie-breaks in the given order. A tie-break only divides a group in which everybody has the value;
 * otherwise it is passed over and said so: nobody loses a place to a missing number. Once a later one has set apart who lacked it, it is asked
 * again of the rest. Names, chance and seniority play no part. Throws when somebody has no score; they are set apart before.
 */
export function rankCandidates(candidates: readonly Candidate[], order: readonly TieBreak[]): Ranking {
  const passedOver: { tieBreak: TieBreak; people: readonly string[] }[] = []
  const pass = (tieBreak: TieBreak, people: readonly string[]): void => {
    const isSaid = passedOver.some((said) => said.tieBreak === tieBreak && people.every((person) => said.people.includes(person)))
    if (!isSaid) passedOver.push({ tieBreak, people })
  }
  const settle = (group: Tie): Tie[] => {
    if (group.length === 1) return [group]
    for (const tieBreak of order) {
      const divided = divide(group, (candidate) => candidate.tieBreaks[tieBreak] ?? null)
      if (!divided)
        pass(
          tieBreak,
          group.map(({ person }) => person),
        )
      else if (divided.length > 1) return divided.flatMap(settle)
    }
    return [group]
  }
  const groups = divide(candidates, (candidate) => candidate.score)
  if (!groups) throw new RangeError('a person without a score cannot be ranked')
  return { groups: groups.flatMap(settle), passedOver }
}

/** Groups of equal value, largest first; undefined when somebody has no value. */
function divide(group: Tie, scoreOf: (candidate: Candidate) => ExactText | null): Tie[] | undefined {
  const valued: { candidate: Candidate; value: ExactText }[] = []
  for (const candidate of group) {
    const value = scoreOf(candidate)
    if (value === null) return undefined
    valued.push({ candidate, value })
  }
  const groups: { value: ExactText; people: Candidate[] }[] = []
  for (const { candidate, value } of valued.toSorted((one, other) => compare(other.value, one.value))) {
    const last = groups.at(-1)
    if (last && compare(last.value, value) === 0) last.people.push(candidate)
    else groups.push({ value, people: [candidate] })
  }
  return groups.map(({ people }) => people)
}
