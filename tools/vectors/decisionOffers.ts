import { ahp } from '@milepost/decision/ahp'
import { ahpGroup } from '@milepost/decision/ahpGroup'
import { ahpHierarchy } from '@milepost/decision/ahpHierarchy'
import { ahpIncomplete } from '@milepost/decision/ahpIncomplete'
import { criticWeights } from '@milepost/decision/criticWeights'
import { entropyWeights } from '@milepost/decision/entropyWeights'
import { fuzzyEvaluation } from '@milepost/decision/fuzzyEvaluation'
import { greyRelational } from '@milepost/decision/greyRelational'
import { inconsistentJudgement } from '@milepost/decision/inconsistentJudgement'
import { kendallW } from '@milepost/decision/kendallW'
import { consistencyRatio, RANDOM_INDEX } from '@milepost/decision/randomIndex'
import { randomIndexSimulated } from '@milepost/decision/randomIndexSimulated'
import { seededRandom } from '@milepost/decision/seededRandom'
import { topsis } from '@milepost/decision/topsis'
import { vikor } from '@milepost/decision/vikor'
import { weightedSum } from '@milepost/decision/weightedSum'
import { chiSquareUpper } from '@milepost/statistics/chiSquare'
import { z } from 'zod'
import { listParam, numberParam, numbers, table } from './read.ts'
import type { Offers } from './runVectors.ts'
import type { Vector } from './vector.ts'

const tableName = z.enum(['saaty1980', 'saaty2008', 'alonsoLamata2006']).default('saaty1980')
/** Without a direction more is better; without weights all weigh the same. */
const directions = (vector: Vector) => {
  const benefits = z.array(z.boolean()).optional().parse(vector.params.benefit)
  return (benefits ?? (table(vector, 'matrix')[0] ?? []).map(() => true)).map((benefit) => (benefit ? 'benefit' : 'cost'))
}
const evenly = (items: readonly unknown[]): number[] => items.map(() => 1 / items.length)
const choice = (vector: Vector) => ({
  ratings: table(vector, 'matrix'),
  weights: vector.params.weights === undefined ? evenly(table(vector, 'matrix')[0] ?? []) : listParam(vector, 'weights'),
  directions: directions(vector),
})
/** The vectors count from 1. */
const fromOne = (indices: readonly number[]): number[] => indices.map((index) => index + 1)

