import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, decimal, done, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'

export const raterGroup = z.enum(['superior', 'peers', 'subordinates', 'service-users'])
const criteriaGrade = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])

/** Art. 39: somebody who holds two posts is rated in each. */
export const forPost = z.enum(['main', 'second'])

/** Whose rating sheet: posts of every class have their own. */
export const ratingForm = z.enum(['management', 'professional', 'skilled-worker'])

export const ratingItem = z.object({ code: z.string(), head: z.string(), headName: bilingual, text: bilingual })

export const listToRate = endpoint({
  name: 'appraise.listToRate',
  method: 'GET',
  path: '/api/cycles/:cycleId/ratings/mine',
  permission: 'rating.give',
  summary: { zh: '我要评的人', en: 'Whom I have to rate' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** Whoever asks has left on that day and rates nobody any more (Art. 38); null: they work here. */
    leftOn: day.nullable(),
    people: z.array(
      z.object({
        appraisalId: id,
        forPost,
        name: z.string(),
        unit: bilingual,
        post: bilingual,
        group: raterGroup,
        given: z.boolean(),
        /** Begun and kept, not handed in. */
        drafted: z.boolean(),
        /** For whom one rates, if not for oneself. */
        onBehalfOf: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

export const readRatingSheet = endpoint({
  name: 'appraise.readRatingSheet',
  method: 'GET',
  path: '/api/appraisals/:appraisalId/rating',
  permission: 'rating.give',
  summary: { zh: '评分表', en: 'Rating sheet' },
  input: z.object({ appraisalId: id, forPost: forPost.optional() }),
  output: z.object({
    appraisalId: id,
    /** The year that is rated. */
    year: z.number(),
    forPost,
    personId: id,
    name: z.string(),
    unit: bilingual,
    post: bilingual,
    group: raterGroup,
    /** The class of the post that is rated decides what is asked. */
    form: ratingForm,
    items: z.array(ratingItem),
    criteria: z.array(z.object({ grade: criteriaGrade, text: bilingual })),
    given: z.record(z.string(), decimal),
    criteriaGrade: criteriaGrade.nullable(),
    comment: z.string(),
    open: z.boolean(),
    /** When what is shown was kept as a draft; null: it is what was handed in, or nothing yet. */
    draftSavedAt: z.string().nullable(),
    /** What was kept as a draft and never handed in before ratings were locked: it counts nothing, and is not lost. */
    leftOver: z.object({ savedAt: z.string(), items: z.int(), comment: z.string() }).nullable(),
    onBehalfOf: z.string().nullable(),
    /** What the person says of the own year, once it has been handed in. */
    selfReport: z.array(z.object({ facet: z.string(), text: z.string() })),
  }),
  audit: null,
})

export const giveRating = endpoint({
  name: 'appraise.giveRating',
  method: 'PUT',
  path: '/api/appraisals/:appraisalId/rating',
  permission: 'rating.give',
  summary: { zh: '提交评分', en: 'Give a rating' },
  input: z.object({
    appraisalId: id,
    forPost: forPost.optional(),
    /** Item code -> 0..100. An item left out was not rated; it is never counted as 0. */
    items: z.record(z.string(), decimal),
    /** Asked of the superior only. */
    criteriaGrade: criteriaGrade.nullable(),
    comment: z.string().trim().max(2000),
  }),
  output: done,
  audit: 'rating-given',
})

export const saveRatingDraft = endpoint({
  name: 'appraise.saveRatingDraft',
  method: 'PUT',
  path: '/api/appraisals/:appraisalId/rating/draft',
  permission: 'rating.give',
  summary: { zh: '暂存评分（未提交，不计入）', en: 'Keep a rating as a draft: not handed in, not counted' },
  input: z.object({
    appraisalId: id,
    forPost: forPost.optional(),
    items: z.record(z.string(), decimal),
    criteriaGrade: criteriaGrade.nullable(),
    comment: z.string().max(2000),
  }),
  output: z.object({ savedAt: z.string() }),
  audit: null,
})

export const importRatings = endpoint({
  name: 'appraise.importRatings',
  kind: 'upload',
  method: 'POST',
  path: '/api/cycles/:cycleId/ratings',
  permission: 'rating.import',
  summary: { zh: '导入评分（纸质测评录入）', en: 'Import ratings (from paper sheets)' },
  input: importInput.extend({ cycleId: id }),
  output: importReport,
  audit: 'ratings-imported',
})

export const ratingsTemplate = endpoint({
  name: 'appraise.ratingsTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/ratings/template',
  permission: 'rating.import',
  summary: { zh: '下载评分导入模板', en: 'Template for ratings' },
  input: z.object({ cycleId: id.optional(), language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})
