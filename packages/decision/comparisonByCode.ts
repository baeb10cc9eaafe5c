import type { JudgePanel } from './judgePanel.ts'
import type { AgreementBand } from './kendallW.ts'
import type { MethodRobustness } from './methodChoice.ts'
import { compareMethods, type MethodComparison, robustnessOf } from './methodComparison.ts'
import type { Random } from './seededRandom.ts'

/** A judge (by place in the list handed in) and that judge's figure. */
type Figure = { readonly judge: number; readonly value: number }

/** A comparison as people read it: everything by the code of its criterion or method, so that it can be sent, stored and printed. */
export type ComparisonByCode = {
  readonly judges: number
  /** null while the judgements do not link all criteria; `apart` then lists the groups that nothing links. */
  readonly weights: {
    readonly byCriterion: Record<string, number>
    readonly lambdaMax: number
    readonly randomIndex: number | null
    readonly consistencyRatio: number | null
    readonly consistent: boolean | null
    readonly pairsJudged: number
    readonly pairs: number
  } | null
  readonly apart: string[][]
  /** Kendall's W over the judges who have weights of their own; null below two. */
  readonly agreement: { readonly w: number; readonly band: AgreementBand; readonly judges: number } | null
  /** Who weighs a criterion least and most; the widest first. */
  readonly spread: { readonly criterion: string; readonly lowest: Figure; readonly highest: Figure }[]
  /** The pairs judged most differently, the most divided first. */
  readonly disputed: { readonly row: string; readonly column: string; readonly lowest: Figure; readonly highest: Figure }[]
  /** Best by TOPSIS first; null while weights or ratings are missing. */
  readonly ranking:
    | {
        readonly method: string
        readonly rank: number
        readonly closeness: number
        readonly sumRank: number
        /** Weighted sum of the ratings over 9. */
        readonly sum: number
        /** Closeness if every criterion weighed the same. */
        readonly equalCloseness: number
      }[]
    | null
  /** "C1/OWN": places without a rating. */
  readonly unrated: string[]
  readonly robust: {
    readonly draws: number
    /** Share of random weights under which each method leads. */
    readonly shares: Record<string, number>
    readonly flips: {
      readonly criterion: string
      readonly weight: number
      /** The weight at which the lead is lost when this criterion alone gains; null: never. */
      readonly flipsAt: number | null
      /** The same as the first of a hundred even steps from the present weight to 1. */
      readonly seenAtStep: number | null
      readonly to: string[]
    }[]
  } | null
}

/** Computes the comparison. `draws` weight vectors are drawn by the chance handed in. */
export function comparisonByCode(
  comparison: MethodComparison,
  chance: { readonly draws: number; readonly random: Random },
): ComparisonByCode {
  const { criteria, methods } = comparison
  const criterion = (at: number) => criteria[at] ?? ''
  const method = (at: number) => methods[at] ?? ''
  const compared = compareMethods(comparison)
  const { panel, topsis, weightedSum, equalWeights } = compared
  const { group } = panel
  const pairs = (criteria.length * (criteria.length - 1)) / 2
  const weights =
    group.kind === 'computed'
      ? {
          byCriterion: Object.fromEntries(group.weights.map((weight, at) => [criterion(at), weight])),
          lambdaMax: group.lambdaMax,
          randomIndex: group.randomIndex,
          consistencyRatio: group.consistencyRatio,
          consistent: group.consistent,
          pairsJudged: pairs - group.missing.length,
          pairs,
        }
      : null
  const ranking =
    topsis?.kind === 'computed' && weightedSum?.kind === 'computed'
      ? topsis.ranking.map((at) => ({
          method: method(at),
          rank: topsis.ranks[at] ?? 0,
          closeness: topsis.closeness[at] ?? 0,
          sumRank: weightedSum.ranks[at] ?? 0,
          sum: weightedSum.scores[at] ?? 0,
          equalCloseness: equalWeights.kind === 'computed' ? (equalWeights.closeness[at] ?? 0) : 0,
        }))
      : null
  return {
    judges: comparison.judges.length,
    weights,
    apart: group.kind === 'computed' ? [] : group.parts.map((part) => part.map(criterion)),
    agreement: panel.agreement && { w: panel.agreement.w, band: panel.agreement.band, judges: panel.agreement.n },
    ...disagreement(panel, criterion),
    ranking,
    unrated: compared.unrated.map((place) => `${criterion(place.criterion)}/${method(place.method)}`),
    robust: ranking && robustByCode(robustnessOf(comparison, compared.weights, chance), { criterion, method, draws: chance.draws }),
  }
}

function disagreement(panel: JudgePanel, criterion: (at: number) => string) {
  const width = ({ lowest, highest }: { lowest: Figure; highest: Figure }) => highest.value / lowest.value
  const spread = (panel.spread ?? []).map((one, at) => ({ criterion: criterion(at), ...one })).toSorted((a, b) => width(b) - width(a))
  const disputed = panel.disputed
    .slice(0, MOST_DISPUTED)
    .map(({ row, column, lowest, highest }) => ({ row: criterion(row), column: criterion(column), lowest, highest }))
  return { spread, disputed }
}

type Names = { criterion: (at: number) => string; method: (at: number) => string; draws: number }

function robustByCode(robust: MethodRobustness | null, { criterion, method, draws }: Names): ComparisonByCode['robust'] {
  if (robust === null || robust.flips.kind === 'undefined') return null
  return {
    draws,
    shares: Object.fromEntries(robust.leads.shares.map((share, at) => [method(at), share])),
    flips: robust.flips.criteria.map((one) => ({
      criterion: criterion(one.criterion),
      weight: one.weight,
      flipsAt: one.upward?.weight ?? null,
      seenAtStep: one.upward?.seenAtStep ?? null,
      to: (one.upward?.leaders ?? []).map(method),
    })),
  }
}

const MOST_DISPUTED = 5
