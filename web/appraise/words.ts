import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { dayOf as dayAt } from '../platform/instants.ts'

/** Words of the appraisal that several screens share. */
export const STATES: Readonly<Record<string, Bilingual>> = {
  enrolled: { zh: '待评分', en: 'to be rated' },
  scored: { zh: '已计分', en: 'scored' },
  proposed: { zh: '已提建议', en: 'proposed' },
  decided: { zh: '已决定', en: 'decided' },
  final: { zh: '已生效', en: 'final' },
  void: { zh: '已作废', en: 'void' },
}

export const STANDINGS: Readonly<Record<string, Bilingual>> = {
  'has-seat': { zh: '在名额内', en: 'has a seat' },
  'held-back-by-seats': { zh: '名额已满', en: 'held back by seats' },
  'tied-at-last-seat': { zh: '末位并列，由委员会定', en: 'tied at the last seat' },
  'not-a-candidate': { zh: '不在优秀人选之列', en: 'not a candidate' },
}

export const GROUPS: Readonly<Record<string, Bilingual>> = {
  superior: { zh: '上级', en: 'Superior' },
  peers: { zh: '同级', en: 'Peers' },
  subordinates: { zh: '下级', en: 'Subordinates' },
  'service-users': { zh: '服务对象', en: 'Those served' },
  colleagues: { zh: '同事（合并）', en: 'Colleagues (pooled)' },
}

/** The calendar day of an instant at the institution, yyyy-mm-dd. */
export const dayOf = (instant: string): string => dayAt(instant)

/** How the language joins what stands side by side. */
export const AND: Bilingual = { zh: '、', en: ', ' }
export const ALSO: Bilingual = { zh: '；', en: '; ' }
export const COLON: Bilingual = { zh: '：', en: ': ' }

export const gradeName = (code: string | null): Bilingual =>
  code === null ? { zh: '—', en: '–' } : Object.hasOwn(GRADES, code) ? GRADES[code as keyof typeof GRADES] : { zh: code, en: code }
