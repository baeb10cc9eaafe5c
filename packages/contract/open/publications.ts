import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id, year } from '../fields.ts'

/** What the public may read of one measure. */
export const publicMeasure = z.object({
  code: z.string(),
  name: bilingual,
  definition: bilingual,
  source: bilingual,
  unit: bilingual,
  actual: z.string().nullable(),
  target: z.string().nullable(),
  better: z.enum(['up', 'down', 'band']),
  score: z.string().nullable(),
  band: z.string(),
  /** Answers behind a survey figure. */
  n: z.number().nullable(),
  /** Earlier years, oldest first; null: not measured that year. */
  trend: z.array(z.object({ year: z.number(), actual: z.string().nullable(), target: z.string().nullable() })),
})

/** Aggregates only. Nothing in here names or identifies a person on the staff. */
export const publicSnapshot = z.object({
  institution: bilingual,
  year: z.number(),
  cycle: bilingual,
  preparedOn: z.string(),
  mission: bilingual,
  score: z.object({
    official: z.string().nullable(),
    band: z.string(),
    covered: z.string().nullable(),
    measures: z.number(),
    onTarget: z.number(),
  }),
  perspectives: z.array(
    z.object({ code: z.string(), name: bilingual, score: z.string().nullable(), band: z.string(), measures: z.array(publicMeasure) }),
  ),
  units: z.object({ scored: z.number(), bands: z.array(z.object({ band: z.string(), units: z.number() })) }),
  roads: z
    .object({
      period: z.string(),
      km: z.string(),
      mean: z.string().nullable(),
      goodRate: z.string().nullable(),
      poorRate: z.string().nullable(),
    })
    .nullable(),
  staff: z.object({
    appraised: z.number(),
    /** n is null where a group is too small to be shown, or would be given away by subtraction. */
    grades: z.array(z.object({ grade: z.string(), n: z.number().nullable() })),
    leastShown: z.number(),
  }),
  surveys: z.array(z.object({ name: bilingual, answers: z.number(), rate: z.string().nullable() })),
  story: bilingual,
  contact: z.string(),
  /** Day on which the leadership published the scorecard with these targets. */
  targetsSetOn: z.string(),
  audit: z.object({ seq: z.number(), head: z.string() }),
})

export type PublicSnapshot = z.infer<typeof publicSnapshot>
export type PublicMeasure = z.infer<typeof publicMeasure>

export const publicationLine = z.object({
  publicationId: id,
  year: z.number(),
  revision: z.number(),
  state: z.enum(['draft', 'published', 'withdrawn']),
  hash: z.string(),
  preparedAt: z.string(),
  preparedBy: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  reason: z.string(),
})

export const listPublications = endpoint({
  name: 'open.listPublications',
  method: 'GET',
  path: '/api/publications',
  permission: 'publication.preview',
  summary: { zh: '公开发布列表', en: 'Publications' },
  input: empty,
  output: z.object({ publications: z.array(publicationLine) }),
  audit: null,
})

export const preparePublication = endpoint({
  name: 'open.preparePublication',
  method: 'POST',
  path: '/api/cycles/:cycleId/publications',
  permission: 'publication.prepare',
  summary: { zh: '生成公开快照', en: 'Prepare a public snapshot' },
  input: z.object({
    cycleId: id,
    /** What happened this year, what was missed and what is being done. */
    story: z.object({ zh: z.string().trim().min(10).max(4000), en: z.string().trim().max(4000) }),
    contact: z.string().trim().min(3).max(200),
  }),
  output: z.object({ publicationId: id }),
  audit: 'publication-prepared',
})

export const previewPublication = endpoint({
  name: 'open.previewPublication',
  method: 'GET',
  path: '/api/publications/:publicationId',
  permission: 'publication.preview',
  summary: { zh: '以公众身份预览', en: 'Preview as the public' },
  input: z.object({ publicationId: id }),
  output: z.object({ publication: publicationLine, snapshot: publicSnapshot }),
  audit: null,
})

export const publishPublication = endpoint({
  name: 'open.publishPublication',
  method: 'POST',
  path: '/api/publications/:publicationId/publishing',
  permission: 'publication.publish',
  summary: { zh: '发布', en: 'Publish' },
  input: z.object({ publicationId: id, reason: z.string().trim().min(5).max(2000) }),
  output: done,
  audit: 'publication-published',
})

export const withdrawPublication = endpoint({
  name: 'open.withdrawPublication',
  method: 'POST',
  path: '/api/publications/:publicationId/withdrawal',
  permission: 'publication.publish',
  summary: { zh: '撤回', en: 'Withdraw' },
  input: z.object({ publicationId: id, reason: z.string().trim().min(5).max(2000) }),
  output: done,
  audit: 'publication-withdrawn',
})

/** An earlier revision of a year; left out: the newest one that is published. */
const revision = z.coerce.number().int().min(1).optional()

export const readPublic = endpoint({
  name: 'open.readPublic',
  method: 'GET',
  path: '/api/public',
  permission: 'publication.read',
  summary: { zh: '公开页内容', en: 'What the public reads' },
  input: z.object({ institution: z.string().max(60).optional(), year: year.optional(), revision }),
  output: z.object({
    institution: bilingual,
    current: z
      .object({
        publicationId: id,
        revision: z.number(),
        publishedOn: z.string(),
        reason: z.string(),
        hash: z.string(),
        snapshot: publicSnapshot,
      })
      .nullable(),
    /** Years that can be read, newest first, and what was corrected in them. */
    years: z.array(
      z.object({
        year: z.number(),
        revisions: z.array(z.object({ revision: z.number(), publishedOn: z.string(), reason: z.string(), withdrawn: z.boolean() })),
      }),
    ),
  }),
  audit: null,
})

export const downloadPublic = endpoint({
  name: 'open.downloadPublic',
  kind: 'download',
  method: 'GET',
  path: '/api/public/figures',
  permission: 'publication.read',
  summary: { zh: '下载公开数据（CSV、JSON）', en: 'Every public figure as CSV or JSON' },
  input: z.object({
    institution: z.string().max(60).optional(),
    year: year.optional(),
    revision,
    format: z.enum(['csv', 'json']),
    language: z.enum(['zh', 'en']),
  }),
  output: empty,
  audit: null,
})
