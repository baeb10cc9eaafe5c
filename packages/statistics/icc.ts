import { completeRows, type Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { fQuantile, fUpper } from './fisherF.ts'
import { mean, sum } from './moments.ts'

export type IccForm = {
  readonly icc: number
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
  /** `null` where its degrees of freedom vanish, which a coefficient near the negative of judges over cases can bring about. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null
}
export type Icc = {
  /** Each case by other judges, drawn at random (ICC(1,1), ICC(1,k)). */
  readonly oneWay: { readonly single: IccForm; readonly average: IccForm }
  /** The same judges for all cases, agreement in the values (ICC(2,1), ICC(2,k)). */
  readonly agreement: { readonly single: IccForm; readonly average: IccForm }
  /** The same judges, differences between their levels left aside (ICC(3,1), ICC(3,k)). */
  readonly consistency: { readonly single: IccForm; readonly average: IccForm }
  readonly judges: number
}
export type IccResult = Result<'icc-shrout-fleiss-1979', Icc>

/**
 * Intraclass correlations (Shrout & Fleiss 1979; McGraw & Wong 1996 for the intervals): `single` is the reliability of one judge, `average` of the mean of
 * all. `ratings`: a row a judge, a column a case; cases with a gap are left out. Undefined below two cases or two judges, or when the judges differ in
 * nothing but noise that is not there (no residual variance).
 */
export function icc(ratings: readonly Series[], options: { level?: number } = {}): IccResult {
  const method = 'icc-shrout-fleiss-1979'
  const level = options.level ?? 0.95
  const k = ratings.length
  const { rows, excluded } = completeRows(ratings)
  const n = rows.length
  if (k < 2) return notComputed(method, 'too-few-raters', { n, excluded })
  if (n < 2) return notComputed(method, n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const squares = meanSquares(rows)
  const { between: msb, within: msw, judges: msj, residual: mse } = squares
  if (mse <= 1e-14 * (msb + msj)) return notComputed(method, 'zero-within-variance', { n, excluded })
  const [dfb, dfe, dfw] = [n - 1, (n - 1) * (k - 1), n * (k - 1)]
  const form = (value: number, f: number, df2: number, limits: Limits | null): IccForm => ({
    icc: value,
    f,
    df1: dfb,
    df2,
    p: fUpper(f, dfb, df2),
    interval: limits && { ...limits, level },
  })
  const [f1, f3] = [msb / msw, msb / mse]
  const ratio1 = fLimits(f1, dfb, dfw, level)
  const ratio3 = fLimits(f3, dfb, dfe, level)
  const agreement = (msb - mse) / (msb + (k - 1) * mse + (k * (msj - mse)) / n)
  const limits2 = agreementLimits(agreement, squares, n, k, level)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: [],
    judges: k,
    oneWay: {
      single: form(
        (msb - msw) / (msb + (k - 1) * msw),
        f1,
        dfw,
        both(ratio1, (f) => (f - 1) / (f + k - 1)),
      ),
      average: form(
        (msb - msw) / msb,
        f1,
        dfw,
        both(ratio1, (f) => 1 - 1 / f),
      ),
    },
    agreement: {
      single: form(agreement, f3, dfe, limits2),
      average: form(
        (msb - mse) / (msb + (msj - mse) / n),
        f3,
        dfe,
        limits2 && both(limits2, (value) => (k * value) / (1 + (k - 1) * value)),
      ),
    },
    consistency: {
      single: form(
        (msb - mse) / (msb + (k - 1) * mse),
        f3,
        dfe,
        both(ratio3, (f) => (f - 1) / (f + k - 1)),
      ),
      average: form(
        (msb - mse) / msb,
        f3,
        dfe,
        both(ratio3, (f) => 1 - 1 / f),
      ),
    },
  }
}

type Limits = { low: number; high: number }
type MeanSquares = { between: number; within: number; judges: number; residual: number }

function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [rows.length, rows[0]!.length]
  const grand = mean(rows.flat())
  const rowMeans = rows.map(mean)
  const judgeMeans = rows[0]!.map((_, j) => mean(rows.map((row) => row[j]!)))
  const between = k * sum(rowMeans.map((value) => (value - grand) ** 2))
  const judges = n * sum(judgeMeans.map((value) => (value - grand) ** 2))
  const within = sum(rows.flatMap((row, i) => row.map((value) => (value - rowMeans[i]!) ** 2)))
  const residual = sum(rows.flatMap((row, i) => row.map((value, j) => (value - rowMeans[i]! - judgeMeans[j]! + grand) ** 2)))
  return {
    between: between / (n - 1),
    within: within / (n * (k - 1)),
    judges: judges / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  }
}

function fLimits(f: number, df1: number, df2: number, level: number): { low: number; high: number } {
  const tail = (1 + level) / 2
  return { low: f / fQuantile(tail, df1, df2), high: f * fQuantile(tail, df2, df1) }
}

/** Shrout & Fleiss (1979), p. 424, with Satterthwaite's degrees of freedom. */
function agreementLimits(value: number, ms: MeanSquares, n: number, k: number, level: number): Limits | null {
  const fj = ms.judges / ms.residual
  const top = (n - 1) * (k - 1) * (k * value * fj + n * (1 + (k - 1) * value) - k * value) ** 2
  const bottom = (n - 1) * k ** 2 * value ** 2 * fj ** 2 + (n * (1 + (k - 1) * value) - k * value) ** 2
  const v = top / bottom
  if (!(v > 0)) return null
  const [upper, lower] = [fQuantile((1 + level) / 2, n - 1, v), fQuantile((1 + level) / 2, v, n - 1)]
  if (upper === Number.POSITIVE_INFINITY) return null
  const { between, judges, residual } = ms
  const noise = k * judges + (k * n - k - n) * residual
  return {
    low: (n * (between - upper * residual)) / (upper * noise + n * between),
    high: (n * (lower * between - residual)) / (noise + n * lower * between),
  }
}

const both = ({ low, high }: { low: number; high: number }, turn: (value: number) => number): { low: number; high: number } => ({
  low: turn(low),
  high: turn(high),
})
