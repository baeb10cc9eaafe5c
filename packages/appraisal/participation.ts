import type { ParticipationFacts, ParticipationRules } from './participationFacts.ts'
import { matchingRows, rowEffects } from './participationTable.ts'
import type { ParticipationUnknown, ParticipationVerdict } from './participationVerdict.ts'

/**
 * Decides whether and how a person takes part in the annual appraisal (Art. 37-44), from the top of the table down:
 * the first row that settles the grade is the deciding one. Two kinds of row do not end the reading: a sanction sets a ceiling and the rows below may
 * still take the grade away (the heavier effect counts), and the last rows only say who grades and in which posts.
 * Returns the missing facts when a row cannot be answered; rows above the gap are still decided.
 */
export function participation(facts: ParticipationFacts, rules: ParticipationRules): ParticipationVerdict | ParticipationUnknown {
  const matches = matchingRows(facts, rules.halfYearDays)
  if (matches.kind === 'undefined') return matches
  const [row, ...others] = matches.rows
  if (!row) throw new RangeError('the table ends with a row that always holds')
  const own = rowEffects[row]
  const takesGradeAway = row === 'sanctioned' ? others.find((other) => rowEffects[other].grade === 'none') : undefined
  const graders = [row, ...others].map((each) => rowEffects[each].grader?.(facts, rules.halfYearDays))
  const grader = graders.findLast((each) => each !== undefined)
  const applied = others.filter((other) => other === takesGradeAway || rowEffects[other].kind === 'says-how')
  return {
    kind: 'decided',
    row,
    takesPart: own.takesPart,
    comment: own.comment,
    grade: takesGradeAway ? 'none' : own.grade,
    inSeatBase: own.inSeatBase,
    grader: grader ?? { by: 'home', hears: 'nobody' },
    appraisedInBothPosts: facts.holdsTwoPosts && own.takesPart,
    alsoApplied: applied,
    citations: [row, ...applied].map((each) => rules.citations[each]),
    reasons: [row, ...applied].map((each) => rowEffects[each].reason(rules.halfYearDays)),
  }
}
