import type { Term } from './bilingual.ts'

/** Questionnaires, interviews and what they show. */
export const DIAGNOSIS_TERMS = {
  diagnosis: { zh: '诊断', en: 'Diagnosis', source: 'house' },
  questionnaire: { zh: '问卷', en: 'Questionnaire', source: 'survey' },
  item: { zh: '题项', en: 'Item', source: 'survey' },
  'reverse-item': { zh: '反向题', en: 'Reverse-keyed item', source: 'survey' },
  construct: { zh: '构念', en: 'Construct', source: 'survey' },
  wave: { zh: '轮次', en: 'Wave', source: 'survey' },
  stratum: { zh: '层', en: 'Stratum', source: 'survey' },
  respondent: { zh: '答卷人', en: 'Respondent', source: 'survey' },
  'response-rate': { zh: '回收率', en: 'Response rate', source: 'survey' },
  reliability: { zh: '信度', en: 'Reliability', source: 'survey' },
  validity: { zh: '效度', en: 'Validity', source: 'survey' },
  severity: { zh: '严重度', en: 'Severity', source: 'house', note: { zh: '（5−均值）÷4×100', en: '(5 − mean) ÷ 4 × 100' } },
  interview: { zh: '访谈', en: 'Interview', source: 'survey' },
  'interview-code': { zh: '编码', en: 'Interview code', source: 'survey' },
  problem: { zh: '问题', en: 'Problem', source: 'house' },
  cause: { zh: '成因', en: 'Cause', source: 'house' },
  remedy: { zh: '对策', en: 'Remedy', source: 'house' },
  finding: { zh: '诊断结论', en: 'Finding', source: 'house' },
  'reporting-threshold': { zh: '最小披露人数', en: 'Reporting threshold', source: 'personal-data-law-2021' },
  satisfaction: { zh: '满意度', en: 'Satisfaction', source: 'appraisal-rules-2023' },
} as const satisfies Record<string, Term>
