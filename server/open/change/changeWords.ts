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
  remedies: (moved: number, all: number) => `三、对策：${all} 条中 ${moved} 条所指的方面变好`,
  noRemedy: '没有一条对策所指的方面有超出误差的变化。',
  remediesHead: ['对策', '做法', '结果'],
  remedyVerdicts: { moved: '变好', 'not-seen': '看不出', against: '变差', 'not-asked': '未询问' },
  remediesSay: '变好不等于由该对策引起：同期还有其他变化。看不出的对策列在系统页面上。',
  indices: '四、周期自身的运行',
  indicesHead: (before: number, after: number) => ['指标', String(before), String(after), '单位'],
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
  remedies: (moved, all) => `3. Remedies: the signs of ${moved} of ${all} are better`,
  noRemedy: 'No sign of any remedy moved beyond noise.',
  remediesHead: ['Remedy', 'What is done', 'Result'],
  remedyVerdicts: { moved: 'better', 'not-seen': 'not seen', against: 'worse', 'not-asked': 'not asked' },
  remediesSay:
    'Better does not mean that the remedy did it: other things changed too. Remedies that do not show are on the page of the program.',
  indices: '4. How the cycle itself was run',
  indicesHead: (before, after) => ['Index', String(before), String(after), 'Unit'],
}
