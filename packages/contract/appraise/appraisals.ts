import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, id } from '../fields.ts'

export const grade = z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'ungraded'])
export const appraisalState = z.enum(['enrolled', 'scored', 'proposed', 'decided', 'final', 'void'])
export const citation = z.object({ instrument: z.string(), article: z.string(), verified: z.boolean() })

export const participation = z.object({
  row: z.string(),
  takesPart: z.boolean(),
  grade: z.string(),
  inSeatBase: z.boolean(),
  reasons: z.array(bilingual),
  citations: z.array(citation),
  /** Which unit grades, and which is heard before it does. */
  grader: z
    .object({ by: z.enum(['home', 'host']), hears: z.enum(['nobody', 'home', 'host', 'former-unit']) })
    .default({ by: 'home', hears: 'nobody' }),
})

/** The best grade a sanction leaves, with why. */
export const ceilingView = z.object({ ceiling: grade, reason: bilingual, citation })

export const hearingView = z.object({ heard: z.string(), heardOn: z.string(), opinion: z.string(), suggestedGrade: grade.nullable() })

export const appraisalLine = z.object({
  appraisalId: id,
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  unitId: id,
  unit: bilingual,
  post: bilingual,
  state: appraisalState,
  participation,
  ceiling: ceilingView.nullable(),
  /** What the former unit or the host said; null: nobody has been heard, or nobody has to be. */
  hearing: hearingView.nullable(),
  /** Art. 39: the other post; both are graded, the lower grade counts. */
  secondPost: bilingual.nullable(),
  officialScore: z.string().nullable(),
  /** Why there is no score yet. */
  missing: z.array(bilingual),
  ratings: z.object({ superior: z.number(), peers: z.number(), subordinates: z.number(), serviceUsers: z.number() }),
  proposedGrade: grade.nullable(),
  standing: z.string().nullable(),
  grade: grade.nullable(),
})

export const openAppraisals = endpoint({
  name: 'appraise.openAppraisals',
  method: 'POST',
  path: '/api/cycles/:cycleId/appraisals',
  permission: 'appraisal.open',
  summary: { zh: '建立年度考核（按规定确定参加与否）', en: 'Open the appraisals of a cycle (the rules say who takes part)' },
  input: z.object({
    cycleId: id,
    /** Days worked in other units this year, for people who joined within the year. */
    daysElsewhere: z
      .array(z.object({ personId: id, days: z.int().min(0).max(366) }))
      .max(20_000)
      .optional(),
  }),
  output: z.object({
    opened: z.number(),
    already: z.number(),
    notUnderTheseRules: z.number(),
    /** People who were not enrolled because a fact about them is not known. */
    unknown: z.array(
      z.object({ personId: id, employeeNo: z.string(), name: z.string(), joinedOn: z.string(), facts: z.array(z.string()) }),
    ),
  }),
  audit: 'appraisals-opened',
})

export const listAppraisals = endpoint({
  name: 'appraise.listAppraisals',
  method: 'GET',
  path: '/api/cycles/:cycleId/appraisals',
  permission: 'appraisal.list',
  summary: { zh: '年度考核名册', en: 'All appraisals of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({ appraisals: z.array(appraisalLine) }),
  audit: null,
})

export const headView = z.object({
  head: z.string(),
  name: bilingual,
  score: z.string().nullable(),
  weightBp: z.number(),
  points: z.string(),
  /** Groups of raters behind the head; values of small groups are not shown. */
  groups: z.array(
    z.object({
      group: z.string(),
      n: z.number(),
      minimum: z.number(),
      weightGiven: z.number(),
      weightUsed: z.number(),
      value: z.string().nullable(),
      standing: z.string(),
    }),
  ),
})

/** A grade changed after the committee had decided it: for what, by whom, when; an evidence paper stands in the reason. */
export const gradeChange = z.object({
  version: z.number(),
  from: grade,
  to: grade,
  because: z.enum(['review', 'appeal', 're-appeal', 'late-determination', 'correction']),
  reason: z.string(),
  decidedBy: z.array(z.string()),
  changedAt: z.string(),
})

export const readAppraisal = endpoint({
  name: 'appraise.readAppraisal',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/appraisal',
  permission: 'appraisal.read',
  summary: { zh: '查看一人的年度考核', en: 'Read one person’s appraisal' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    appraisal: appraisalLine,
    heads: z.array(headView),
    lines: z.array(bilingual),
    decision: z.object({ decidedOn: z.string(), present: z.array(z.string()), reason: z.string(), recordedBy: z.string() }).nullable(),
    cardId: id.nullable(),
  }),
  audit: null,
})

