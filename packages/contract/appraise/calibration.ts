import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { grade } from './appraisals.ts'
import { says, voteView } from './votes.ts'

/** The calibration room: signs of raters' habits, and changes of proposals with their reasons and votes. */

const interval = z.object({ value: z.number(), low: z.number(), high: z.number(), n: z.number() }).nullable()
export const reasonCode = z.enum(['evidence', 'criteria', 'bias', 'tie', 'tilt', 'ledger'])

export const readRaterSigns = endpoint({
  name: 'appraise.readRaterSigns',
  method: 'GET',
  path: '/api/cycles/:cycleId/rater-signs',
  permission: 'appraisal.list',
  summary: { zh: '评分习惯（宽严、离散、晕轮），附区间', en: 'Habits of raters, with intervals' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** null: there is nothing to compare. */
    mean: z.number().nullable(),
    sd: z.number().nullable(),
    compared: z.number(),
    raters: z.array(
      z.object({
        raterId: z.string(),
        name: z.string(),
        unit: bilingual,
        ratees: z.number(),
        leniency: interval,
        aboveObjective: interval,
        /** Spread of the rater over the usual one; 1 is usual. */
        range: z.number().nullable(),
        straightLining: z.number().nullable(),
        flags: z.array(z.string()),
      }),
    ),
  }),
  audit: null,
})

export const calibrate = endpoint({
  name: 'appraise.calibrate',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/calibration',
  permission: 'grade.calibrate',
  summary: { zh: '校准会调整建议等次', en: 'The calibration room changes a proposal' },
  input: z.object({
    appraisalId: id,
    /** The proposal as it was seen; where it is another by now, nothing is changed. */
    from: grade.nullable(),
    grade: z.enum(['excellent', 'qualified', 'basic', 'unqualified']),
    reasonCode,
    reason: z.string().trim().min(10).max(2000),
    /** Committee members present; who must step aside is left out by the program. */
    present: z.array(id).min(1).max(40),
    votesFor: z.int().min(0).max(40),
    votesAgainst: z.int().min(0).max(40),
    /** Who said what, where it was taken by name; the totals then follow from it. */
    votes: z
      .array(z.object({ person: id, says }))
      .max(40)
      .optional(),
  }),
  output: z.object({ recused: z.array(z.string()) }),
  audit: 'proposal-calibrated',
})

export const readCalibrationChanges = endpoint({
  name: 'appraise.readCalibrationChanges',
  method: 'GET',
  path: '/api/cycles/:cycleId/calibration/changes',
  permission: 'appraisal.list',
  summary: { zh: '校准会记录', en: 'Minutes of the calibration room' },
  input: z.object({ cycleId: id }),
  output: z.object({
    changes: z.array(
      z.object({
        changeId: id,
        name: z.string(),
        from: grade.nullable(),
        to: grade,
        reasonCode,
        reason: z.string(),
        present: z.array(z.string()),
        recused: z.array(z.string()),
        votesFor: z.number(),
        votesAgainst: z.number(),
        names: voteView.shape.names,
        changedBy: z.string(),
        changedAt: z.string(),
      }),
    ),
  }),
  audit: null,
})
