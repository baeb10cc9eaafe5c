/**
 * The space of everything that can be worked out from a set of sums by adding and subtracting them. Arithmetic is done modulo a prime,
 * which is exact for the small whole-number factors that sums of groups lead to, and cannot lose accuracy as doubles would.
 */
export type RowSpace = {
  readonly prime: number
  /** Number of columns of the sums; behind them stand the factors of the cells a row was made of. */
  readonly width: number
  readonly rows: readonly SpaceRow[]
}

export type SpaceRow = {
  /** The column in which this row has 1 and every other row 0. */
  readonly pivot: number
  readonly values: Int32Array
  /** How often each cell that was put in takes part, by its place; modulo the prime. */
  readonly factors: ReadonlyMap<number, number>
}

/** Below 2^26, so that a product of two residues is exact in a double. Two of them, so that what one might miss the other finds. */
export const PRIMES = [67_108_859, 67_108_837] as const

/** A space in which nothing is known yet. `width` is the number of columns. */
export function emptySpace(width: number, prime: number): RowSpace {
  return { prime, width, rows: [] }
}

/** The space after one more sum is known: a 0/1 row over the columns, with the place of the cell it came from. A sum that could be worked out before adds nothing. */
export function withSum(space: RowSpace, sum: readonly number[], cell: number): RowSpace {
  const { prime } = space
  const values = Int32Array.from(sum)
  const factors = new Map([[cell, 1]])
  for (const row of space.rows) {
    const times = values[row.pivot] ?? 0
    if (times !== 0) subtract({ values, factors }, row, times, prime)
  }
  const pivot = values.findIndex((value) => value !== 0)
  if (pivot < 0) return space
  const scale = inverse(values[pivot] ?? 1, prime)
  const added: SpaceRow = {
    pivot,
    values: values.map((value) => (value * scale) % prime),
    factors: new Map([...factors].map(([at, factor]) => [at, (factor * scale) % prime])),
  }
  const others = space.rows.map((row): SpaceRow => {
    const times = row.values[pivot] ?? 0
    if (times === 0) return row
    const changed = { values: Int32Array.from(row.values), factors: new Map(row.factors) }
    subtract(changed, added, times, prime)
    return { pivot: row.pivot, ...changed }
  })
  return { ...space, rows: [...others, added] }
}

function subtract(from: { values: Int32Array; factors: Map<number, number> }, row: SpaceRow, times: number, prime: number): void {
  const minus = prime - times
  for (let column = 0; column < from.values.length; column++)
    from.values[column] = ((from.values[column] ?? 0) + (row.values[column] ?? 0) * minus) % prime
  for (const [cell, factor] of row.factors) {
    const left = ((from.factors.get(cell) ?? 0) + factor * minus) % prime
    if (left === 0) from.factors.delete(cell)
    else from.factors.set(cell, left)
  }
}

/** The number that multiplied by `value` leaves 1. */
function inverse(value: number, prime: number): number {
  let [a, b, x, y] = [value, prime, 1, 0]
  while (a > 1) {
    const whole = Math.floor(a / b)
    ;[a, b] = [b, a % b]
    ;[x, y] = [y, x - whole * y]
    if (b === 0) break
  }
  return ((x % prime) + prime) % prime
}
