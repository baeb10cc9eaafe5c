import { DATA_STATES, type DataState } from './dataStates.ts'
import type { LocalText } from './localText.ts'
import type { Because } from './nodeStates.ts'
import { RULE_REFUSALS } from './ruleRefusals.ts'
import type { RuleRefusal } from './rules.ts'

type OwnReason = Exclude<Because, DataState | RuleRefusal>

const OWN: Record<OwnReason, LocalText> = {
  'estimated-not-waived': { zh: '暂估数未经同意，不进入正式得分', en: 'provisional figures have not been admitted to the official score' },
  'still-open-at-close': { zh: '结账时仍未到期', en: 'still open when the period was closed' },
  'too-few-answers': { zh: '有效样本少于下限', en: 'fewer answers than the minimum' },
  'poor-data-quality': { zh: '数据质量为 D 级', en: 'data quality is grade D' },
  'zero-denominator': { zh: '分母为零', en: 'the denominator is zero' },
  'numerator-without-denominator': { zh: '分母为零而分子不为零，数据有误', en: 'the denominator is zero but the numerator is not' },
  'value-without-figure': { zh: '标为已填报但没有所需的数值', en: 'marked as reported, but a figure it needs is absent' },
  'value-not-a-number': { zh: '数值不是规范的小数', en: 'a figure is not a plain decimal' },
  'value-not-in-rule': { zh: '填报内容不在评分规则之内', en: 'the value names something the rule does not have' },
  'no-evidence': { zh: '评判没有附依据', en: 'the judgement carries no evidence' },
  'no-reason': { zh: '评判没有写理由', en: 'the judgement carries no reason' },
  'weight-sum-zero': { zh: '权重合计为零', en: 'the weights add up to zero' },
  'no-values': { zh: '没有任何填报值', en: 'there are no values' },
  'same-value-twice': { zh: '同一期同一单位出现两个值', en: 'the same unit and period appear twice' },
  'no-unit-aggregation': { zh: '一期有多个单位，但没有说明如何汇总', en: 'a period has several units and no rule to put them together' },
  'not-the-last': { zh: '只取最近一期', en: 'only the latest period counts' },
  'monitored-only': { zh: '仅监测，不计分', en: 'monitored only' },
  'no-measures': { zh: '下面没有指标', en: 'there is nothing below it' },
  'no-data-below': { zh: '下级指标没有可用数据', en: 'nothing below it has data' },
  'all-not-applicable': { zh: '下级指标全部不适用', en: 'everything below it is not applicable' },
}

const isOwn = (because: Because): because is OwnReason => because in OWN
const isState = (because: Because): because is DataState => because in DATA_STATES
const isRefusal = (because: Because): because is RuleRefusal => because in RULE_REFUSALS

/** The words for a reason, in both languages. */
export function becauseWords(because: Because): LocalText {
  if (isOwn(because)) return OWN[because]
  if (isState(because)) return DATA_STATES[because].name
  return RULE_REFUSALS[because].message
}

/** The message and the mend when the reason is a fault of the scoring rule, else null. */
export const ruleFault = (because: Because): { message: LocalText; mend: LocalText } | null =>
  isRefusal(because) ? RULE_REFUSALS[because] : null
