import { giveRating, listToRate, readRatingSheet, saveRatingDraft } from '@milepost/contract/appraise/ratings'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { z } from 'zod'
import { findCycle, listPeople, listPosts } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows } from '../data.ts'
import { type ForPost, placesOf, ratedOf, readRaters } from '../raters/raters.ts'
import { submittedReport } from '../selfReport/data.ts'
import { asRater, leftBefore } from './asRater.ts'
import { deleteDraft, draftsOf, findDraft, findRating, listRatings, saveDraft, saveRatings } from './data.ts'
import { invalidRatings, isExtreme, ratingItems, ratingItemsOf, readForms } from './items.ts'

const givenItems = z.record(z.string(), z.string())
type Titles = ReadonlyMap<string, Bilingual>

/** Names of second posts, read only where somebody holds one. */
async function postTitles(tx: Tx, institutionId: string, rows: readonly AppraisalRow[]): Promise<Titles> {
  if (rows.every((row) => row.second_post_id === null)) return new Map()
  return new Map((await listPosts(tx, institutionId)).map((post) => [post.postId, post.title]))
}

const postRated = (row: AppraisalRow, forPost: ForPost, posts: Titles): Bilingual =>
  (forPost === 'second' && posts.get(row.second_post_id ?? '')) || { zh: row.post_zh, en: row.post_en }

const isOpen = (state: string) => state === 'enrolled' || state === 'scored'

