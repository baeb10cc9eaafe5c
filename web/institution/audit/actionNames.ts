import type { Bilingual } from '@milepost/terms/bilingual'

/** What an audited act is called: every endpoint says so itself, in its declaration. */
const DECLARATIONS = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../../packages/contract/*/*.ts', '!../../../packages/contract/*/*.test.ts'],
  {
    eager: true,
  },
)

/** Acts of the platform that are not an endpoint of their own. */
const OF_THE_PLATFORM: Readonly<Record<string, Bilingual>> = {
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'account-locked': { zh: '账号锁定（多次登录失败）', en: 'Account locked after failed sign-ins' },
}

/** Acts several endpoints do: none of their own words would be true of all. */
const SHARED: Readonly<Record<string, Bilingual>> = {
  'paper-made': { zh: '生成文书', en: 'Make a paper' },
  'line-objected': { zh: '对得分提出异议', en: 'Object to a score' },
  'interview-codes-imported': { zh: '导入访谈编码', en: 'Import interview codes' },
  'payroll-exported': { zh: '导出发放表', en: 'Export the payroll' },
  'wave-opened': { zh: '开启一轮调查', en: 'Open a survey wave' },
}

type Audited = { readonly audit: string; readonly summary: Bilingual }

const isAudited = (exported: unknown): exported is Audited =>
  exported !== null &&
  typeof exported === 'object' &&
  'audit' in exported &&
  typeof exported.audit === 'string' &&
  'summary' in exported &&
  exported.summary !== null &&
  typeof exported.summary === 'object'

const NAMES: ReadonlyMap<string, Bilingual> = new Map([
  ...Object.entries(OF_THE_PLATFORM),
  ...Object.values(DECLARATIONS)
    .flatMap((module) => Object.values(module))
    .filter(isAudited)
    .map(({ audit, summary }) => [audit, summary] as const),
  ...Object.entries(SHARED),
])

/** The words of an action; its code where nobody has given it words. */
export const actionName = (action: string): Bilingual => NAMES.get(action) ?? { zh: action, en: action }
