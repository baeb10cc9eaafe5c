import { z } from 'zod'
import { bilingual, code, decimal, heading } from './fields.ts'

export const interviewGuide = z
  .strictObject({
    ...heading,
    /** Read out before the first question. */
    consent: bilingual,
    minutes: z.strictObject({ from: z.int(), to: z.int() }),
    sample: z.strictObject({ from: z.int(), to: z.int(), rule: bilingual }),
    protocol: z.array(bilingual).min(1),
    doubleCoding: z.strictObject({ share: decimal, leastKappa: decimal }),
    /** Seeded codebook: the problems (P2 by link), the causes, good practice and suggestions. */
    codebook: z
      .array(
        z.strictObject({ code, kind: z.enum(['problem', 'cause', 'practice', 'suggestion']), parent: code.nullable(), name: bilingual }),
      )
      .min(1),
    /** What each kind of interviewee is asked, by question number, in order. */
    roles: z.array(z.strictObject({ code, name: bilingual, questions: z.array(z.int()).min(1) })).min(1),
    questions: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          audience: z.enum(['all', 'upper-strata']),
          text: bilingual,
          probes: z.array(bilingual).min(1),
          codes: z.array(code).min(1),
        }),
      )
      .min(1),
  })
  .check(({ value, issues }) => {
    const known = new Set(value.codebook.map((c) => c.code))
    const numbers = new Set(value.questions.map((q) => q.number))
    for (const role of value.roles)
      for (const number of role.questions)
        if (!numbers.has(number))
          issues.push({ code: 'custom', message: `role ${role.code} names an unknown question ${number}`, input: number })
    for (const q of value.questions)
      for (const c of q.codes)
        if (!known.has(c)) issues.push({ code: 'custom', message: `question ${q.number} names an unknown code ${c}`, input: c })
  })

export type InterviewGuide = z.infer<typeof interviewGuide>
