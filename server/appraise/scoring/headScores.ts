import { type HeadScore, type HeadScores, headOrder } from '@milepost/appraisal/personScore'
import { type CombinedRating, combineRatings, type GroupRatings, type RatingRules } from '@milepost/appraisal/ratings'
import { segmentScore } from '@milepost/appraisal/segments'
import { div, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { Library } from '../../platform/library.ts'

export type GivenRating = {
  readonly group: string
  readonly items: Readonly<Record<string, string>>
  /** The superior by post whose rating it is, though somebody may have stood in; null: from outside. */
  readonly place: string | null
}
export type CardScore = { readonly runId: string; readonly cardId: string; readonly score: string | null }

/** Superiors by post whose rating counts, each with the days they answered for the person. */
export type Raters = {
  readonly headsUnits: boolean
  readonly superiors: readonly { readonly personId: string; readonly days: number }[]
  /** Every superior was waived or let off: there is no such group. */
  readonly withoutSuperior: boolean
}

/** The five heads of one person: results from the official score of the plan, the others from the groups of raters. */
export function headScoresOf(given: {
  readonly card: CardScore | null
  readonly ratings: readonly GivenRating[]
  readonly raters: Raters
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
  { raters, rules }: { raters: Raters; rules: RatingRules },
): GroupRatings[] {
  return rules.groups.map(({ group }) => {
    const rated = ratings
      .filter((rating) => rating.group === group)
      .flatMap((rating) => {
        const values = items.flatMap((code) => (rating.items[code] === undefined ? [] : [rating.items[code]]))
        return values.length === 0 ? [] : [{ place: rating.place, value: toExactText(div(sum(values), values.length)) }]
      })
    const values = group === 'superior' ? byStretch(rated, raters) : rated.map(({ value }) => value)
    // nobody served who was asked, nobody below, or (of a head) nobody beside: there is no such group for this person
    const absent =
      group === 'service-users' ||
      group === (raters.headsUnits ? 'peers' : 'subordinates') ||
      (group === 'superior' && raters.withoutSuperior)
    return { group, ratings: values.length === 0 && absent ? 'not-applicable' : values }
  })
}

type Rated = { readonly place: string | null; readonly value: string }

/**
 * Several superiors in one year count by the days of their stretches, as one value; while one of them has not rated there is none: a stretch is
 * never filled in from another. Ratings of somebody who is no superior by post (paper, typed in) are taken as they are.
 */
function byStretch(rated: readonly Rated[], { superiors }: Raters): string[] {
  const places = new Set(superiors.map((one) => one.personId))
  if (superiors.length < 2 || rated.some(({ place }) => place === null || !places.has(place))) return rated.map(({ value }) => value)
  const stretches = superiors.map((one) => ({
    id: one.personId,
    days: one.days,
    score: rated.find(({ place }) => place === one.personId)?.value ?? null,
  }))
  const score = segmentScore(stretches, 1)
  return score.kind === 'scored' ? [score.value] : []
}

function ratedHead(combined: CombinedRating | undefined, raters: number): HeadScore {
  if (!combined || raters === 0) return { kind: 'missing', because: 'no-ratings' }
  if (combined.kind === 'undefined') return { kind: 'missing', because: combined.because }
  const note = { zh: '各类评分人加权', en: 'weighted over the groups of raters' }
  return { kind: 'scored', score: combined.value, evidence: [{ kind: 'ratings', reference: `${raters}`, note }] }
}
