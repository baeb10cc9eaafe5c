import { publishScorecard } from '@milepost/contract/design/scorecard'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { agreeCards } from '../card/data.ts'
import { lintOfStrategy } from '../card/lintCard.ts'
import { cardsWhere } from '../card/readCards.ts'
import { refuseUnfit, refuseWrongShares } from '../card/refuseUnfit.ts'
import { listMeasureRows } from '../measure/data.ts'
import { measureOfRow } from '../measure/measureDesigns.ts'
import { keepVersion } from '../version/keepVersion.ts'
import { markPublished } from './data.ts'
import { draftScorecard } from './draftScorecard.ts'
import { refuseGaps } from './refuseGaps.ts'
import { findScorecardDesign } from './scorecardDesigns.ts'

/** Fixes the strategy, the institution's card and the unit cards that exist. Unit cards drafted later are agreed by themselves. */
export const publishScorecardRoute = serve(publishScorecard, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { scorecardId } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId })
    const institution = (await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'institution' }))[0]
    if (!scorecard || !institution) throw new Refusal('not-found')
    refuseWrongShares(scorecard, institution)
    refuseUnfit(institution)
    refuseGaps(lintOfStrategy(scorecard, institution, (await listMeasureRows(tx, institutionId)).map(measureOfRow)))
    const units = await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'unit' })
    for (const card of units) refuseUnfit(card)
    await agreeCards(
      tx,
      institutionId,
      [institution, ...units].map((card) => card.cardId),
      { at: now, name: actor.name },
    )
    await markPublished(tx, institutionId, scorecardId, { at: now, name: actor.name })
    const kept = await keepVersion(tx, institutionId, scorecardId, { at: now, name: actor.name, reason: '' })
    audit({ kind: 'scorecard', id: scorecardId, detail: { unitCards: units.length, ...kept } })
    return { publishedAt: now.toISOString(), unitCardsAgreed: units.length }
  },
})
