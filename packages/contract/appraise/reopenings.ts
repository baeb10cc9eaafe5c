import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, id } from '../fields.ts'
import { appraisalState, grade, gradeChange } from './appraisals.ts'

/** An appraisal opened again before it is final: one asks, another allows. After that a grade is corrected by the committee. */

export const reopening = z.object({
  reopeningId: id,
  appraisalId: id,
  name: z.string(),
  reason: z.string(),
  document: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  askedBy: z.string(),
  askedAt: z.string(),
  answeredBy: z.string().nullable(),
  answer: z.string(),
  answeredAt: z.string().nullable(),
  /** What was decided before; null: nothing had been. */
  gradeBefore: grade.nullable(),
  mayAnswer: z.boolean(),
})

export const readReopenings = endpoint({
  name: 'appraise.readReopenings',
  method: 'GET',
  path: '/api/cycles/:cycleId/reopenings',
  permission: 'appraisal.list',
  summary: { zh: '重新开启与更正', en: 'Reopened and corrected appraisals' },
  input: z.object({ cycleId: id }),
  output: z.object({
    reopenings: z.array(reopening),
    /** Which may be reopened (before they are final) or corrected (after). */
    appraisals: z.array(
      z.object({
        appraisalId: id,
        name: z.string(),
        unit: bilingual,
        state: appraisalState,
        grade: grade.nullable(),
        version: z.number(),
        /** Art. 42: the case has been closed, and the committee may supply the grade. */
        lateGradeOpen: z.boolean(),
      }),
    ),
    corrections: z.array(
      z.object({
        name: z.string(),
        from: grade,
        to: grade,
        because: gradeChange.shape.because,
        reason: z.string(),
        decidedBy: z.array(z.string()),
        changedAt: z.string(),
      }),
    ),
  }),
  audit: null,
})

/** What was made from the grades, and whether it still agrees with them. */
export const readDownstream = endpoint({
  name: 'appraise.readDownstream',
  method: 'GET',
  path: '/api/cycles/:cycleId/downstream',
  permission: 'appraisal.list',
  summary: { zh: '由等次生成的内容是否仍有效', en: 'What was made from the grades, and what is out of date' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** When a grade was last opened or changed; null: never. */
    changedAt: z.string().nullable(),
    made: z.array(z.object({ what: bilingual, madeAt: z.string(), stale: z.boolean(), mend: bilingual, href: z.string() })),
  }),
  audit: null,
})

export const askReopening = endpoint({
  name: 'appraise.askReopening',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/reopening',
  permission: 'participation.keep',
  summary: { zh: '申请重新开启一份考核', en: 'Ask to reopen an appraisal' },
  input: z.object({ appraisalId: id, reason: z.string().trim().min(10).max(2000), document: z.string().trim().min(2).max(200) }),
  output: z.object({ reopeningId: id }),
  audit: 'reopening-asked',
})

export const answerReopening = endpoint({
  name: 'appraise.answerReopening',
  method: 'PUT',
  path: '/api/reopenings/:reopeningId/answer',
  permission: 'grade.decide',
  summary: { zh: '批准或不批准重新开启（另一人）', en: 'Allow a reopening or not (somebody else)' },
  input: z.object({ reopeningId: id, granted: z.boolean(), answer: z.string().trim().min(2).max(2000) }),
  output: done,
  audit: 'reopening-answered',
})

export const correctGrade = endpoint({
  name: 'appraise.correctGrade',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/correction',
  permission: 'grade.decide',
  summary: { zh: '考核委员会更正已生效的等次', en: 'The committee corrects a grade that is final' },
  input: z.object({
    appraisalId: id,
    grade,
    reason: z.string().trim().min(10).max(2000),
    /** The evidence of the error. */
    document: z.string().trim().min(2).max(200),
    present: z.array(id).min(1).max(40),
  }),
  output: done,
  audit: 'grade-corrected',
})
