import { type CardDesign, type DevelopmentGoal, developmentGoal } from '@milepost/contract/design/card'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { GoalRow } from './data.ts'

export function goalOfRow(row: GoalRow): DevelopmentGoal {
  return developmentGoal.parse({
    goalId: row.goal_id,
    cardId: row.card_id,
    objectiveId: row.objective_id,
    title: { zh: row.title_zh, en: row.title_en },
    proof: { zh: row.proof_zh, en: row.proof_en },
    support: row.support,
    dueOn: row.due_on,
    state: row.state,
    evidence: row.evidence,
  } satisfies Record<keyof DevelopmentGoal, unknown>)
}

/** What both sides agreed to, as the audit trail keeps it. */
export const agreedHash = (card: CardDesign, goals: readonly DevelopmentGoal[]): string =>
  contentHash({ card: { ...card, state: 'agreed' }, goals })
