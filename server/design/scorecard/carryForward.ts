import type { CardDesign } from '@milepost/contract/design/card'
import { carryForward } from '@milepost/contract/design/scorecard'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { insertCards, upsertLines } from '../card/data.ts'
import { cardsWhere } from '../card/readCards.ts'
import { insertStrategy } from '../strategy/data.ts'
import { copyCards, copyStrategy } from './copyScorecard.ts'
import { findScorecardRow, insertScorecard } from './data.ts'
import { findScorecardDesign } from './scorecardDesigns.ts'

/** Copies strategy, institution's card and the cards of units still open, as drafts. Plans of people are drafted anew: posts and goals change. */
export const carryForwardRoute = serve(carryForward, {
  run: async ({ tx, institutionId, input, audit }) => {
    const from: ScorecardDesign | null = await findScorecardDesign(tx, institutionId, { scorecardId: input.scorecardId })
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!from || !cycle) throw new Refusal('not-found')
    if (await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId })) throw new Refusal('scorecard-exists', { year: cycle.year })
    const before = await findCycle(tx, institutionId, from.cycleId)
    const scorecardId = newId()
    const { strategy, objectiveIds } = copyStrategy(from, newId)
    const name = { zh: inYear(from.name.zh, before?.year, cycle.year), en: inYear(from.name.en, before?.year, cycle.year) }
    const { mission, vision, rules, choiceId } = from
    await insertScorecard(tx, {
      institutionId,
      scorecardId,
      cycleId: cycle.cycleId,
      name,
      mission,
      vision,
      rules,
      choiceId,
      carriedFrom: from.scorecardId,
    })
    await insertStrategy(tx, institutionId, scorecardId, strategy)
    const open = new Set(
      (await listUnits(tx, institutionId))
        .filter((unit) => unit.closedOn === null || unit.closedOn > cycle.startsOn)
        .map((unit) => unit.unitId),
    )
    const kept = (await cardsWhere(tx, institutionId, { scorecardId: from.scorecardId })).filter((card) => isCarried(card, open))
    const { cards, lines } = copyCards(kept, { scorecardId, objectiveIds, newId })
    await insertCards(tx, institutionId, cards)
    await upsertLines(tx, institutionId, lines)
    audit({ kind: 'scorecard', id: scorecardId, detail: { from: from.scorecardId, year: cycle.year, cards: cards.length } })
    return { scorecardId }
  },
})

const isCarried = (card: CardDesign, open: ReadonlySet<string>) =>
  card.holderKind === 'institution' || (card.holderKind === 'unit' && card.unitId !== null && open.has(card.unitId))

/** "2026 年度单位计分卡" becomes "2027 年度单位计分卡"; a name without its year stays. */
const inYear = (name: string, before: number | undefined, year: number) =>
  before === undefined ? name : name.replaceAll(String(before), String(year))
