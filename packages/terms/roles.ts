import type { Term } from './bilingual.ts'

/** What an account may be in the system. System, security and audit administrator are never one account. */
export const ROLE_NAMES = {
  'performance-office': { zh: '绩效办', en: 'Performance office', source: 'office' },
  leader: { zh: '单位领导', en: 'Leader', source: 'office' },
  'unit-head': { zh: '部门负责人', en: 'Unit head', source: 'office' },
  employee: { zh: '职工', en: 'Employee', source: 'office' },
  discipline: { zh: '纪检监察', en: 'Discipline inspection', source: 'appraisal-rules-2023' },
  'system-admin': { zh: '系统管理员', en: 'System administrator', source: 'gbt-22239-2019' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator', source: 'gbt-22239-2019' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator', source: 'gbt-22239-2019' },
  authority: { zh: '主管部门', en: 'Supervising authority', source: 'appraisal-rules-2023' },
  public: { zh: '社会公众', en: 'The public', source: 'office' },
} as const satisfies Record<string, Term>

export type RoleCode = keyof typeof ROLE_NAMES
