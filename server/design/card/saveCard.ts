import { saveCard } from '@milepost/contract/design/cards'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findScorecardRow } from '../scorecard/data.ts'
import { cardsWhere } from './readCards.ts'
import { saveLines } from './saveLines.ts'

/** Plans are saved by the person or the head, not here. */
export const saveCardRoute = serve(saveCard, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const card = (await cardsWhere(tx, institutionId, { cardIds: [input.cardId] }))[0]
    if (!card || card.holderKind === 'person') throw new Refusal('not-found')
    if (card.state === 'agreed') {
      const scorecard = await findScorecardRow(tx, institutionId, { scorecardId: card.scorecardId })
      throw new Refusal(card.holderKind === 'institution' && scorecard?.state === 'published' ? 'scorecard-published' : 'card-agreed')
    }
    const saved = await saveLines(tx, institutionId, library, { card, revision: input.revision, lines: input.lines })
    audit({ kind: 'card', id: card.cardId, detail: { revision: saved.revision, lines: input.lines.length, detached: saved.detached } })
    return saved
  },
})
