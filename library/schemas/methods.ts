import { z } from 'zod'
import { areUnique, bilingual, code, heading } from './fields.ts'

/** A judgement of Saaty's scale, exact: "1", "3", "1/2". */
const judgement = z.string().regex(/^([1-9]|1\/[2-9])$/)

export const methodComparison = z
  .strictObject({
    ...heading,
    methods: z
      .array(
        z.strictObject({ code, name: bilingual, summary: bilingual, pros: z.array(bilingual).min(2), cons: z.array(bilingual).min(2) }),
      )
      .min(2),
    criteria: z.array(z.strictObject({ code, name: bilingual, definition: bilingual })).min(2),
    /** Row over column, in the order of `criteria`. */
    pairwise: z.array(z.array(judgement)),
    /** 1 to 9, higher is better for every criterion. One for each method and criterion, with its reason. */
    ratings: z.array(z.strictObject({ criterion: code, method: code, value: z.int().min(1).max(9), reason: bilingual })),
    recommendation: bilingual,
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message, input: value.id })
    const n = value.criteria.length
    if (value.pairwise.length !== n || value.pairwise.some((row) => row.length !== n)) say(`pairwise must be ${n} by ${n}`)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (value.pairwise[i]?.[j] !== reciprocal(value.pairwise[j]?.[i] ?? '')) say(`pairwise ${i + 1},${j + 1} is not the reciprocal`)
    const wanted = value.criteria.flatMap((c) => value.methods.map((m) => `${c.code} ${m.code}`))
    const given = value.ratings.map((r) => `${r.criterion} ${r.method}`)
    if (!areUnique(given) || given.length !== wanted.length || wanted.some((w) => !given.includes(w)))
      say('every method needs exactly one rating for every criterion')
  })

function reciprocal(judgement: string): string {
  if (judgement === '1') return '1'
  return judgement.startsWith('1/') ? judgement.slice(2) : `1/${judgement}`
}

export type MethodComparison = z.infer<typeof methodComparison>
