import type { WeighingReason, WeighingWay } from './weightsSideBySide.ts'

type Words = { readonly zh: string; readonly en: string }

/** The ways of weighing by name. */
export const WEIGHING_WAYS: Readonly<Record<WeighingWay, Words>> = {
  'by-hand': { zh: '手工设定', en: 'by hand' },
  ahp: { zh: '层次分析法', en: 'AHP' },
  g1: { zh: '序关系法', en: 'G1 (order relation)' },
  entropy: { zh: '熵权法', en: 'entropy' },
}

/** Why a way of weighing has no answer, and what gives it one. */
export const WEIGHING_REASONS: Readonly<Record<WeighingReason, Words>> = {
  'nothing-weighs': { zh: '还没有任何权重', en: 'nothing weighs anything yet' },
  'nothing-judged': { zh: '还没有两两判断', en: 'no pair has been judged yet' },
  disconnected: {
    zh: '判断还没有把所有项目连起来，请再判断与其他项目的比较',
    en: 'judgements do not link all of them yet; compare these with the others',
  },
  'judgement-at-fault': { zh: '有一个判断不在标度之内', en: 'a judgement is not on the scale' },
  'no-order': { zh: '还没有排出重要性次序', en: 'they have not been put in order yet' },
  'order-not-complete': { zh: '次序里缺少项目', en: 'some are missing from the order' },
  'ratio-at-fault': { zh: '相邻两项的比值应在 1 以上，且每对都要有', en: 'each ratio between neighbours must be there and at least 1' },
  'too-few-values': { zh: '过去的数据不足 4 个', en: 'fewer than four past figures' },
  'no-direction': { zh: '以区间为优的指标没有单一方向', en: 'best inside a range, so without a single direction' },
  'no-information': { zh: '过去的数据没有差异，分不出轻重', en: 'past figures do not differ, so they tell nothing' },
}
