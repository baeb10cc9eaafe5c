import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { grade, gradeChange } from './appraisals.ts'

/** After the grades are final: served in writing, answered by the person, reviewed, talked over. */

const decidedGrade = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])
export const remedyKind = z.enum(['review', 'appeal', 're-appeal'])
export const opinion = z.enum(['agree', 'disagree', 'refused'])

export const serviceView = z.object({
  /** Which version of the grade was served. */
  version: z.number(),
  servedOn: day,
  servedBy: z.string(),
  opinion: opinion.nullable(),
  opinionText: z.string(),
  signedOn: day.nullable(),
  witnesses: z.array(z.string()),
})

export const remedyView = z.object({
  remedyId: id,
  kind: remedyKind,
  filedOn: day,
  representative: z.string(),
  /** Filed by the office for somebody who cannot act: what the representative is to the person, and the paper that shows it. */
  representativeTie: z.string().nullable(),
  representativePaper: z.string().nullable(),
  /** The day on which the decision was handed to both. */
  bothServedOn: day.nullable(),
  grounds: z.string(),
  acceptedOn: day.nullable(),
  decideBy: day,
  decidedOn: day.nullable(),
  decidedBy: z.string().nullable(),
  panel: z.array(z.string()),
  outcome: z.enum(['upheld', 'changed']).nullable(),
  newGrade: grade.nullable(),
  findings: z.string().nullable(),
})

/** Where the interview stands by its days; `not-held` and `not-confirmed` are past them. */
const interviewState = z.enum(['open', 'in-time', 'late', 'not-held', 'not-confirmed'])

export const interviewView = z.object({
  heldOn: day,
  headName: z.string(),
  strengths: z.string(),
  shortfalls: z.string(),
  nextGoals: z.string(),
  improvementPlan: z.string(),
  improveBy: day.nullable(),
  confirmedOn: day.nullable(),
  personSays: z.string(),
})

export const serveResults = endpoint({
  name: 'appraise.serveResults',
  method: 'POST',
  path: '/api/cycles/:cycleId/results',
  permission: 'result.serve',
  summary: { zh: '书面送达考核结果', en: 'Serve the results in writing' },
  input: z.object({ cycleId: id }),
  output: z.object({ served: z.number() }),
  audit: 'results-served',
})

export const listResults = endpoint({
  name: 'appraise.listResults',
  method: 'GET',
  path: '/api/cycles/:cycleId/results',
  permission: 'appraisal.list',
  summary: { zh: '结果送达、签署、面谈与复核情况', en: 'Service, opinions, interviews and remedies' },
  input: z.object({ cycleId: id }),
  output: z.object({
    results: z.array(
      z.object({
        appraisalId: id,
        personId: id,
        name: z.string(),
        employeeNo: z.string(),
        unit: bilingual,
        grade: grade.nullable(),
        version: z.number(),
        service: serviceView.nullable(),
        interview: interviewView.nullable(),
        interviewDue: day.nullable(),
        interviewState: interviewState.nullable(),
        remedies: z.array(remedyView),
      }),
    ),
  }),
  audit: null,
})

export const readResult = endpoint({
  name: 'appraise.readResult',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/result',
  permission: 'appraisal.read',
  summary: { zh: '查看一人的考核结果与救济', en: 'One person’s result and the ways open' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    appraisalId: id.nullable(),
    isFinal: z.boolean(),
    service: serviceView.nullable(),
    remedies: z.array(remedyView),
    /** The remedy that is open now, and until when; null: none. */
    open: z.object({ kind: remedyKind, until: day, verified: z.boolean() }).nullable(),
    interview: interviewView.nullable(),
    interviewDue: day.nullable(),
    interviewState: interviewState.nullable(),
    /** Art. 30, 31: after basic and unqualified the interview ends with an improvement plan and a day. */
    needsPlan: z.boolean(),
    /** When it was opened again before it was final, by whom and why. */
    reopened: z.array(z.object({ at: z.string(), by: z.string(), reason: z.string(), gradeBefore: grade.nullable() })),
    changes: z.array(gradeChange),
  }),
  audit: null,
})

/** Those whom the reader talks to about their result, and how far that has come. */
export const listTalks = endpoint({
  name: 'appraise.listTalks',
  method: 'GET',
  path: '/api/cycles/:cycleId/talks',
  permission: 'talk.list',
  summary: { zh: '由本人面谈的职工', en: 'Whom one talks to about the result' },
  input: z.object({ cycleId: id }),
  output: z.object({
    talks: z.array(
      z.object({
        personId: id,
        name: z.string(),
        employeeNo: z.string(),
        unit: bilingual,
        grade: grade.nullable(),
        servedOn: day,
        dueOn: day,
        heldOn: day.nullable(),
        state: interviewState,
      }),
    ),
  }),
  audit: null,
})

export const signOpinion = endpoint({
  name: 'appraise.signOpinion',
  method: 'POST',
  path: '/api/cycles/:cycleId/result/opinion',
  permission: 'result.own',
  summary: { zh: '本人签署意见', en: 'Sign one’s opinion on the result' },
  input: z.object({ cycleId: id, opinion: z.enum(['agree', 'disagree']), text: z.string().trim().max(4000) }),
  output: done,
  audit: 'opinion-signed',
})

