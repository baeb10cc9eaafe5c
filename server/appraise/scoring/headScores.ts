import { type HeadScore, type HeadScores, headOrder } from '@milepost/appraisal/personScore'
import { type CombinedRating, combineRatings, type GroupRatings, type RatingRules } from '@milepost/appraisal/ratings'
import { div, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Library } from '../../platform/library.ts'

export type GivenRating = { readonly group: string; readonly items: Readonly<Record<string, string>> }
export type CardScore = { readonly runId: string; readonly cardId: string; readonly score: string | null }

/** The five heads of one person: results from the official score of the plan, the others from the groups of raters. */
export function headScoresOf(given: {
  readonly card: CardScore | null
  readonly ratings: readonly GivenRating[]
  readonly headsUnits: boolean
  readonly library: Library
  readonly rules: RatingRules
}): { heads: HeadScores; combined: Readonly<Record<string, CombinedRating>> } {
  const combined: Record<string, CombinedRating> = {}
  const heads: Record<string, HeadScore> = {}
  for (const head of given.library.appraisalRules.heads) {
    if (head.scoredFrom === 'scorecard') {
      heads[head.code] = resultsOf(given.card)
      continue
    }
    const items = head.items.map((item) => item.code)
    combined[head.code] = combineRatings(groupsOf(given.ratings, items, given), given.rules)
    heads[head.code] = ratedHead(combined[head.code], given.ratings.length)
  }
  for (const code of headOrder) heads[code] ??= { kind: 'missing', because: 'no-ratings' }
  return { heads: heads as HeadScores, combined }
}

function resultsOf(card: CardScore | null): HeadScore {
  if (card === null) return { kind: 'missing', because: 'no-card' }
  if (card.score === null) return { kind: 'missing', because: 'no-card-score' }
  const note = { zh: '个人绩效计划正式得分', en: 'official score of the personal plan' }
  return { kind: 'scored', score: card.score, evidence: [{ kind: 'score-run', reference: `${card.runId}/${card.cardId}`, note }] }
}

/** A rater's value of a head is the mean of the items rated; an item left out is left out, not 0. */
function groupsOf(
  ratings: readonly GivenRating[],
  items: readonly string[],
  given: { headsUnits: boolean; rules: RatingRules },
): GroupRatings[] {
  return given.rules.groups.map(({ group }) => {
    const values = ratings
      .filter((rating) => rating.group === group)
      .flatMap((rating) => {
        const rated = items.flatMap((code) => (rating.items[code] === undefined ? [] : [rating.items[code]]))
        return rated.length === 0 ? [] : [toExactText(div(sum(rated), rated.length))]
      })
    // nobody served who was asked, nobody below, or (of a head) nobody beside: there is no such group for this person
    const absent = group === 'service-users' || group === (given.headsUnits ? 'peers' : 'subordinates')
    const none = values.length === 0 && absent
    return { group, ratings: none ? 'not-applicable' : values }
  })
}

function ratedHead(combined: CombinedRating | undefined, raters: number): HeadScore {
  if (!combined || raters === 0) return { kind: 'missing', because: 'no-ratings' }
  if (combined.kind === 'undefined') return { kind: 'missing', because: combined.because }
  const note = { zh: '各类评分人加权', en: 'weighted over the groups of raters' }
  return { kind: 'scored', score: combined.value, evidence: [{ kind: 'ratings', reference: `${raters}`, note }] }
}
