import fc from 'fast-check'

/** The numbers of a result; the reason as an error when there are none. */
export function computed<R extends { readonly kind: string }>(result: R): Extract<R, { readonly kind: 'computed' }> {
  if (result.kind !== 'computed') throw new Error(`not computed: ${JSON.stringify(result)}`)
  return result as Extract<R, { readonly kind: 'computed' }>
}

/** Whole numbers as answers on a scale are: few values, many ties. */
export const answersFrom = (min: number, max: number, size: { minLength: number; maxLength: number }) =>
  fc.array(fc.integer({ min, max }), size)

/** Measured values with two places: few ties. */
export const measured = (size: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.integer({ min: -5000, max: 5000 }).map((hundredths) => hundredths / 100),
    size,
  )

/** Plain sum and mean, written apart from the package so that it does not check itself. */
export const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
export const average = (values: readonly number[]): number => total(values) / values.length
export const squaresAround = (values: readonly number[], centre = average(values)): number =>
  total(values.map((value) => (value - centre) ** 2))

/** Every way to choose `size` of the places 0 ... n - 1. */
export function choices(n: number, size: number): number[][] {
  if (size === 0) return [[]]
  if (size > n) return []
  return [...choices(n - 1, size), ...choices(n - 1, size - 1).map((rest) => [...rest, n - 1])]
}

/** Every order of the values. */
export function orders<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]]
  return values.flatMap((first, at) => orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]))
}

/** Ranks by counting: one more than the smaller ones, and half of the equal others. */
export const ranksByCounting = (values: readonly number[]): number[] =>
  values.map((own) => 1 + values.filter((other) => other < own).length + (values.filter((other) => other === own).length - 1) / 2)
