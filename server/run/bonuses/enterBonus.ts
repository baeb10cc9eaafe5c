import { Refusal } from '@milepost/contract/refusals'
import { enterBonus } from '@milepost/contract/run/bonuses'
import { compare, mul, sign } from '@milepost/exact/exact'
import { cardSubject, findCard } from '../../design/published.ts'
import { openCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertBonus, listBonuses, lockBonus } from './data.ts'

/** One occasion of what the scheme lets count outside the weights. It counts once somebody else has granted it. */
export const enterBonusRoute = serve(enterBonus, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const card = await findCard(tx, institutionId, input.cardId)
    const item = card?.scheme.bonus.items.find((one) => one.code === input.item)
    if (!card || !item) throw new Refusal('not-found')
    await openCycle(tx, institutionId, card.cycleId)
    const { cardId, points, reason, evidence } = input
    const side = sign(item.points)
    if (sign(points) !== side || compare(mul(points, side), mul(item.points, side)) > 0)
      throw new Refusal('bonus-beyond-item', { item: item.name.zh, most: item.points })
    await lockBonus(tx, institutionId, cardId)
    const twin = (await listBonuses(tx, institutionId, { cardIds: [cardId] })).find(
      (one) => one.item.code === item.code && one.evidence === evidence && (one.decision === null || one.decision.verdict === 'granted'),
    )
    if (twin) throw new Refusal('bonus-entered-already', { item: item.name.zh, by: twin.by })
    const bonusId = newId()
    const by = { by: actor.name, byAccountId: actor.accountId, at: now }
    await insertBonus(tx, institutionId, { bonusId, cardId, item, points, reason, evidence, ...by })
    audit({ kind: 'card', id: cardId, detail: { item: item.code, points, reason, evidence } })
    return { bonusId }
  },
})
