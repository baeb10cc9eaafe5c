import type { Term } from './bilingual.ts'

/** A status is colour, letter and shape together, so that it reads in greyscale. Where the bands lie is the scheme's choice, not the word's. */
export type StatusTerm = Term & { readonly letter: { readonly zh: string; readonly en: string }; readonly shape: string }

export const STATUSES = {
  A: { zh: '优', en: 'Very good', letter: { zh: '优', en: 'A' }, shape: '●', source: 'house' },
  B: { zh: '良', en: 'Good', letter: { zh: '良', en: 'B' }, shape: '◆', source: 'house' },
  C: { zh: '中', en: 'Fair', letter: { zh: '中', en: 'C' }, shape: '▲', source: 'house' },
  D: { zh: '差', en: 'Poor', letter: { zh: '差', en: 'D' }, shape: '■', source: 'house' },
  outdated: { zh: '已过期', en: 'Outdated', letter: { zh: '过期', en: 'Old' }, shape: '◌', source: 'house' },
  not_applicable: { zh: '不适用', en: 'Not applicable', letter: { zh: '不适用', en: 'N/A' }, shape: '–', source: 'house' },
  missing: { zh: '缺数据', en: 'Missing', letter: { zh: '缺', en: 'No data' }, shape: '?', source: 'house' },
} as const satisfies Record<string, StatusTerm>

export type StatusCode = keyof typeof STATUSES

/**
 * The states a value can be in; exactly one holds. Blank is not 0, and 0 is not N/A.
 * `reported` and `estimated` are the final and the provisional form of one state: a value is there.
 */
export const DATA_STATES = {
  not_due: { zh: '未到期', en: 'Not due', source: 'house' },
  reported: { zh: '已报', en: 'Reported', source: 'house' },
  estimated: { zh: '暂估', en: 'Estimated', source: 'house' },
  late: { zh: '逾期未报', en: 'Late', source: 'house' },
  missing: { zh: '缺数据', en: 'Missing', source: 'house' },
  not_applicable: { zh: '不适用', en: 'Not applicable', source: 'house' },
  undefined: { zh: '无法计算', en: 'Undefined', source: 'house', note: { zh: '分母为零', en: 'The denominator is zero' } },
  insufficient: { zh: '样本不足', en: 'Insufficient', source: 'house' },
  suspended: { zh: '暂停计分', en: 'Suspended', source: 'house' },
} as const satisfies Record<string, Term>

export type DataStateCode = keyof typeof DATA_STATES
