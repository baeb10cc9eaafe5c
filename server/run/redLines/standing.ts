import type { CardMeasure } from '@milepost/contract/design/card'
import { holderKey } from '@milepost/contract/run/holder'
import { compare } from '@milepost/exact/exact'
import type { MeasureResult } from '@milepost/scorecard/cardResult'
import { linesOf } from '../scoring/facts.ts'
import type { ScoredCard } from '../scoring/scoreCards.ts'
import { targetOf } from '../scoring/trends.ts'
import type { SheetPlace, ValueSheet } from '../scoring/valueSheet.ts'

/** Where one line of a card stands now: its figure and of which period, and whether it is red or silent. */
export type Standing = {
  /** null: neither. */
  readonly why: 'red' | 'late' | 'missing' | null
  readonly actual: string | null
  /** Of the actual: one period, or the first and the last that make it up. */
  readonly period: string | null
  /** Periods that are due and not reported, in time order. */
  readonly silent: readonly string[]
  readonly target: string | null
  readonly score: string | null
}

/** Below 60 points is the lowest band. */
const RED_BELOW = '60'

/** Every line of a scored card with where it stands, in the order of the card. */
export function standingsOn({ card, result, sheets }: ScoredCard): (Standing & { readonly line: CardMeasure })[] {
  const results = new Map(result.measures.map((one) => [one.id, one]))
  return linesOf(card).flatMap((line) => {
    const measure = results.get(line.cardMeasureId)
    return measure ? [{ line, ...standingOf(line, measure, sheets.get(line.cardMeasureId)) }] : []
  })
}

function standingOf(line: Pick<CardMeasure, 'timeAggregation'>, measure: MeasureResult, sheet: ValueSheet | undefined): Standing {
  const silent = silenceOf(sheet)
  const score = scoreOf(measure)
  const used = [...new Set((measure.actual?.used ?? []).map(({ period }) => period))].sort()
  const [first = null, last = null] = [used[0], used.at(-1)]
  return {
    why: silent.some(({ state }) => state === 'missing')
      ? 'missing'
      : silent.length > 0
        ? 'late'
        : score !== null && compare(score, RED_BELOW) < 0
          ? 'red'
          : null,
    actual: measure.actual?.shown ?? null,
    period: first === last ? first : `${first}–${last}`,
    silent: [...new Set(silent.map(({ period }) => period.code))].sort(),
    target: targetOf(line, measure),
    score,
  }
}

/** While the year runs the pace counts, at its end the full target. */
const scoreOf = (measure: MeasureResult): string | null => measure.pace?.official ?? measure.official

/** The holder's own figures that are due and not there; where units below report, it stands with them, and here only if all are silent. */
function silenceOf(sheet: ValueSheet | undefined): readonly SheetPlace[] {
  const due = (sheet?.places ?? []).filter(({ state }) => state !== 'not_due')
  const own = due.filter(({ holder }) => sheet !== undefined && holderKey(holder) === holderKey(sheet.holder))
  const silent = (own.length > 0 ? own : due).filter(({ state }) => state === 'late' || state === 'missing')
  return own.length === 0 && silent.length < due.length ? [] : silent
}
