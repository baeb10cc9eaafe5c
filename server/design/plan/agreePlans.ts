import type { CardDesign, DevelopmentGoal } from '@milepost/contract/design/card'
import { agreePlans } from '@milepost/contract/design/plans'
import { Refusal, refusalText } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listCardRows } from '../card/data.ts'
import { cardsOfRows } from '../card/readCards.ts'
import { grouped } from '../grouped.ts'
import { agreePlansAsHead, listGoalRows } from './data.ts'
import { agreedHash, goalOfRow } from './goals.ts'
import { standingOf } from './listPlans.ts'
import { type PlanStanding, sideOf } from './planActs.ts'
import { whyPlanUnfit } from './whyPlanUnfit.ts'

type Plan = {
  readonly card: CardDesign
  readonly standing: PlanStanding
  readonly cycleId: string
  readonly goals: readonly DevelopmentGoal[]
}

/**
 * A head agrees the plans of the unit at one go, as they were seen: a plan that changed since, that waits for
 * somebody else or that cannot be agreed is left as it was and named with the reason.
 */
export const agreePlansRoute = serve(agreePlans, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const seen = new Map(input.plans.map(({ cardId, revision }) => [cardId, revision]))
    const plans = await findPlans(tx, institutionId, [...seen.keys()])
    const foreign = plans.some(({ standing, cycleId }) => cycleId !== input.cycleId || sideOf(actor, standing) !== 'head')
    if (foreign || plans.length < seen.size) throw new Refusal('not-permitted')

    const judged = plans.map((plan) => ({ ...plan, because: whyNot(plan, seen.get(plan.card.cardId)) }))
    const fit = judged.filter(({ because }) => because === null)
    const by = { at: now, name: actor.name }
    const moved = new Set(
      await agreePlansAsHead(
        tx,
        institutionId,
        fit.map(({ card }) => card),
        by,
      ),
    )
    const agreed = fit.filter(({ card }) => moved.has(card.cardId))
    const leftOut = judged.filter(({ card }) => !moved.has(card.cardId))
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: {
        side: 'head',
        agreed: agreed.map(({ card, goals }) => ({ cardId: card.cardId, revision: card.revision, hash: agreedHash(card, goals) })),
        leftOut: leftOut.map(({ card }) => card.cardId),
      },
    })
    return {
      agreed: agreed.length,
      leftOut: leftOut.map(({ card, because }) => {
        const { code, details } = because ?? new Refusal('changed-meanwhile')
        return { cardId: card.cardId, person: card.name.zh, because: refusalText(code, details) }
      }),
    }
  },
})

async function findPlans(tx: Tx, institutionId: string, cardIds: readonly string[]): Promise<Plan[]> {
  const rows = await listCardRows(tx, institutionId, { cardIds })
  const cards = new Map((await cardsOfRows(tx, institutionId, rows, { cardIds })).map((card) => [card.cardId, card]))
  const goals = grouped((await listGoalRows(tx, institutionId, cardIds)).map(goalOfRow), ({ cardId }) => cardId)
  return rows.flatMap((row) => {
    const card = cards.get(row.card_id)
    return card ? [{ card, standing: standingOf(row), cycleId: row.cycle_id, goals: goals.get(row.card_id) ?? [] }] : []
  })
}

function whyNot({ card, standing, goals }: Plan, revisionSeen: number | undefined): Refusal | null {
  if (standing.state !== 'proposed') return new Refusal(standing.state === 'agreed' ? 'card-agreed' : 'plan-not-proposed')
  if (card.revision !== revisionSeen) return new Refusal('changed-meanwhile')
  return standing.agreedByHead ? new Refusal('plan-own-side') : whyPlanUnfit(card, goals)
}
