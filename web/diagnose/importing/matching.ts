import type { answerMapping, matchAnswers } from '@milepost/contract/diagnose/waves'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { z } from 'zod'

export type Matched = OutputOf<typeof matchAnswers>
/** What a person says of the columns: item code -> heading ('' = not in the file), and where the stratum stands. */
export type Matching = {
  readonly columns: Readonly<Record<string, string>>
  readonly stratumColumn: string | null
  readonly stratum: string | null
  /** The column that says how long answering took; null: no time is kept. */
  readonly duration: string | null
}

export const fromMatch = (matched: Matched): Matching => ({
  columns: Object.fromEntries(matched.items.flatMap((item) => (item.heading === null ? [] : [[item.code, item.heading]]))),
  stratumColumn: matched.stratumColumn,
  stratum: null,
  duration: null,
})

export const unmatched = (matched: Matched, matching: Matching): readonly string[] =>
  matched.items
    .filter((item) => matching.columns[item.code] === undefined && item.kind !== 'text' && item.kind !== 'date')
    .map((item) => item.code)

/** Two items that read the same column. */
export function usedTwice(matching: Matching): readonly string[] {
  const headings = Object.values(matching.columns).filter((heading) => heading !== '')
  return [...new Set(headings.filter((heading, at) => headings.indexOf(heading) !== at))]
}

export function isComplete(matched: Matched, matching: Matching, strata: number): boolean {
  const placed = matching.stratumColumn !== null || matching.stratum !== null || strata === 1
  return placed && unmatched(matched, matching).length === 0 && usedTwice(matching).length === 0
}

export const mappingOf = (matching: Matching): z.input<typeof answerMapping> => ({
  columns: { ...matching.columns },
  ...(matching.stratumColumn === null ? {} : { stratumColumn: matching.stratumColumn }),
  ...(matching.stratumColumn === null && matching.stratum !== null ? { stratum: matching.stratum } : {}),
  ...(matching.duration === null ? {} : { durationColumn: matching.duration }),
})