export const DECISION_OFFERS: Offers = {
  'ahp.weights': (vector) => {
    const matrix = table(vector, 'matrix')
    const result = ahp(matrix, { table: tableName.parse(vector.params.randomIndex) })
    if (result.kind === 'undefined') return { cannot: result.fault.because }
    const worst = inconsistentJudgement(matrix)
    return {
      n: result.n,
      eigenvector: result.weights,
      lambdaMax: result.lambdaMax,
      ci: result.consistencyIndex,
      ri: result.randomIndex.value,
      cr: result.consistencyRatio,
      crSaaty2008: consistencyRatio(result.consistencyIndex, result.n, 'saaty2008'),
      crAlonsoLamata2006: consistencyRatio(result.consistencyIndex, result.n, 'alonsoLamata2006'),
      consistent: result.consistent,
      geometricMean: result.geometric.weights,
      geometricMeanLambda: result.geometric.lambda,
      geometricConsistencyIndex: result.geometric.consistencyIndex,
      columnNormalisedMean: result.columnMean.weights,
      columnNormalisedLambda: result.columnMean.lambda,
      mostInconsistentPair: worst.kind === 'found' ? fromOne([worst.pair.row, worst.pair.column]) : undefined,
    }
  },
  'ahp.randomIndex': (vector) => {
    const sizes = numbers(vector, 'n')
    return Object.fromEntries(Object.entries(RANDOM_INDEX).map(([name, values]) => [name, sizes.map((size) => values[size - 1])]))
  },
  'ahp.randomIndexSimulated': (vector) => {
    const found = numbers(vector, 'n').map((size) =>
      randomIndexSimulated(size, { draws: 20_000, random: seededRandom(`random-index-${size}`) }),
    )
    return { mean: found.map(({ mean }) => mean), se: found.map(({ standardError }) => standardError) }
  },
  'ahp.hierarchy': (vector) => {
    const alternatives = z.array(z.array(z.array(z.number()))).parse(vector.input.alternatives)
    const result = ahpHierarchy(
      { criteria: table(vector, 'criteria'), alternatives },
      { table: tableName.parse(vector.params.randomIndex) },
    )
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      criteriaWeights: result.criteria.weights,
      distributive: result.distributive,
      idealMode: result.ideal,
      ranking: fromOne(result.ranking),
    }
  },
  'ahp.incomplete': (vector) => {
    const matrix = z.array(z.array(z.number().nullable())).parse(vector.input.matrix)
    const result = ahpIncomplete(matrix, { table: tableName.parse(vector.params.randomIndex) })
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      missing: result.missing.length,
      harkerWeights: result.harker.weights,
      harkerLambda: result.harker.lambda,
      llsmWeights: result.logLeastSquares.weights,
      minLambdaWeights: result.leastLambda.weights,
      minLambda: result.leastLambda.lambda,
      minLambdaCr: result.leastLambda.consistencyRatio,
      minLambdaCrSaaty2008: consistencyRatio(result.leastLambda.consistencyIndex, result.n, 'saaty2008'),
    }
  },
  'ahp.group': (vector) => {
    const matrices = z.array(z.array(z.array(z.number()))).parse(vector.input.matrices)
    const result = ahpGroup(matrices, {
      judgeWeights: vector.params.judgeWeights === undefined ? evenly(matrices) : listParam(vector, 'judgeWeights'),
    })
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      aijMatrix: result.matrix,
      aijWeights: result.group.weights,
      aijCr: result.group.consistencyRatio,
      individualWeights: result.judges.map((judge) => judge.weights),
      individualCr: result.judges.map((judge) => judge.consistencyRatio),
      aipGeometric: result.priorities.geometric,
      aipArithmetic: result.priorities.arithmetic,
    }
  },
  'mcdm.topsis': (vector) => {
    const result = topsis(choice(vector))
    if (result.kind === 'undefined') return { cannot: result.fault.because }
    return {
      normalized: result.normalised,
      idealPositive: result.idealPositive,
      idealNegative: result.idealNegative,
      dPlus: result.distanceToBest,
      dMinus: result.distanceToWorst,
      closeness: result.closeness,
      ranking: fromOne(result.ranking),
    }
  },
  'mcdm.saw': (vector) => {
    const [best, stretched] = [weightedSum(choice(vector), { kind: 'to-best' }), weightedSum(choice(vector), { kind: 'min-max' })]
    if (best.kind === 'undefined' || stretched.kind === 'undefined') return { cannot: 'fault' }
    return { score: best.scores, ranking: fromOne(best.ranking), minmaxScore: stretched.scores }
  },
  'mcdm.entropyWeights': (vector) => {
    const normalisation = vector.params.normalization === 'minmax' ? 'min-max' : 'sum'
    const known = vector.params.benefit === undefined ? undefined : directions(vector)
    const result = entropyWeights(table(vector, 'matrix'), { normalisation, directions: known })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { entropy: result.entropy, divergence: result.divergence, weights: result.weights }
  },
  'mcdm.criticWeights': (vector) => {
    const deviation = vector.params.sd === 'population' ? 'population' : 'sample'
    const known = vector.params.benefit === undefined ? undefined : directions(vector)
    const result = criticWeights(table(vector, 'matrix'), { directions: known, deviation })
    return result.kind === 'undefined' ? { cannot: result.because } : { information: result.information, weights: result.weights }
  },
  'mcdm.greyRelational': (vector) => {
    const rho = vector.params.rho === undefined ? 0.5 : numberParam(vector, 'rho')
    const result = greyRelational(choice(vector), rho)
    return result.kind === 'undefined' ? { cannot: result.fault.because } : { grade: result.grades, ranking: fromOne(result.ranking) }
  },
  'mcdm.vikor': (vector) => {
    const result = vikor(choice(vector), vector.params.v === undefined ? 0.5 : numberParam(vector, 'v'))
    if (result.kind === 'undefined') return { cannot: result.fault.because }
    return { S: result.groupRegret, R: result.largestRegret, Q: result.compromise, ranking: fromOne(result.ranking) }
  },
  'mcdm.fuzzyEvaluation': (vector) => {
    const result = fuzzyEvaluation(table(vector, 'membership'), listParam(vector, 'weights'))
    if (result.kind === 'undefined') return { cannot: result.because }
    return { weightedAverage: result.weightedAverage, minMax: result.minMax }
  },
  'np.friedman': (vector) => {
    const result = kendallW(table(vector, 'matrix'))
    if (result.kind === 'undefined') return { cannot: result.because }
    return { chi2: result.chiSquare, df: result.df, p: chiSquareUpper(result.chiSquare, result.df), kendallW: result.w }
  },
}
