import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, id } from '../fields.ts'
import { appraisalLine, grade, headView } from './appraisals.ts'
import { reportFacet } from './selfReport.ts'

/** What the calibration room lays side by side of a few people before it votes; every part says when it has nothing. */
export const readEvidence = endpoint({
  name: 'appraise.readEvidence',
  method: 'GET',
  path: '/api/cycles/:cycleId/calibration/people/:personId',
  permission: 'appraisal.list',
  summary: { zh: '校准会：一人的全部依据', en: 'The calibration room: the evidence on one person' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    appraisal: appraisalLine.extend({ voted: decimal.nullable() }),
    /** Ratings by group behind each head; values of small groups are not shown. */
    heads: z.array(headView),
    /** As the official run fixed it; null: it has no score of this person's plan. */
    plan: z
      .object({
        cardId: id,
        lines: z.array(
          z.object({
            cardMeasureId: z.string(),
            name: bilingual,
            unit: bilingual,
            /** Percent of the whole plan. */
            weight: z.string(),
            /** In the measure's unit; null: nothing was reported that could be scored. */
            actual: z.string().nullable(),
            /** Where the rule gives full points; null for rules without such a place. */
            target: z.string().nullable(),
            score: z.string().nullable(),
            /** What a reader of the score must know: periods without a value count as nought, or the value is of a part of the year. */
            flags: z.array(z.enum(['missing-as-zero', 'partial', 'capped', 'floored'])),
          }),
        ),
      })
      .nullable(),
    checkIns: z.array(z.object({ checkInId: id, heldOn: z.string(), progress: z.string(), confirmed: z.boolean() })),
    incidents: z.array(
      z.object({
        incidentId: id,
        happenedOn: z.string(),
        sign: z.enum(['plus', 'minus']),
        what: z.string(),
        effect: z.string(),
        files: z.number(),
        confirmed: z.boolean(),
      }),
    ),
    /** Facet by facet, once it has been handed in. */
    report: z.array(z.object({ facet: reportFacet, text: z.string() })),
    /** Final grades of earlier years, newest first. */
    earlier: z.array(z.object({ year: z.number(), grade })),
  }),
  audit: null,
})
