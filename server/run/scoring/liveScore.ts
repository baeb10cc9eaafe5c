import type { CardDesign } from '@milepost/contract/design/card'
import { findCard } from '../../design/published.ts'
import { type Cycle, findCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Facts } from './facts.ts'
import { readFacts } from './readFacts.ts'
import { type ScoredCard, scoreOneCard } from './scoreCards.ts'

export type LiveAsked = {
  readonly cardId: string
  readonly today: string
  /** Score the card with the values of this cycle instead of its own. */
  readonly cycleId?: string
  /** Left out: `official` once every period of the cycle is closed. */
  readonly mode?: 'live' | 'official'
}

export type LiveScore = ScoredCard & { readonly cycle: Cycle; readonly facts: Facts }

/** The score as the values stand now. null: there is no such card or cycle. */
export async function liveScore(tx: Tx, institutionId: string, asked: LiveAsked): Promise<LiveScore | null> {
  const card = await findCard(tx, institutionId, asked.cardId)
  const cycle = card && (await findCycle(tx, institutionId, asked.cycleId ?? card.cycleId))
  if (!card || !cycle) return null
  const facts = await readFacts(tx, institutionId, { cycle, cards: [card], today: asked.today })
  return { ...scoreOneCard(card, facts, asked.mode ?? modeOf(facts)), cycle, facts }
}

/** The scores of many cards of one cycle as the values stand now. */
export async function liveScores(
  tx: Tx,
  institutionId: string,
  given: { readonly cycle: Cycle; readonly cards: readonly CardDesign[]; readonly today: string },
): Promise<ScoredCard[]> {
  const facts = await readFacts(tx, institutionId, given)
  return given.cards.map((card) => scoreOneCard(card, facts, modeOf(facts)))
}

/** While a period is open the score follows the pace; once all are closed the full target stands. */
export const modeOf = ({ periods }: Pick<Facts, 'periods'>): 'live' | 'official' =>
  periods.length > 0 && periods.every((period) => period.state === 'closed') ? 'official' : 'live'
