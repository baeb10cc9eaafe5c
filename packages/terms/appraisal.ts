import type { Term } from './bilingual.ts'

/** Rating is given, score is computed, grade is decided, result is published. */
export const APPRAISAL_TERMS = {
  appraisal: { zh: '考核', en: 'Appraisal', source: 'appraisal-rules-2023', note: { zh: '一人一个周期', en: 'One person, one cycle' } },
  rating: { zh: '评分', en: 'Rating', source: 'appraisal-rules-2023' },
  rater: { zh: '评分人', en: 'Rater', source: 'house' },
  score: { zh: '得分', en: 'Score', source: 'house' },
  grade: { zh: '等次', en: 'Grade', source: 'appraisal-rules-2023' },
  result: { zh: '考核结果', en: 'Result', source: 'appraisal-rules-2023' },
  seat: { zh: '优秀名额', en: 'Excellent seat', source: 'appraisal-rules-2023' },
  'seat-cap': { zh: '优秀比例上限', en: 'Cap on excellent grades', source: 'appraisal-rules-2023' },
  calibration: { zh: '校准', en: 'Calibration', source: 'house' },
  committee: { zh: '考核委员会', en: 'Appraisal committee', source: 'appraisal-rules-2023' },
  'democratic-evaluation': { zh: '民主测评', en: 'Democratic evaluation', source: 'appraisal-rules-2023' },
  'feedback-interview': { zh: '绩效面谈', en: 'Feedback interview', source: 'house' },
  notice: { zh: '公示', en: 'Public notice', source: 'appraisal-rules-2023' },
  objection: { zh: '异议', en: 'Objection', source: 'house' },
  review: { zh: '复核', en: 'Review', source: 'appeal-rules-2014' },
  appeal: { zh: '申诉', en: 'Appeal', source: 'appeal-rules-2014' },
  're-appeal': { zh: '再申诉', en: 'Re-appeal', source: 'appeal-rules-2014' },
  recusal: { zh: '回避', en: 'Recusal', source: 'personnel-regulation-2014' },
} as const satisfies Record<string, Term>

/** 德能勤绩廉, the five heads of the annual appraisal. */
export const HEADS = {
  virtue: { zh: '德', en: 'Virtue', source: 'appraisal-rules-2023' },
  ability: { zh: '能', en: 'Ability', source: 'appraisal-rules-2023' },
  diligence: { zh: '勤', en: 'Diligence', source: 'appraisal-rules-2023' },
  results: { zh: '绩', en: 'Results', source: 'appraisal-rules-2023' },
  integrity: { zh: '廉', en: 'Integrity', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>

export type HeadCode = keyof typeof HEADS

export const APPRAISAL_KINDS = {
  annual: { zh: '年度考核', en: 'Annual appraisal', source: 'appraisal-rules-2023' },
  term: { zh: '聘期考核', en: 'Term appraisal', source: 'appraisal-rules-2023' },
  routine: { zh: '平时考核', en: 'Routine appraisal', source: 'appraisal-rules-2023' },
  special: { zh: '专项考核', en: 'Special appraisal', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>

export type AppraisalKind = keyof typeof APPRAISAL_KINDS

/** Whose ratings a person's appraisal hears. */
export const RATER_GROUPS = {
  superior: { zh: '上级', en: 'Superior', source: 'house' },
  peers: { zh: '同级', en: 'Peers', source: 'house' },
  subordinates: { zh: '下级', en: 'Subordinates', source: 'house' },
  'service-users': { zh: '服务对象', en: 'Those served', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>

export type RaterGroup = keyof typeof RATER_GROUPS
