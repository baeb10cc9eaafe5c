/** Pairwise comparisons: row i, column j says how many times more i matters than j. Square, positive, reciprocal. */
export type PairwiseMatrix = readonly (readonly number[])[]
export type Cell = { readonly row: number; readonly column: number }
/** One judgement of a judge: `row` matters `times` as much as `column`. Indices from 0. */
export type Judgement = Cell & { readonly times: number }

export type MatrixFault =
  | { readonly because: 'empty' }
  | { readonly because: 'nonsquare'; readonly row: number }
  | { readonly because: 'not-finite' | 'zero' | 'negative' | 'diagonal-not-one' | 'nonreciprocal'; readonly at: Cell }

/** What makes a matrix unfit, the first fault found, or undefined when it is fit. Reciprocity is checked to one in a hundred thousand, so 0.333333 stands for 1/3. Cells that are `null` in `judged` are passed over. */
export function faultOf(matrix: PairwiseMatrix, judged: readonly (readonly (number | null)[])[] = matrix): MatrixFault | undefined {
  if (matrix.length === 0) return { because: 'empty' }
  const ragged = matrix.findIndex((row) => row.length !== matrix.length)
  if (ragged >= 0) return { because: 'nonsquare', row: ragged }
  for (const [row, values] of matrix.entries()) {
    for (const [column, value] of values.entries()) {
      if (judged[row]?.[column] === null) continue
      const because = cellFault(value, matrix[column]![row]!, row === column)
      if (because) return { because, at: { row, column } }
    }
  }
  return undefined
}

type CellFault = Extract<MatrixFault, { at: Cell }>['because']

function cellFault(value: number, mirrored: number, onDiagonal: boolean): CellFault | undefined {
  if (!Number.isFinite(value)) return 'not-finite'
  if (value === 0) return 'zero'
  if (value < 0) return 'negative'
  if (onDiagonal) return Math.abs(value - 1) > TOLERANCE ? 'diagonal-not-one' : undefined
  return Number.isFinite(mirrored) && mirrored > 0 && Math.abs(value * mirrored - 1) > TOLERANCE ? 'nonreciprocal' : undefined
}

/** The matrix of a judge's judgements: 1 on the diagonal and for pairs not judged, the reciprocal on the other side. Later judgements of a pair win. */
export function matrixFrom(size: number, judgements: readonly Judgement[]): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(1))
  for (const judgement of judgements) judge(matrix, judgement)
  return matrix
}

/** The matrix with one judgement changed, both cells of it. */
export function withJudgement(matrix: PairwiseMatrix, judgement: Judgement): number[][] {
  const changed = matrix.map((row) => [...row])
  judge(changed, judgement)
  return changed
}

function judge(matrix: number[][], { row, column, times }: Judgement): void {
  const [over, under] = [matrix[row], matrix[column]]
  if (!over || !under || row === column || !(times > 0)) throw new RangeError(`not a judgement of this matrix: ${row}, ${column}, ${times}`)
  over[column] = times
  under[row] = 1 / times
}

/** The seventeen values of Saaty's scale: 1/9 ... 1/2, 1, 2 ... 9. */
export const SAATY_SCALE: readonly number[] = [...[9, 8, 7, 6, 5, 4, 3, 2].map((value) => 1 / value), 1, 2, 3, 4, 5, 6, 7, 8, 9]

const TOLERANCE = 1e-5
