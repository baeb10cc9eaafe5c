import type { CardScoreView } from '@milepost/contract/run/scores'
import type { ValueView } from '@milepost/contract/run/values'
import type { Bilingual } from '@milepost/terms/bilingual'
import { DATA_STATES, STATUSES, type StatusCode } from '@milepost/terms/status'
import { minuteOf as minuteAt } from '../platform/instants.ts'

/** Words and signs of the run that several screens share. */

type Result = CardScoreView['result']
type NodeFlag = Result['tree']['flags'][number]
type MeasureFlag = Result['measures'][number]['flags'][number]
type Sign = Bilingual & { readonly shape: string }

/** A value is there or not there in exactly one of these ways; sign and word together, never colour alone. */
export const VALUE_STATES: Readonly<Record<ValueView['state'], Sign>> = {
  reported: { ...plain(DATA_STATES.reported), shape: '●' },
  estimated: { ...plain(DATA_STATES.estimated), shape: '◐' },
  'not-applicable-asked': { zh: '申请不适用', en: 'Asked: not applicable', shape: '?' },
  'not-applicable': { ...plain(DATA_STATES.not_applicable), shape: '–' },
  suspended: { ...plain(DATA_STATES.suspended), shape: '‖' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', shape: '×' },
}

export const GAP_STATES: Readonly<Record<'not_due' | 'late' | 'missing', Sign>> = {
  not_due: { ...plain(DATA_STATES.not_due), shape: '○' },
  late: { ...plain(DATA_STATES.late), shape: '◌' },
  missing: { ...plain(DATA_STATES.missing), shape: '?' },
}

export const NODE_FLAGS: Readonly<Record<NodeFlag, Bilingual>> = {
  'missing-as-zero': { zh: '缺数据按 0 分计', en: 'missing counts as 0' },
  'has-missing': { zh: '下有缺报', en: 'something below is missing' },
  'has-late': { zh: '下有逾期', en: 'something below is late' },
  'effective-weight-doubled': { zh: '权重转移后超过一倍', en: 'weight more than doubled by redistribution' },
  'coverage-below-gate': { zh: '数据覆盖不足', en: 'too little is covered by data' },
  'not-applicable-above-gate': { zh: '不适用过多', en: 'too much is not applicable' },
  'admitted-by-committee': { zh: '经委员会同意计分', en: 'admitted by the committee' },
  'limited-by-critical-child': { zh: '受关键项限制', en: 'limited by a critical item' },
  vetoed: { zh: '一票否决', en: 'vetoed' },
  'child-capped': { zh: '下级得分封顶', en: 'a score below was capped' },
}

export const MEASURE_FLAGS: Readonly<Record<MeasureFlag, Bilingual>> = {
  capped: { zh: '已封顶', en: 'capped' },
  floored: { zh: '已托底', en: 'at the floor' },
  extrapolated: { zh: '曲线外推', en: 'beyond the curve' },
  regress: { zh: '低于基期', en: 'below the baseline' },
  'target-too-low': { zh: '目标偏低', en: 'target looks too low' },
  estimated: { zh: '含暂估', en: 'holds estimates' },
  carried: { zh: '沿用上期', en: 'carried over' },
  partial: { zh: '期间不全', en: 'not all periods' },
  stale: { zh: '数据过期', en: 'out of date' },
  'missing-as-zero': { zh: '缺数据按 0 分计', en: 'missing counts as 0' },
  'undefined-as-full': { zh: '分母为零，按满分计', en: 'nothing to measure counts in full' },
  'redistribution-approved': { zh: '权重转移已批准', en: 'redistribution approved' },
}

/** A named status as the house's seven signs. */
export function signOf(status: Result['status']): StatusCode {
  if (status.band !== null && isStatus(status.band)) return status.band
  if (status.kind === 'late') return 'outdated'
  return status.kind === 'insufficient-coverage' || status.kind === 'band' || status.kind === 'veto' ? 'missing' : 'not_applicable'
}

const isStatus = (code: string): code is StatusCode => Object.hasOwn(STATUSES, code)

/** Why a measure has no score, where the reason is a state of its data. */
export const reasonOf = (because: string | undefined): Bilingual | null =>
  because !== undefined && isDataState(because) ? plain(DATA_STATES[because]) : null

const isDataState = (code: string): code is keyof typeof DATA_STATES => Object.hasOwn(DATA_STATES, code)

function plain({ zh, en }: Bilingual): Bilingual {
  return { zh, en }
}

/** "2026-03-04T00:10:00Z" as day and minute at the institution: "2026-03-04 08:10". Empty text stays empty. */
export const minuteOf = (instant: string): string => (instant === '' ? '' : minuteAt(instant))

/** The day of an instant at the institution. */
export const dayOf = (instant: string): string => minuteOf(instant).slice(0, 10)
