import { div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString, toExactText } from '@milepost/exact/rounding'
import type { Bilingual } from '@milepost/terms/bilingual'
import { type PersonScore, type PersonScoreInput, personScore } from './personScore.ts'

/** What was taken for the second post, and the days of the year it was held. */
export type SecondPost = { readonly taken: PersonScoreInput; readonly days: number }

export type TwoPostScore = PersonScore & {
  /** The score of each post and the days it counts by; absent: one post only. */
  readonly posts?: { readonly main: PostPart; readonly second: PostPart }
}
type PostPart = { readonly official: string; readonly total: ExactText; readonly days: number }

/**
 * The score of somebody who holds two posts (Art. 39): each post is scored from its own raters, and the two are weighted by the days of the year
 * they were held. Where one of them cannot be scored there is no score for the year, and what is missing is said; nothing is filled in from the
 * other post. With `second` null it is the score of the one post. The grade of each post is people's; this is the number they look at.
 */
export function scoreOf(main: PersonScoreInput, second: SecondPost | null, daysOfMain: number): TwoPostScore {
  const first = personScore(main)
  if (second === null || first.kind === 'undefined') return first
  const other = personScore(second.taken)
  if (other.kind === 'undefined') return other
  const days = daysOfMain + second.days
  const total = div(sum([mul(first.total, daysOfMain), mul(other.total, second.days)]), days)
  const official = roundHalfAway(total, 2)
  const line = (zh: string, en: string, part: ExactText, of: number): Bilingual => ({
    zh: `${zh}：${toDecimalString(part, 4)} × ${of}/${days} 天`,
    en: `${en}: ${toDecimalString(part, 4)} × ${of}/${days} days`,
  })
  return {
    ...first,
    total: toExactText(total),
    official,
    lines: [
      ...first.lines,
      line('主岗', 'Main post', first.total, daysOfMain),
      line('兼任岗位', 'Second post', other.total, second.days),
      { zh: `两岗合计 ${official} 分（第39条）`, en: `Both posts ${official} (Art. 39)` },
    ],
    posts: {
      main: { official: first.official, total: first.total, days: daysOfMain },
      second: { official: other.official, total: other.total, days: second.days },
    },
  }
}
