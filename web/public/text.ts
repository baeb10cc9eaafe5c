export type Language = 'zh' | 'en'

const zh = {
  other: 'English',
  title: (year: number) => `${year} 年绩效公开`,
  nothing: '还没有公开发布的内容',
  nothingSays: '单位发布年度绩效结果后，公众可以在这里查看。',
  notRead: '所选版本不能查看',
  notReadSays: '该年度没有发布，或已撤回。可查看下列其他年度和版次。',
  unreachable: '暂时连接不上，请稍后再试。',
  reading: '正在读取…',
  whole: '总体得分',
  of100: '满分 100',
  onTarget: (n: number, all: number) => `${all} 项公开指标中 ${n} 项达到目标`,
  covered: (share: string) => `数据覆盖 ${share}%`,
  story: '今年的情况',
  measures: '各项指标',
  actual: '实际',
  target: '目标',
  score: '得分',
  answers: (n: number) => `样本 ${n} 份`,
  noData: '缺数据',
  better: { up: '越高越好', down: '越低越好', band: '在范围内为好' },
  preview: '预览：这是公众将看到的页面，尚未发布。下载链接在发布后生效。',
  reached: '达到目标',
  missed: '未达到目标',
  short: (gap: string, unit: string) => `离目标 ${gap} ${unit}`,
  whyMissed: '为什么没达到、正在做什么：',
  misses: '没有达到的目标',
  missesSay: '哪些没有做到，原因是什么，正在怎么改。',
  withinYear: '年内变化',
  overYears: '历年',
  best: (year: number, actual: string) => `历年最好 ${year} 年 ${actual}`,
  targetHistory: '目标值沿革',
  targetOf: (year: number, target: string, setOn: string | null) =>
    setOn === null ? `${year} 年 ${target}` : `${year} 年 ${target}（领导集体 ${setOn} 批准）`,
  sideBySide: '部门之间',
  spread: (one: { units: number; least: string; median: string; most: string }) =>
    `${one.units} 个部门：最低 ${one.least}，中位 ${one.median}，最高 ${one.most}`,
  comma: '，',
  legend: '怎么看',
  legendSays: (bands: readonly { name: string; from: string; to: string | null }[]) =>
    `每项指标按完成目标的程度计分，达到目标得 100 分；${bands
      .map((band) => (band.to === null ? `${band.name} ${band.from} 分及以上` : `${band.name} ${band.from}–${band.to} 分`))
      .join('，')}。所以“优”也可能略低于目标：是否达到目标另行标出（✓）。横条上的竖线是目标，圆点是实际。`,
  changes: '更正了哪些数字',
  change: (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
  daily: (day: string) => `${day} 日终操作记录链`,
  dailySays: '记下这一行，日后任何人都能核对此前的记录是否被改动。',
  chart: '各维度得分',
  what: '这是什么',
  source: '数据来源',
  roads: '公路状况',
  roadsSay: (km: string, period: string) => `${period} 检测 ${km} 公里（JTG 5210，按里程加权）`,
  mean: '公路技术状况指数（MQI）均值',
  good: '优良路率（MQI）',
  poor: '次差路率（MQI）',
  staff: '职工年度考核',
  staffSays: (n: number, least: number) => `下列等次共 ${n} 人。少于 ${least} 人的等次不显示，也不计入合计。`,
  grades: { excellent: '优秀', qualified: '合格', basic: '基本合格', unqualified: '不合格', ungraded: '不确定档次' },
  staffNotYet: '考核等次尚未确定，确定后在更正版中公布。',
  corrected: (shown: number, newest: number) => `您正在看第 ${shown} 版，已由第 ${newest} 版更正。`,
  readNewest: '看最新版',
  hidden: '不显示',
  people: '人',
  units: '部门得分分布',
  unitsSay: (n: number) => `${n} 个部门`,
  surveys: '听取意见',
  surveySays: (answers: number, rate: string | null) => (rate === null ? `收回 ${answers} 份` : `收回 ${answers} 份，回收率 ${rate}%`),
  download: '下载全部数据',
  print: '打印',
  published: (day: string) => `${day} 经领导集体审定发布`,
  targets: (day: string) => `目标值由领导集体于 ${day} 批准`,
  contact: '意见与建议',
  years: '往年与更正',
  revision: (n: number) => `第 ${n} 版`,
  withdrawn: '已撤回',
  hash: '快照校验值',
  audit: '操作记录链末端',
  bands: { A: '优', B: '良', C: '中', D: '差', veto: '否决', outdated: '过期', not_applicable: '不适用', missing: '缺' },
}

const en: typeof zh = {
  other: '中文',
  title: (year) => `Performance ${year}`,
  nothing: 'Nothing has been published yet',
  nothingSays: 'When the institution publishes its yearly results, anybody can read them here.',
  notRead: 'This page cannot be read',
  notReadSays: 'That year was not published, or it was withdrawn. Other years and revisions are listed below.',
  unreachable: 'The page cannot be reached right now. Try again shortly.',
  reading: 'Reading…',
  whole: 'Overall score',
  of100: 'of 100',
  onTarget: (n, all) => `${n} of ${all} public measures on target`,
  covered: (share) => `${share}\u00a0% covered by data`,
  story: 'This year',
  measures: 'Measure by measure',
  actual: 'Actual',
  target: 'Target',
  score: 'Score',
  answers: (n) => `${n} answers`,
  noData: 'no data',
  better: { up: 'higher is better', down: 'lower is better', band: 'best inside the range' },
  preview: 'Preview: the page as the public will read it. It is not published yet; the downloads work once it is.',
  reached: 'on target',
  missed: 'target missed',
  short: (gap, unit) => `${gap} ${unit} off target`,
  whyMissed: 'Why it was missed and what is being done:',
  misses: 'Targets we missed',
  missesSay: 'What was not achieved, why, and what is being done about it.',
  withinYear: 'Within the year',
  overYears: 'Over the years',
  best: (year, actual) => `best ever ${actual} in ${year}`,
  targetHistory: 'History of the target',
  targetOf: (year, target, setOn) =>
    setOn === null ? `${year}: ${target}` : `${year}: ${target} (approved by the leadership on ${setOn})`,
  sideBySide: 'Between units',
  spread: (one) => `${one.units} units: lowest ${one.least}, median ${one.median}, highest ${one.most}`,
  comma: ', ',
  legend: 'How to read this',
  legendSays: (bands) =>
    `Each measure is scored by how far it came towards its target, which is worth 100 points; ${bands
      .map((band) => (band.to === null ? `${band.name} is ${band.from} or more` : `${band.name} is ${band.from} to ${band.to}`))
      .join(
        ', ',
      )}. An A can therefore stand a little below its target: whether the target was reached is said apart (✓). On the bars the upright line is the target, the dot the level.`,
  changes: 'Figures that were corrected',
  change: (name, before, after) => `${name}: ${before} → ${after}`,
  daily: (day) => `Audit chain at the end of ${day}`,
  dailySays: 'Note this line down, and anybody can tell later whether a record before it was changed.',
  chart: 'Score by perspective',
  what: 'What this is',
  source: 'Source',
  roads: 'Condition of the roads',
  roadsSay: (km, period) => `${km} km inspected in ${period} (JTG 5210, weighted by length)`,
  mean: 'Mean condition index (MQI)',
  good: 'Good or better (MQI)',
  poor: 'Poor or bad (MQI)',
  staff: 'Yearly appraisal of staff',
  staffSays: (n, least) =>
    `${n} people in the grades below. A grade of fewer than ${least} people is not shown and not counted in the total.`,
  grades: {
    excellent: 'Excellent',
    qualified: 'Qualified',
    basic: 'Basically qualified',
    unqualified: 'Unqualified',
    ungraded: 'Not graded',
  },
  staffNotYet: 'The grades are not final yet; a later revision will show them.',
  corrected: (shown, newest) => `You are reading revision ${shown}; it was corrected by revision ${newest}.`,
  readNewest: 'Read the newest',
  hidden: 'not shown',
  people: 'people',
  units: 'Scores of the units',
  unitsSay: (n) => `${n} units`,
  surveys: 'Who was asked',
  surveySays: (answers, rate) => (rate === null ? `${answers} answers` : `${answers} answers, ${rate} % of those asked`),
  download: 'Download every figure',
  print: 'Print',
  published: (day) => `published on ${day} by decision of the leadership`,
  targets: (day) => `targets approved by the leadership on ${day}`,
  contact: 'Tell us what you think',
  years: 'Other years and corrections',
  revision: (n) => `revision ${n}`,
  withdrawn: 'withdrawn',
  hash: 'Checksum of this snapshot',
  audit: 'Head of the audit chain',
  bands: { A: 'A', B: 'B', C: 'C', D: 'D', veto: 'Veto', outdated: 'Old', not_applicable: 'N/A', missing: 'No data' },
}

export const TEXT = { zh, en } as const
export type Text = typeof zh

/** The language of the last visit, else the browser's. */
export function firstLanguage(): Language {
  try {
    const remembered = window.localStorage.getItem('milepost.language')
    if (remembered === 'zh' || remembered === 'en') return remembered
  } catch {
    // storage forbidden: the browser's language it is
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function remember(language: Language): void {
  try {
    window.localStorage.setItem('milepost.language', language)
  } catch {
    // storage forbidden: the choice lasts as long as the page
  }
}
