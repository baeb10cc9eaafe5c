import type { LocalText } from './localText.ts'
import type { RuleRefusal } from './rules.ts'

/** Why a scoring rule cannot be published, and what mends it. */
export const RULE_REFUSALS: Record<RuleRefusal, { message: LocalText; mend: LocalText }> = {
  'not-a-number': {
    message: { zh: '评分规则中有数值不是规范的小数', en: 'A figure of the scoring rule is not a plain decimal' },
    mend: { zh: '只填数字和小数点，例如 97.5', en: 'Use digits and a decimal point only, for example 97.5' },
  },
  'target-not-positive': {
    message: { zh: '目标值须大于零，完成率才有意义', en: 'A share of the target needs a target above zero' },
    mend: { zh: '改用扣分、层差，或设基线的插值规则', en: 'Use deductions, steps, or a line from a baseline' },
  },
  'floor-equals-target': {
    message: { zh: '底线值等于目标值，分数无法在两者之间变化', en: 'Floor and target are the same, so no score lies between them' },
    mend: { zh: '拉开底线与目标，或改用“达标”规则', en: 'Set them apart, or use "met or not"' },
  },
  'baseline-equals-target': {
    message: { zh: '基线值等于目标值', en: 'Baseline and target are the same' },
    mend: { zh: '改用“保持”或“达标”规则', en: 'Use "maintain" or "met or not"' },
  },
  'points-equal': {
    message: { zh: '两个定标点相同', en: 'The two points of the rule are the same' },
    mend: { zh: '分别填写两个不同的数值', en: 'Give two different figures' },
  },
  'direction-contradicts-points': {
    message: { zh: '声明的方向与数值的高低相反', en: 'The declared direction contradicts the figures' },
    mend: { zh: '检查指标方向，或对调底线（基线）与目标', en: 'Check the direction, or swap floor (baseline) and target' },
  },
  'stretch-short-of-target': {
    message: { zh: '挑战值没有达到目标值', en: 'The stretch figure falls short of the target' },
    mend: { zh: '挑战值应不低于目标（越低越好的指标应不高于目标）', en: 'Set the stretch at the target or beyond it' },
  },
  'tolerance-not-positive': {
    message: { zh: '容差须大于零', en: 'The tolerance must be above zero' },
    mend: { zh: '填写从满分降到零分的距离', en: 'Give the distance over which full marks fall to none' },
  },
  'range-upside-down': {
    message: { zh: '区间下限高于上限', en: 'The range starts above its end' },
    mend: { zh: '对调上下限', en: 'Swap the two ends' },
  },
  'bands-overlap': {
    message: { zh: '层差档次重叠', en: 'Two steps start at the same figure' },
    mend: { zh: '每档起点各不相同', en: 'Give each step its own start' },
  },
  'no-bands': {
    message: { zh: '没有设置档次', en: 'The rule has no bands' },
    mend: { zh: '至少设置一档', en: 'Add at least one band' },
  },
  'points-not-monotone': {
    message: { zh: '底线、目标、挑战没有按同一方向排列', en: 'Floor, target and stretch do not run one way' },
    mend: { zh: '三个数值应依次变好', en: 'Let the three figures get better in that order' },
  },
  'nothing-to-compare': {
    message: { zh: '没有设置比较值', en: 'The rule has nothing to compare with' },
    mend: { zh: '填写至少一个比较值', en: 'Give at least one figure' },
  },
  'no-items': {
    message: { zh: '没有设置扣分项或里程碑', en: 'The rule has no items' },
    mend: { zh: '至少设置一项', en: 'Add at least one item' },
  },
  'deduction-not-positive': {
    message: { zh: '每次扣分须大于零', en: 'A deduction must take off more than zero' },
    mend: { zh: '以正数填写每次扣几分', en: 'State the points taken off as a positive figure' },
  },
  'weights-sum-to-zero': {
    message: { zh: '里程碑权重合计为零', en: 'The weights of the milestones add up to zero' },
    mend: { zh: '至少给一项权重', en: 'Give at least one of them weight' },
  },
}
