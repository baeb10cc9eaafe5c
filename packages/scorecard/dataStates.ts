import type { LocalText } from './localText.ts'

/** What is known about a value. Exactly one holds; a blank cell, a zero and an approved "not applicable" are three different ones. */
export type DataState =
  | 'not_due'
  | 'reported'
  | 'estimated'
  | 'late'
  | 'missing'
  | 'not_applicable'
  | 'undefined'
  | 'insufficient'
  | 'suspended'

/** What a state does to a score. */
export type Treatment =
  /** Enters the score. */
  | 'use'
  /** Enters the score, flagged as provisional. */
  | 'use-provisional'
  /** Provisional values enter only when waived for the measure. */
  | 'use-if-waived'
  /** Does not enter; its weight counts as uncovered. */
  | 'leave-out'
  /** The measure's `missingPolicy` decides: zero, exclude or carry. */
  | 'missing-policy'
  /** The measure's `undefinedPolicy` decides: not applicable, full or carry. */
  | 'undefined-policy'
  /** Taken out by approval: weight goes to the siblings. */
  | 'redistribute'
  /** Shown, not scored; weight goes to the siblings only with approval, otherwise it is uncovered. */
  | 'redistribute-if-approved'

export type DataStateRow = { state: DataState; name: LocalText; live: Treatment; official: Treatment }

export const DATA_STATES: Record<DataState, DataStateRow> = {
  not_due: { state: 'not_due', name: { zh: '未到期', en: 'Not due yet' }, live: 'leave-out', official: 'leave-out' },
  reported: { state: 'reported', name: { zh: '已填报', en: 'Reported' }, live: 'use', official: 'use' },
  estimated: { state: 'estimated', name: { zh: '暂估', en: 'Provisional' }, live: 'use-provisional', official: 'use-if-waived' },
  late: { state: 'late', name: { zh: '逾期未报', en: 'Late' }, live: 'leave-out', official: 'missing-policy' },
  missing: { state: 'missing', name: { zh: '缺报', en: 'Missing' }, live: 'leave-out', official: 'missing-policy' },
  not_applicable: { state: 'not_applicable', name: { zh: '不适用', en: 'Not applicable' }, live: 'redistribute', official: 'redistribute' },
  undefined: {
    state: 'undefined',
    name: { zh: '分母为零', en: 'Denominator is zero' },
    live: 'undefined-policy',
    official: 'undefined-policy',
  },
  insufficient: {
    state: 'insufficient',
    name: { zh: '样本或质量不足', en: 'Too few answers or poor data' },
    live: 'redistribute-if-approved',
    official: 'redistribute-if-approved',
  },
  suspended: { state: 'suspended', name: { zh: '暂停计分', en: 'Suspended' }, live: 'redistribute', official: 'redistribute' },
}
