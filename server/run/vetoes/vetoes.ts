import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { decideVeto, readVetoes } from '@milepost/contract/run/reviews'
import { compare } from '@milepost/exact/exact'
import { findCard } from '../../design/published.ts'
import { findCycle, openCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { upperCards } from '../redLines/reds.ts'
import { linesOf } from '../scoring/facts.ts'
import { modeOf } from '../scoring/liveScore.ts'
import { readFacts } from '../scoring/readFacts.ts'
import { scoreOneCard } from '../scoring/scoreCards.ts'
import { insertVeto, listVetoes } from './data.ts'

/** Any occurrence of what a measure names as a veto item; a missing value is no accident. */
export const readVetoesRoute = serve(readVetoes, {
  run: async ({ tx, institutionId, input, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const cards = await upperCards(tx, institutionId, cycle.cycleId)
    const facts = await readFacts(tx, institutionId, { cycle, cards, today })
    const decisions = await listVetoes(
      tx,
      institutionId,
      cards.map((card) => card.cardId),
    )
    return {
      cases: cards.flatMap((card) => {
        const { result } = scoreOneCard(card, facts, modeOf(facts))
        const results = new Map(result.measures.map((one) => [one.id, one]))
        return linesOf(card).flatMap((line) => {
          const actual = results.get(line.cardMeasureId)?.actual ?? null
          if (!line.veto || actual === null || compare(actual.value, 0) <= 0) return []
          const decision = decisions.find((one) => one.cardId === card.cardId && one.measureId === line.measureId)
          return [
            {
              ...{
                cardId: card.cardId,
                holder: card.name,
                measureId: line.measureId,
                code: line.code,
                name: line.name,
                actual: actual.shown,
              },
              decision: decision
                ? { effect: decision.effect, reason: decision.reason, by: decision.by, at: decision.at.toISOString() }
                : null,
            },
          ]
        })
      }),
    }
  },
})

export const decideVetoRoute = serve(decideVeto, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const card = await findCard(tx, institutionId, input.cardId)
    const line = card && linesOf(card).find((one) => one.measureId === input.measureId)
    if (!card || !line?.veto) throw new Refusal('not-found')
    await openCycle(tx, institutionId, card.cycleId)
    const vetoId = newId()
    const { cardId, measureId, effect, reason } = input
    await insertVeto(tx, institutionId, { vetoId, cardId, measureId, effect, reason, by: actor.name, at: now })
    audit({ kind: 'card', id: cardId, detail: { measure: line.code, effect, reason } })
    return DONE
  },
})
