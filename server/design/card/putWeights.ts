import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf, WHOLE } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import type { Tx } from '../../platform/database/database.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { setPerspectiveWeights } from '../strategy/data.ts'
import { setLineWeights, touchCard } from './data.ts'

type Put = {
  readonly scorecard: ScorecardDesign
  /** The institution's card. */
  readonly card: CardDesign
  readonly cardRevision: number
  /** null: the perspectives themselves; else the measures under this one. */
  readonly perspectiveId: string | null
  /** Any scale, by code of the perspective or measure. */
  readonly weights: Readonly<Record<string, number>>
}

/**
 * Weights found by a method put on the scorecard of an unpublished scheme, in basis points that add up: the perspectives to 100 % with their
 * measures following in proportion, or the measures of one perspective to what that perspective weighs. Gives what was set, by code.
 */
export async function putWeights(tx: Tx, institutionId: string, put: Put): Promise<Record<string, number>> {
  const { scorecard, card, cardRevision, perspectiveId, weights } = put
  await draftScorecard(tx, institutionId, scorecard.scorecardId)
  if (!(await touchCard(tx, institutionId, card.cardId, cardRevision))) throw new Refusal('changed-meanwhile')
  if (perspectiveId !== null) {
    const lines = linesUnder(card, perspectiveId)
    const intended = scorecard.perspectives.find((one) => one.perspectiveId === perspectiveId)?.weightBp ?? 0
    const after = shared(
      intended,
      lines.map(({ code }) => [code, weights[code] ?? 0]),
    )
    await setLineWeights(tx, institutionId, new Map(lines.map((line) => [line.cardMeasureId, after[line.code] ?? 0])))
    return after
  }
  const after = shared(
    WHOLE,
    scorecard.perspectives.map(({ code }) => [code, weights[code] ?? 0]),
  )
  await setPerspectiveWeights(tx, institutionId, new Map(scorecard.perspectives.map((one) => [one.perspectiveId, after[one.code] ?? 0])))
  const lines = scorecard.perspectives.flatMap(({ perspectiveId: own, code }) => {
    const under = linesUnder(card, own)
    const follow = shared(
      after[code] ?? 0,
      under.map((line) => [line.cardMeasureId, line.weightBp]),
    )
    return under.map((line) => [line.cardMeasureId, follow[line.cardMeasureId] ?? line.weightBp] as const)
  })
  await setLineWeights(tx, institutionId, new Map(lines))
  return after
}

const linesUnder = (card: CardDesign, perspectiveId: string) =>
  linesOf({ perspectives: card.perspectives.filter((one) => one.perspectiveId === perspectiveId) })

/** A total shared in proportion; where nothing weighs, nothing is set. */
function shared(total: number, claims: readonly (readonly [string, number])[]): Record<string, number> {
  const found = largestRemainder(
    total,
    claims.map(([key, claim]) => ({ key, claim: claim.toFixed(12) })),
  )
  return found.kind === 'undefined' ? {} : Object.fromEntries(found.shares.map(({ key, share }) => [key, Number(share)]))
}
