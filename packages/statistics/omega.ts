import type { ItemColumn, Scale } from './answers.ts'
import { notComputed, type Result, type Warning } from './evidence.ts'
import { extractFactors, LEAST_UNIQUENESS } from './factorExtraction.ts'
import { itemCorrelations, type MissingRule } from './itemCorrelations.ts'
import { sum } from './moments.ts'
import { reverseKeyed } from './reverseKeyed.ts'

export type OmegaItem = { readonly id: string; readonly loading: number; readonly uniqueness: number }
export type OmegaVariant = {
  /** (sum of loadings)^2 over itself plus the sum of uniquenesses. */
  readonly omega: number
  readonly items: readonly OmegaItem[]
}
export type Omega = {
  /** One factor by maximum likelihood on covariances (divisor n), loadings and uniquenesses in the units of the items: what lavaan and jamovi print. */
  readonly ml: OmegaVariant
  /** One factor by minimum residuals on correlations: what R's psych starts from. */
  readonly minres: OmegaVariant
  /** 1 - sum of the minres uniquenesses over the observed variance of the standardised sum: psych's omega total. */
  readonly observedVariance: number
}
export type OmegaResult = Result<'mcdonald-omega-one-factor', Omega>

/**
 * McDonald's omega total (1999) of a scale taken to measure one thing; reversed items are turned first. Three variants, because programs differ and
 * seldom say which they print. Loadings have the sign that makes their sum positive. Undefined as for `itemCorrelations`, below three items (one
 * factor cannot be told from two items), or when one item follows from the others.
 */
export function omega(items: readonly ItemColumn[], options: { scale?: Scale; missing?: MissingRule } = {}): OmegaResult {
  const method = 'mcdonald-omega-one-factor'
  const turned = items.map((item) => ({ ...item, answers: item.reverse ? reverseKeyed(item, scaleOf(options.scale)) : item.answers }))
  const ground = itemCorrelations(method, turned, options.missing)
  if (ground.kind === 'undefined') return ground
  const { correlations, covariances, n, excluded } = ground
  if (items.length < 3) return notComputed(method, 'too-few-items', { n, excluded })
  const [likely, least] = [extractFactors(correlations, 1, 'ml'), extractFactors(correlations, 1, 'minres')]
  if (!likely || !least) return notComputed(method, 'singular-correlation', { n, excluded })
  const deviations = covariances.map((row, i) => Math.sqrt((row[i]! * (n - 1)) / n))
  const variant = ({ loadings, uniquenesses }: typeof likely, scales: readonly number[]): OmegaVariant => {
    const parts = items.map(({ id }, i) => ({ id, loading: loadings[i]![0]! * scales[i]!, uniqueness: uniquenesses[i]! * scales[i]! ** 2 }))
    const common = sum(parts.map((part) => part.loading)) ** 2
    return { omega: common / (common + sum(parts.map((part) => part.uniqueness))), items: parts }
  }
  const ones = items.map(() => 1)
  const communal = least.loadings.map((row) => row[0]! ** 2)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: [...ground.warnings, ...warningsOf(items, likely.uniquenesses, likely.converged && least.converged)],
    ml: variant(likely, deviations),
    minres: variant({ ...least, uniquenesses: communal.map((value) => 1 - value) }, ones),
    observedVariance: 1 - sum(communal.map((value) => 1 - value)) / sum(correlations.flat()),
  }
}

function warningsOf(items: readonly ItemColumn[], uniquenesses: readonly number[], converged: boolean): Warning[] {
  const heywood = items.filter((_, i) => uniquenesses[i]! <= LEAST_UNIQUENESS).map((item) => item.id)
  return [
    ...(heywood.length > 0 ? [{ code: 'heywood-case' as const, subjects: heywood }] : []),
    ...(converged ? [] : [{ code: 'not-converged' as const }]),
  ]
}

function scaleOf(scale: Scale | undefined): Scale {
  if (!scale) throw new TypeError('a reversed item needs its scale')
  return scale
}
