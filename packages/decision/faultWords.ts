import type { AhpGroupResult } from './ahpGroup.ts'
import type { AhpHierarchyResult } from './ahpHierarchy.ts'
import type { AhpIncompleteResult } from './ahpIncomplete.ts'
import type { ChoiceFault } from './choice.ts'
import type { MatrixFault } from './comparison.ts'
import type { CriticWeightsResult } from './criticWeights.ts'
import type { EntropyWeightsResult } from './entropyWeights.ts'
import type { FuzzyEvaluationResult } from './fuzzyEvaluation.ts'
import type { GreyRelationalResult } from './greyRelational.ts'
import type { KendallWResult } from './kendallW.ts'
import type { OrderRelationResult } from './orderRelation.ts'
import type { VikorResult } from './vikor.ts'

type Undefined<Result> = Extract<Result, { kind: 'undefined' }>
/** Every reason for which a result of this package is undefined. */
export type DecisionFault =
  | MatrixFault['because']
  | ChoiceFault['because']
  | Undefined<AhpGroupResult>['because']
  | Undefined<AhpHierarchyResult>['because']
  | Undefined<AhpIncompleteResult>['because']
  | Undefined<CriticWeightsResult>['because']
  | Undefined<EntropyWeightsResult>['because']
  | Undefined<FuzzyEvaluationResult>['because']
  | Undefined<GreyRelationalResult>['fault']['because']
  | Undefined<VikorResult>['fault']['because']
  | Undefined<KendallWResult>['because']
  | Undefined<OrderRelationResult>['because']
  | 'different-orders'
  | 'no-leader'

export const DECISION_FAULTS: Readonly<Record<DecisionFault, { readonly zh: string; readonly en: string }>> = {
  empty: { zh: '判断矩阵是空的', en: 'The matrix of judgements is empty' },
  nonsquare: { zh: '判断矩阵的行数与列数不同', en: 'The matrix of judgements is not square' },
  'not-finite': { zh: '判断值不是数', en: 'A judgement is not a number' },
  zero: { zh: '判断值为零，两两比较只能是正数', en: 'A judgement is zero; how many times more must be positive' },
  negative: { zh: '判断值为负，两两比较只能是正数', en: 'A judgement is negative; how many times more must be positive' },
  'diagonal-not-one': { zh: '准则与自身比较应为 1', en: 'A criterion compared with itself must be 1' },
  nonreciprocal: { zh: '一对判断不互为倒数', en: 'The two judgements of a pair are not reciprocal' },
  disconnected: { zh: '判断没有把全部准则相连，无法得出权重', en: 'The judgements do not link all criteria, so no weights exist' },
  'no-options': { zh: '没有备选方案', en: 'There are no options' },
  'no-criteria': { zh: '没有准则', en: 'There are no criteria' },
  'all-weights-zero': { zh: '权重全为零', en: 'All weights are zero' },
  'no-difference': { zh: '各方案在有权重的准则上没有差别', en: 'The options differ in nothing that carries weight' },
  'negative-weight': { zh: '有权重为负', en: 'A weight is negative' },
  'weight-not-finite': { zh: '有权重不是数', en: 'A weight is not a number' },
  'rating-not-finite': { zh: '有评分缺失或不是数', en: 'A rating is missing or not a number' },
  'negative-rating': { zh: '有评分为负，此方法只接受非负数', en: 'A rating is negative, which this method cannot take' },
  'zero-rating': { zh: '成本类准则的评分为零，无法相除', en: 'A cost is rated zero and cannot be divided by' },
  'no-judges': { zh: '没有评判人', en: 'There are no judges' },
  'different-sizes': { zh: '各矩阵的大小不同', en: 'The matrices are of different sizes' },
  'unfit-matrix': { zh: '有一位评判人的判断矩阵有误', en: 'The matrix of one judge is at fault' },
  'weights-not-positive': { zh: '评判人的权重须大于零', en: 'The weights of the judges must be above zero' },
  'wrong-number-of-matrices': { zh: '每项准则应有一个方案比较矩阵', en: 'Every criterion needs one matrix of the options' },
  'no-information': { zh: '没有一项准则能区分各方案', en: 'No criterion tells the options apart' },
  'too-few-options': { zh: '方案少于两个', en: 'There are fewer than two options' },
  'no-factors': { zh: '没有评价因素', en: 'There are no factors' },
  'no-grades': { zh: '没有评价等级', en: 'There are no grades' },
  'membership-out-of-range': { zh: '隶属度不在 0 到 1 之间', en: 'A membership is not between 0 and 1' },
  'distinguishing-not-positive': { zh: '分辨系数须大于零', en: 'The distinguishing coefficient must be above zero' },
  'share-out-of-range': { zh: '群体效用的比重须在 0 到 1 之间', en: "The group's share must be between 0 and 1" },
  'too-few-judges': { zh: '评判人少于两位', en: 'There are fewer than two judges' },
  'too-few-objects': { zh: '被评对象少于两个', en: 'There are fewer than two objects' },
  'all-tied': { zh: '每位评判人给出的都是同一个值', en: 'Every judge rates everything alike' },
  'order-not-complete': { zh: '排序须恰好包含每项准则一次', en: 'The order must name every criterion exactly once' },
  'wrong-number-of-ratios': { zh: '相邻准则之间各需一个重要程度之比', en: 'Each pair of neighbours in the order needs one ratio' },
  'ratio-below-one': { zh: '重要程度之比小于 1，与排序矛盾', en: 'A ratio below 1 contradicts the order' },
  'ratio-not-finite': { zh: '重要程度之比不是数', en: 'A ratio is not a number' },
  'different-orders': { zh: '评判人的排序不一致，不能合并', en: 'The judges do not share one order and cannot be joined' },
  'no-leader': { zh: '在现有权重下无法排出先后', en: 'The options cannot be ranked at the weights given' },
}

/** Why there is no answer, in both languages. */
export const faultWords = (fault: DecisionFault): { readonly zh: string; readonly en: string } => DECISION_FAULTS[fault]