export const recordRefusedSignature = endpoint({
  name: 'appraise.recordRefusedSignature',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/refused-signature',
  permission: 'result.serve',
  summary: { zh: '登记拒签（两名见证人）', en: 'Record that the person would not sign (two witnesses)' },
  input: z.object({ appraisalId: id, witnessIds: z.array(id).length(2), text: z.string().trim().max(4000) }),
  output: done,
  audit: 'signature-refused',
})

export const fileRemedy = endpoint({
  name: 'appraise.fileRemedy',
  method: 'POST',
  path: '/api/cycles/:cycleId/remedies',
  permission: 'result.own',
  summary: { zh: '申请复核、申诉、再申诉', en: 'Ask for a review, appeal, or appeal again' },
  input: z.object({
    cycleId: id,
    kind: remedyKind,
    grounds: z.string().trim().min(10).max(8000),
    representative: z.string().trim().max(200),
  }),
  output: z.object({ remedyId: id, decideBy: day }),
  audit: 'remedy-filed',
})

/** Somebody who speaks for a person who cannot act (2014 appeal rules, Art. 6): a near relative or guardian, with the paper that shows it. */
export const representative = z.object({
  name: z.string().trim().min(2).max(80),
  tie: z.string().trim().min(2).max(80),
  paper: z.string().trim().min(5).max(300),
})

export const fileRemedyFor = endpoint({
  name: 'appraise.fileRemedyFor',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/remedies',
  permission: 'result.serve',
  summary: { zh: '为不能行使权利的人登记代理人提出的复核、申诉', en: 'Take in a review or appeal filed for somebody who cannot act' },
  input: z.object({ appraisalId: id, kind: remedyKind, grounds: z.string().trim().min(10).max(8000), representative }),
  output: z.object({ remedyId: id, decideBy: day }),
  audit: 'remedy-filed-for',
})

export const serveRemedyToBoth = endpoint({
  name: 'appraise.serveRemedyToBoth',
  method: 'POST',
  path: '/api/remedies/:remedyId/served',
  permission: 'result.serve',
  summary: { zh: '登记决定已送达本人和代理人', en: 'Record that the decision was handed to the person and the representative' },
  input: z.object({ remedyId: id }),
  output: done,
  audit: 'remedy-served-both',
})

/** Of a review: one of the institution's own staff. Of an appeal or re-appeal: somebody of the authority, whom the institution has no record of. */
export const panelMember = z.union([z.strictObject({ personId: id }), z.strictObject({ name: z.string().trim().min(2).max(60) })])
export type PanelMember = z.infer<typeof panelMember>

export const decideRemedy = endpoint({
  name: 'appraise.decideRemedy',
  method: 'POST',
  path: '/api/remedies/:remedyId/decision',
  permission: 'remedy.decide',
  summary: { zh: '作出复核、申诉决定', en: 'Decide a review or appeal' },
  input: z.object({
    remedyId: id,
    panel: z.array(panelMember).min(1).max(15),
    outcome: z.enum(['upheld', 'changed']),
    newGrade: decidedGrade.nullable(),
    findings: z.string().trim().min(10).max(8000),
  }),
  output: done,
  audit: 'remedy-decided',
})

export const listRemedies = endpoint({
  name: 'appraise.listRemedies',
  method: 'GET',
  path: '/api/remedies',
  permission: 'remedy.decide',
  summary: { zh: '待办与已办的复核、申诉', en: 'Reviews and appeals to decide' },
  input: z.object({}),
  output: z.object({
    remedies: z.array(
      remedyView.extend({
        name: z.string(),
        year: z.number(),
        unit: bilingual,
        grade: grade.nullable(),
        mayDecide: z.boolean(),
        leastPanel: z.number(),
        /** The person, and who is tied to them: nobody of these sits on the panel. */
        barred: z.array(id),
      }),
    ),
    people: z.array(z.object({ personId: id, name: z.string(), employeeNo: z.string() })),
  }),
  audit: null,
})

export const supplyGrade = endpoint({
  name: 'appraise.supplyGrade',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/late-grade',
  permission: 'grade.decide',
  summary: { zh: '结案后补定等次（第42条）', en: 'Supply a grade after a case is closed (Art. 42)' },
  input: z.object({
    appraisalId: id,
    grade: decidedGrade,
    present: z.array(id).min(1).max(40),
    reason: z.string().trim().min(10).max(4000),
  }),
  output: done,
  audit: 'grade-supplied',
})

export const recordInterview = endpoint({
  name: 'appraise.recordInterview',
  method: 'PUT',
  path: '/api/cycles/:cycleId/people/:personId/interview',
  permission: 'interview.record',
  summary: { zh: '登记绩效面谈', en: 'Record the feedback interview' },
  input: z.object({
    cycleId: id,
    personId: id,
    heldOn: day,
    strengths: z.string().trim().min(5).max(4000),
    shortfalls: z.string().trim().min(5).max(4000),
    nextGoals: z.string().trim().min(5).max(4000),
    improvementPlan: z.string().trim().max(4000),
    improveBy: day.nullable(),
  }),
  output: done,
  audit: 'interview-recorded',
})

export const confirmInterview = endpoint({
  name: 'appraise.confirmInterview',
  method: 'POST',
  path: '/api/cycles/:cycleId/interview/confirmation',
  permission: 'result.own',
  summary: { zh: '本人确认面谈记录', en: 'Confirm the record of the interview' },
  input: z.object({ cycleId: id, says: z.string().trim().max(4000) }),
  output: done,
  audit: 'interview-confirmed',
})
