import { amendPlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { findPlan, planSubject } from '../plan/findPlan.ts'
import { planActs, sideOf } from '../plan/planActs.ts'
import { insertAmendment, listAmendments } from './data.ts'
import { periodOf } from './periodOf.ts'
import { type PlanContent, planWith, readPlan } from './planWith.ts'

/** One side asks to change what both agreed. Nothing changes until the other agrees. */
export const amendPlanRoute = serve(amendPlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, now, today, library, audit }) => {
    const { card, standing } = await findPlan(tx, institutionId, input.cardId)
    const side = sideOf(actor, standing)
    if (side === null || !planActs(actor, standing).amend) throw new Refusal('plan-not-agreed')
    if (card.revision !== input.revision) throw new Refusal('changed-meanwhile')
    const { isOver, isLate } = await periodOf(tx, institutionId, card.cycleId, today)
    if (isOver) throw new Refusal('plan-amend-too-late')
    const open = (await listAmendments(tx, institutionId, { cardId: card.cardId })).find(({ state }) => state === 'open')
    if (open) throw new Refusal('plan-amendment-open', { by: open.asked_by })
    const before = await readPlan(tx, institutionId, card.cardId)
    if (content(await planWith(tx, institutionId, library, card, input)) === content(before)) throw new Refusal('plan-unchanged')
    const amendmentId = newId()
    const given = { ...input, amendmentId, askedSide: side, needsLevelAbove: isLate }
    const asked = await insertAmendment(tx, institutionId, given, { at: now, name: actor.name, accountId: actor.accountId })
    if (!asked) throw new Refusal('changed-meanwhile')
    audit({ kind: 'card', id: card.cardId, detail: { amendmentId, revision: card.revision, side, reason: input.reason } })
    return { amendmentId, needsLevelAbove: isLate }
  },
})

/** What both sides agree to, without what a change of it leaves behind: numbers of revision and states. */
const content = ({ card, goals }: PlanContent): string => canonicalJson({ perspectives: card.perspectives, goals })
