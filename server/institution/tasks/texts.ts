import type { Bilingual } from '@milepost/terms/bilingual'

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)
const accounts = (n: number) => (n === 1 ? '1 account' : `${n} accounts`)

/** The lines of "Today" that belong to the institution; `n` counts what is left to do, or is the year. */
export const TASKS = {
  'import-units': () => ({ zh: '导入部门，搭起组织架构', en: 'Import the units of your institution' }),
  'import-people': () => ({ zh: '导入岗位和人员', en: 'Import posts and people' }),
  'create-cycle': () => ({ zh: '建立本年度考核周期', en: 'Create this year’s cycle' }),
  'open-calendar': (n) => ({ zh: `录入 ${n} 年工作日安排`, en: `Enter the working days of ${n}` }),
  'verify-calendar': (n) => ({ zh: `核实 ${n} 年工作日安排`, en: `Check the working days of ${n} against the notice` }),
  'name-security-admin': () => ({
    zh: '指定安全管理员，由其授予其他角色',
    en: 'Name the security administrator, who grants all further roles',
  }),
  'create-accounts': (n) => ({ zh: `为 ${n} 名在职人员建立账号`, en: `Create accounts for ${people(n)} in service` }),
  'disable-departed': (n) => ({ zh: `停用 ${n} 个离职人员账号`, en: `Disable ${accounts(n)} of people who have left` }),
  'grant-audit-admin': () => ({ zh: '授予审计管理员角色（目前空缺）', en: 'Grant the audit administrator role, which nobody holds' }),
  'grant-performance-office': () => ({ zh: '授予绩效办角色（目前空缺）', en: 'Grant the performance office role, which nobody holds' }),
  'grant-unit-heads': (n) => ({ zh: `为 ${n} 名部门负责人授予角色`, en: `Grant the unit-head role to ${people(n)} heading a unit` }),
  hearing: (n) => ({
    zh: `${n} 年度考核方案征求意见：看方案，有意见可以提`,
    en: `The plan of ${n} is put to staff: read it, and comment if you wish`,
  }),
  'answer-comments': (n) => ({ zh: `答复职工对考核方案的意见（${n} 条）`, en: `Answer what staff said of the plan (${n})` }),
} as const satisfies Record<string, (n: number) => Bilingual>
