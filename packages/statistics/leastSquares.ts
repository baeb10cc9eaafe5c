import { dot } from './covarianceMatrix.ts'
import { mean, sum } from './moments.ts'

export type LeastSquares =
  | {
      readonly kind: 'solved'
      readonly slopes: readonly number[]
      readonly intercept: number
      readonly residuals: readonly number[]
      /** Diagonal of (X'X)^-1 of the centred columns: variances of the slopes in units of the error variance. */
      readonly inverseDiagonal: readonly number[]
      /** The intercept's variance in the same units. */
      readonly interceptVariance: number
    }
  /** A column that follows from those before it. */
  | { readonly kind: 'dependent'; readonly column: number }

/**
 * Least squares with an intercept: columns centred and brought to length one, Householder reflections (Golub & Van Loan 2013, 5.2), and one round of
 * refinement on the residuals. Columns must vary; each as long as the target.
 */
export function leastSquares(columns: readonly (readonly number[])[], target: readonly number[]): LeastSquares {
  const centres = columns.map((column) => mean(column))
  const centred = columns.map((column, j) => column.map((value) => value - centres[j]!))
  const lengths = centred.map((column) => Math.hypot(...chunked(column)))
  const units = centred.map((column, j) => column.map((value) => value / lengths[j]!))
  const targetCentre = mean(target)
  const y = target.map((value) => value - targetCentre)
  const reflected = reflect(units)
  if ('column' in reflected) return { kind: 'dependent', column: reflected.column }
  const first = solve(reflected, y)
  const left = y.map((value, i) => value - sum(units.map((unit, j) => unit[i]! * first[j]!)))
  const correction = solve(reflected, left)
  const scaled = first.map((value, j) => value + correction[j]!)
  const raw = y.map((value, i) => value - sum(units.map((unit, j) => unit[i]! * scaled[j]!)))
  const off = mean(raw)
  const slopes = scaled.map((value, j) => value / lengths[j]!)
  const inverse = inverseUpper(reflected.upper)
  const inverseDiagonal = inverse.map((row, j) => dot(row, row) / lengths[j]! ** 2)
  const turned = centres.map((centre, j) => centre / lengths[j]!)
  const projected = inverse.map((_, c) => sum(inverse.map((row, j) => row[c]! * turned[j]!)))
  return {
    kind: 'solved',
    slopes,
    intercept: targetCentre - sum(slopes.map((slope, j) => slope * centres[j]!)),
    residuals: raw.map((value) => value - off),
    inverseDiagonal,
    interceptVariance: 1 / target.length + dot(projected, projected),
  }
}

type Reflected = { readonly reflectors: readonly (readonly number[])[]; readonly upper: readonly (readonly number[])[] }

/** Upper triangle (rows) and the reflecting vectors; or the first column with nothing of its own. */
function reflect(units: readonly (readonly number[])[]): Reflected | { readonly column: number } {
  const work = units.map((unit) => [...unit])
  const reflectors: number[][] = []
  for (let j = 0; j < work.length; j++) {
    const rest = work[j]!.slice(j)
    const length = Math.hypot(...chunked(rest))
    if (length < DEPENDENT) return { column: j }
    const vector = [...new Array<number>(j).fill(0), ...rest]
    vector[j] = vector[j]! + (rest[0]! < 0 ? -length : length)
    const size = Math.hypot(...chunked(vector))
    const reflector = vector.map((value) => value / size)
    reflectors.push(reflector)
    for (let c = j; c < work.length; c++) apply(reflector, work[c]!)
  }
  return { reflectors, upper: work.map((_, i) => work.map((column, j) => (j < i ? 0 : column[i]!))) }
}

function apply(reflector: readonly number[], column: number[]): void {
  const along = 2 * dot(reflector, column)
  for (let i = 0; i < column.length; i++) column[i] = column[i]! - along * reflector[i]!
}

function solve({ reflectors, upper }: Reflected, target: readonly number[]): number[] {
  const turned = [...target]
  for (const reflector of reflectors) apply(reflector, turned)
  const x = new Array<number>(upper.length).fill(0)
  for (let i = upper.length - 1; i >= 0; i--)
    x[i] = (turned[i]! - sum(x.map((value, j) => (j > i ? value * upper[i]![j]! : 0)))) / upper[i]![i]!
  return x
}

function inverseUpper(upper: readonly (readonly number[])[]): number[][] {
  const size = upper.length
  const inverse = upper.map(() => new Array<number>(size).fill(0))
  for (let c = 0; c < size; c++) {
    for (let i = c; i >= 0; i--) {
      let value = i === c ? 1 : 0
      for (let j = i + 1; j <= c; j++) value -= upper[i]![j]! * inverse[j]![c]!
      inverse[i]![c] = value / upper[i]![i]!
    }
  }
  return inverse
}

/** Partial lengths of at most ten thousand values: `hypot` takes its values as arguments. */
function chunked(values: readonly number[]): number[] {
  if (values.length <= 10_000) return [...values]
  const parts = Array.from({ length: Math.ceil(values.length / 10_000) }, (_, at) => values.slice(at * 10_000, (at + 1) * 10_000))
  return parts.map((part) => Math.hypot(...part))
}

/** Of a column of length one, less than this outside the columns before it counts as nothing. */
const DEPENDENT = 1e-10
