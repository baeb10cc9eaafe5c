import { type AhpResult, ahp } from './ahp.ts'
import { type Judgement, matrixFrom } from './comparison.ts'
import { type InconsistentJudgementResult, inconsistentJudgement } from './inconsistentJudgement.ts'
import type { Random } from './seededRandom.ts'
import { type FlipPoints, flipPoints, type LeadShares, leadShares } from './sensitivity.ts'
import { type TopsisResult, topsis } from './topsis.ts'
import { type WeightedSumResult, weightedSum } from './weightedSum.ts'

/** The comparison of methods on criteria, as stored: judgements of the upper triangle as text of Saaty's scale ("3", "1/2"), ratings 1 to 9. */
export type MethodChoice = {
  readonly criteria: readonly string[]
  readonly methods: readonly string[]
  /** "C1/C2" -> "3": C1 matters three times as much as C2. A pair not judged counts as equal. */
  readonly judgements: Readonly<Record<string, string>>
  /** "C1/BSC" -> 9, higher is better. */
  readonly ratings: Readonly<Record<string, number>>
}

export type MethodRanking =
  | {
      readonly ahp: AhpResult
      readonly contradiction: InconsistentJudgementResult
      readonly topsis: TopsisResult
      /** Contributions over the top of the rating scale (9), as a second opinion. */
      readonly weightedSum: WeightedSumResult
    }
  | { readonly ahp: AhpResult; readonly contradiction: null; readonly topsis: null; readonly weightedSum: null }

export type MethodRobustness = { readonly leads: LeadShares; readonly flips: FlipPoints }

/** Weights by AHP, ranking by TOPSIS and weighted sum. Without weights (a matrix at fault) there is no ranking. */
export function rankMethods(choice: MethodChoice): MethodRanking {
  const matrix = matrixFrom(choice.criteria.length, judgementsOf(choice))
  const weighed = ahp(matrix)
  if (weighed.kind === 'undefined') return { ahp: weighed, contradiction: null, topsis: null, weightedSum: null }
  const options = { ratings: ratingsOf(choice), weights: weighed.weights }
  return {
    ahp: weighed,
    contradiction: inconsistentJudgement(matrix),
    topsis: topsis(options),
    weightedSum: weightedSum(options, { kind: 'of-top', top: 9 }),
  }
}

/** How far the lead depends on the weights: random weights, and the weight of each criterion at which the choice flips. */
export function robustness(choice: MethodChoice, given: { readonly draws: number; readonly random: Random }): MethodRobustness | null {
  const weighed = ahp(matrixFrom(choice.criteria.length, judgementsOf(choice)))
  if (weighed.kind === 'undefined') return null
  const options = { ratings: ratingsOf(choice), weights: weighed.weights }
  return { leads: leadShares(options, given), flips: flipPoints(options) }
}

/** Text of Saaty's scale as a number; null when it is none. */
export function judgementValue(text: string): number | null {
  const parts = /^(?:1\/)?([1-9])$/.exec(text)
  if (!parts) return null
  const value = Number(parts[1])
  return text.startsWith('1/') ? 1 / value : value
}

function judgementsOf({ criteria, judgements }: MethodChoice): Judgement[] {
  return Object.entries(judgements).flatMap(([pair, text]) => {
    const [row = '', column = ''] = pair.split('/')
    const times = judgementValue(text)
    const at = { row: criteria.indexOf(row), column: criteria.indexOf(column) }
    return times === null || at.row < 0 || at.column < 0 ? [] : [{ ...at, times }]
  })
}

/** Rows methods, columns criteria; a rating that is missing is not 0 but not a number, which the engine names as a fault. */
function ratingsOf({ criteria, methods, ratings }: MethodChoice): number[][] {
  return methods.map((method) => criteria.map((criterion) => ratings[`${criterion}/${method}`] ?? Number.NaN))
}
