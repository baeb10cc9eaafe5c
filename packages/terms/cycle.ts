import type { Term } from './bilingual.ts'

/** The seven rooms of the loop, in loop order. */
export const STAGES = {
  diagnose: { zh: '绩效诊断', en: 'Diagnose', source: 'house' },
  choose: { zh: '方法选择', en: 'Choose', source: 'house' },
  design: { zh: '体系设计', en: 'Design', source: 'house' },
  run: { zh: '过程运行', en: 'Run', source: 'house' },
  appraise: { zh: '考核评价', en: 'Appraise', source: 'house' },
  reward: { zh: '结果激励', en: 'Reward', source: 'house' },
  open: { zh: '公开公示', en: 'Open', source: 'house' },
} as const satisfies Record<string, Term>

export type StageCode = keyof typeof STAGES

/** The year and what happens in it. */
export const CYCLE_TERMS = {
  cycle: { zh: '考核周期', en: 'Cycle', source: 'appraisal-rules-2023' },
  period: { zh: '数据期', en: 'Period', source: 'house' },
  plan: { zh: '绩效计划', en: 'Performance plan', source: 'house' },
  'check-in': { zh: '过程辅导', en: 'Check-in', source: 'house' },
  evidence: { zh: '佐证材料', en: 'Evidence', source: 'office' },
  inspection: { zh: '路况检测', en: 'Inspection', source: 'jtg-5210-2018' },
  'closed-period': { zh: '已关账数据期', en: 'Closed period', source: 'house' },
  revision: { zh: '更正版次', en: 'Revision', source: 'house' },
  'self-review': { zh: '个人总结', en: 'Self-review', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>
