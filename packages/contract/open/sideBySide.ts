import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, year } from '../fields.ts'

export const readSideBySide = endpoint({
  name: 'open.readSideBySide',
  method: 'GET',
  path: '/api/published',
  permission: 'publication.compare',
  summary: { zh: '各单位已发布结果并列', en: 'Institutions side by side, from what they published' },
  input: z.object({ year: year.optional() }),
  output: z.object({
    /** Years in which anybody has published, newest first. */
    years: z.array(z.number()),
    year: z.number().nullable(),
    /** Measures that at least one institution publishes in the year. */
    measures: z.array(z.object({ code: z.string(), name: bilingual, unit: bilingual, better: z.enum(['up', 'down', 'band']) })),
    institutions: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        /** null: nothing published for the year, or withdrawn. */
        published: z
          .object({
            revision: z.number(),
            publishedOn: z.string(),
            score: z.string().nullable(),
            band: z.string(),
            onTarget: z.number(),
            measures: z.number(),
            figures: z.array(
              z.object({ code: z.string(), actual: z.string().nullable(), target: z.string().nullable(), reached: z.boolean().nullable() }),
            ),
          })
          .nullable(),
      }),
    ),
  }),
  audit: null,
})
