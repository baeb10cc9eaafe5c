import type { Bilingual } from '@milepost/terms/bilingual'
import type { Because, WarningCode } from './evidence.ts'

/** Why a question could not be answered, in the reader's language. */
export const becauseText = (because: Because, language: keyof Bilingual): string => BECAUSE[because][language]
/** What to bear in mind about an answer. */
export const warningText = (warning: WarningCode, language: keyof Bilingual): string => WARNINGS[warning][language]

const BECAUSE: Readonly<Record<Because, Bilingual>> = {
  'no-cases': { zh: '没有人作答', en: 'nobody answered' },
  'too-few-cases': { zh: '作答人数太少', en: 'too few answers' },
  'no-complete-cases': { zh: '没有一份答卷答完所有题项', en: 'no case answered every item' },
  'constant-series': { zh: '所有取值都相同，没有变异', en: 'all values are the same' },
  'too-few-items': { zh: '题项太少', en: 'too few items' },
  'too-few-groups': { zh: '可比较的组不足两个，或分组不合要求', en: 'not the number of groups that can be compared' },
  'empty-margin': { zh: '某一行或某一列全为零', en: 'a row or a column is empty' },
  'no-population': { zh: '总体人数为零', en: 'there is nobody in the population' },
  'more-cases-than-population': { zh: '答卷数多于总体人数', en: 'more answers than people' },
  'unknown-stratum': { zh: '出现总体名单中没有的类别', en: 'a category the population does not list' },
  'zero-variance-item': { zh: '某题项的答案全部相同', en: 'an item has one and the same answer from everybody' },
  'singular-correlation': {
    zh: '某题项可由其他题项推出，或人数少于题项数，相关矩阵不可逆',
    en: 'an item follows from the others, or there are fewer people than items',
  },
  'zero-within-variance': { zh: '各组内部没有变异', en: 'nothing varies within the groups' },
  'no-correlation': { zh: '题项之间毫无相关', en: 'the items do not correlate at all' },
  'too-many-factors': { zh: '要求的因子数多于数据所能支持', en: 'more factors than the items can carry' },
  'not-converged': { zh: '迭代没有收敛', en: 'the search did not come to rest' },
  'collinear-predictors': { zh: '某自变量可由其他自变量推出', en: 'a predictor follows from the others' },
  'too-few-raters': { zh: '评价者不足两人', en: 'fewer than two judges' },
  'no-disagreement-possible': {
    zh: '全部评价落在同一类别，谈不上一致与否',
    en: 'every judgement is the same: no disagreement was possible',
  },
  'no-differences': { zh: '前后没有任何变化', en: 'nothing differs' },
  'margins-disagree': { zh: '各边际总数无法同时满足', en: 'the margins cannot all be met' },
  'too-large-for-exact': { zh: '表太大，无法做精确检验，请看卡方检验', en: 'the table is too large for an exact test: see chi-square' },
}

const WARNINGS: Readonly<Record<WarningCode, Bilingual>> = {
  'small-sample': { zh: '人数很少，结果不稳', en: 'few cases: the result is unsteady' },
  constant: { zh: '取值全部相同', en: 'one and the same value throughout' },
  'negative-item-rest': {
    zh: '题项与其余题项负相关：可能应反向计分',
    en: 'an item runs against the others: perhaps it should be reversed',
  },
  'two-items-use-spearman-brown': { zh: '只有两题，宜用 Spearman-Brown 系数', en: 'two items: prefer Spearman-Brown' },
  'off-scale-values-left-out': { zh: '量表外的值已作缺失', en: 'values off the scale count as missing' },
  'low-expected-counts': {
    zh: '超过五分之一的格期望数小于 5，卡方的 p 值存疑',
    en: 'more than a fifth of the cells expect fewer than 5: the chi-square p is doubtful',
  },
  'empty-category-dropped': { zh: '空的类别已略去', en: 'empty categories were dropped' },
  'empty-stratum': { zh: '有类别无人作答，由其他类别代表', en: 'nobody answered for a category: the others stand in' },
  'stratum-of-one': { zh: '有类别只有一人作答', en: 'one person speaks for a whole category' },
  'more-answers-than-people': { zh: '答卷数多于人数', en: 'more answers than people' },
  'group-too-small-dropped': { zh: '人数不足的组已略去', en: 'groups that are too small were dropped' },
  'heavily-skewed': {
    zh: '分布严重偏斜，均值由少数值左右，请看中位数',
    en: 'heavily skewed: a few values make the mean, look at the median',
  },
  'too-few-for-shape': { zh: '人数太少，无法谈偏度与峰度', en: 'too few values to speak of their shape' },
  'perfect-correlation': { zh: '完全相关', en: 'a perfect correlation' },
  census: { zh: '全部人员都已作答，没有抽样误差', en: 'everybody answered: there is no sampling error' },
  'pairwise-covariances': { zh: '各相关系数所依据的人数不同', en: 'each correlation rests on its own cases' },
  'heywood-case': { zh: '有题项几乎没有独特方差，因子解存疑', en: 'an item has next to nothing of its own: the factors are doubtful' },
  'not-converged': { zh: '迭代没有收敛', en: 'the search did not come to rest' },
  'ties-rule-out-exact': { zh: '有同分，不能用精确分布', en: 'ties rule out the exact distribution' },
  'negative-eigenvalue': { zh: '相关矩阵有负特征根', en: 'the correlations have a negative eigenvalue' },
  'beyond-tabulated-sizes': { zh: '样本量超出检验所依据的表', en: 'more cases than the tables behind the test cover' },
  'near-collinear': { zh: '自变量彼此高度相关', en: 'predictors nearly follow from one another' },
}
