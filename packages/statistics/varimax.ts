import type { Matrix } from './covarianceMatrix.ts'
import { sum } from './moments.ts'

export type Rotated = {
  /** Items x factors, columns by falling sum of squared loadings, each column's sum positive. */
  readonly loadings: Matrix
  /** Sums of squared loadings, by column. */
  readonly ssLoadings: readonly number[]
}

/**
 * Varimax rotation (Kaiser 1958): turns the axes, keeping them at right angles, until the squared loadings within the columns vary most. Pairs of
 * columns are turned by the closed-form angle until no turn moves anything. `normalise` (the default, as SPSS and R do) weighs every item alike.
 * Communalities do not change. One column is returned as it is.
 */
export function varimax(loadings: Matrix, options: { normalise?: boolean } = {}): Rotated {
  const lengths = loadings.map((row) => Math.sqrt(sum(row.map((entry) => entry * entry))))
  const scales = lengths.map((length) => (options.normalise === false || length === 0 ? 1 : length))
  const work = loadings.map((row, item) => row.map((entry) => entry / scales[item]!))
  const factors = loadings[0]?.length ?? 0
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let largest = 0
    for (let p = 0; p < factors - 1; p++) for (let q = p + 1; q < factors; q++) largest = Math.max(largest, turnPair(work, p, q))
    if (largest < SMALLEST_TURN) break
  }
  return orderedColumns(work.map((row, item) => row.map((entry) => entry * scales[item]!)))
}

/** Columns by falling sum of squares, each turned so that its sum is positive. */
export function orderedColumns(loadings: Matrix): Rotated {
  const columns = (loadings[0] ?? [])
    .map((_, factor) => loadings.map((row) => row[factor]!))
    .map((column) => (sum(column) < 0 ? column.map((entry) => -entry) : column))
    .map((column) => ({ column, ss: sum(column.map((entry) => entry * entry)) }))
    .sort((a, b) => b.ss - a.ss)
  return {
    loadings: loadings.map((_, item) => columns.map(({ column }) => column[item]!)),
    ssLoadings: columns.map(({ ss }) => ss),
  }
}

/** Turns columns p and q by Kaiser's angle; gives its size. */
function turnPair(work: readonly number[][], p: number, q: number): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (const row of work) {
    const u = row[p]! ** 2 - row[q]! ** 2
    const v = 2 * row[p]! * row[q]!
    a += u
    b += v
    c += u * u - v * v
    d += 2 * u * v
  }
  const angle = Math.atan2(d - (2 * a * b) / work.length, c - (a * a - b * b) / work.length) / 4
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  for (const row of work) {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = cosine * x + sine * y
    row[q] = cosine * y - sine * x
  }
  return Math.abs(angle)
}

const SMALLEST_TURN = 1e-12
const MOST_SWEEPS = 1000
