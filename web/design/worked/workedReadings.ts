import { exact } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { CardInput } from '@milepost/scorecard/card'
import type { CardResult } from '@milepost/scorecard/cardResult'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { cardReading, type Expected, type WorkedCase } from '@milepost/scorecard/worked/workedCase'
import { processSignals } from '@milepost/statistics/processSignals'
import { wilson } from '@milepost/statistics/proportionInterval'

/** What may be changed of a case when it is tried. */
export type Tried = Pick<WorkedCase, 'card' | 'answers' | 'series'>
type Reading = Expected & { readonly got: string | null; readonly same: boolean }
export type Worked = { readonly result: CardResult | null; readonly readings: readonly Reading[] }

/** The values that make the limits; what comes after them is held against them. */
const BASELINE = 12

/** The case worked out here, by the engines the server uses; null where what was typed cannot be scored. */
export function workOut(expected: readonly Expected[], tried: Tried): Worked | null {
  const result = tried.card === null ? null : scored(tried.card)
  if (tried.card !== null && result === null) return null
  const readings = expected.map((one) => {
    const got = reading(one, tried, result)
    return { ...one, got, same: got === one.value }
  })
  return { result, readings }
}

/** The engine throws on settings that are no figures: somebody is still typing. */
function scored(card: CardInput): CardResult | null {
  try {
    return scoreCard(card)
  } catch {
    return null
  }
}

function reading({ what, of }: Expected, { answers, series = [] }: Tried, result: CardResult | null): string | null {
  if (what === 'low' || what === 'high') return intervalOf(answers)?.[what] ?? null
  if (what === 'lower' || what === 'upper' || what === 'signal') return limitsOf(series)?.[what] ?? null
  return result === null ? null : cardReading(result, what, of)
}

function intervalOf(answers: Tried['answers']): { low: string; high: string } | null {
  if (answers === undefined || answers.favourable > answers.all) return null
  const found = wilson(answers.favourable, answers.all)
  const percent = (share: number) => roundHalfAway(exact((share * 100).toFixed(9)), 1)
  return found.kind === 'computed' ? { low: percent(found.interval.low), high: percent(found.interval.high) } : null
}

function limitsOf(series: readonly string[]): { lower: string; upper: string; signal: string | null } | null {
  const found = processSignals(series.map(Number), { baseline: BASELINE })
  if (found.kind !== 'computed') return null
  const two = (value: number) => roundHalfAway(exact(value.toFixed(9)), 2)
  return { lower: two(found.lower), upper: two(found.upper), signal: found.points.at(-1)?.signals[0] ?? null }
}
