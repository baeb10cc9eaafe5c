import type { CardDesign } from '@milepost/contract/design/card'
import { Refusal } from '@milepost/contract/refusals'
import { whyUnfit } from '../card/refuseUnfit.ts'

/** What keeps a plan from being proposed or agreed; null: nothing does. */
export const whyPlanUnfit = (card: CardDesign, goals: readonly unknown[]): Refusal | null =>
  whyUnfit(card) ?? (goals.length === 0 ? new Refusal('plan-needs-development-goal') : null)
