import { type Choice, type ChoiceFault, prepare } from './choice.ts'
import type { Evidence } from './evidence.ts'
import { type Ranking, rankingOf, tieWarnings } from './ranking.ts'
import { scaledRatings } from './weightedSum.ts'

export type Vikor = {
  readonly kind: 'computed'
  /** Regret summed over the criteria (S), the largest single regret (R), and the compromise of both (Q): lower is better, Q from 0 to 1. */
  readonly groupRegret: readonly number[]
  readonly largestRegret: readonly number[]
  readonly compromise: readonly number[]
  /** Share of the group's regret in the compromise (v). */
  readonly groupShare: number
  /** Options that may be called best: one alone when its advantage and its stability hold, else all that stand close to it. */
  readonly proposed: readonly number[]
  /** Q of the second is at least 1 / (options - 1) behind; the first is also best by S or R. */
  readonly acceptableAdvantage: boolean
  readonly acceptableStability: boolean
  readonly weights: readonly number[]
} & Ranking &
  Evidence<'vikor-opricovic'>
export type VikorResult =
  | Vikor
  | ({ readonly kind: 'undefined'; readonly fault: ChoiceFault | { readonly because: 'share-out-of-range' } } & Evidence<'vikor-opricovic'>)

/**
 * VIKOR (Opricovic 1998; Opricovic & Tzeng 2004): the compromise between the least regret of all criteria together and the least regret of
 * the worst one. Undefined when the options differ in nothing that carries weight. A criterion all options share causes no regret.
 */
export function vikor(choice: Choice, groupShare = 0.5): VikorResult {
  const evidence = { n: choice.ratings.length, excluded: [], method: 'vikor-opricovic' } as const
  const prepared = prepare(choice)
  if (prepared.kind === 'fault') return { kind: 'undefined', fault: prepared.fault, ...evidence, warnings: [] }
  if (!(groupShare >= 0 && groupShare <= 1))
    return { kind: 'undefined', fault: { because: 'share-out-of-range' }, ...evidence, warnings: [] }
  const { weights, directions } = prepared
  const regrets = scaledRatings(choice.ratings, directions, { kind: 'min-max' }).map((row) =>
    row.map((value, criterion) => weights[criterion]! * (1 - value)),
  )
  const groupRegret = regrets.map((row) => row.reduce((sum, value) => sum + value, 0))
  const largestRegret = regrets.map((row) => Math.max(...row))
  const [byGroup, byLargest] = [stretched(groupRegret), stretched(largestRegret)]
  if (!byGroup && !byLargest) return { kind: 'undefined', fault: { because: 'no-difference' }, ...evidence, warnings: prepared.warnings }
  const compromise = groupRegret.map((_, option) => groupShare * (byGroup?.[option] ?? 0) + (1 - groupShare) * (byLargest?.[option] ?? 0))
  const ranked = rankingOf(compromise.map((value) => -value))
  return {
    kind: 'computed',
    ...evidence,
    warnings: [...prepared.warnings, ...tieWarnings(compromise.map((value) => -value))],
    groupRegret,
    largestRegret,
    compromise,
    groupShare,
    ...proposalOf(ranked.ranking, { groupRegret, largestRegret, compromise }),
    weights,
    ...ranked,
  }
}

/** From 0 for the least to 1 for the most; `null` when all are alike. */
function stretched(values: readonly number[]): number[] | null {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return most - least <= SAME ? null : values.map((value) => (value - least) / (most - least))
}

type Measures = Pick<Vikor, 'groupRegret' | 'largestRegret' | 'compromise'>

function proposalOf(
  ranking: readonly number[],
  { groupRegret, largestRegret, compromise }: Measures,
): Pick<Vikor, 'proposed' | 'acceptableAdvantage' | 'acceptableStability'> {
  const [first = 0, second] = ranking
  if (second === undefined) return { proposed: [first], acceptableAdvantage: true, acceptableStability: true }
  const needed = 1 / (ranking.length - 1)
  const acceptableAdvantage = compromise[second]! - compromise[first]! >= needed - SAME
  const isLeast = (values: readonly number[]): boolean => values[first]! <= Math.min(...values) + SAME
  const acceptableStability = isLeast(groupRegret) || isLeast(largestRegret)
  if (acceptableAdvantage && acceptableStability) return { proposed: [first], acceptableAdvantage, acceptableStability }
  const close = ranking.filter((option) => compromise[option]! - compromise[first]! < needed - SAME)
  return { proposed: acceptableAdvantage ? [first, second] : close, acceptableAdvantage, acceptableStability }
}

const SAME = 1e-12
