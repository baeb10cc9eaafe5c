/** One earlier card: scores by measure id. */
export type ScoreRow = Record<string, number>
export type SpreadShares =
  | { kind: 'shares'; n: number; shares: { id: string; weight: number; share: number }[] }
  | { kind: 'undefined'; because: 'too-few-cards' | 'no-weight' | 'no-spread' }

/**
 * How much each measure really contributes to the spread of total scores: w x cov(measure, total) / var(total), beside its
 * weight. Cards that lack a measure are left out; at least five are needed. For review only, so doubles will do.
 */
export function spreadShares(weights: readonly { id: string; weightBp: number }[], rows: readonly ScoreRow[]): SpreadShares {
  const whole = weights.reduce((sum, { weightBp }) => sum + weightBp, 0)
  if (whole === 0) return { kind: 'undefined', because: 'no-weight' }
  const shares = weights.map(({ id, weightBp }) => ({ id, weight: weightBp / whole }))
  const complete = rows.filter((row) => shares.every(({ id }) => row[id] !== undefined))
  if (complete.length < 5) return { kind: 'undefined', because: 'too-few-cards' }
  const totals = complete.map((row) => shares.reduce((sum, { id, weight }) => sum + weight * (row[id] ?? 0), 0))
  const spread = covariance(totals, totals)
  if (!(spread > 1e-9)) return { kind: 'undefined', because: 'no-spread' }
  return {
    kind: 'shares',
    n: complete.length,
    shares: shares.map(({ id, weight }) => ({
      id,
      weight,
      share:
        (weight *
          covariance(
            complete.map((row) => row[id] ?? 0),
            totals,
          )) /
        spread,
    })),
  }
}

/** Covariance of two lists of one length, divisor n; at least one pair. */
export function covariance(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0) / a.length
}
