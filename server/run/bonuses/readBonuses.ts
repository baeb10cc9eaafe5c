import { may } from '@milepost/access/may'
import { Refusal } from '@milepost/contract/refusals'
import { readBonuses } from '@milepost/contract/run/bonuses'
import { findScorecard, listCardHolders } from '../../design/published.ts'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { listBonuses } from './data.ts'

export const readBonusesRoute = serve(readBonuses, {
  run: async ({ tx, institutionId, input, actor }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const scorecard = await findScorecard(tx, institutionId, cycle.cycleId)
    const holders = scorecard ? await listCardHolders(tx, institutionId, scorecard.scorecardId) : []
    const mayRead = new Map(holders.filter((one) => may(actor, 'card.read', one)).map((one) => [one.cardId, one]))
    return {
      rule: scorecard?.rules.bonus ?? null,
      entries: (await listBonuses(tx, institutionId, { cycleId: cycle.cycleId })).flatMap((bonus) => {
        const holder = mayRead.get(bonus.cardId)
        if (!holder) return []
        const { bonusId, cardId, item, points, reason, evidence, by, at, byAccountId, decision } = bonus
        const open = decision === null || decision.verdict === 'granted'
        return {
          ...{ bonusId, cardId, item, points, reason, evidence, by },
          holder: holder.name,
          at: at.toISOString(),
          decision: decision && { ...decision, at: decision.at.toISOString() },
          mayDecide: open && may(actor, 'bonus.decide', { recordedByAccountId: byAccountId }),
        }
      }),
      cards:
        scorecard?.state === 'published'
          ? holders.filter((one) => may(actor, 'bonus.enter', one)).map(({ cardId, kind, name }) => ({ cardId, kind, name }))
          : [],
    }
  },
})
