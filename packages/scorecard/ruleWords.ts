import type { LocalText } from './localText.ts'
import type { RuleKind, ScoringRule } from './rules.ts'

/** The figures of a rule as a reader meets them on a score ticket. */
const RULE_WORDS: { [K in RuleKind]: (rule: ScoringRule<K>) => LocalText } = {
  floor_target_stretch: ({ floor, target, stretch }) => ({
    zh: `底线 ${floor}、目标 ${target}、挑战 ${stretch}`,
    en: `floor ${floor}, target ${target}, stretch ${stretch}`,
  }),
  ratio_up: ({ target }) => ({ zh: `实际值 ÷ 目标 ${target}`, en: `actual over target ${target}` }),
  ratio_down: ({ target }) => ({
    zh: `越低越好，2 − 实际值 ÷ 目标 ${target}`,
    en: `lower is better, 2 minus actual over target ${target}`,
  }),
  interpolate: ({ baseline, target }) => ({ zh: `基线 ${baseline}、目标 ${target}`, en: `baseline ${baseline}, target ${target}` }),
  maintain: ({ target, tolerance }) => ({ zh: `保持 ${target}，容差 ${tolerance}`, en: `keep ${target}, tolerance ${tolerance}` }),
  range: ({ low, high, tolerance }) => ({
    zh: `区间 ${low} 至 ${high}，容差 ${tolerance}`,
    en: `between ${low} and ${high}, tolerance ${tolerance}`,
  }),
  efficacy: ({ unacceptable, satisfactory }) => ({
    zh: `不允许值 ${unacceptable} 为 60 分、满意值 ${satisfactory} 为 100 分`,
    en: `unacceptable ${unacceptable} is 60, satisfactory ${satisfactory} is 100`,
  }),
  threshold3: ({ floor, target, stretch }) => ({
    zh: `底线 ${floor} 为 60 分、目标 ${target} 为 100 分、挑战 ${stretch}`,
    en: `floor ${floor} is 60, target ${target} is 100, stretch ${stretch}`,
  }),
  threshold3_imported: ({ red, goal }) => ({
    zh: `红线 ${red}、目标 ${goal}（导入规则）`,
    en: `red line ${red}, goal ${goal} (imported rule)`,
  }),
  step: ({ below, bands }) => ({
    zh: [`低于首档 ${below} 分`, ...bands.map(({ from, points }) => `${from} 起 ${points} 分`)].join('、'),
    en: [`below the first step ${below}`, ...bands.map(({ from, points }) => `from ${from} ${points}`)].join(', '),
  }),
  binary: ({ comparator, values }) => ({
    zh: `${comparator === 'in' ? '属于' : comparator} ${values.join('、')} 为 100 分，否则 0 分`,
    en: `${comparator} ${values.join(', ')} is 100, else 0`,
  }),
  deduct: ({ start = '100', items }) => ({
    zh: `自 ${start} 分起，${items.map(({ key, name, points }) => `${name?.zh ?? key}每次扣 ${points}`).join('、')}`,
    en: `from ${start}, ${items.map(({ key, name, points }) => `${points} off for each ${name?.en ?? key}`).join(', ')}`,
  }),
  milestone: ({ items, lateFactor }) => ({
    zh: `${items.length} 个里程碑按权重计分：${items.map(({ key, name, weight }) => `${name?.zh ?? key} ${weight}`).join('、')}；迟完成乘 ${lateFactor}`,
    en: `${items.length} weighted milestones: ${items.map(({ key, name, weight }) => `${name?.en ?? key} ${weight}`).join(', ')}; late ones count ${lateFactor}`,
  }),
  judgement: ({ bands }) => ({
    zh: `按 ${bands.length} 档评判：${bands.map(({ code, from, to }) => `${code} ${from} 至 ${to}`).join('、')}`,
    en: `judged in ${bands.length} bands: ${bands.map(({ code, from, to }) => `${code} ${from} to ${to}`).join(', ')}`,
  }),
  unscored: () => ({ zh: '仅监测', en: 'monitored only' }),
}

/** What a scoring rule does, as one sentence in both languages with its own figures. */
export function ruleWords<K extends RuleKind>(rule: ScoringRule<K>): LocalText {
  const words: (rule: ScoringRule<K>) => LocalText = RULE_WORDS[rule.kind]
  return words(rule)
}
