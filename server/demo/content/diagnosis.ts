import { type Chance, within } from '../chance.ts'

/** How healthy each construct is felt to be, 1 to 5; a problem is severe where this is low. */
export type Mood = Readonly<Record<string, number>>

export const MOOD_2025: Mood = { P1: 3.2, P2: 2.25, P3: 2.3, P4: 2.75, P5: 2.3, K1: 2.6, K2: 2.9, K3: 2.2, K4: 2.35, OV: 2.5 }
/** A year later: better where something was done, not everywhere; the rules, written down once and explained to all, are no longer felt as missing. */
export const MOOD_2026: Mood = { P1: 3.6, P2: 3.25, P3: 3.95, P4: 3.3, P5: 3.1, K1: 3.0, K2: 3.3, K3: 3.4, K4: 2.9, OV: 3.3 }

export const STRATA = [
  {
    code: 'province-department',
    name: { zh: '省交通运输厅', en: 'Provincial transport department' },
    population: 20,
    answers: 14,
    lift: 0.1,
  },
  { code: 'province-bureau', name: { zh: '省公路局', en: 'Provincial highway bureau' }, population: 40, answers: 29, lift: 0.05 },
  { code: 'bureau', name: { zh: '市公路事业发展中心', en: 'Municipal highway centre' }, population: 306, answers: 214, lift: 0 },
] as const

/** What the 44 items are followed by: unit, post and role, each of which may be skipped. */
export const ASKED_OF_SELF = ['unit-group', 'post-class', 'appraisal-role'] as const

type Shares = Readonly<Record<string, number>>
const ABOVE: Shares = { administration: 0.45, business: 0.55 }
const UNITS: Readonly<Record<string, Shares>> = {
  'province-department': ABOVE,
  'province-bureau': ABOVE,
  bureau: { administration: 0.09, business: 0.19, station: 0.24, 'work-area': 0.4, 'emergency-machinery': 0.08 },
}
const POSTS_OF: Readonly<Record<string, Shares>> = {
  administration: { management: 0.8, professional: 0.1, leader: 0.1 },
  business: { management: 0.35, professional: 0.6, leader: 0.05 },
  station: { management: 0.15, professional: 0.2, 'skilled-worker': 0.65 },
  'work-area': { professional: 0.06, 'skilled-worker': 0.94 },
  'emergency-machinery': { professional: 0.15, 'skilled-worker': 0.85 },
}
const SKIPS = 0.03

/** Who a sheet says it is from. Those who appraise others see performance management in a better light than those who are only appraised. */
export function selfOf(stratum: string, leaning: number, chance: Chance): readonly (readonly [code: string, chosen: string | null])[] {
  const unit = drawn(UNITS[stratum] ?? {}, chance)
  const post = drawn(POSTS_OF[unit] ?? {}, chance)
  const appraises = post === 'skilled-worker' ? 0.05 : post === 'leader' ? 0.95 : 0.35
  const role = chance.often(within(appraises + leaning * 0.7, 0, 1)) ? 'both' : 'appraised'
  return ASKED_OF_SELF.map((code, at) => [code, chance.often(SKIPS) ? null : ([unit, post, role][at] ?? null)])
}

function drawn(shares: Shares, chance: Chance): string {
  let left = chance.between(0, 1)
  for (const [name, share] of Object.entries(shares)) {
    left -= share
    if (left < 0) return name
  }
  return Object.keys(shares).at(-1) ?? ''
}

type Finding = {
  readonly problem: string
  readonly interviews: { readonly raised: number; readonly asked: number } | null
  readonly audit: 'red' | 'green' | null
  readonly note: string
}

/** Interviews are counted from what was coded; the audit looked at last year's own records. */
export const FINDINGS: readonly Finding[] = [
  {
    problem: 'P1',
    interviews: null,
    audit: null,
    note: '多数受访者能说出绩效管理与年终考核的区别，个别工区仍等同于填表。',
  },
  {
    problem: 'P2',
    interviews: null,
    audit: 'red',
    note: '上年度过程沟通有记录的不足三成，反馈面谈基本未开展，结果与培训、改进没有挂接。',
  },
  {
    problem: 'P3',
    interviews: null,
    audit: 'red',
    note: '考核办法三年内改了两次且未汇编；各科室打分表不统一，异议渠道没有写明。',
  },
  {
    problem: 'P4',
    interviews: null,
    audit: 'green',
    note: '机关指标偏笼统，站和工区指标有台账支撑。列为疑似，结合设计环节改进。',
  },
  {
    problem: 'P5',
    interviews: null,
    audit: 'red',
    note: '全年班子会议专题研究绩效仅一次，部门负责人用于沟通的时间没有安排。',
  },
]
