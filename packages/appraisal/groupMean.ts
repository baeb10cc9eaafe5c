import { add, compare, div, type Exact, exact, sum } from '@milepost/exact/exact'

/** From how many ratings the highest and lowest are left out, and from how many a share is trimmed at either end. */
export type TrimRules = { dropOneFrom: number; trimShareFrom: number; trimShareBasisPoints: number }

export type GroupMean = {
  mean: Exact
  median: Exact
  n: number
  /** Ratings left out at either end. */
  trimmedEachSide: number
  method: 'mean' | 'mean-without-highest-and-lowest' | 'trimmed-mean'
}

/**
 * The value of one group of raters: the plain mean of few, without the highest and the lowest of several, trimmed at both ends of many
 * (national practice: from 5, and 10 % from 10). The median is given beside it. Throws on no ratings: that is a case its caller names.
 */
export function groupMean(ratings: readonly string[], rules: TrimRules): GroupMean {
  if (ratings.length === 0) throw new RangeError('no ratings have no mean')
  const sorted = ratings.map((rating) => exact(rating)).toSorted(compare)
  const n = sorted.length
  const byShare = n >= rules.trimShareFrom
  const trimmedEachSide = byShare ? Math.floor((n * rules.trimShareBasisPoints) / 10_000) : n >= rules.dropOneFrom ? 1 : 0
  const kept = sorted.slice(trimmedEachSide, n - trimmedEachSide)
  return {
    mean: div(sum(kept), kept.length),
    median: medianOf(sorted),
    n,
    trimmedEachSide,
    method: trimmedEachSide === 0 ? 'mean' : byShare ? 'trimmed-mean' : 'mean-without-highest-and-lowest',
  }
}

function medianOf(sorted: readonly Exact[]): Exact {
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1]
  const high = sorted[Math.floor(middle)]
  if (!low || !high) throw new RangeError('no ratings have no median')
  return div(add(low, high), 2)
}
