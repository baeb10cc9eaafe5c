import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { PERSPECTIVES } from '@milepost/contract/run/weighing'
import { type WeightsSideBySide, weightsSideBySide } from '@milepost/decision/weightsSideBySide'
import type { Bilingual } from '@milepost/terms/bilingual'
import { type CardDesign, findCardOfInstitution, findScorecardById, type ScorecardDesign } from '../../design/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findWeighing, type Weighing } from './data.ts'
import { NO_PAST, type Past, readPasts } from './pasts.ts'

type WeighedItem = { readonly code: string; readonly name: Bilingual; readonly weightBp: number; readonly past: Past }
export type Weighed = {
  readonly scorecard: ScorecardDesign
  readonly card: CardDesign
  /** null: the perspectives themselves. */
  readonly perspectiveId: string | null
  readonly items: readonly WeighedItem[]
  readonly weighing: Weighing
}

/** What is weighed, with its past, and what was judged of it so far. */
export async function readWeighed(
  tx: Tx,
  institutionId: string,
  { scorecardId, about, today }: { readonly scorecardId: string; readonly about: string; readonly today: string },
): Promise<Weighed> {
  const scorecard = await findScorecardById(tx, institutionId, scorecardId)
  const card = scorecard && (await findCardOfInstitution(tx, institutionId, scorecardId))
  const perspectiveId = about === PERSPECTIVES ? null : about
  if (!scorecard || !card) throw new Refusal('not-found')
  if (perspectiveId !== null && !scorecard.perspectives.some((one) => one.perspectiveId === perspectiveId)) throw new Refusal('not-found')
  const weighing = await findWeighing(tx, institutionId, { scorecardId, about })
  if (perspectiveId === null) {
    const items = scorecard.perspectives.map(({ code, name, weightBp }) => ({ code, name, weightBp, past: NO_PAST }))
    return { scorecard, card, perspectiveId, items, weighing }
  }
  const lines = linesOf({ perspectives: card.perspectives.filter((one) => one.perspectiveId === perspectiveId) })
  const pasts = await readPasts(tx, institutionId, { card, lines, today })
  const items = lines.map(({ cardMeasureId, code, name, weightBp }) => ({
    code,
    name,
    weightBp,
    past: pasts.get(cardMeasureId) ?? NO_PAST,
  }))
  return { scorecard, card, perspectiveId, items, weighing }
}

/** The same computation the page shows. */
export const sideBySide = ({ items, weighing }: Pick<Weighed, 'items' | 'weighing'>): WeightsSideBySide =>
  weightsSideBySide({
    criteria: items.map(({ code }) => code),
    byHand: Object.fromEntries(items.map(({ code, weightBp }) => [code, weightBp])),
    judgements: weighing.judgements,
    order: weighing.order,
    ratios: weighing.ratios,
    past: Object.fromEntries(items.map(({ code, past }) => [code, past])),
  })
