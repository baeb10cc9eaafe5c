import type { DecisionWarning } from './evidence.ts'

type Words = { readonly zh: string; readonly en: string }

const DECISION_WARNINGS: Readonly<Record<DecisionWarning['code'], Words>> = {
  'no-random-index': {
    zh: '准则过多，已发表的随机指数表不含此阶数，一致性比率无法给出',
    en: 'too many criteria: no published random index, so no ratio of consistency',
  },
  'inconsistent-judgements': {
    zh: '判断互相矛盾，一致性比率超过界限',
    en: 'the judgements contradict one another: the ratio of consistency is above the limit',
  },
  'not-converged': { zh: '迭代没有收敛', en: 'the search did not come to rest' },
  'weights-rescaled': { zh: '权重之和不为 1，已按比例换算', en: 'the weights did not add up to 1 and were rescaled' },
  'weights-not-one': { zh: '权重之和不为 1', en: 'the weights do not add up to 1' },
  'criterion-does-not-discriminate': {
    zh: '有准则对各方案都一样，没有区分作用',
    en: 'a criterion is alike for all options and tells none apart',
  },
  'tied-at-the-top': { zh: '有并列第一的方案', en: 'options share the first place' },
  'ratio-beyond-scale': { zh: '重要程度之比超出量表', en: 'a ratio of importance lies beyond the scale' },
}

/** What to bear in mind about a result, in both languages. */
export const warningWords = ({ code }: Pick<DecisionWarning, 'code'>): Words => DECISION_WARNINGS[code]
