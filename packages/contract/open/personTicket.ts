import type { GradeAct } from '@milepost/appraisal/gradeActs'
import type { SeatTicket } from '@milepost/appraisal/seatTicket'
import type { LineTicket } from '@milepost/pay/lineTicket'
import { z } from 'zod'
import { appraisalLine, grade, gradeChange, headView } from '../appraise/appraisals.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, fen, id } from '../fields.ts'
import { payLineView } from '../reward/outcome.ts'
import { scoreTicket } from './tickets.ts'

const text = z.string()
const ceiling = z.enum(['qualified', 'basic', 'unqualified', 'ungraded'])
const fourGrades = grade.exclude(['ungraded'])
const count = z.int().min(0).max(100_000)
const tieBreak = z.enum(['results-score', 'objective-score', 'satisfaction', 'award-or-hardship', 'frontline'])
const notCandidate = z.enum([
  ...(['no-grade', 'case-open', 'criteria-not-complete', 'criteria-below-excellent'] as const),
  ...(['ceiling', 'no-score', 'below-threshold', 'unqualified-directly'] as const),
])

/** What a seat followed from; of the colleagues only how many come before and how many are equal. */
export const seatTicket = z.object({
  base: count,
  basisPoints: z.int(),
  seats: count,
  poolSeats: count,
  takenBefore: count,
  shares: z
    .object({
      rules: z.object({ unitCeilingBasisPoints: z.int() }),
      units: z.array(z.object({ unit: text, people: count, tiltBasisPoints: z.int(), carry: text })),
      ofPool: z.array(text),
    })
    .nullable(),
  rules: z.object({ threshold: text, order: z.array(tieBreak) }),
  candidate: z.object({
    verdict: z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere']),
    ceiling: ceiling.nullable(),
    criteriaGrade: fourGrades.nullable(),
    score: text.nullable(),
    tieBreaks: z.partialRecord(tieBreak, text.nullable()),
  }),
  ahead: count,
  equal: count,
  cutOff: text.nullable(),
  proposed: grade.nullable(),
  standing: z.enum(['has-seat', 'held-back-by-seats', 'tied-at-last-seat', 'not-a-candidate']),
  place: count.nullable(),
  because: z.array(notCandidate),
}) satisfies z.ZodType<SeatTicket>

const gradeAct = z.object({
  kind: z.enum(['calibrated', 'decided', 'changed']),
  from: grade.nullable(),
  to: grade,
  on: text,
}) satisfies z.ZodType<GradeAct>

const clip = z.object({ from: text, to: text })
/** What an amount followed from; of the colleagues only sums. */
export const lineTicket = z.object({
  poolFen: fen,
  reserveBp: z.int(),
  factors: z.object({
    grades: z.array(z.object({ grade: text, factor: text, mustCut: z.boolean().optional() })),
    unitScore: clip,
    personScore: clip,
    unitWithoutScore: text.optional(),
    personWithoutScore: text.optional(),
  }),
  unit: z.object({ id: text, headcount: text, postMix: text, score: text.nullable() }),
  units: z.array(z.object({ id: text, weight: text, lowerFen: fen.optional(), upperFen: fen.optional() })),
  own: z.object({
    ...{ postCoefficient: text, grade: text, attendance: text, time: text, score: text.nullable() },
    ...{ lowerFen: fen.optional(), upperFen: fen.optional() },
  }),
  unitMean: text.nullable(),
  freeFen: fen,
  freeWeight: text,
  lastFen: count,
  remaindersAhead: count,
  held: z.enum(['at-lower', 'at-upper']).nullable(),
  unitShareFen: fen,
  fen,
}) satisfies z.ZodType<LineTicket>

/** The heads as they were scored; `daysOfMain` counts where there was a second post. */
const headScore = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scored'),
    score: text,
    evidence: z.array(z.object({ kind: text, reference: text, note: bilingual })),
  }),
  z.object({ kind: z.literal('missing'), because: text }),
  z.object({ kind: z.literal('waived'), reason: text, by: text }),
])
const five = <T extends z.ZodType>(of: T) => z.object({ virtue: of, ability: of, diligence: of, results: of, integrity: of })
export const headsTaken = z.object({
  heads: five(headScore),
  weights: five(z.int()),
  veto: z.object({ reason: bilingual, reference: text, ceiling: fourGrades.exclude(['excellent']) }).nullable(),
})

export const personTicket = z.object({
  kind: z.literal('person'),
  cycle: z.object({ cycleId: id, year: z.int() }),
  appraisal: appraisalLine,
  heads: z.array(headView),
  lines: z.array(bilingual),
  rulePack: text.nullable(),
  decision: z.object({ decidedOn: text, present: z.array(text), reason: text, recordedBy: text }).nullable(),
  /** How the grade was changed after that decision, oldest first; a file saved before changes were on tickets has none. */
  changes: z.array(gradeChange).optional(),
  /** Why the grade is not excellent; empty when it is, or while nothing is proposed. */
  whyNotExcellent: z.array(bilingual),
  /** What the score was added up from, and its exact total; null while there is none. */
  score: z
    .object({
      taken: headsTaken,
      second: z.object({ taken: headsTaken, days: z.int() }).nullable(),
      daysOfMain: z.int(),
      total: text,
      official: text,
    })
    .nullable(),
  /** Null while nothing is proposed, or where the reader may not know. */
  seat: seatTicket.nullable(),
  /** What people did with the grade since it was proposed, oldest first. */
  acts: z.array(gradeAct),
  card: scoreTicket.nullable(),
  /** The line of every approved pool of the cycle; empty while none is approved. */
  pay: z.array(payLineView),
  /** What every amount was computed from; `line` null: the stored run does not give it again. */
  payFrom: z.array(
    z.object({
      poolId: id,
      line: lineTicket.nullable(),
      /** Paid later from the reserve: what was due by the run with the right inputs, less what had been paid. */
      corrections: z.array(z.object({ no: z.int(), paidFen: fen, dueFen: fen, fromReserveFen: fen, line: lineTicket.nullable() })),
    }),
  ),
  /** Everything reproduced from what is stored: the parts that are not the same; null: there is nothing yet. */
  replay: z.object({ same: z.boolean(), differsAt: z.array(text) }).nullable(),
  /** sha256 of everything else on the ticket: whatever is changed in the file shows. */
  seal: text,
})

export const readPersonTicket = endpoint({
  name: 'open.readPersonTicket',
  method: 'GET',
  path: '/api/tickets/cycles/:cycleId/people/:personId',
  permission: 'ticket.read',
  summary: { zh: '个人考核说明单', en: 'Appraisal ticket of a person' },
  input: z.object({ cycleId: id, personId: id }),
  output: personTicket,
  audit: null,
})
