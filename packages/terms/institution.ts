import type { Term } from './bilingual.ts'

/** Institution, people and time. */
export const INSTITUTION_TERMS = {
  institution: { zh: '事业单位', en: 'Public institution', source: 'personnel-regulation-2014' },
  unit: {
    zh: '部门（单位）',
    en: 'Unit',
    source: 'office',
    note: { zh: '科室、公路站、养护工区等', en: 'An office, station, work area or team' },
  },
  post: { zh: '岗位', en: 'Post', source: 'personnel-regulation-2014' },
  'post-class': { zh: '岗位类别', en: 'Post class', source: 'personnel-regulation-2014' },
  person: { zh: '人员', en: 'Person', source: 'office' },
  'employee-number': { zh: '职工编号', en: 'Employee number', source: 'office' },
  account: { zh: '账号', en: 'Account', source: 'gbt-22239-2019' },
  role: { zh: '角色', en: 'Role', source: 'gbt-22239-2019' },
  establishment: {
    zh: '编制',
    en: 'Established post',
    source: 'office',
    note: { zh: '编内或编外', en: 'Inside or outside the approved establishment' },
  },
  'working-day': { zh: '工作日', en: 'Working day', source: 'appraisal-rules-2023' },
  calendar: { zh: '工作日历', en: 'Working-day calendar', source: 'house' },
  'adjusted-working-day': {
    zh: '调休上班日',
    en: 'Adjusted working day',
    source: 'office',
    note: { zh: '因节假日调休而上班的周末', en: 'A weekend day worked in exchange for a holiday' },
  },
  'public-holiday': { zh: '法定节假日', en: 'Public holiday', source: 'office' },
  'staff-congress': { zh: '职工代表大会', en: 'Staff congress', source: 'personnel-regulation-2014' },
} as const satisfies Record<string, Term>

/** Kinds of unit in a highway bureau. */
export const UNIT_KINDS = {
  bureau: { zh: '局（中心）', en: 'Bureau', source: 'office' },
  office: { zh: '科室', en: 'Office', source: 'office' },
  station: { zh: '公路站', en: 'Station', source: 'office' },
  'work-area': { zh: '养护工区', en: 'Work area', source: 'office' },
  team: { zh: '队（中心）', en: 'Team', source: 'office' },
} as const satisfies Record<string, Term>

export type UnitKind = keyof typeof UNIT_KINDS
