import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import { dryRunCards, type TriedWeights } from '@milepost/contract/run/dryRunCards'
import type { CardInput } from '@milepost/scorecard/card'
import { LEVELS, type Level } from './levels.ts'

/** The key of a holder in one of several years; in one year alone the holder's own. */
const inYear = (holder: string, year: number, years: number): string => (years === 1 ? holder : `${holder} ${year}`)

/** The cards of a scheme on one year's values, or on those of several: each holder once a year. */
export function cardsOfYears(years: readonly DryRunFacts[], tried: TriedWeights): CardInput[] {
  const several = new Set(years.map(({ cycle }) => cycle.year)).size
  return years.flatMap((facts) =>
    dryRunCards(facts, tried).map((card) => ({ ...card, cardId: inYear(card.cardId, facts.cycle.year, several) })),
  )
}

/** Which levels these cards are of, the institution first. */
export const levelsIn = (years: readonly DryRunFacts[]): readonly Level[] =>
  LEVELS.filter((level) => years.some(({ cards }) => cards[0]?.scope === level))

/** The part of one level. */
export const ofLevel = (years: readonly DryRunFacts[], level: Level | undefined): readonly DryRunFacts[] =>
  years.filter(({ cards }) => cards[0]?.scope === level)

export type DryRunView = Pick<DryRunFacts, 'scorecard' | 'cards' | 'withoutValues'>

/** What the report names things by; in several years each name says its year, and a measure is silent if it is so in every year. */
export function viewOfYears(years: readonly DryRunFacts[]): DryRunView | null {
  const [first, ...others] = years
  if (!first) return null
  if (others.length === 0) return first
  return {
    scorecard: first.scorecard,
    cards: years.flatMap(({ cards, cycle }) =>
      cards.map((card) => ({
        ...card,
        holder: inYear(card.holder, cycle.year, years.length),
        name: { zh: `${card.name.zh} ${cycle.year}`, en: `${card.name.en || card.name.zh} ${cycle.year}` },
      })),
    ),
    withoutValues: first.withoutValues.filter(({ code }) => others.every((facts) => facts.withoutValues.some((one) => one.code === code))),
  }
}
