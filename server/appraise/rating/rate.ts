import { giveRating, listToRate, readRatingSheet } from '@milepost/contract/appraise/ratings'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import type { Call } from '../../platform/http/call.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { appraisalRows, findAppraisalRow } from '../data.ts'
import { findRating, listRatings, saveRatings } from './data.ts'
import { invalidRatings, isExtreme, ratingItemsOf } from './items.ts'
import { raterGroupOf } from './raterGroup.ts'
import { readStandings } from './standings.ts'

const givenItems = z.record(z.string(), z.string())

export const listToRateRoute = serve(listToRate, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    if (actor.personId === null) return { people: [] }
    const rows = (await appraisalRows(tx, institutionId, input.cycleId).execute()).filter((row) => row.participation !== 'elsewhere')
    const standings = await readStandings(
      tx,
      institutionId,
      rows.map((row) => ({ personId: row.person_id, unitId: row.unit_id })),
      today,
    )
    const given = await listRatings(tx, institutionId, input.cycleId)
    const mine = new Set(given.filter((one) => one.rater_person_id === actor.personId).map((one) => one.appraisal_id))
    return {
      people: rows.flatMap((row, at) => {
        const standing = standings[at]
        const group = standing ? raterGroupOf(actor, standing) : null
        if (group === null) return []
        return [
          {
            appraisalId: row.appraisal_id,
            name: row.name,
            unit: { zh: row.unit_zh, en: row.unit_en },
            post: { zh: row.post_zh, en: row.post_en },
            group,
            given: mine.has(row.appraisal_id),
          },
        ]
      }),
    }
  },
})

/** The appraisal and the group in which the actor rates it; anybody else is told no more than that they may not. */
async function asRater({ tx, institutionId, input, actor, today }: Call<typeof readRatingSheet> | Call<typeof giveRating>) {
  const appraisal = await findAppraisalRow(tx, institutionId, input.appraisalId)
  const [standing] = appraisal
    ? await readStandings(tx, institutionId, [{ personId: appraisal.person_id, unitId: appraisal.unit_id }], today)
    : []
  const group = standing ? raterGroupOf(actor, standing) : null
  if (!appraisal || group === null || actor.personId === null) throw new Refusal('not-permitted')
  return { appraisal, group, raterPersonId: actor.personId }
}

export const readRatingSheetRoute = serve(readRatingSheet, {
  run: async (call) => {
    const { tx, institutionId, library } = call
    const { appraisal, group, raterPersonId } = await asRater(call)
    const row = (
      await appraisalRows(tx, institutionId, appraisal.cycle_id).where('appraisal.appraisal_id', '=', appraisal.appraisal_id).execute()
    )[0]
    if (!row) throw new Refusal('not-permitted')
    const rating = await findRating(tx, { institutionId, appraisalId: appraisal.appraisal_id, group, raterKey: raterPersonId })
    return {
      appraisalId: appraisal.appraisal_id,
      name: row.name,
      unit: { zh: row.unit_zh, en: row.unit_en },
      post: { zh: row.post_zh, en: row.post_en },
      group,
      items: ratingItemsOf(library),
      criteria: group === 'superior' ? library.appraisalRules.grades.map((one) => ({ grade: one.code, text: one.criterion })) : [],
      given: rating ? givenItems.parse(rating.items) : {},
      criteriaGrade: readRatingSheet.output.shape.criteriaGrade.parse(rating?.criteria_grade ?? null),
      comment: rating?.comment ?? '',
      open: appraisal.state === 'enrolled' || appraisal.state === 'scored',
    }
  },
})

/** A rating may be changed by its giver until grades are proposed; a full mark or a fail needs a comment. */
export const giveRatingRoute = serve(giveRating, {
  run: async (call) => {
    const { tx, institutionId, input, library, now, audit } = call
    const { appraisal, group, raterPersonId } = await asRater(call)
    if (appraisal.state !== 'enrolled' && appraisal.state !== 'scored') throw new Refusal('ratings-locked')
    const fields = invalidRatings(input.items, library)
    const missing = ratingItemsOf(library).filter((item) => input.items[item.code] === undefined)
    if (group === 'superior') {
      for (const item of missing)
        fields.push({ pointer: `/items/${item.code}`, zh: `请为“${item.text.zh}”评分。`, en: `Rate “${item.text.en}”.` })
      if (input.criteriaGrade === null)
        fields.push({ pointer: '/criteriaGrade', zh: '请对照标准选择最符合的等次。', en: 'Choose the grade whose criteria fit best.' })
    }
    if (input.comment === '' && Object.values(input.items).some(isExtreme))
      fields.push({
        pointer: '/comment',
        zh: '有评分项为满分或低于 60 分，请写评语说明。',
        en: 'An item is rated 100 or below 60: say why in the comment.',
      })
    if (group !== 'superior' && Object.keys(input.items).length === 0)
      fields.push({ pointer: '/items', zh: '至少评一项。', en: 'Rate at least one item.' })
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    await saveRatings(tx, institutionId, [
      {
        ratingId: newId(),
        appraisalId: appraisal.appraisal_id,
        group,
        raterPersonId,
        raterKey: raterPersonId,
        items: input.items,
        criteriaGrade: group === 'superior' ? input.criteriaGrade : null,
        comment: input.comment,
        at: now,
      },
    ])
    audit({ kind: 'appraisal', id: appraisal.appraisal_id, detail: { group } })
    return DONE
  },
})
