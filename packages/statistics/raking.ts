import type { Series } from './answers.ts'
import { leftOut, notComputed, type Result, type Warning } from './evidence.ts'
import { sum } from './moments.ts'

/** One margin: each case's category, and how many people of the population are in each. */
export type Margin = {
  readonly name: string
  readonly categories: readonly (string | null)[]
  readonly population: Readonly<Record<string, number>>
}
export type Raked = {
  /** One weight a case, their mean 1; `null` for a case without a category in some margin. */
  readonly weights: Series
  /** 1 + squared coefficient of variation of the weights (Kish 1965): by what the variance grew. n over it is the effective number of cases. */
  readonly designEffect: number
  readonly effectiveN: number
  readonly rounds: number
}
export type RakedResult = Result<'raking-deming-stephan-1940', Raked>

/**
 * Weights that bring several margins of a sample to those of the population at once, by fitting one after another until all hold (Deming & Stephan 1940).
 * Margins are shares of their own total. A population category nobody answered for is left to the others and named. Undefined without a usable
 * case, for a category the population does not list, or when the margins cannot all be met (`margins-disagree`).
 */
export function rake(margins: readonly Margin[], options: { tolerance?: number } = {}): RakedResult {
  const method = 'raking-deming-stephan-1940'
  const cases = margins[0]?.categories.length ?? 0
  if (margins.some((margin) => margin.categories.length !== cases)) throw new RangeError('every margin needs the same cases')
  const sizes = margins.flatMap((margin) => Object.values(margin.population))
  if (sizes.some((size) => !(Number.isFinite(size) && size >= 0))) throw new RangeError('a category has a number of people, not negative')
  const used = Array.from({ length: cases }, (_, at) => at).filter((at) =>
    margins.every((margin) => (margin.categories[at] ?? null) !== null),
  )
  const n = used.length
  const excluded = leftOut({ 'no-group': cases - n })
  if (n === 0) return notComputed(method, 'no-cases', { n, excluded })
  const unknown = margins.flatMap(({ name, categories, population }) =>
    [...new Set(used.map((at) => categories[at]!))]
      .filter((category) => !(population[category]! > 0))
      .map((category) => `${name}: ${category}`),
  )
  if (unknown.length > 0) return notComputed(method, 'unknown-stratum', { n, excluded, subjects: unknown })
  const targets = margins.map((margin) => sharesOf(margin, used))
  let weights = used.map(() => 1)
  let rounds = 0
  for (let off = Number.POSITIVE_INFINITY; off > (options.tolerance ?? 1e-12); rounds++) {
    if (rounds === MOST_ROUNDS) return notComputed(method, 'margins-disagree', { n, excluded })
    off = 0
    for (const { places, shares } of targets) {
      const totals = shares.map(() => 0)
      weights.forEach((weight, at) => {
        totals[places[at]!]! += weight / n
      })
      off = Math.max(off, ...shares.map((share, at) => Math.abs(totals[at]! - share)))
      weights = weights.map((weight, at) => (weight * shares[places[at]!]!) / totals[places[at]!]!)
    }
  }
  const mean = sum(weights) / n
  const scaled = new Map(used.map((at, index) => [at, weights[index]! / mean]))
  const designEffect = (n * sum(weights.map((weight) => weight * weight))) / sum(weights) ** 2
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: warningsOf(margins, used),
    weights: Array.from({ length: cases }, (_, at) => scaled.get(at) ?? null),
    designEffect,
    effectiveN: n / designEffect,
    rounds,
  }
}

/** Each used case's place among the categories that have an answer, and the share of the population each is to have. */
function sharesOf({ categories, population }: Margin, used: readonly number[]): { places: number[]; shares: number[] } {
  const present = [...new Set(used.map((at) => categories[at]!))]
  const spoken = sum(present.map((category) => population[category]!))
  return { places: used.map((at) => present.indexOf(categories[at]!)), shares: present.map((category) => population[category]! / spoken) }
}

function warningsOf(margins: readonly Margin[], used: readonly number[]): Warning[] {
  const silent = margins.flatMap(({ name, categories, population }) => {
    const seen = new Set(used.map((at) => categories[at]))
    return Object.entries(population).flatMap(([category, size]) => (size > 0 && !seen.has(category) ? [`${name}: ${category}`] : []))
  })
  return silent.length > 0 ? [{ code: 'empty-stratum', subjects: silent }] : []
}

const MOST_ROUNDS = 10_000
