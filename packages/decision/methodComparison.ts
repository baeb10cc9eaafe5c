import type { IncompleteMatrix } from './ahpIncomplete.ts'
import type { Cell } from './comparison.ts'
import { type JudgePanel, judgePanel } from './judgePanel.ts'
import { judgementValue, type MethodRobustness } from './methodChoice.ts'
import type { Random } from './seededRandom.ts'
import { flipPoints, leadShares } from './sensitivity.ts'
import { type TopsisResult, topsis } from './topsis.ts'
import { type WeightedSumResult, weightedSum } from './weightedSum.ts'

/** Methods compared on criteria by a panel of judges. */
export type MethodComparison = {
  readonly criteria: readonly string[]
  readonly methods: readonly string[]
  /** For each judge "C1/C2" -> "3": C1 matters three times as much as C2. A pair that is not there was not judged. */
  readonly judges: readonly Readonly<Record<string, string>>[]
  /** "C1/BSC" -> 1 to 9, higher is better; a mean of raters need not be whole. */
  readonly ratings: Readonly<Record<string, number>>
}

export type ComparedMethods = {
  readonly panel: JudgePanel
  /** Weights of the criteria in their order; null while the panel's judgements do not link them all. */
  readonly weights: readonly number[] | null
  /** Both null without weights. Undefined with the place when a rating is missing. */
  readonly topsis: TopsisResult | null
  readonly weightedSum: WeightedSumResult | null
  /** The ranking if every criterion weighed the same. */
  readonly equalWeights: TopsisResult
  /** Places "criterion, method" that nobody rated; indices from 0. */
  readonly unrated: readonly { readonly criterion: number; readonly method: number }[]
}

/** Weights from the panel, ranking by TOPSIS and by weighted sum (of the top of the scale, 9) side by side. */
export function compareMethods(comparison: MethodComparison): ComparedMethods {
  const { criteria, methods, ratings } = comparison
  const panel = judgePanel(
    criteria.length,
    comparison.judges.map((one) => incompleteMatrix(criteria, one)),
  )
  const table = ratingTable(comparison)
  const weights = panel.group.kind === 'computed' ? panel.group.weights : null
  const options = weights && { ratings: table, weights }
  return {
    panel,
    weights,
    topsis: options && topsis(options),
    weightedSum: options && weightedSum(options, { kind: 'of-top', top: 9 }),
    equalWeights: topsis({ ratings: table, weights: criteria.map(() => 1 / criteria.length) }),
    unrated: methods.flatMap((method, m) =>
      criteria.flatMap((criterion, c) => (ratings[`${criterion}/${method}`] === undefined ? [{ criterion: c, method: m }] : [])),
    ),
  }
}

/** How far the lead depends on the weights. Null while there is no ranking. */
export function robustnessOf(
  comparison: MethodComparison,
  weights: readonly number[] | null,
  given: { readonly draws: number; readonly random: Random },
): MethodRobustness | null {
  if (weights === null) return null
  const options = { ratings: ratingTable(comparison), weights }
  const flips = flipPoints(options)
  return flips.kind === 'undefined' ? null : { leads: leadShares(options, given), flips }
}

/** The matrix of one judge as far as it was judged; text that is no judgement, or of no criterion here, says nothing. */
export function incompleteMatrix(criteria: readonly string[], judgements: Readonly<Record<string, string>>): IncompleteMatrix {
  const matrix = criteria.map((_, i) => criteria.map((_, j): number | null => (i === j ? 1 : null)))
  for (const [pair, text] of Object.entries(judgements)) {
    const { row, column } = cellOf(criteria, pair)
    const times = judgementValue(text)
    const [over, under] = [matrix[row], matrix[column]]
    if (times === null || !over || !under || row === column) continue
    over[column] = times
    under[row] = 1 / times
  }
  return matrix
}

function cellOf(criteria: readonly string[], pair: string): Cell {
  const [row = '', column = ''] = pair.split('/')
  return { row: criteria.indexOf(row), column: criteria.indexOf(column) }
}

/** Rows methods, columns criteria; a rating that is missing is not 0 but not a number, which the engines name as a fault. */
function ratingTable({ criteria, methods, ratings }: MethodComparison): number[][] {
  return methods.map((method) => criteria.map((criterion) => ratings[`${criterion}/${method}`] ?? Number.NaN))
}
