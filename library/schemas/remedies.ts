import { z } from 'zod'
import { bilingual, code, decimal, heading } from './fields.ts'

const stage = z.enum(['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open'])

export const remedyFramework = z
  .strictObject({
    ...heading,
    /** A problem is confirmed when at least `confirmedBy` of the three streams agree, suspected when one does. */
    evidence: z.strictObject({
      surveySeverityFrom: decimal,
      interviewShareFrom: decimal,
      confirmedBy: z.int().min(1).max(3),
      suspectedBy: z.int().min(1).max(3),
      /** From this many answers the estimated links replace the default ones. */
      estimateLinksFrom: z.int(),
      streams: z.array(z.strictObject({ code: z.enum(['survey', 'interview', 'system']), name: bilingual, rule: bilingual })).length(3),
    }),
    /** Signals read from the system's own records, by link of the cycle. */
    signals: z.array(
      z.strictObject({ code, link: z.enum(['plan', 'coach', 'appraise', 'feedback', 'use', 'open']), name: bilingual, healthy: bilingual }),
    ),
    /** Starting beliefs, 0 none to 3 strong. */
    links: z.array(z.strictObject({ cause: code, problem: code, strength: z.int().min(0).max(3) })),
    remedies: z.array(
      z.strictObject({
        code,
        name: bilingual,
        action: bilingual,
        /** Constructs (problems and causes) it answers. */
        answers: z.array(code).min(1),
        stage,
        firstSign: bilingual,
        resultSign: bilingual,
        /** The same as the next wave can measure it: points of severity a construct must lose, or of the mean an item must win (reversed items turned). */
        sign: z.strictObject({ kind: z.enum(['construct', 'item']), about: code, least: decimal }),
        when: bilingual,
        /** Measures of the library that show it working. */
        measures: z.array(code),
      }),
    ),
  })
  .refine((f) => new Set(f.links.map((l) => `${l.cause} ${l.problem}`)).size === f.links.length, 'a link is named twice')

export type RemedyFramework = z.infer<typeof remedyFramework>
