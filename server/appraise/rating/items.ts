import type { InvalidField } from '@milepost/contract/refusals'
import { compare } from '@milepost/exact/exact'
import type { Library } from '../../platform/library.ts'

/** What raters rate: the items of every head that ratings feed (results come from the scorecard). */
export function ratingItemsOf({ appraisalRules }: Library) {
  return appraisalRules.heads
    .filter((head) => head.scoredFrom === 'ratings')
    .flatMap((head) => head.items.map((item) => ({ code: item.code, head: head.code, headName: head.name, text: item.text })))
}

/** Ratings are 0 to 100 on known items. */
export function invalidRatings(items: Readonly<Record<string, string>>, library: Library): InvalidField[] {
  const known = new Set(ratingItemsOf(library).map((item) => item.code))
  return Object.entries(items).flatMap(([code, value]) => {
    if (!known.has(code)) return [{ pointer: `/items/${code}`, zh: '没有这一评分项。', en: 'There is no such rating item.' }]
    if (compare(value, '0') >= 0 && compare(value, '100') <= 0) return []
    return [{ pointer: `/items/${code}`, zh: '评分应在 0 至 100 之间。', en: 'A rating lies between 0 and 100.' }]
  })
}

/** A full mark, or below the pass mark of 60: the two ends of the scale that want a word of explanation. A default of this product. */
export const isExtreme = (value: string): boolean => compare(value, '100') >= 0 || compare(value, '60') < 0