/** Whom the actor rates. Nobody is asked about a person whose case is open (Art. 42) or who is appraised elsewhere. */
export const listToRateRoute = serve(listToRate, {
  run: async ({ tx, institutionId, input, library, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (actor.personId === null || !cycle) return { people: [], leftOn: null }
    const raterPersonId = actor.personId
    const leftOn = await leftBefore(tx, institutionId, { personId: raterPersonId, today })
    if (leftOn !== null) return { people: [], leftOn }
    const rows = (await appraisalRows(tx, institutionId, input.cycleId).execute()).filter(
      (row) => row.participation !== 'elsewhere' && row.participation !== 'none-yet',
    )
    const rated = rows.map(ratedOf)
    const raters = await readRaters(tx, { institutionId, cycle, today, library }, rated)
    const given = await listRatings(tx, institutionId, input.cycleId)
    const mine = new Set(given.filter((one) => one.rater_person_id === raterPersonId).map((one) => `${one.appraisal_id} ${one.for_post}`))
    const posts = await postTitles(tx, institutionId, rows)
    const drafted = await draftsOf(tx, { institutionId, raterPersonId })
    const names = new Map((await listPeople(tx, institutionId, today)).map((one) => [one.personId, one.name]))
    return {
      leftOn: null,
      people: rows.flatMap((row, at) => {
        const of = raters[at]
        return (of ? placesOf(of, raterPersonId) : []).map((place) => ({
          appraisalId: row.appraisal_id,
          forPost: place.forPost,
          name: row.name,
          unit: { zh: row.unit_zh, en: row.unit_en },
          post: postRated(row, place.forPost, posts),
          group: place.group,
          given: mine.has(`${row.appraisal_id} ${place.forPost}`),
          drafted: drafted.has(`${row.appraisal_id} ${place.forPost}`),
          onBehalfOf: place.onBehalfOf === null ? null : (names.get(place.onBehalfOf) ?? ''),
        }))
      }),
    }
  },
})

export const readRatingSheetRoute = serve(readRatingSheet, {
  run: async (call) => {
    const { tx, institutionId, today } = call
    const { appraisal, place, raterPersonId, library, year } = await asRater(call)
    const { group } = place
    const [row] = await appraisalRows(tx, institutionId, appraisal.cycle_id)
      .where('appraisal.appraisal_id', '=', appraisal.appraisal_id)
      .execute()
    if (!row) throw new Refusal('not-permitted')
    const appraisalId = appraisal.appraisal_id
    const { forPost } = place
    const rating = await findRating(tx, { institutionId, appraisalId, forPost, group, raterKey: raterPersonId })
    const open = isOpen(appraisal.state)
    const draft = await findDraft(tx, { institutionId, appraisalId, raterPersonId, forPost })
    const shown = open ? (draft ?? rating) : rating
    const form = (await readForms(tx, institutionId))(row, forPost)
    const had = shown ? givenItems.parse(shown.items) : {}
    // a sheet that is locked shows what was rated, though the item is on another sheet by now; one that is open asks for its own
    const items = ratingItems(library).filter((item) => item.postClasses.includes(form) || (!open && had[item.code] !== undefined))
    const absent =
      place.onBehalfOf === null ? null : (await listPeople(tx, institutionId, today)).find((one) => one.personId === place.onBehalfOf)
    return {
      appraisalId,
      year,
      forPost,
      personId: appraisal.person_id,
      name: row.name,
      unit: { zh: row.unit_zh, en: row.unit_en },
      post: postRated(row, forPost, await postTitles(tx, institutionId, [row])),
      group,
      form,
      items: items.map(({ postClasses: _of, ...item }) => item),
      criteria: group === 'superior' ? library.appraisalRules.grades.map((one) => ({ grade: one.code, text: one.criterion })) : [],
      given: Object.fromEntries(items.flatMap(({ code }) => (had[code] === undefined ? [] : [[code, had[code]]]))),
      criteriaGrade: readRatingSheet.output.shape.criteriaGrade.parse(shown?.criteria_grade ?? null),
      comment: shown?.comment ?? '',
      open,
      leftOver:
        draft && !open
          ? { savedAt: draft.saved_at.toISOString(), items: Object.keys(givenItems.parse(draft.items)).length, comment: draft.comment }
          : null,
      draftSavedAt: draft && open ? draft.saved_at.toISOString() : null,
      onBehalfOf: place.onBehalfOf === null ? null : (absent?.name ?? ''),
      selfReport: group === 'superior' ? await submittedReport(tx, institutionId, appraisalId) : [],
    }
  },
})

/** Kept as one types, whole or not: values out of range are mended before they are handed in, not before they are kept. */
export const saveRatingDraftRoute = serve(saveRatingDraft, {
  run: async (call) => {
    const { tx, institutionId, input, now } = call
    const { appraisal, place, raterPersonId } = await asRater(call)
    if (!isOpen(appraisal.state)) throw new Refusal('ratings-locked')
    await saveDraft(tx, { institutionId, ...input, forPost: place.forPost, raterPersonId, at: now })
    return { savedAt: now.toISOString() }
  },
})

/** A rating may be changed by its giver until grades are proposed; a full mark or a fail needs a comment. Sent twice, it is one rating. */
export const giveRatingRoute = serve(giveRating, {
  run: async (call) => {
    const { tx, institutionId, input, now, audit } = call
    const { appraisal, place, raterPersonId, library } = await asRater(call)
    const { group, onBehalfOf, forPost } = place
    if (!isOpen(appraisal.state)) throw new Refusal('ratings-locked')
    const form = (await readForms(tx, institutionId))(appraisal, forPost)
    const fields = invalidRatings(input.items, library, form)
    const missing = ratingItemsOf(library, form).filter((item) => input.items[item.code] === undefined)
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
        forPost,
        raterPersonId,
        raterKey: raterPersonId,
        onBehalfOf,
        items: input.items,
        criteriaGrade: group === 'superior' ? input.criteriaGrade : null,
        comment: input.comment,
        at: now,
      },
    ])
    await deleteDraft(tx, { institutionId, appraisalId: appraisal.appraisal_id, raterPersonId, forPost })
    audit({ kind: 'appraisal', id: appraisal.appraisal_id, detail: { group, ...(onBehalfOf === null ? {} : { onBehalfOf }) } })
    return DONE
  },
})
