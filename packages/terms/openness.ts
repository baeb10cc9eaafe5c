import type { Term } from './bilingual.ts'

/** What is shown, to whom, and how it can be followed. */
export const OPENNESS_TERMS = {
  publication: { zh: '发布', en: 'Publication', source: 'disclosure-regulation-2019' },
  'public-page': { zh: '公开页', en: 'Public page', source: 'house' },
  snapshot: { zh: '发布快照', en: 'Snapshot', source: 'house' },
  ticket: {
    zh: '得分说明单',
    en: 'Score ticket',
    source: 'house',
    note: { zh: '列明每个输入、版本、公式和取整', en: 'Every input, version, formula and rounding behind a score' },
  },
  'audit-trail': { zh: '审计日志', en: 'Audit trail', source: 'gbt-22239-2019' },
  aggregate: { zh: '汇总数据', en: 'Aggregate', source: 'personal-data-law-2021' },
  suppression: { zh: '隐匿处理', en: 'Suppression', source: 'personal-data-law-2021' },
  verified: { zh: '已核实', en: 'Verified', source: 'house', note: { zh: '已对照原文', en: 'Compared with the original text' } },
  'to-verify': {
    zh: '待核实',
    en: 'To verify',
    source: 'house',
    note: { zh: '尚未对照原文，使用前请核对', en: 'Not yet compared with the original; check before relying on it' },
  },
} as const satisfies Record<string, Term>
