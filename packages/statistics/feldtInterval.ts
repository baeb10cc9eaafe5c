import type { Interval } from './evidence.ts'
import { fQuantile } from './fisherF.ts'

/** Exact interval of alpha under normality (Feldt 1965): 1 - (1 - alpha) F, with n - 1 and (n - 1)(k - 1) degrees of freedom. Needs n, k of at least 2. */
export function feldtInterval({ alpha, n, k, level }: { alpha: number; n: number; k: number; level: number }): Interval {
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    low: 1 - (1 - alpha) * fQuantile((1 + level) / 2, df1, df2),
    high: 1 - (1 - alpha) * fQuantile((1 - level) / 2, df1, df2),
    level,
  }
}
