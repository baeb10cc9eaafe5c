import type { factorTable } from '@milepost/contract/diagnose/statistics'
import { parallelAnalysis } from '@milepost/statistics/parallelAnalysis'
import { principalComponents } from '@milepost/statistics/principalComponents'
import { reverseKeyed } from '@milepost/statistics/reverseKeyed'
import type { z } from 'zod'
import type { Scored } from './scored.ts'

/** Chance is drawn as often as a page can wait for: many answers need few draws, as their eigenvalues hardly vary. Below the least it is not drawn. */
const MOST_DRAWN = 1_000_000
const DRAWS = { most: 20, least: 5 } as const

/** Components of all items of problems and causes: as many as stand out from chance (Horn), else with an eigenvalue above 1 (Kaiser). */
export function factorsOf(scored: readonly Scored[], given: { leastCell: number; seed: string }): z.infer<typeof factorTable> {
  const used = scored.filter(({ construct }) => construct.kind !== 'outcome')
  const columns = used.flatMap(({ columns: own, scale }) =>
    own.map((column) => ({ id: column.id, reverse: false, answers: reverseKeyed(column, scale) })),
  )
  const byKaiser = principalComponents(columns)
  const none = { components: 0, byKaiser: 0, byParallel: null, eigenvalues: [], rotatedPercent: [], items: [] }
  if (byKaiser.kind === 'undefined') return { n: byKaiser.n, because: byKaiser.because, ...none }
  if (byKaiser.n < given.leastCell) return { n: byKaiser.n, because: 'too-few-cases', ...none }
  const draws = Math.min(DRAWS.most, Math.floor(MOST_DRAWN / (byKaiser.n * columns.length)))
  const chance = draws < DRAWS.least ? null : parallelAnalysis(columns, seeded(given.seed), { draws })
  const byParallel = chance?.kind === 'computed' ? chance.suggested : null
  const components = Math.max(1, byParallel ?? byKaiser.components)
  const kept = principalComponents(columns, { components })
  if (kept.kind === 'undefined') return { n: kept.n, because: kept.because, ...none }
  const loadings = kept.rotated?.loadings ?? kept.loadings
  const constructOf = new Map(used.flatMap(({ construct, items }) => items.map((item) => [item.code, construct.code] as const)))
  const ssLoadings = kept.rotated?.ssLoadings ?? kept.eigenvalues.slice(0, 1)
  let sum = 0
  return {
    n: kept.n,
    because: null,
    components,
    byKaiser: byKaiser.components,
    byParallel,
    eigenvalues: kept.eigenvalues.slice(0, Math.max(components, byKaiser.components) + 1).map((eigenvalue, at) => {
      const percent = kept.varianceExplained[at] ?? 0
      sum += percent
      return { eigenvalue, percent, cumulative: sum, chance: chance?.kind === 'computed' ? (chance.components[at]?.chance ?? null) : null }
    }),
    rotatedPercent: ssLoadings.map((value) => (100 * value) / columns.length),
    items: columns.map((column, at) => ({
      code: column.id,
      construct: constructOf.get(column.id) ?? '',
      loadings: [...(loadings[at] ?? [])],
      communality: kept.communalities[at] ?? 0,
    })),
  }
}

/** The same wave draws the same chance, so that the table does not change from one reading to the next (mulberry32). */
function seeded(seed: string): () => number {
  let state = [...seed].reduce((sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
