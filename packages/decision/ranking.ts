import type { DecisionWarning } from './evidence.ts'

export type Ranking = {
  /** Options best first, by index; tied options in the order given. */
  readonly ranking: readonly number[]
  /** Rank of each option from 1, ties sharing the better rank (1, 2, 2, 4). */
  readonly ranks: readonly number[]
}

/** Ranks options by score, high first. Scores closer than 1e-12 are equal: rounding must not choose. */
export function rankingOf(scores: readonly number[]): Ranking {
  const better = (a: number, b: number): number => (Math.abs(a - b) <= SAME ? 0 : b - a)
  return {
    ranking: scores.map((_, option) => option).sort((a, b) => better(scores[a]!, scores[b]!) || a - b),
    ranks: scores.map((own) => 1 + scores.filter((score) => score - own > SAME).length),
  }
}

/** Options that share the first rank. */
export function leadersOf(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  return scores.flatMap((score, option) => (best - score <= SAME ? [option] : []))
}

/** A warning naming the options that share the first rank, or none when one leads alone. */
export function tieWarnings(scores: readonly number[]): DecisionWarning[] {
  const leaders = leadersOf(scores)
  return leaders.length > 1 ? [{ code: 'tied-at-the-top', at: leaders }] : []
}

const SAME = 1e-12
