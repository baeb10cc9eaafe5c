import { type ItemColumn, presentValues, type Series } from './answers.ts'
import { covariance, isConstant, mean, standardDeviation } from './moments.ts'

/**
 * Even-odd consistency of each sheet (Meade & Craig 2012): over the scales, the correlation of the mean of a person's odd items with the mean of the even
 * ones, stepped up to full length (Spearman-Brown), not below -1. Near 1 the person answers like with like; low values suggest answers without
 * reading. `scales`: the items of each scale in order, turned already. `null` where fewer than three scales have both halves answered or a half does
 * not vary. (R's careless prints it with the sign changed.)
 */
export function evenOdd(scales: readonly (readonly ItemColumn[])[]): Series {
  const sheets = scales[0]?.[0]?.answers.length ?? 0
  return Array.from({ length: sheets }, (_, at) => {
    const halves = scales.flatMap((items) => {
      const half = (odd: boolean) =>
        presentValues(items.filter((__, place) => (place % 2 === 0) === odd).map((item) => item.answers[at] ?? null))
      const [odd, even] = [half(true), half(false)]
      return odd.length > 0 && even.length > 0 ? [{ odd: mean(odd), even: mean(even) }] : []
    })
    return steppedUp(
      halves.map((one) => one.odd),
      halves.map((one) => one.even),
    )
  })
}

function steppedUp(odd: readonly number[], even: readonly number[]): number | null {
  if (odd.length < 3 || isConstant(odd) || isConstant(even)) return null
  const r = covariance(odd, even) / (standardDeviation(odd) * standardDeviation(even))
  return 1 + r < 1e-12 ? -1 : Math.max(-1, (2 * r) / (1 + r))
}
