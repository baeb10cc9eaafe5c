import { agreeUnitCards } from '@milepost/contract/design/cards'
import { serve } from '../../platform/http/serve.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'
import { keepVersion } from '../version/keepVersion.ts'
import { agreeCards } from './data.ts'
import { cardsWhere } from './readCards.ts'
import { refuseUnfit } from './refuseUnfit.ts'

/** For unit cards drafted or changed after the scorecard was published. */
export const agreeUnitCardsRoute = serve(agreeUnitCards, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { state } = await knownScorecard(tx, institutionId, input.scorecardId)
    const filter = { scorecardId: input.scorecardId, holderKind: 'unit' } as const
    const cards = await cardsWhere(tx, institutionId, input.cardIds === undefined ? filter : { ...filter, cardIds: input.cardIds })
    const open = cards.filter((card) => card.state !== 'agreed')
    for (const card of open) refuseUnfit(card)
    await agreeCards(
      tx,
      institutionId,
      open.map((card) => card.cardId),
      { at: now, name: actor.name },
    )
    if (state === 'published' && open.length > 0)
      await keepVersion(tx, institutionId, input.scorecardId, { at: now, name: actor.name, reason: `+${open.length}` })
    audit({ kind: 'scorecard', id: input.scorecardId, detail: { agreed: open.length } })
    return { agreed: open.length }
  },
})
