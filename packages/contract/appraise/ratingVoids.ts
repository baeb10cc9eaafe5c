import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { decimal, done, id } from '../fields.ts'
import { forPost, raterGroup } from './ratings.ts'

export const readRatingsGiven = endpoint({
  name: 'appraise.readRatingsGiven',
  method: 'GET',
  path: '/api/appraisals/:appraisalId/ratings',
  permission: 'rating.void',
  summary: { zh: '一人的评分清单（不含评分人和分值）', en: 'The ratings of one person, without raters and values' },
  input: z.object({ appraisalId: id }),
  output: z.object({
    name: z.string(),
    open: z.boolean(),
    ratings: z.array(
      z.object({
        ratingId: id,
        group: raterGroup,
        forPost,
        /** Typed in from a paper or a list: what it was called there. null: given on this system, and nobody is told by whom. */
        paper: z.string().nullable(),
        /** Signs that are looked at: every item alike, a full mark or a fail without a word. */
        allAlike: z.boolean(),
        extremeWithoutWords: z.boolean(),
        itemsRated: z.number(),
      }),
    ),
    voided: z.array(
      z.object({
        ratingId: id,
        group: raterGroup,
        reason: z.string(),
        voidedBy: z.string(),
        voidedAt: z.string(),
        scoreBefore: decimal.nullable(),
        scoreAfter: decimal.nullable(),
      }),
    ),
  }),
  audit: null,
})

export const voidRating = endpoint({
  name: 'appraise.voidRating',
  method: 'POST',
  path: '/api/ratings/:ratingId/void',
  permission: 'rating.void',
  summary: { zh: '作废一份评分并重新计分', en: 'Void one rating and score again' },
  input: z.object({ ratingId: id, reason: z.string().trim().min(10).max(1000) }),
  output: done,
  audit: 'rating-voided',
})
