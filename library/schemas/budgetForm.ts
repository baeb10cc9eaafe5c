import { z } from 'zod'
import { bilingual, code, heading } from './fields.ts'

/** The form on which a budget's performance is evaluated by oneself: blocks of points, and the group in which a measure stands. */
export const budgetForm = z
  .strictObject({
    ...heading,
    blocks: z.array(z.strictObject({ code, name: bilingual, points: z.int().min(1).max(100), groups: z.array(code).min(1) })).min(1),
    groups: z.array(z.strictObject({ code, name: bilingual })).min(1),
    /** A proposal: by code of a measure of the library, its group. */
    measures: z.record(code, code),
  })
  .refine(({ blocks }) => blocks.reduce((sum, block) => sum + block.points, 0) === 100, 'the points of the blocks total 100')
  .refine(({ blocks, groups }) => {
    const known = blocks.flatMap((block) => block.groups)
    return groups.length === known.length && groups.every((group) => known.includes(group.code))
  }, 'every group stands in one block')
  .refine(({ groups, measures }) => {
    const known = new Set(groups.map((group) => group.code))
    return Object.values(measures).every((group) => known.has(group))
  }, 'every measure stands in a group that there is')

export type BudgetForm = z.infer<typeof budgetForm>
