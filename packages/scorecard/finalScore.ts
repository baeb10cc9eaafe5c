import { add, compare, type Exact, HUNDRED, max, min, sign, sub, sum, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { Band, BonusInput, CardInput } from './card.ts'
import type { AppliedVeto, CardResult } from './cardResult.ts'
import { bandOf, bandStatus, plainStatus, type Status, worseOf } from './status.ts'

export type Vetoes = { zeroed: ReadonlySet<string>; capBands: { id: string; atMost: string }[]; applied: AppliedVeto[] }

/**
 * Bonus stands outside the weights: final = min(100 + bonus cap, weighted + bonus), never less than the weighted score itself;
 * then deductions, not below zero. A card zeroed by a veto stays at zero.
 */
export function withBonus(
  weighted: Exact,
  bonuses: readonly BonusInput[],
  question: { bonusCap: string; zeroed: boolean },
): { final: Exact; points: Exact } {
  const points = sum(bonuses.map((bonus) => bonus.points))
  if (question.zeroed) return { final: ZERO, points }
  const plus = sum(bonuses.filter((bonus) => sign(bonus.points) > 0).map((bonus) => bonus.points))
  const minus = sub(points, plus)
  const raised = max(weighted, min(add(HUNDRED, question.bonusCap), add(weighted, plus)))
  return { final: max(ZERO, add(raised, minus)), points }
}

/** Score, bonus and status of the whole card once the tree is rolled up. */
export function finalScore(
  card: CardInput,
  weighted: { score: Exact | null; status: Status },
  vetoes: Vetoes,
  scheme: { bands: readonly Band[]; bonusCap: string },
): Pick<CardResult, 'final' | 'status' | 'bonus'> {
  const bonuses = card.bonuses ?? []
  const items = bonuses.map(({ id }) => id)
  if (weighted.score === null)
    return {
      final: null,
      status: weighted.status,
      bonus: { points: toExactText(sum(bonuses.map(({ points }) => points))), applied: '0', items },
    }
  const { final, points } = withBonus(weighted.score, bonuses, { bonusCap: scheme.bonusCap, zeroed: vetoes.zeroed.has(card.cardId) })
  const official = roundHalfAway(final, 2)
  return {
    final: { score: toExactText(final), official },
    bonus: { points: toExactText(points), applied: toExactText(sub(final, weighted.score)), items },
    status: cardStatus({ card, before: weighted, final, official }, vetoes, scheme.bands),
  }
}

type Moved = { card: CardInput; before: { score: Exact | null; status: Status }; final: Exact; official: string }

/** Only a band can move: a bonus may lift it at the close, a veto holds it down. */
function cardStatus({ card, before, final, official }: Moved, vetoes: Vetoes, bands: readonly Band[]): Status {
  const now = bands.find(({ code }) => code === before.status.band)
  if (!now || (before.status.kind !== 'band' && before.status.kind !== 'veto')) return before.status
  const moved = card.mode === 'official' && before.score !== null && compare(final, before.score) !== 0
  const earned = moved && before.status.kind === 'band' ? bandOf(official, bands) : now
  const ceilings = bands.filter(({ code }) => vetoes.capBands.some(({ atMost }) => atMost === code))
  if (ceilings.length === 0) return before.status.kind === 'veto' ? before.status : bandStatus(earned)
  return plainStatus(
    'veto',
    ceilings.reduce((worst, band) => worseOf(worst, band, bands), earned),
  )
}
