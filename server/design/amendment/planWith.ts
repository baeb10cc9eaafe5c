import type { CardDesign, DevelopmentGoal } from '@milepost/contract/design/card'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { saveLines } from '../card/saveLines.ts'
import { listGoalRows } from '../plan/data.ts'
import { findPlan } from '../plan/findPlan.ts'
import { goalOfRow } from '../plan/goals.ts'
import { saveGoals } from '../plan/saveGoals.ts'
import { whyPlanUnfit } from '../plan/whyPlanUnfit.ts'
import { listTargetChanges } from '../targetChange/data.ts'
import type { Proposed } from './data.ts'

export type PlanContent = { readonly card: CardDesign; readonly goals: readonly DevelopmentGoal[] }

export async function readPlan(tx: Tx, institutionId: string, cardId: string): Promise<PlanContent> {
  const { card } = await findPlan(tx, institutionId, cardId)
  return { card, goals: (await listGoalRows(tx, institutionId, [cardId])).map(goalOfRow) }
}

/** Makes the plan hold what was proposed, by the ways a draft is saved, and refuses what could not be agreed. */
export async function amend(tx: Tx, institutionId: string, library: Library, card: CardDesign, to: Proposed): Promise<PlanContent> {
  const kept = new Set(to.lines.map(({ cardMeasureId }) => cardMeasureId))
  const gone = new Map(linesOf(card).flatMap((line) => (kept.has(line.cardMeasureId) ? [] : [[line.cardMeasureId, line.code] as const])))
  if (gone.size > 0) {
    const held = (await listTargetChanges(tx, institutionId, { cardId: card.cardId })).find(({ cardMeasureId }) => gone.has(cardMeasureId))
    if (held) throw new Refusal('plan-amendment-line-kept', { code: gone.get(held.cardMeasureId) ?? '' })
  }
  await saveLines(tx, institutionId, library, { card, revision: card.revision, lines: to.lines })
  await saveGoals(tx, institutionId, card, to.goals)
  const plan = await readPlan(tx, institutionId, card.cardId)
  const unfit = whyPlanUnfit(plan.card, plan.goals)
  if (unfit !== null) throw unfit
  return plan
}

/** The plan as it would be: amended for a moment and put back. What does not fit is refused as it would be in earnest. */
export async function planWith(tx: Tx, institutionId: string, library: Library, card: CardDesign, to: Proposed): Promise<PlanContent> {
  await sql`savepoint amended`.execute(tx)
  try {
    return await amend(tx, institutionId, library, card, to)
  } finally {
    await sql`rollback to savepoint amended`.execute(tx)
  }
}
