import type { Role } from '@milepost/access/actor'

const zhRoles: { readonly [R in Role]: string } = {
  'performance-office': '建立周期、导入数据、测算得分，查看谁还没办。',
  leader: '审定方法、计分卡、等次和分配方案，查看全局。',
  'unit-head': '查看本部门卡片，与职工谈目标、做辅导、评分。',
  employee: '在手机上看自己的目标、得分及其由来，提出异议。',
  discipline: '监督程序，受理异议，查看审计记录。',
  'system-admin': '导入单位和人员，开通账号。',
  'security-admin': '授予和收回角色。',
  'audit-admin': '查看审计记录：谁在何时做了什么。',
  authority: '查看本单位计分卡、路况与公开结果，不看个人。',
  public: '查看公开页。',
}

export const zh = {
  title: '登录',
  product: '里程碑',
  claim: '公路事业单位绩效管理',
  road: '诊断、选法、设计、运行、考核、激励、公开：七个环节走完一圈，再从诊断出发。',
  institution: '单位',
  username: '用户名',
  password: '密码',
  go: '登录',
  byPassword: '用户名登录',
  forgot: '忘记密码，请联系本单位系统管理员获取一次性链接。',
  demoTitle: '演示：选一个人进入',
  demoHint: '点一下即进入，无须密码。人物和数据均为虚构，仅限本机使用。',
  roles: zhRoles,
  morePeople: (n: number) => `另外 ${n} 人`,
  fewer: '收起',
}

const enRoles: { readonly [R in Role]: string } = {
  'performance-office': 'Opens the cycle, imports data, computes scores, sees who is late.',
  leader: 'Decides on method, scorecard, grades and pay pool; sees everything.',
  'unit-head': 'Sees the unit’s card, agrees goals, holds check-ins, gives ratings.',
  employee: 'On the phone: my goals, my score and why, my objection.',
  discipline: 'Watches the procedure, answers objections, reads the audit trail.',
  'system-admin': 'Imports units and people, opens accounts.',
  'security-admin': 'Grants and withdraws roles.',
  'audit-admin': 'Reads the audit trail: who did what, and when.',
  authority: 'Sees scorecard, road condition and published results, no persons.',
  public: 'Reads the public page.',
}

export const en: typeof zh = {
  title: 'Sign in',
  product: 'Milepost',
  claim: 'Performance management for public road institutions',
  road: 'Diagnose, choose, design, run, appraise, reward, open: seven stages once around, then diagnose again.',
  institution: 'Institution',
  username: 'User name',
  password: 'Password',
  go: 'Sign in',
  byPassword: 'Sign in with a user name',
  forgot: 'Forgot the password? Ask your system administrator for a one-time link.',
  demoTitle: 'Demo: choose a person',
  demoHint: 'One click, no password. People and figures are invented; this machine only.',
  roles: enRoles,
  morePeople: (n) => `${n} more`,
  fewer: 'Fewer',
}
