import { readRatingsGiven, voidRating } from '@milepost/contract/appraise/ratingVoids'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows, findAppraisalRow, lockCycle } from '../data.ts'
import { saveScores } from '../scoring/data.ts'
import { scoreRows } from '../scoring/scoreRows.ts'
import { isExtreme } from './items.ts'
import { listVoidedRatings, ratingById, ratingsOf, takeOutRating } from './voidData.ts'

const items = z.record(z.string(), z.string())
const shape = readRatingsGiven.output.shape.ratings.element.shape
/** Proposals fall away with the scores they rest on; what is decided is opened again first. */
const isOpen = (state: string) => state === 'enrolled' || state === 'scored' || state === 'proposed'

/** What can be pointed at without saying who gave it or how high: numbered by chance, signs only. */
export const readRatingsGivenRoute = serve(readRatingsGiven, {
  run: async ({ tx, institutionId, input }) => {
    const appraisal = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!appraisal) throw new Refusal('not-found')
    const [row] = await appraisalRows(tx, institutionId, appraisal.cycle_id).where('appraisal_id', '=', input.appraisalId).execute()
    return {
      name: row?.name ?? '',
      open: isOpen(appraisal.state),
      ratings: (await ratingsOf(tx, institutionId, input.appraisalId)).map((one) => {
        const values = Object.values(items.parse(one.items))
        return {
          ratingId: one.rating_id,
          group: shape.group.parse(one.rater_group),
          forPost: shape.forPost.parse(one.for_post),
          paper: one.rater_person_id === null ? one.rater_key : null,
          allAlike: values.length > 2 && new Set(values).size === 1,
          extremeWithoutWords: one.comment === '' && values.some(isExtreme),
          itemsRated: values.length,
        }
      }),
      voided: (await listVoidedRatings(tx, institutionId, input.appraisalId)).map((one) => ({
        ratingId: one.rating_id,
        group: shape.group.parse(one.rater_group),
        reason: one.reason,
        voidedBy: one.voided_by,
        voidedAt: one.voided_at.toISOString(),
        scoreBefore: one.score_before,
        scoreAfter: one.score_after,
      })),
    }
  },
})

/** Taken out whole by somebody else than whoever gave it; a score that rested on it is computed again, and both are kept. */
export const voidRatingRoute = serve(voidRating, {
  run: async ({ tx, institutionId, input, library, actor, now, today, audit }) => {
    const rating = await ratingById(tx, institutionId, input.ratingId)
    const before = rating && (await findAppraisalRow(tx, institutionId, rating.appraisal_id))
    if (!rating || !before) throw new Refusal('not-found')
    await lockCycle(tx, institutionId, before.cycle_id)
    if (!isOpen(before.state)) throw new Refusal('ratings-locked')
    if (
      [rating.rater_person_id, rating.on_behalf_of, before.person_id].some((personId) => personId !== null && personId === actor.personId)
    )
      throw new Refusal('void-other-person')
    const cycle = await findCycle(tx, institutionId, before.cycle_id)
    const taken = await takeOutRating(tx, {
      institutionId,
      rating,
      reason: input.reason,
      by: actor.name,
      at: now,
      scoreBefore: before.official_score,
    })
    if (cycle && before.official_score !== null) {
      const rows = await appraisalRows(tx, institutionId, cycle.cycleId).where('appraisal_id', '=', before.appraisal_id).execute()
      const { scored } = await scoreRows(tx, { institutionId, cycle, library, today }, rows)
      await saveScores(tx, institutionId, scored)
      await taken.scoredAgain(scored[0]?.official ?? null)
    }
    audit({ kind: 'appraisal', id: before.appraisal_id, detail: { group: rating.rater_group } })
    return DONE
  },
})
