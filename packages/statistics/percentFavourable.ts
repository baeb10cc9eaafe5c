import { presentValues, type Scale, type Series } from './answers.ts'
import { leftOut, notComputed, type Result } from './evidence.ts'

/** Shares of the answers given, each 0 to 100 and together 100. */
export type Favourability = { readonly favourable: number; readonly neutral: number; readonly unfavourable: number }
export type FavourabilityResult = Result<'percent-favourable', Favourability>

/**
 * Percent favourable as the US Federal Employee Viewpoint Survey counts it: the two top answers of a five-point scale over all
 * answers given; "do not know" is out of the base. On another scale everything above the middle is favourable. Answers must
 * already be turned (`reverseKeyed`). `weights`, one a case, make it the weighted share. Undefined when nobody answered.
 */
export function percentFavourable(series: Series, scale: Scale, options: { weights?: readonly number[] } = {}): FavourabilityResult {
  const middle = (scale.min + scale.max) / 2
  const onScale = (answer: number): boolean => answer >= scale.min && answer <= scale.max
  const answered = presentValues(series)
  const n = answered.filter(onScale).length
  const excluded = leftOut({ missing: series.length - answered.length, 'off-scale': answered.length - n })
  const share = { favourable: 0, neutral: 0, unfavourable: 0 }
  series.forEach((answer, index) => {
    if (answer === null || !onScale(answer)) return
    const side = answer > middle ? 'favourable' : answer < middle ? 'unfavourable' : 'neutral'
    share[side] += options.weights ? (options.weights[index] ?? 0) : 1
  })
  const total = share.favourable + share.neutral + share.unfavourable
  if (total === 0) return notComputed('percent-favourable', 'no-cases', { n, excluded })
  return {
    kind: 'computed',
    method: 'percent-favourable',
    n,
    excluded,
    warnings: [],
    favourable: (100 * share.favourable) / total,
    neutral: (100 * share.neutral) / total,
    unfavourable: (100 * share.unfavourable) / total,
  }
}