export const scoreAppraisals = endpoint({
  name: 'appraise.scoreAppraisals',
  method: 'POST',
  path: '/api/cycles/:cycleId/appraisals/scores',
  permission: 'appraisal.score',
  summary: { zh: '计算考核得分', en: 'Compute the scores of all appraisals' },
  input: z.object({ cycleId: id }),
  output: z.object({ scored: z.number(), missing: z.array(z.object({ personId: id, name: z.string(), because: bilingual })) }),
  audit: 'appraisals-scored',
})

export const proposeGrades = endpoint({
  name: 'appraise.proposeGrades',
  method: 'POST',
  path: '/api/cycles/:cycleId/seats',
  permission: 'grade.propose',
  summary: { zh: '测算优秀名额并提出等次建议', en: 'Compute the excellent seats and propose grades' },
  input: z.object({
    cycleId: id,
    grounds: z
      .array(
        z.enum([
          'normal',
          'collective-merit',
          'recognised-innovation',
          'institution-excellent',
          'institution-unqualified',
          'held-accountable',
        ]),
      )
      .max(5),
    /** The approving document, for a raised share. */
    approval: z.string().trim().max(200),
    /** One ranking for all, or the seats shared out among the units first, with what each is owed from earlier years. */
    pooling: z.enum(['institution', 'units']).optional(),
  }),
  output: z.object({ base: z.number(), rateBp: z.number(), seats: z.number(), proposedExcellent: z.number(), ties: z.number() }),
  audit: 'grades-proposed',
})

export const seatView = z.object({
  revision: z.number(),
  base: z.number(),
  rateBp: z.number(),
  ground: z.string(),
  approval: z.string(),
  citation,
  seats: z.number(),
  open: z.number(),
  pooling: z.enum(['institution', 'units']),
  ties: z.array(z.object({ people: z.array(z.string()), seatsLeft: z.number() })),
  /** The fairness ledger: exact text may be a fraction; carried parts of a seat lie between -1 and 1. */
  ledger: z.array(
    z.object({
      unitId: id,
      unit: bilingual,
      people: z.number(),
      tiltBp: z.number(),
      carryIn: z.string(),
      share: z.string(),
      claim: z.string(),
      seats: z.number(),
      proposed: z.number(),
      awarded: z.number(),
      carryOut: z.string(),
    }),
  ),
  ranBy: z.string(),
  ranAt: z.string(),
})

export const readCalibration = endpoint({
  name: 'appraise.readCalibration',
  method: 'GET',
  path: '/api/cycles/:cycleId/calibration',
  permission: 'appraisal.list',
  summary: { zh: '名额与等次分布', en: 'Seats and distribution' },
  input: z.object({ cycleId: id }),
  output: z.object({
    seats: seatView.nullable(),
    distribution: z.array(z.object({ grade, proposed: z.number(), decided: z.number() })),
    scores: z.array(z.object({ unitId: id, unit: bilingual, scores: z.array(decimal) })),
    people: z.array(
      appraisalLine.extend({
        /** What the newest democratic vote on the person gave; null: there was none, or too few voted. */
        voted: decimal.nullable(),
      }),
    ),
  }),
  audit: null,
})
