import type { Bilingual } from '@milepost/terms/bilingual'

/** One kind of personal data the program holds: the line of the register of processing. */
export type Kind = {
  readonly code: 'account' | 'post' | 'absence' | 'plan' | 'talk' | 'appraisal' | 'pay' | 'training' | 'record' | 'duty' | 'trail'
  readonly name: Bilingual
  readonly purpose: Bilingual
  readonly ground: Bilingual
  readonly kept: Bilingual
  readonly readBy: Bilingual
}

/** Not yet compared with the official texts: shown with that mark. */
const DUTY: Bilingual = {
  zh: '履行法定职责、实施人事管理所必需（个人信息保护法第13条，待核实）',
  en: 'Needed for a statutory duty and for managing staff (Personal Information Protection Law, Art. 13; to be verified)',
}
const SECURITY: Bilingual = {
  zh: '网络安全等级保护的审计要求（GB/T 22239，待核实）',
  en: 'Auditing required by classified protection of security (GB/T 22239; to be verified)',
}
const FILE: Bilingual = { zh: '随考核档案保存', en: 'As long as the appraisal file is kept' }
const SERVICE: Bilingual = { zh: '在职期间及离职后一个考核周期', en: 'While on the staff, and for one cycle after leaving' }

/** Everything that is held about a person. Whoever adds a kind of data adds its line here, and it is on everybody's own page. */
export const REGISTER: readonly Kind[] = [
  {
    code: 'account',
    name: { zh: '账号', en: 'Account' },
    purpose: { zh: '登录与权限', en: 'Signing in, and what one may do' },
    ground: DUTY,
    kept: SERVICE,
    readBy: { zh: '系统管理员、安全管理员', en: 'System and security administrators' },
  },
  {
    code: 'post',
    name: { zh: '任职', en: 'Posts' },
    purpose: { zh: '确定考核对象、直接领导和岗位系数', en: 'Who is appraised, by whom, and with which pay coefficient' },
    ground: DUTY,
    kept: FILE,
    readBy: { zh: '绩效办、领导、本部门负责人、系统管理员', en: 'Performance office, leaders, the own head, system administrator' },
  },
  {
    code: 'absence',
    name: { zh: '请假起止', en: 'Days of absence' },
    purpose: { zh: '判断是否参加考核；不记录病情', en: 'Who takes part in the appraisal; no diagnosis is recorded' },
    ground: DUTY,
    kept: SERVICE,
    readBy: { zh: '绩效办、领导、本部门负责人', en: 'Performance office, leaders, the own head' },
  },
  {
    code: 'plan',
    name: { zh: '绩效计划', en: 'Plan' },
    purpose: { zh: '约定目标并据以计分', en: 'What was agreed, and is scored' },
    ground: DUTY,
    kept: FILE,
    readBy: { zh: '绩效办、领导、本部门负责人', en: 'Performance office, leaders, the own head' },
  },
  {
    code: 'talk',
    name: { zh: '过程辅导', en: 'Check-ins' },
    purpose: { zh: '记录辅导与所需支持', en: 'What was talked about and which support is needed' },
    ground: DUTY,
    kept: SERVICE,
    readBy: { zh: '绩效办、领导、本部门负责人', en: 'Performance office, leaders, the own head' },
  },
  {
    code: 'appraisal',
    name: { zh: '年度考核', en: 'Appraisal' },
    purpose: { zh: '考核等次及其使用', en: 'The grade and what follows from it' },
    ground: DUTY,
    kept: FILE,
    readBy: {
      zh: '绩效办、领导、本部门负责人；公示期内本单位职工可见等次名单',
      en: 'Performance office, leaders, the own head; during the notice the staff see the list of grades',
    },
  },
  {
    code: 'pay',
    name: { zh: '绩效工资', en: 'Performance pay' },
    purpose: { zh: '计算并核对应得数额', en: 'Working out the amount, and checking it' },
    ground: DUTY,
    kept: FILE,
    readBy: { zh: '绩效办、领导、本部门负责人', en: 'Performance office, leaders, the own head' },
  },
  {
    code: 'training',
    name: { zh: '培训与表彰', en: 'Training and recognition' },
    purpose: { zh: '发展与评聘佐证', en: 'Development, and evidence for promotion and titles' },
    ground: DUTY,
    kept: FILE,
    readBy: {
      zh: '绩效办、领导、本部门负责人；表彰全体职工可见',
      en: 'Performance office, leaders, the own head; recognition by all the staff',
    },
  },
  {
    code: 'record',
    name: { zh: '处分、借调与利害关系', en: 'Sanctions, postings and ties' },
    purpose: { zh: '判断参加考核的方式、等次限制和评价人回避', en: 'How one takes part, what bounds a grade, who steps aside as a rater' },
    ground: DUTY,
    kept: FILE,
    readBy: { zh: '绩效办、纪检、领导', en: 'Performance office, discipline, leaders' },
  },
  {
    code: 'duty',
    name: { zh: '我承担的评价与督办', en: 'What I rate, decide and follow up' },
    purpose: { zh: '谁评价、谁决定、谁负责落实', en: 'Who rates, who decides, who follows up' },
    ground: DUTY,
    kept: FILE,
    readBy: {
      zh: '绩效办；评价内容只有本人可见，其他人只见达到人数的小组均值',
      en: 'Performance office; what is in a rating oneself alone, others the mean of a group large enough',
    },
  },
  {
    code: 'trail',
    name: { zh: '操作记录', en: 'Audit trail' },
    purpose: { zh: '追溯谁在何时做了什么；不可修改', en: 'Who did what and when; it cannot be changed' },
    ground: SECURITY,
    kept: { zh: '至少六个月，与审计链同存', en: 'At least six months, with the chain' },
    readBy: { zh: '审计管理员、纪检', en: 'Audit administrator, discipline' },
  },
]
