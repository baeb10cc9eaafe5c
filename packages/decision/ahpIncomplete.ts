import { normalised } from './ahp.ts'
import { type Cell, faultOf, type MatrixFault, type PairwiseMatrix } from './comparison.ts'
import { eigenOf } from './eigen.ts'
import type { Evidence } from './evidence.ts'
import { consistencyRatio, type RandomIndexTable } from './randomIndex.ts'

/** Pairwise comparisons with gaps: `null` where a pair was not judged. One of the two cells of a pair is enough; the other is its reciprocal. */
export type IncompleteMatrix = readonly (readonly (number | null)[])[]
/** Ways to weigh an incomplete matrix; the one used is named beside its weights. */
export type IncompleteMethod = 'harker' | 'log-least-squares' | 'least-lambda'

export type AhpIncomplete = {
  readonly kind: 'computed'
  /** Pairs not judged. */
  readonly missing: readonly Cell[]
  /** Harker (1987): eigenvector of the matrix with 0 for a gap and 1 + gaps of the row on the diagonal. */
  readonly harker: { readonly weights: readonly number[]; readonly lambda: number }
  /** Logarithmic least squares over the judgements there are. */
  readonly logLeastSquares: { readonly weights: readonly number[] }
  /** The completion with the smallest principal eigenvalue (Bozoki, Fulop, Ronyai 2010), which is the most consistent one. */
  readonly leastLambda: {
    readonly weights: readonly number[]
    readonly lambda: number
    readonly consistencyIndex: number
    readonly consistencyRatio: number | null
    readonly completed: PairwiseMatrix
  }
  readonly table: RandomIndexTable
} & Evidence<'ahp-incomplete'>
export type AhpIncompleteResult =
  | AhpIncomplete
  | ({
      readonly kind: 'undefined'
      readonly because: MatrixFault['because'] | 'disconnected'
      readonly fault: MatrixFault | null
      /** Criteria that are linked by judgements among themselves but not with the rest; indices from 0. */
      readonly parts: readonly (readonly number[])[]
    } & Evidence<'ahp-incomplete'>)

/**
 * Weights from a matrix in which not every pair was judged, by three methods. Undefined when the judgements fall into parts that nothing
 * links (then no weights exist, whatever the method), or when a judgement is at fault as in `ahp`. The consistency ratio uses the table for
 * complete matrices and is therefore on the mild side.
 */
export function ahpIncomplete(matrix: IncompleteMatrix, options: { table?: RandomIndexTable } = {}): AhpIncompleteResult {
  const { table = 'saaty1980' } = options
  const evidence = { n: matrix.length, excluded: [], method: 'ahp-incomplete', warnings: [] } as const
  const ragged = matrix.findIndex((row) => row.length !== matrix.length)
  const known = ragged >= 0 ? [] : mirrored(matrix)
  const fault: MatrixFault | undefined =
    ragged >= 0
      ? { because: 'nonsquare', row: ragged }
      : faultOf(
          filledWith(known, () => 1),
          known,
        )
  if (fault) return { kind: 'undefined', because: fault.because, fault, parts: [], ...evidence }
  const parts = partsOf(known)
  if (parts.length > 1) return { kind: 'undefined', because: 'disconnected', fault: null, parts, ...evidence }
  const missing = known.flatMap((row, i) => row.flatMap((value, j) => (value === null && j > i ? [{ row: i, column: j }] : [])))
  const logs = logLeastSquares(known)
  const harker = eigenOf(
    known.map((row, i) => row.map((value, j) => (i === j ? 1 + row.filter((one) => one === null).length : (value ?? 0)))),
    logs,
  )
  const completed = leastLambda(known, missing, logs)
  const { weights, lambda } = eigenOf(completed, logs)
  const n = matrix.length
  const consistencyIndex = n > 1 ? Math.max(0, (lambda - n) / (n - 1)) : 0
  return {
    kind: 'computed',
    ...evidence,
    missing,
    harker: { weights: harker.weights, lambda: harker.lambda },
    logLeastSquares: { weights: logs },
    leastLambda: { weights, lambda, consistencyIndex, consistencyRatio: consistencyRatio(consistencyIndex, n, table), completed },
    table,
  }
}

