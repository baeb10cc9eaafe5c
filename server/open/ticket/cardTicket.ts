import { scoreTicket } from '@milepost/contract/open/tickets'
import { cardResult } from '@milepost/contract/run/cardResult'
import { replay } from '@milepost/scorecard/replay'
import type { z } from 'zod'
import { type CardDesign, findCard, findScorecard } from '../../design/published.ts'
import { listUnits } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { liveCardResult, officialCardScore, officialRuns, valueHistory } from '../../run/published.ts'
import { sealed } from './sealed.ts'

export type ScoreTicket = z.infer<typeof scoreTicket>

type Asked = {
  readonly cardId: string
  readonly today: string
  /** The official run whose score is asked for; left out: the newest. */
  readonly runId?: string | null
}

/** The ticket of a card: the frozen score of an official run, or the live one while there is none. */
export async function cardTicket(tx: Tx, institutionId: string, { cardId, today, runId }: Asked): Promise<ScoreTicket | null> {
  const card = await findCard(tx, institutionId, cardId)
  const scorecard = card && (await findScorecard(tx, institutionId, card.cycleId))
  if (!card || !scorecard) return null
  const runs = await officialRuns(tx, institutionId, card.cycleId)
  const run = runs.find((one) => one.runId === runId) ?? runs[0]
  const official = run && (await officialCardScore(tx, institutionId, run.runId, cardId))
  const scored = official ?? (await liveCardResult(tx, institutionId, { cardId, today }))
  if (!scored) return null
  const input = scoreTicket.shape.input.parse(scored.input)
  const result = cardResult.parse(scored.result)
  const { same, differsAt, engineVersion } = replay(input, result)
  const evidence = await valueHistory(tx, institutionId, { cardId, input })
  return sealed(scoreTicket.omit({ seal: true }), {
    kind: 'card',
    cardId,
    holder: { kind: card.holderKind, name: card.name },
    standing: official ? 'official' : 'live',
    run:
      official && run
        ? {
            revision: run.revision,
            ranAt: run.ranAt.toISOString(),
            ranBy: run.ranBy,
            engineVersion: run.engineVersion,
            inputHash: run.inputHash,
          }
        : null,
    scorecard: { name: scorecard.name, publishedBy: scorecard.publishedBy, publishedAt: scorecard.publishedAt },
    input,
    result,
    inputHash: contentHash(input),
    digits: Object.fromEntries(linesOf(card).map((line) => [line.cardMeasureId, line.digits])),
    evidence: evidence.map((one) => ({
      measure: one.cardMeasureId,
      period: one.period,
      unit: one.unit,
      revisions: one.revisions.map((value) => ({
        revision: value.revision,
        state: value.state,
        actual: value.actual,
        recordedAt: value.recordedAt.toISOString(),
        recordedBy: value.recordedBy,
        grantedBy: value.grantedBy,
        source: value.source,
      })),
    })),
    unitNames: await unitNamesOf(tx, institutionId, evidence),
    replay: { same, differsAt: [...differsAt], engineVersion },
  })
}

const linesOf = (card: CardDesign) => card.perspectives.flatMap((one) => one.objectives).flatMap((one) => one.measures)

async function unitNamesOf(tx: Tx, institutionId: string, evidence: readonly { readonly unit: string | null }[]) {
  const codes = new Set(evidence.flatMap(({ unit }) => (unit === null ? [] : [unit])))
  if (codes.size === 0) return {}
  return Object.fromEntries((await listUnits(tx, institutionId)).flatMap(({ code, name }) => (codes.has(code) ? [[code, name]] : [])))
}
