import { mayByRole } from '@milepost/access/may'
import { readTargetChanges } from '@milepost/contract/design/versions'
import { linesOf } from '@milepost/contract/design/weights'
import { serve } from '../../platform/http/serve.ts'
import { cardsWhere } from '../card/readCards.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'
import { listTargetChanges } from './data.ts'

export const readTargetChangesRoute = serve(readTargetChanges, {
  run: async ({ tx, institutionId, input, actor }) => {
    await knownScorecard(tx, institutionId, input.scorecardId)
    const changes = await listTargetChanges(tx, institutionId, { scorecardId: input.scorecardId })
    const cardIds = [...new Set(changes.map(({ cardId }) => cardId))]
    const cards = cardIds.length === 0 ? [] : await cardsWhere(tx, institutionId, { cardIds })
    const lines = new Map(cards.flatMap((card) => linesOf(card).map((line) => [line.cardMeasureId, { card, line }] as const)))
    const decides = mayByRole(actor, 'scorecard.publish')
    return {
      changes: changes.toReversed().flatMap(({ askedByAccountId, askedAt, decidedAt, ...change }) => {
        const found = lines.get(change.cardMeasureId)
        if (!found) return []
        const { card, line } = found
        return [
          {
            ...change,
            holder: card.name,
            holderKind: card.holderKind,
            code: line.code,
            name: line.name,
            unit: line.unit,
            askedAt: askedAt.toISOString(),
            decidedAt: decidedAt?.toISOString() ?? null,
            mayDecide: decides && change.decision === null && (askedByAccountId === null || askedByAccountId !== actor.accountId),
          },
        ]
      }),
    }
  },
})
