import { anova, groupsWith } from './anova.ts'
import type { Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { mean } from './moments.ts'
import { median } from './quantiles.ts'

export type Levene = { readonly f: number; readonly df1: number; readonly df2: number; readonly p: number }
export type LeveneResult = Result<'levene-1960-mean' | 'brown-forsythe-1974-median', Levene>

/**
 * Whether groups vary alike: an analysis of variance of the distances from the group's centre. `mean` is Levene (1960), what SPSS prints; `median` is
 * Brown & Forsythe (1974), what R's car prints and what skewed answers need. Not a gate before a t test: Welch needs none. Undefined below two
 * groups, or when the distances do not vary within any group.
 */
export function levene(
  series: Series,
  membership: readonly (string | number | null)[],
  options: { centre?: 'mean' | 'median' } = {},
): LeveneResult {
  const [centreOf, method] =
    options.centre === 'median' ? [median, 'brown-forsythe-1974-median' as const] : [mean, 'levene-1960-mean' as const]
  const { groups, excluded, warnings, n } = groupsWith(1, series, membership)
  const distances = groups.flatMap(({ values }) => {
    const centre = centreOf(values)
    return values.map((value) => Math.abs(value - centre))
  })
  const result = anova(
    distances,
    groups.flatMap(({ name, values }) => values.map(() => name)),
  )
  if (result.kind === 'undefined') return notComputed(method, result.because, { n, excluded, warnings })
  return { kind: 'computed', method, n, excluded, warnings, f: result.f, df1: result.dfBetween, df2: result.dfWithin, p: result.p }
}
