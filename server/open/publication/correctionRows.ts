import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPublic } from '@milepost/contract/open/publications'

type Years = OutputOf<typeof readPublic>['years']
type Cell = string | null

export const CORRECTION_HEADINGS = {
  zh: ['年度', '版次', '发布日期', '状态', '撤回或到期日期', '说明', '对照版次', '更正的数字', '更正前', '更正后'],
  en: [
    'year',
    'revision',
    'published on',
    'state',
    'withdrawn or over on',
    'reason',
    'compared with revision',
    'figure',
    'before',
    'after',
  ],
} as const

const STATES = {
  zh: { read: '公开', withdrawn: '已撤回', ended: '已到期' },
  en: { read: 'public', withdrawn: 'withdrawn', ended: 'over' },
} as const

/** One row a corrected figure; a revision that corrected none has one row without a figure, so that no revision is missing. */
export function correctionRows(years: Years, language: 'zh' | 'en'): Cell[][] {
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  return years.flatMap(({ year, revisions }) =>
    revisions.flatMap((one) => {
      const state = STATES[language][one.withdrawn ? 'withdrawn' : one.ended ? 'ended' : 'read']
      const compared = one.comparedWith === null ? null : String(one.comparedWith)
      const own = [String(year), String(one.revision), one.publishedOn, state, one.goneOn, pick(one.reason), compared]
      return one.changes.length === 0
        ? [[...own, null, null, null]]
        : one.changes.map((change) => [...own, pick(change.name), change.before, change.after])
    }),
  )
}
