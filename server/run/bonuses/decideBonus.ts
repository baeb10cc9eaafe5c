import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { decideBonus } from '@milepost/contract/run/bonuses'
import { findCard } from '../../design/published.ts'
import { openCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertDecision, listBonuses, lockBonus } from './data.ts'

/** By a leader who did not enter it. What was granted can be revoked, never forgotten. */
export const decideBonusRoute = serve(decideBonus, {
  subject: async ({ tx, institutionId, input }) => {
    const [bonus] = await listBonuses(tx, institutionId, { bonusId: input.bonusId })
    return bonus ? { recordedByAccountId: bonus.byAccountId } : null
  },
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    await lockBonus(tx, institutionId, input.bonusId)
    const [bonus] = await listBonuses(tx, institutionId, { bonusId: input.bonusId })
    const card = bonus && (await findCard(tx, institutionId, bonus.cardId))
    if (!bonus || !card) throw new Refusal('not-found')
    await openCycle(tx, institutionId, card.cycleId)
    const { bonusId, verdict, reason } = input
    const before = bonus.decision?.verdict ?? null
    if (before !== (verdict === 'revoked' ? 'granted' : null)) throw new Refusal('bonus-decided')
    await insertDecision(tx, institutionId, { decisionId: newId(), bonusId, verdict, reason, by: actor.name, at: now })
    audit({ kind: 'card', id: bonus.cardId, detail: { item: bonus.item.code, points: bonus.points, verdict, reason } })
    return DONE
  },
})
