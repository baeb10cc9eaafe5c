import { type ItemColumn, presentValues, type Series } from './answers.ts'
import { pearson } from './correlation.ts'
import { covariance, isConstant, standardDeviation } from './moments.ts'

export type SynonymPairs = { readonly pairs: readonly (readonly [string, string])[]; readonly scores: Series }

/**
 * Psychometric synonyms (Meade & Craig 2012): pairs of items that correlate above `critical` over all sheets, and for each sheet the correlation of its
 * answers over those pairs. Somebody who reads gives like answers to like items. `null` for a sheet that answered fewer than three pairs or gave
 * them all one answer; all `null` when fewer than three pairs exist.
 */
export function psychometricSynonyms(items: readonly ItemColumn[], critical = 0.6): SynonymPairs {
  const pairs = items.flatMap((b, j) =>
    items.slice(0, j).flatMap((a) => {
      const result = pearson(a.answers, b.answers)
      return result.kind === 'computed' && result.r > critical ? [{ a, b }] : []
    }),
  )
  const sheets = items[0]?.answers.length ?? 0
  const scores = Array.from({ length: sheets }, (_, at) => {
    const both = pairs.map(({ a, b }) => [a.answers[at] ?? null, b.answers[at] ?? null]).filter((pair) => !pair.includes(null))
    return correlationOf(presentValues(both.map(([x]) => x ?? null)), presentValues(both.map(([, y]) => y ?? null)))
  })
  return { pairs: pairs.map(({ a, b }) => [a.id, b.id]), scores }
}

function correlationOf(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 3 || isConstant(x) || isConstant(y)) return null
  return covariance(x, y) / (standardDeviation(x) * standardDeviation(y))
}
