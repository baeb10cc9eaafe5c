import { bilingual, fen } from '@milepost/contract/fields'
import { basisPerson } from '@milepost/contract/reward/basis'
import type { PayLine, UnitLine } from '@milepost/pay/payRun'
import { z } from 'zod'

/** What is kept beside an amount: the engine's line as it was, and the facts behind its factors. */

const text = z.string()
const money = { weight: text, text: bilingual }

export const unitExplanation = z.object({
  line: z.object({
    ...money,
    id: text,
    inputs: z.object({ headcount: text, postMix: text, score: text.nullable(), scoreFactor: text }),
    shareFen: fen,
    fenPerWeight: text.nullable(),
    people: z.int(),
  }) satisfies z.ZodType<UnitLine>,
  /** All units' weights added up: what the share is a share of. */
  weightOfAll: text,
})

export const lineExplanation = z.object({
  line: z.object({
    ...money,
    person: text,
    unit: text,
    inputs: z.object({
      postCoefficient: text,
      grade: text,
      gradeFactor: text,
      attendance: text,
      time: text,
      score: text.nullable(),
      unitMean: text.nullable(),
      scoreFactor: text,
    }),
    unitWeight: text,
    unitShareFen: fen,
    exactFen: text,
    fen,
    byRemainder: z.boolean(),
    held: z.enum(['at-lower', 'at-upper']).nullable(),
  }) satisfies z.ZodType<PayLine>,
  facts: basisPerson.pick({ unit: true, post: true, serviceDays: true, cycleDays: true, dueDays: true }).extend({ absentDays: z.int() }),
})

export type UnitExplanation = z.infer<typeof unitExplanation>
export type LineExplanation = z.infer<typeof lineExplanation>
