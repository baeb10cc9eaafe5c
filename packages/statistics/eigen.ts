import type { Matrix } from './covarianceMatrix.ts'

export type Eigen = {
  /** Largest first. */
  readonly values: readonly number[]
  /** `vectors[i]` belongs to `values[i]`, of length one, its largest entry in size positive. */
  readonly vectors: Matrix
}

/** Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan 2013, 8.5): every value to about 1e-15 of the largest. */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const v = matrix.map((_, i) => Float64Array.from(matrix, (__, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotated = rotate(a, v, p, q) || rotated
    if (!rotated) break
  }
  const order = matrix.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!)
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => withPositiveLargest([...v[i]!])) }
}

/** Turns rows and columns p and q of `a` so that a[p][q] becomes 0; rows of `v` gather the turns. False when it was 0 but for rounding. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): boolean {
  const [rowP, rowQ] = [a[p]!, a[q]!]
  const off = rowP[q]!
  const [app, aqq] = [rowP[p]!, rowQ[q]!]
  if (Math.abs(off) <= Number.EPSILON * 0.01 * Math.sqrt(Math.abs(app * aqq)) || Math.abs(off) < 1e-300) return false
  const theta = (aqq - app) / (2 * off)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let k = 0; k < a.length; k++) {
    if (k === p || k === q) continue
    const [x, y] = [rowP[k]!, rowQ[k]!]
    rowP[k] = a[k]![p] = c * x - s * y
    rowQ[k] = a[k]![q] = s * x + c * y
  }
  rowP[p] = app - t * off
  rowQ[q] = aqq + t * off
  rowP[q] = rowQ[p] = 0
  const [vp, vq] = [v[p]!, v[q]!]
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [vp[k]!, vq[k]!]
    vp[k] = c * x - s * y
    vq[k] = s * x + c * y
  }
  return true
}

function withPositiveLargest(vector: number[]): number[] {
  const largest = vector.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0)
  return largest < 0 ? vector.map((entry) => -entry) : vector
}

const MOST_SWEEPS = 60