/** The judgement of one cell stands for its mirror where that one is empty; the diagonal is 1 when left out. */
export function mirrored(matrix: IncompleteMatrix): (number | null)[][] {
  return matrix.map((row, i) =>
    row.map((value, j) => {
      if (i === j) return value ?? 1
      const other = matrix[j]?.[i] ?? null
      return value ?? (other === null || other === 0 ? null : 1 / other)
    }),
  )
}

function filledWith(known: readonly (readonly (number | null)[])[], fill: (row: number, column: number) => number): number[][] {
  return known.map((row, i) => row.map((value, j) => value ?? fill(i, j)))
}

/** Criteria joined by judgements, directly or through others. */
export function partsOf(known: readonly (readonly (number | null)[])[]): number[][] {
  const waiting = new Set(known.keys())
  const parts: number[][] = []
  for (const first of known.keys()) {
    if (!waiting.delete(first)) continue
    const part = [first]
    for (const at of part) {
      for (const other of [...waiting]) {
        if (known[at]?.[other] == null) continue
        waiting.delete(other)
        part.push(other)
      }
    }
    parts.push(part.toSorted((a, b) => a - b))
  }
  return parts
}

/** ln w from the normal equations: judged pairs only, the first criterion held at 0. */
export function logLeastSquares(known: readonly (readonly (number | null)[])[]): number[] {
  const size = known.length - 1
  const rows = Array.from({ length: size }, (_, at) => {
    const own = known[at + 1]!
    const judged = own.flatMap((value, j) => (value !== null && j !== at + 1 ? [{ j, value }] : []))
    const row = new Array<number>(size + 1).fill(0)
    row[at] = judged.length
    for (const { j } of judged) if (j > 0) row[j - 1]! -= 1
    row[size] = judged.reduce((sum, { value }) => sum + Math.log(value), 0)
    return row
  })
  return normalised([1, ...solve(rows).map(Math.exp)])
}

/** Gauss-Jordan with pivoting on rows of [coefficients | right side]. */
function solve(rows: number[][]): number[] {
  for (let column = 0; column < rows.length; column++) {
    const below = rows.slice(column).map((row) => Math.abs(row[column]!))
    const pivot = column + below.indexOf(Math.max(...below))
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const lead = rows[column]!
    for (const [at, row] of rows.entries()) {
      if (at === column) continue
      const factor = row[column]! / lead[column]!
      for (let k = column; k < row.length; k++) row[k]! -= factor * lead[k]!
    }
  }
  return rows.map((row, at) => row[row.length - 1]! / row[at]!)
}

/**
 * Gap by gap, the value at which the eigenvalue is least: it is convex in the logarithm of each gap, and its slope there is
 * (v_i a_ij w_j - v_j a_ji w_i) / v.w with the left and right eigenvectors v and w.
 */
function leastLambda(known: readonly (readonly (number | null)[])[], missing: readonly Cell[], start: readonly number[]): number[][] {
  const matrix = filledWith(known, (i, j) => start[i]! / start[j]!)
  if (missing.length === 0) return matrix
  let right = [...start]
  let left = start.map((value) => 1 / value)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0
    for (const { row, column } of missing) {
      const before = Math.log(matrix[row]![column]!)
      let [low, high] = [before - REACH, before + REACH]
      for (let step = 0; step < HALVINGS && high - low > 1e-13; step++) {
        const middle = (low + high) / 2
        matrix[row]![column] = Math.exp(middle)
        matrix[column]![row] = Math.exp(-middle)
        right = eigenOf(matrix, right).weights
        left = eigenOf(turned(matrix), left).weights
        const slope = left[row]! * Math.exp(middle) * right[column]! - left[column]! * Math.exp(-middle) * right[row]!
        if (slope > 0) high = middle
        else low = middle
      }
      moved = Math.max(moved, Math.abs((low + high) / 2 - before))
    }
    if (moved < 1e-11) break
  }
  return matrix
}

const turned = (matrix: readonly (readonly number[])[]): number[][] => matrix.map((_, i) => matrix.map((row) => row[i]!))

const MOST_ROUNDS = 200
/** Natural logarithm of how far one step looks: a factor of about 20 either way. */
const REACH = 3
const HALVINGS = 60
