import { criterion, method } from '@milepost/contract/choose/choice'
import { basis, comparisonResult } from '@milepost/contract/choose/comparison'
import { bilingual } from '@milepost/contract/fields'
import { z } from 'zod'
import type { StoredChoice } from '../choice/openedChoice.ts'
import { compared } from '../comparison/compared.ts'
import type { Judge } from '../judging/data.ts'

const place = z.record(z.string(), z.object({ value: z.int(), reason: z.string() }))

/** What a decision rests on, complete: it can be computed again from this alone. */
export const frozenDecision = z.object({
  inputs: z.object({
    criteria: z.array(criterion),
    methods: z.array(method),
    basis,
    office: z.object({
      judgements: z.record(z.string(), z.string()),
      ratings: z.record(z.string(), z.number()),
      reasons: z.record(z.string(), bilingual),
    }),
    /** Judges who had submitted, in the order of their invitation, and who had not. */
    judges: z.array(z.object({ name: z.string(), submittedAt: z.string(), judgements: z.record(z.string(), z.string()), ratings: place })),
    waitedFor: z.array(z.string()),
  }),
  /** The ratings that were ranked. */
  ratings: z.record(z.string(), z.number()),
  result: comparisonResult,
})

export type FrozenDecision = z.infer<typeof frozenDecision>

export function freeze(choice: StoredChoice, judges: readonly Judge[]): FrozenDecision {
  const { result, pooled, submitted } = compared(choice, judges)
  return {
    inputs: {
      criteria: choice.criteria,
      methods: choice.methods,
      basis: choice.basis,
      office: { judgements: choice.judgements, ratings: choice.ratings, reasons: choice.reasons },
      judges: submitted.map(({ name, submittedAt, judgements, ratings }) => ({
        name,
        submittedAt: submittedAt?.toISOString() ?? '',
        judgements,
        ratings,
      })),
      waitedFor: judges.filter(({ submittedAt }) => submittedAt === null).map(({ name }) => name),
    },
    ratings: { ...pooled.ratings },
    result,
  }
}
