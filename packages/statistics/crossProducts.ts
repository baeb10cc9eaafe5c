/**
 * Sums and cross-products of complete cases, gathered one case at a time: all that covariances need, in memory that does not grow with the cases.
 * Deviations are taken from the first case seen ("shifted data", Chan, Golub & LeVeque 1983), so that large values with small spread keep their
 * digits; answers on a scale of whole numbers add up without any rounding.
 */
export type CrossProducts = {
  readonly size: number
  n: number
  readonly origin: Float64Array
  readonly sums: Float64Array
  /** Lower triangle by rows: (i, j <= i) at i (i + 1) / 2 + j. */
  readonly products: Float64Array
  /** Four cases wait here and are added together: a product is then read and written once for the four. */
  readonly waiting: Float64Array
  held: number
}

/** An empty store for cases of `size` variables, to which `addCase` adds. */
export function crossProducts(size: number): CrossProducts {
  return {
    size,
    n: 0,
    origin: new Float64Array(size),
    sums: new Float64Array(size),
    products: new Float64Array((size * (size + 1)) / 2),
    waiting: new Float64Array(4 * size),
    held: 0,
  }
}

/** Adds one complete case: `size` finite numbers. */
export function addCase(into: CrossProducts, values: Float64Array): void {
  const { size, origin, waiting } = into
  if (into.n === 0) origin.set(values.subarray(0, size))
  into.n++
  const at = into.held * size
  for (let i = 0; i < size; i++) waiting[at + i] = values[i]! - origin[i]!
  if (++into.held === 4) flush(into)
}

function flush(into: CrossProducts): void {
  const { size, sums, products, waiting } = into
  const [second, third, fourth] = [size, 2 * size, 3 * size]
  for (let i = 0, at = 0; i < size; i++) {
    const a = waiting[i]!
    const b = waiting[second + i]!
    const c = waiting[third + i]!
    const d = waiting[fourth + i]!
    sums[i]! += a + b + c + d
    for (let j = 0; j <= i; j++, at++)
      products[at]! += a * waiting[j]! + b * waiting[second + j]! + c * waiting[third + j]! + d * waiting[fourth + j]!
  }
  waiting.fill(0)
  into.held = 0
}

/** Means and sample covariances (divisor n - 1) of what was gathered; covariances are `null` below two cases. */
export function covariancesOf(from: CrossProducts): {
  readonly n: number
  readonly means: number[]
  readonly covariances: number[][] | null
} {
  if (from.held > 0) flush(from)
  const { n, origin, sums, products } = from
  const means = Array.from(origin, (start, i) => (n === 0 ? Number.NaN : start + sums[i]! / n))
  if (n < 2) return { n, means, covariances: null }
  const entry = (i: number, j: number): number => {
    const [row, column] = i >= j ? [i, j] : [j, i]
    const value = (products[(row * (row + 1)) / 2 + column]! - (sums[i]! * sums[j]!) / n) / (n - 1)
    return i === j ? Math.max(0, value) : value
  }
  const covariances = means.map((_, i) => means.map((__, j) => entry(i, j)))
  return { n, means, covariances }
}
