import type { LocalText } from './localText.ts'

/** One rule of measure design: what is wrong in the reader's words, how to mend it, and what it costs the quality score. */
export type LintRow = { severity: 'blocks' | 'warns'; penalty: number; message: LocalText; mend: LocalText }

/** Rules for one measure. */
export const MEASURE_LINTS = {
  S1: {
    severity: 'warns',
    penalty: 15,
    message: { zh: '名称只有“加强、推进”一类动词，没有可衡量的对象', en: 'The name is a vague verb without anything to count' },
    mend: { zh: '写明衡量什么，例如“坑槽限时修复率”', en: 'Say what is measured, for example "potholes fixed in time"' },
  },
  M1: {
    severity: 'blocks',
    penalty: 15,
    message: { zh: '没有计量单位', en: 'It has no unit' },
    mend: { zh: '填写单位，如 %、小时、起', en: 'Give the unit: %, hours, cases' },
  },
  M2: {
    severity: 'warns',
    penalty: 10,
    message: { zh: '没有基线，也没有往年数据', en: 'It has neither a baseline nor earlier values' },
    mend: { zh: '补录上年实际值，或先监测一期', en: "Record last year's actual, or monitor one period first" },
  },
  M3: {
    severity: 'warns',
    penalty: 10,
    message: { zh: '没有数据来源或填报人', en: 'It has no data source or nobody to report it' },
    mend: { zh: '写明数据来自哪里、由谁填报', en: 'Say where the data come from and who reports them' },
  },
  M4: {
    severity: 'warns',
    penalty: 10,
    message: { zh: '没有计算公式', en: 'It has no formula' },
    mend: { zh: '写出分子、分母或计数方法', en: 'Write the numerator, the denominator or how it is counted' },
  },
  A1: {
    severity: 'warns',
    penalty: 8,
    message: { zh: '目标比近五年最好水平还高出 20 % 以上', en: 'The target is more than 20 % better than the best of five years' },
    mend: { zh: '说明达到的办法，或分步设定', en: 'Say how it will be reached, or go in steps' },
  },
  A2: {
    severity: 'warns',
    penalty: 8,
    message: { zh: '连续两年人人达标，已没有区分度', en: 'Everybody has met it two years running, so it tells nobody apart' },
    mend: { zh: '提高目标、换一个指标，或转为仅监测', en: 'Raise it, replace it, or only monitor it' },
  },
  R1: {
    severity: 'warns',
    penalty: 12,
    message: { zh: '没有对应的上级目标', en: 'It serves no objective above it' },
    mend: { zh: '连到上级目标或指标，或说明保留理由', en: 'Link it upward, or say why it stays' },
  },
  R2: {
    severity: 'warns',
    penalty: 12,
    message: { zh: '结果不由该岗位或单位掌握', en: 'The result is not in the hands of this post or unit' },
    mend: { zh: '换成过程指标，或由掌握者承担', en: 'Use what they do control, or give it to whoever does' },
  },
  T1: {
    severity: 'warns',
    penalty: 8,
    message: { zh: '没有填报频率或完成日期', en: 'It has neither a frequency nor a date' },
    mend: { zh: '填写频率，或应完成的日期', en: 'Give the frequency or the day it is due' },
  },
  D1: {
    severity: 'warns',
    penalty: 10,
    message: { zh: '一个名称里有两个指标', en: 'Two measures share one name' },
    mend: { zh: '拆成两个，分别设目标', en: 'Split them and set a target for each' },
  },
  D2: {
    severity: 'warns',
    penalty: 10,
    message: { zh: '写的是活动，不是成效', en: 'It names an activity, not what comes of it' },
    mend: { zh: '改为活动带来的结果', en: 'Name the result of the activity' },
  },
  W1: {
    severity: 'warns',
    penalty: 5,
    message: { zh: '权重低于 5 % 或高于 40 %', en: 'Its weight is below 5 % or above 40 %' },
    mend: { zh: '合并过小的，拆分过大的', en: 'Merge what is too small, split what is too large' },
  },
  F1: {
    severity: 'blocks',
    penalty: 20,
    message: { zh: '评分规则不能使用', en: 'The scoring rule cannot be used' },
    mend: { zh: '见下方说明更正数值', en: 'Correct the figures as said below' },
  },
  F2: {
    severity: 'blocks',
    penalty: 20,
    message: { zh: '没有评分规则或目标值', en: 'It has no scoring rule or no target' },
    mend: { zh: '设定底线、目标和挑战值，或设为仅监测', en: 'Set floor, target and stretch, or only monitor it' },
  },
} satisfies Record<string, LintRow>

