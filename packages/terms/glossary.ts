import { APPRAISAL_KINDS, APPRAISAL_TERMS, HEADS, RATER_GROUPS } from './appraisal.ts'
import type { Bilingual, Term } from './bilingual.ts'
import { CYCLE_TERMS, STAGES } from './cycle.ts'
import { DIAGNOSIS_TERMS } from './diagnosis.ts'
import { GRADES } from './grades.ts'
import { INSTITUTION_TERMS, UNIT_KINDS } from './institution.ts'
import { OPENNESS_TERMS } from './openness.ts'
import { PAY_TERMS } from './pay.ts'
import { POST_CLASSES } from './posts.ts'
import { CONDITION_GRADES, CONDITION_INDICES } from './road.ts'
import { ROLE_NAMES } from './roles.ts'
import { DATA_STATES, STATUSES } from './status.ts'
import { CASCADE_KINDS, CONTROLS, DIRECTIONS, FREQUENCIES, LEVELS, STRATEGY_TERMS } from './strategy.ts'

type Chapter = { readonly title: Bilingual; readonly terms: Readonly<Record<string, Term>> }

/** Every word of the field once, in the order in which the glossary is printed. */
export const GLOSSARY: readonly Chapter[] = [
  { title: { zh: '单位与人员', en: 'Institution and people' }, terms: INSTITUTION_TERMS },
  { title: { zh: '部门类型', en: 'Kinds of unit' }, terms: UNIT_KINDS },
  { title: { zh: '岗位类别', en: 'Post classes' }, terms: POST_CLASSES },
  { title: { zh: '角色', en: 'Roles' }, terms: ROLE_NAMES },
  { title: { zh: '七个环节', en: 'The seven stages' }, terms: STAGES },
  { title: { zh: '诊断', en: 'Diagnosis' }, terms: DIAGNOSIS_TERMS },
  { title: { zh: '方法与计分卡', en: 'Method and scorecard' }, terms: STRATEGY_TERMS },
  { title: { zh: '分解方式', en: 'Kinds of cascade' }, terms: CASCADE_KINDS },
  { title: { zh: '指标方向', en: 'Directions' }, terms: DIRECTIONS },
  { title: { zh: '报送频率', en: 'Frequencies' }, terms: FREQUENCIES },
  { title: { zh: '指标层级', en: 'Levels' }, terms: LEVELS },
  { title: { zh: '可控程度', en: 'Degrees of control' }, terms: CONTROLS },
  { title: { zh: '周期', en: 'Cycle' }, terms: CYCLE_TERMS },
  { title: { zh: '状态', en: 'Statuses' }, terms: STATUSES },
  { title: { zh: '数据状态', en: 'Data states' }, terms: DATA_STATES },
  { title: { zh: '公路技术状况', en: 'Road condition' }, terms: { ...CONDITION_INDICES, ...CONDITION_GRADES } },
  { title: { zh: '考核', en: 'Appraisal' }, terms: APPRAISAL_TERMS },
  { title: { zh: '考核种类', en: 'Kinds of appraisal' }, terms: APPRAISAL_KINDS },
  { title: { zh: '考核内容', en: 'Heads of appraisal' }, terms: HEADS },
  { title: { zh: '等次', en: 'Grades' }, terms: GRADES },
  { title: { zh: '评分人类别', en: 'Rater groups' }, terms: RATER_GROUPS },
  { title: { zh: '绩效工资', en: 'Performance pay' }, terms: PAY_TERMS },
  { title: { zh: '公开', en: 'Openness' }, terms: OPENNESS_TERMS },
]
