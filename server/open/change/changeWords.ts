export const zh = {
  title: (name: string, before: number, after: number) => `${name}：一年来的变化（${before}—${after}）`,
  waves: (before: string, after: string) => `对照“${before}”和“${after}”：同一套题，同样的分层；两轮均不记名，因此只比整体，不追踪个人。`,
  sum: (cured: number, remains: number, fresh: number) => `不再突出的问题 ${cured} 个，仍然突出 ${remains} 个，新出现 ${fresh} 个。`,
  problems: '一、五个问题',
  standings: { cured: '不再突出', remains: '仍然突出', new: '新出现', quiet: '一直不突出', unknown: '答卷不足' },
  severitySays: '横条为本轮问卷的严重度（0–100，越低越好），35 及以上为突出；“不再突出”“仍然突出”只看问卷。',
  confirmed: (year: number, confirmed: string, cured: string) =>
    confirmed === ''
      ? `${year} 年没有登记认定结论。`
      : `${year} 年经问卷、访谈、审计至少两条证据认定的问题：${confirmed}；其中本轮问卷已不突出：${cured || '无'}。其余只有问卷一条证据，列为疑似。`,
  moves: '二、各方面的变化（1–5 分，越高越好）',
  movesHead: ['方面', '上轮', '本轮', '变化（效应量 g）'],
  effect: (difference: number, g: number | null, verdict: string) =>
    `${difference > 0 ? '+' : ''}${difference.toFixed(2)}（g ${g === null ? '–' : g.toFixed(2)}）${verdict}`,
  verdicts: { higher: '变好', lower: '变差', 'within-noise': '在误差之内' },
  remedies: (reached: number, all: number) => `三、对策：选定的 ${all} 条中，${reached} 条的见效标志达到`,
  noRemedy: '第一轮诊断没有在证据板上选定对策。',
  remediesHead: ['对策（针对）', '选定时写明的见效标志', '上轮 → 本轮', '结果（效应量 g）'],
  remedyOf: (name: string, answers: string) => `${name}（${answers}）`,
  signOf: {
    construct: (name: string, least: number) => `“${name}”的严重度至少降 ${least}`,
    item: (name: string, least: number) => `“${name}”的均分至少升 ${least}`,
  },
  told: (verdict: string, g: number | null) => `${verdict}（g ${g === null ? '–' : g.toFixed(2)}）`,
  remedyVerdicts: { reached: '达到', partly: '变好，未达到', 'not-seen': '在误差之内', against: '变差', 'not-asked': '未询问' },
  remediesSay: '标志是选定对策时写下的。变好不等于由该对策引起：同期还有其他变化。',
  turns: { better: '变好', worse: '变差', same: '持平', unknown: '–' },
  indices: '四、周期自身的运行',
  indicesAsOfToday: (year: number) => `四、周期自身的运行（${year} 年度未结束，截至今日）`,
  indicesHead: (before: number, after: number) => ['指标', String(before), String(after), '变化'],
  indexOf: (name: string, unit: string) => `${name}（${unit}）`,
}
export const en: typeof zh = {
  title: (name, before, after) => `${name}: what changed, ${before} to ${after}`,
  waves: (before, after) =>
    `“${before}” against “${after}”: the same questions in the same strata. Both are anonymous, so wholes are compared and nobody is followed.`,
  sum: (cured, remains, fresh) => `No longer severe: ${cured} of the problems; still severe: ${remains}; new: ${fresh}.`,
  problems: '1. The five problems',
  standings: { cured: 'no longer severe', remains: 'still severe', new: 'new', quiet: 'never severe', unknown: 'too few answers' },
  severitySays:
    'The bar is the severity in the survey now (0 to 100, lower is better); from 35 on it is severe. “Still” and “no longer severe” look at the survey alone.',
  confirmed: (year, confirmed, cured) =>
    confirmed === ''
      ? `No verdicts were recorded in ${year}.`
      : `Confirmed in ${year} by at least two of survey, interviews and audit: ${confirmed}; no longer severe in the survey now: ${cured || 'none'}. The others had the survey alone and were suspected.`,
  moves: '2. How it is felt (1 to 5, higher is better)',
  movesHead: ['Aspect', 'Before', 'Now', 'Change (effect size g)'],
  effect: (difference, g, verdict) =>
    `${difference > 0 ? '+' : ''}${difference.toFixed(2)} (g ${g === null ? '–' : g.toFixed(2)}) ${verdict}`,
  verdicts: { higher: 'better', lower: 'worse', 'within-noise': 'within noise' },
  remedies: (reached, all) => `3. Remedies: ${reached} of ${all} reached the sign stated for them`,
  noRemedy: 'No remedies were chosen on the board of the first wave.',
  remediesHead: ['Remedy (answers)', 'Stated sign (at least)', 'Was → is', 'Result (g)'],
  remedyOf: (name, answers) => `${name} (${answers})`,
  signOf: {
    construct: (name, least) => `${name}: severity lower by ${least}`,
    item: (name, least) => `“${name}”: mean higher by ${least}`,
  },
  told: (verdict, g) => `${verdict}, ${g === null ? '–' : g.toFixed(2)}`,
  remedyVerdicts: {
    reached: 'reached',
    partly: 'better, not reached',
    'not-seen': 'within noise',
    against: 'worse',
    'not-asked': 'not asked',
  },
  remediesSay: 'Better does not prove the remedy: other things changed too.',
  turns: { better: 'better', worse: 'worse', same: 'the same', unknown: '–' },
  indices: '4. How the cycle itself was run',
  indicesAsOfToday: (year) => `4. How the cycle itself was run (${year} as of today)`,
  indicesHead: (before, after) => ['Index', String(before), String(after), 'Change'],
  indexOf: (name, unit) => `${name} (${unit})`,
}
