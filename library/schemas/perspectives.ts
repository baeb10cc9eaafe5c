import { z } from 'zod'
import { areUnique, basisPoints, bilingual, code, heading, sumsTo } from './fields.ts'

/** Sets of perspectives to start from, top of the map first. */
export const perspectiveTemplates = z
  .strictObject({
    ...heading,
    templates: z
      .array(
        z.strictObject({
          code,
          name: bilingual,
          description: bilingual,
          perspectives: z.array(z.strictObject({ code, name: bilingual, question: bilingual, weightBp: basisPoints })).min(2),
        }),
      )
      .min(2),
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message, input: value.id })
    for (const template of value.templates) {
      const { perspectives } = template
      if (
        !sumsTo(
          10_000,
          perspectives.map(({ weightBp }) => weightBp),
        )
      )
        say(`template ${template.code}: weights must sum to 10000`)
      if (!areUnique(perspectives.map((one) => one.code))) say(`template ${template.code}: a code stands twice`)
    }
  })

export type PerspectiveTemplates = z.infer<typeof perspectiveTemplates>
