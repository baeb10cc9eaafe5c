import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, year } from '../fields.ts'
import { publicSnapshot, workingConditions } from './publications.ts'

export const sideFigure = z.object({
  code: z.string(),
  actual: z.string().nullable(),
  target: z.string().nullable(),
  score: z.string().nullable(),
  reached: z.boolean().nullable(),
  n: z.number().nullable(),
  interval: z.object({ low: z.string(), high: z.string() }).nullable(),
})

export const sideInstitution = z.object({
  code: z.string(),
  name: bilingual,
  /** here: of this installation; collected: its published file was brought in. */
  source: z.enum(['here', 'collected']),
  /** null: nothing published for the year, or withdrawn. */
  published: z
    .object({
      revision: z.number(),
      publishedOn: z.string(),
      score: z.string().nullable(),
      band: z.string(),
      onTarget: z.number(),
      measures: z.number(),
      conditions: workingConditions,
      figures: z.array(sideFigure),
    })
    .nullable(),
})
export type SideInstitution = z.infer<typeof sideInstitution>

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
    institutions: z.array(sideInstitution),
  }),
  audit: null,
})

/** An institution with an installation of its own: brought in by the file everybody may download from its public page. */
export const collectSnapshot = endpoint({
  name: 'open.collectSnapshot',
  method: 'POST',
  path: '/api/published/collected',
  permission: 'publication.collect',
  summary: { zh: '收录外单位的公开数据', en: 'Bring in what another institution has published' },
  input: z.object({
    code: z.string().regex(/^[\w-]{1,40}$/),
    /** For an institution that is expected and has published nothing: its name without a snapshot. */
    name: bilingual,
    snapshot: publicSnapshot.nullable(),
  }),
  output: z.object({ hash: z.string().nullable(), year: z.number().nullable() }),
  audit: 'snapshot-collected',
})

export const dropCollected = endpoint({
  name: 'open.dropCollected',
  method: 'DELETE',
  path: '/api/published/collected/:code',
  permission: 'publication.collect',
  summary: { zh: '移除收录的单位', en: 'Take an institution off the list' },
  input: z.object({ code: z.string().max(40) }),
  output: done,
  audit: 'snapshot-dropped',
})
