import type { Term } from './bilingual.ts'

/** Performance pay. */
export const PAY_TERMS = {
  'performance-pay': { zh: '绩效工资', en: 'Performance pay', source: 'personnel-regulation-2014' },
  'pay-pool': { zh: '绩效工资池', en: 'Pay pool', source: 'house' },
  'basic-part': { zh: '基础性绩效工资', en: 'Basic part of performance pay', source: 'office' },
  'incentive-part': { zh: '奖励性绩效工资', en: 'Incentive part of performance pay', source: 'office' },
  'pool-reserve': {
    zh: '预留',
    en: 'Reserve',
    source: 'house',
    note: { zh: '用于申诉改判、更正和补定等次', en: 'For upheld appeals, corrections and grades decided later' },
  },
  'grade-factor': { zh: '等次系数', en: 'Grade factor', source: 'house' },
  'post-coefficient': { zh: '岗位系数', en: 'Post coefficient', source: 'house' },
  'attendance-factor': { zh: '出勤系数', en: 'Attendance factor', source: 'house' },
  'score-factor': { zh: '得分系数', en: 'Score factor', source: 'house' },
  'pay-share': { zh: '应得份额', en: 'Pay share', source: 'house' },
  'pay-step': { zh: '薪级工资', en: 'Pay step', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>
