import { type CardDesign, planAmendment } from '@milepost/contract/design/card'
import type { Tx } from '../../platform/database/database.ts'
import { listInForce } from './data.ts'

/** A plan as it was agreed until `replacedOn`, the first day of the one after it. */
export type EarlierPlan = {
  readonly cardId: string
  readonly amendmentId: string
  readonly replacedOn: string
  readonly perspectives: CardDesign['perspectives']
}

const kept = planAmendment.shape.plan.unwrap()

/** What these plans were before they were amended, oldest first. */
export async function earlierPlans(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<EarlierPlan[]> {
  const rows = cardIds.length === 0 ? [] : await listInForce(tx, institutionId, cardIds)
  return rows.flatMap((row) =>
    row.in_force_from === null
      ? []
      : [
          {
            cardId: row.card_id,
            amendmentId: row.amendment_id,
            replacedOn: row.in_force_from,
            perspectives: kept.parse(row.plan_before).perspectives,
          },
        ],
  )
}
