import type { Grade, Outcome } from './grade.ts'

/** One act on a grade, oldest first: the room that weighs proposals, the decision of the committee, a change after it. */
export type GradeAct = {
  readonly kind: 'calibrated' | 'decided' | 'changed'
  /** The grade before; null: the rules could not propose one. Of a decision: what was proposed. */
  readonly from: Outcome | null
  readonly to: Outcome
}

/**
 * Whether a grade follows from what was proposed and the acts of people since: every act begins where the one before ended, and the last one ends in the grade.
 * `at`: the act that does not follow, or the number of acts where the grade itself is another. null: it follows.
 */
export function gradeBreaksAt(proposed: Outcome | null, acts: readonly GradeAct[], grade: Outcome | null): number | null {
  let stands: Outcome | Grade | null = proposed
  let decided: Outcome | null = null
  for (const [at, act] of acts.entries()) {
    if (act.from !== stands) return at
    stands = act.to
    if (act.kind !== 'calibrated') decided = act.to
  }
  return decided === grade ? null : acts.length
}
