import { FEWEST_REASON_LETTERS, publishScorecard } from '@milepost/contract/design/scorecard'
import { hearingGap } from '@milepost/contract/institution/hearingGap'
import { Refusal } from '@milepost/contract/refusals'
import { findDecidedChoice } from '../../choose/published.ts'
import { findHearing, listComments } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
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

/** Staff are heard before the plan is published; where they were not, or not to the end, it takes a reason that stays with the version.
 * Fixes the strategy, the institution's card and the unit cards that exist. Unit cards drafted later are agreed by themselves. */
export const publishScorecardRoute = serve(publishScorecard, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const { scorecardId, reason } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId })
    const institution = (await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'institution' }))[0]
    if (!scorecard || !institution) throw new Refusal('not-found')
    refuseWrongShares(scorecard, institution)
    refuseUnfit(institution)
    refuseGaps(lintOfStrategy(scorecard, institution, (await listMeasureRows(tx, institutionId)).map(measureOfRow)))
    const unheard = await gapOf(tx, institutionId, { cycleId: scorecard.cycleId, today })
    if (unheard && reason.length < FEWEST_REASON_LETTERS) throw new Refusal('publish-unheard', unheard)
    const units = await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'unit' })
    for (const card of units) refuseUnfit(card)
    await agreeCards(
      tx,
      institutionId,
      [institution, ...units].map((card) => card.cardId),
      { at: now, name: actor.name },
    )
    const choiceId = (await findDecidedChoice(tx, institutionId))?.choiceId ?? scorecard.choiceId
    await markPublished(tx, institutionId, scorecardId, { at: now, name: actor.name, choiceId })
    const kept = await keepVersion(tx, institutionId, scorecardId, { at: now, name: actor.name, reason })
    audit({
      kind: 'scorecard',
      id: scorecardId,
      detail: { unitCards: units.length, ...kept, ...(unheard && { unheard: unheard.kind }), ...(reason !== '' && { reason }) },
    })
    return { publishedAt: now.toISOString(), unitCardsAgreed: units.length }
  },
})

async function gapOf(tx: Tx, institutionId: string, { cycleId, today }: { cycleId: string; today: string }) {
  const hearing = await findHearing(tx, institutionId, cycleId)
  return hearingGap(hearing && { ...hearing, isOpen: today <= hearing.lastDay }, await listComments(tx, institutionId, cycleId))
}
