import type { Answer } from './compare.ts'
import type { Expected, Vector } from './vector.ts'

/**
 * Loadings are defined up to the sign of a column, rotated ones also up to the order of the columns: turns and orders the columns of an answer so
 * that each lies as near as it can to the expected one. Anything that is not a matrix of the same shape is left as it is.
 */
export function alignColumns(answer: Answer, expected: Expected, mode: Vector['compare'][string]): Answer {
  const [got, wanted] = [matrixOf(answer), matrixOf(expected)]
  if (!got || !wanted || got.length !== wanted.length || got[0]?.length !== wanted[0]?.length) return answer
  const free = new Set((got[0] ?? []).map((_, column) => column))
  const chosen = (wanted[0] ?? []).map((_, target) => {
    const candidates = [...free].filter((column) => mode === 'columns-up-to-sign-and-order' || column === target)
    const options = candidates.flatMap((column) =>
      [1, -1].map((sign) => ({ column, sign, off: distance(got, wanted, column, target, sign) })),
    )
    const best = options.reduce((least, option) => (option.off < least.off ? option : least))
    free.delete(best.column)
    return best
  })
  return got.map((row) => chosen.map(({ column, sign }) => sign * (row[column] ?? Number.NaN)))
}

function distance(got: readonly number[][], wanted: readonly number[][], column: number, target: number, sign: number): number {
  return got.reduce((total, row, at) => total + (sign * (row[column] ?? 0) - (wanted[at]?.[target] ?? 0)) ** 2, 0)
}

function matrixOf(value: Answer | Expected): number[][] | undefined {
  if (!Array.isArray(value)) return undefined
  const rows = value.map((row: unknown) =>
    Array.isArray(row) && row.every((cell) => typeof cell === 'number') ? (row as number[]) : undefined,
  )
  return rows.every((row) => row !== undefined) && rows.length > 0 ? rows : undefined
}
