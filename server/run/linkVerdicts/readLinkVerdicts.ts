import { Refusal } from '@milepost/contract/refusals'
import { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { findCardOfInstitution, findScorecard } from '../../design/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { linesOf } from '../scoring/facts.ts'
import { liveScore } from '../scoring/liveScore.ts'
import { holdersIn, trendOf } from '../scoring/trends.ts'
import { valuesInForce } from '../values/data.ts'
import { judgeLinks, type PastOf, turned } from './judgeLinks.ts'

/** The arrows of a cycle's map against the past of the institution's measures, as far as it goes back. */
export const readLinkVerdictsRoute = serve(readLinkVerdicts, {
  run: async ({ tx, institutionId, input, today }) => {
    const scorecard = await findScorecard(tx, institutionId, input.cycleId)
    if (!scorecard) throw new Refusal('not-found')
    const card = await findCardOfInstitution(tx, institutionId, scorecard.scorecardId)
    const live = card && (await liveScore(tx, institutionId, { cardId: card.cardId, today }))
    if (!card || !live) return { verdicts: judgeLinks(scorecard.links, []) }
    const lines = linesOf(card)
    const measureIds = [...new Set(lines.map((line) => line.measureId))]
    const values =
      lines.length === 0 ? [] : await valuesInForce(tx, institutionId, { measureIds, holders: holdersIn(live.sheets.values()) })
    const objectiveOf = new Map(
      card.perspectives
        .flatMap((perspective) => perspective.objectives)
        .flatMap(({ objectiveId, measures }) => measures.map((line) => [line.cardMeasureId, objectiveId] as const)),
    )
    const pasts = lines.flatMap((line): PastOf[] => {
      const sheet = live.sheets.get(line.cardMeasureId)
      const objectiveId = objectiveOf.get(line.cardMeasureId)
      const series = sheet && turned(line, trendOf(line, sheet, values))
      return sheet && series && objectiveId ? [{ line, objectiveId, grain: sheet.grain, series }] : []
    })
    return { verdicts: judgeLinks(scorecard.links, pasts) }
  },
})
