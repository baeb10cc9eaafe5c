import { type IncompleteMatrix, mirrored } from './ahpIncomplete.ts'
import type { Cell } from './comparison.ts'
import { type AgreementBand, agreementBand, type KendallW, kendallW } from './kendallW.ts'
import { type WeighedJudgements, type WeighedJudgementsResult, weighedJudgements } from './weighedJudgements.ts'

/** One judge's figure; `judge` is the place in the list handed in. */
export type JudgeFigure = { readonly judge: number; readonly value: number }
export type Disagreement = { readonly lowest: JudgeFigure; readonly highest: JudgeFigure }

export type JudgePanel = {
  /** The group's weights: each pair the geometric mean over the judges who judged it, a pair nobody judged left open. */
  readonly group: WeighedJudgementsResult
  /** Each judge alone, in the order given. */
  readonly judges: readonly WeighedJudgementsResult[]
  /** Do the judges order the criteria alike? Over the judges whose judgements give weights; null below two of them or when nothing can be ordered. */
  readonly agreement: (KendallW & { readonly band: AgreementBand }) | null
  /** For each criterion the judge who weighs it least and most; null below two judges with weights. */
  readonly spread: readonly Disagreement[] | null
  /** Pairs judged by two judges or more, the most divided first (largest ratio of highest to lowest judgement above 1). */
  readonly disputed: readonly (Cell & Disagreement)[]
  /** Judges whose judgements do not give weights of their own; their judgements count in the group all the same. */
  readonly unweighed: readonly number[]
}

/**
 * Several judges on the same criteria (Forman & Peniwati 1998, aggregation of judgements), with incomplete matrices taken as they are. With
 * every pair judged by everybody the group is that of `ahpGroup`.
 */
export function judgePanel(size: number, matrices: readonly IncompleteMatrix[]): JudgePanel {
  const known = matrices.map(mirrored)
  const judges = matrices.map(weighedJudgements)
  const weighed = judges.flatMap((one, judge) => (one.kind === 'computed' ? [{ judge, weights: one.weights }] : []))
  return {
    group: weighedJudgements(aggregated(size, known)),
    judges,
    agreement: agreementOf(judges.filter((one): one is WeighedJudgements => one.kind === 'computed')),
    spread:
      weighed.length < 2
        ? null
        : Array.from({ length: size }, (_, at) => extremes(weighed.map(({ judge, weights }) => ({ judge, value: weights[at]! })))),
    disputed: disputedPairs(size, known),
    unweighed: judges.flatMap((one, judge) => (one.kind === 'computed' ? [] : [judge])),
  }
}

function aggregated(size: number, known: readonly IncompleteMatrix[]): (number | null)[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      if (i === j) return 1
      const values = judgedBy(known, i < j ? { row: i, column: j } : { row: j, column: i }).map(({ value }) => Math.log(value))
      if (values.length === 0) return null
      const mean = Math.exp(values.reduce((sum, value) => sum + value, 0) / values.length)
      return i < j ? mean : 1 / mean
    }),
  )
}

const judgedBy = (known: readonly IncompleteMatrix[], { row, column }: Cell): JudgeFigure[] =>
  known.flatMap((matrix, judge) => {
    const value = matrix[row]?.[column] ?? null
    return value === null ? [] : [{ judge, value }]
  })

function agreementOf(judges: readonly WeighedJudgements[]): JudgePanel['agreement'] {
  const result = kendallW(judges.map(({ weights }) => weights.map(rounded)))
  return result.kind === 'computed' ? { ...result, band: agreementBand(result.w) } : null
}

/** Weights that differ only by the rounding of the eigenvector are tied. */
const rounded = (weight: number) => Math.round(weight * 1e9) / 1e9

function disputedPairs(size: number, known: readonly IncompleteMatrix[]): (Cell & Disagreement)[] {
  const pairs: (Cell & Disagreement)[] = []
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) {
      const figures = judgedBy(known, { row, column })
      if (figures.length < 2) continue
      const { lowest, highest } = extremes(figures)
      if (highest.value / lowest.value > 1 + 1e-9) pairs.push({ row, column, lowest, highest })
    }
  const width = ({ lowest, highest }: Disagreement) => highest.value / lowest.value
  return pairs.toSorted((a, b) => width(b) - width(a))
}

function extremes(figures: readonly JudgeFigure[]): Disagreement {
  const [first] = figures
  if (!first) throw new RangeError('nobody judged')
  return figures.reduce<Disagreement>(
    ({ lowest, highest }, one) => ({
      lowest: one.value < lowest.value ? one : lowest,
      highest: one.value > highest.value ? one : highest,
    }),
    { lowest: first, highest: first },
  )
}