/** Rules for a whole card. */
export const CARD_LINTS = {
  W0: {
    severity: 'blocks',
    penalty: 0,
    message: { zh: '权重合计不是 100 %', en: 'The weights do not add up to 100 %' },
    mend: { zh: '调整权重，或一键归一', en: 'Change the weights or normalise them' },
  },
  W2: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '指标少于 4 个或多于 9 个', en: 'Fewer than 4 or more than 9 measures' },
    mend: { zh: '个人计划一般 4 至 7 项', en: 'A personal plan usually has 4 to 7' },
  },
  K1: {
    severity: 'blocks',
    penalty: 0,
    message: { zh: '目标下没有任何指标', en: 'Nothing measures the objective' },
    mend: { zh: '在目标下添加指标，或删除这个目标', en: 'Put a measure under it, or remove the objective' },
  },
  K8: {
    severity: 'blocks',
    penalty: 0,
    message: { zh: '指标已停用，仍占权重', en: 'The measure is retired and still weighs' },
    mend: { zh: '换成在用的指标，或把权重改为 0', en: 'Put a measure in use in its place, or set its weight to 0' },
  },
  K9: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '目标还没有责任人', en: 'Nobody answers for the objective yet' },
    mend: { zh: '为目标指定责任人', en: 'Name an owner for it' },
  },
  K10: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '目标没有对应诊断结论', en: 'The objective answers no finding of the diagnosis' },
    mend: {
      zh: '在目标中选它对应的诊断结论；来自法规或本职职责的可以不选',
      en: 'Choose the finding it answers in the objective; one that comes from law or duty may go without',
    },
  },
  K2: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '目标下只有一个指标', en: 'The objective hangs on a single measure' },
    mend: { zh: '增加一个互相印证的指标', en: 'Add a second measure that checks the first' },
  },
  K3: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '一张计分卡超过 25 个指标', en: 'More than 25 measures on one card' },
    mend: { zh: '次要的转为仅监测', en: 'Only monitor the lesser ones' },
  },
  K4: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '个人计分卡超过 7 个指标', en: 'More than 7 measures for one person' },
    mend: { zh: '保留最能说明成效的几项', en: 'Keep those that say most about the result' },
  },
  K5: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '全部是滞后指标', en: 'All of them are lagging' },
    mend: { zh: '加入能提前看到苗头的先行指标', en: 'Add leading measures that show the drift early' },
  },
  K6: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '个人承担了外部因素决定的指标', en: 'A person carries a measure that outsiders decide' },
    mend: { zh: '移到单位一级', en: 'Move it to the unit' },
  },
  K7: {
    severity: 'warns',
    penalty: 0,
    message: {
      zh: '指标对总分差异的影响与权重相差一倍以上',
      en: 'Its share in the spread of scores is more than twice or less than half its weight',
    },
    mend: { zh: '检查目标是否人人满分或过于悬殊', en: 'See whether everybody gets full marks, or targets differ too much' },
  },
  C1: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '有数量指标，没有质量指标相互制约', en: 'Quantity is counted without a measure of quality beside it' },
    mend: { zh: '为数量指标配一个质量或满意度指标', en: 'Put a measure of quality or satisfaction next to it' },
  },
  P1: {
    severity: 'warns',
    penalty: 0,
    message: { zh: '没有面向公众或满意度的指标', en: 'Nothing on it is for the public or about satisfaction' },
    mend: { zh: '至少加入一个服务公众的指标', en: 'Add at least one that serves the public' },
  },
} satisfies Record<string, LintRow>

export type MeasureLintCode = keyof typeof MEASURE_LINTS
export type CardLintCode = keyof typeof CARD_LINTS
