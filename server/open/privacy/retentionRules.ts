import type { RetentionKind } from '@milepost/contract/open/privacy'
import type { Bilingual } from '@milepost/terms/bilingual'

export type RetentionRule = {
  readonly kind: RetentionKind
  readonly name: Bilingual
  readonly rule: Bilingual
  /** Whole days after which a record of this kind has outlived its time. */
  readonly days: number
}

/**
 * How long each kind is kept after it has ended; proposals of this product, to be compared with the institution's own schedule. What
 * belongs to the appraisal file, the audit trail or a published snapshot is not in here: it is kept with the file.
 */
export const RETENTION: readonly RetentionRule[] = [
  {
    kind: 'sessions',
    name: { zh: '过期的登录', en: 'Sessions that are over' },
    rule: { zh: '结束满 30 天', en: '30 days after they ended' },
    days: 30,
  },
  {
    kind: 'feedback',
    name: { zh: '公众留言', en: 'Messages of the public' },
    rule: { zh: '答复满 2 年，公开展示的除外', en: 'two years after the answer, those shown on the page excepted' },
    days: 731,
  },
  {
    kind: 'requests',
    name: { zh: '更正申请', en: 'Requests for correction' },
    rule: { zh: '答复满 3 年', en: 'three years after the answer' },
    days: 1096,
  },
  {
    kind: 'check-ins',
    name: { zh: '离职人员的过程辅导记录', en: 'Check-ins of people who have left' },
    rule: { zh: '离职满 1 年', en: 'one year after leaving' },
    days: 366,
  },
  {
    kind: 'absences',
    name: { zh: '离职人员的请假起止', en: 'Days of absence of people who have left' },
    rule: { zh: '离职满 1 年', en: 'one year after leaving' },
    days: 366,
  },
]
