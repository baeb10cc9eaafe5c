import type { Term } from './bilingual.ts'

/** Scorecard, strategy map and cascade. */
export const STRATEGY_TERMS = {
  method: { zh: '绩效管理方法', en: 'Performance-management method', source: 'house' },
  criterion: { zh: '准则', en: 'Criterion', source: 'house' },
  'pairwise-comparison': { zh: '两两比较', en: 'Pairwise comparison', source: 'house' },
  'consistency-ratio': { zh: '一致性比率', en: 'Consistency ratio', source: 'house' },
  mission: { zh: '使命', en: 'Mission', source: 'balanced-scorecard' },
  scorecard: { zh: '计分卡', en: 'Scorecard', source: 'balanced-scorecard' },
  'strategy-map': { zh: '战略地图', en: 'Strategy map', source: 'balanced-scorecard' },
  perspective: { zh: '维度', en: 'Perspective', source: 'balanced-scorecard' },
  objective: { zh: '战略目标', en: 'Objective', source: 'balanced-scorecard' },
  measure: { zh: '指标', en: 'Measure', source: 'balanced-scorecard' },
  target: { zh: '目标值', en: 'Target', source: 'balanced-scorecard' },
  floor: { zh: '底线值', en: 'Floor', source: 'house', note: { zh: '得 0 分的值', en: 'The value that scores 0' } },
  stretch: { zh: '挑战值', en: 'Stretch', source: 'house', note: { zh: '得分上限处的值', en: 'The value at which the score is capped' } },
  actual: { zh: '实际值', en: 'Actual', source: 'balanced-scorecard' },
  weight: { zh: '权重', en: 'Weight', source: 'balanced-scorecard' },
  cascade: { zh: '分解', en: 'Cascade', source: 'balanced-scorecard' },
  'development-goal': { zh: '个人发展目标', en: 'Development goal', source: 'house' },
  'lead-measure': { zh: '先行指标', en: 'Leading measure', source: 'balanced-scorecard' },
  'lag-measure': { zh: '结果指标', en: 'Lagging measure', source: 'balanced-scorecard' },
} as const satisfies Record<string, Term>

/** How a lower card's measure serves a higher one. */
export const CASCADE_KINDS = {
  identical: {
    zh: '直接承接',
    en: 'Identical',
    source: 'balanced-scorecard',
    note: { zh: '同一指标、同一数值', en: 'The same measure and the same value' },
  },
  contributory: {
    zh: '分项汇总',
    en: 'Contributory',
    source: 'balanced-scorecard',
    note: { zh: '各部分合成上级指标', en: 'Parts that add up to the parent' },
  },
  shared: {
    zh: '共同承担',
    en: 'Shared',
    source: 'balanced-scorecard',
    note: { zh: '团队结果，共同计分', en: 'A team result that all carry' },
  },
  causal: { zh: '因果驱动', en: 'Causal', source: 'balanced-scorecard', note: { zh: '推动上级指标', en: 'Drives the parent' } },
  unique: {
    zh: '岗位自有',
    en: 'Unique',
    source: 'balanced-scorecard',
    note: { zh: '来自本岗位职责，无上级指标', en: 'From the duties of the post; no parent' },
  },
} as const satisfies Record<string, Term>

export type CascadeKind = keyof typeof CASCADE_KINDS

/** Which way is better. */
export const DIRECTIONS = {
  up: { zh: '越高越好', en: 'Higher is better', source: 'balanced-scorecard' },
  down: { zh: '越低越好', en: 'Lower is better', source: 'balanced-scorecard' },
  band: { zh: '区间内最好', en: 'Best inside a range', source: 'balanced-scorecard' },
} as const satisfies Record<string, Term>

export type Direction = keyof typeof DIRECTIONS

/** How often a measure is reported. */
export const FREQUENCIES = {
  month: { zh: '每月', en: 'Monthly', source: 'house' },
  quarter: { zh: '每季', en: 'Quarterly', source: 'house' },
  'half-year': { zh: '每半年', en: 'Half-yearly', source: 'house' },
  year: { zh: '每年', en: 'Yearly', source: 'house' },
} as const satisfies Record<string, Term>

export type Frequency = keyof typeof FREQUENCIES

/** On whose card a measure may stand. */
export const LEVELS = {
  institution: { zh: '单位级', en: 'Institution level', source: 'house' },
  unit: { zh: '部门级', en: 'Unit level', source: 'house' },
  person: { zh: '个人级', en: 'Person level', source: 'house' },
} as const satisfies Record<string, Term>

export type Level = keyof typeof LEVELS

/** How far those who carry a measure can move it. */
export const CONTROLS = {
  own: { zh: '自主可控', en: 'Within own control', source: 'house' },
  shared: { zh: '部分可控', en: 'Control shared', source: 'house' },
  external: { zh: '受外部影响大', en: 'Largely external', source: 'house' },
} as const satisfies Record<string, Term>

export type Control = keyof typeof CONTROLS
