import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, decimal, done, empty, id, year } from '../fields.ts'
import { insideSnapshot } from './inside.ts'

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
  /** The level as it was scored, before it is rounded for the eye, and how points follow from it; empty in snapshots that do not say. */
  exact: z.string().nullable().default(null),
  rule: bilingual.default({ zh: '', en: '' }),
  /** Its part of the overall score, in per cent. */
  weight: z.string().nullable().default(null),
  /** Answers behind a survey figure. */
  n: z.number().nullable(),
  /** For a survey figure: 95 %, no narrower than so many answers allow, whatever they were. */
  interval: z.object({ low: z.string(), high: z.string() }).nullable().default(null),
  /** Is the target reached? null: there is nothing to compare. */
  reached: z.boolean().nullable(),
  /** From the level that earns no points to the best that still earns more: the ends of a scale. */
  scale: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Earlier years and this one, oldest first, each with its target and the day the leadership approved it; null: not measured that year. */
  trend: z.array(
    z.object({
      year: z.number(),
      actual: z.string().nullable(),
      target: z.string().nullable(),
      targetSetOn: z.string().nullable(),
      /** For a year before there were official scores: the report the figure is taken from. */
      source: bilingual.nullable().default(null),
    }),
  ),
  /** Inside this year, oldest first; empty where the measure is taken once a year. */
  periods: z.array(z.object({ period: z.string(), actual: z.string().nullable() })),
  /** The units that report it, side by side and without a name; null where they are fewer than may be shown. */
  spread: z.object({ units: z.number(), least: z.string(), median: z.string(), most: z.string() }).nullable(),
  /** Why the target was missed and what is being done; empty where nothing was written. */
  miss: bilingual,
})

/** Under which conditions the institution works, as its office states them; null: not stated. */
export const workingConditions = z.object({
  /** Vehicles a day, mean over the network. */
  traffic: decimal.nullable(),
  /** Share of the network in hills and mountains, in per cent. */
  mountain: decimal.nullable(),
  /** Days of the year with rain or snow. */
  wetDays: decimal.nullable(),
})
export type WorkingConditions = z.infer<typeof workingConditions>
/** A figure of a year before there were official scores, and the report it is taken from. */
export const earlierFigure = z.object({
  code: z.string().trim().max(60),
  year,
  actual: decimal,
  source: z.object({ zh: z.string().trim().min(2).max(120), en: z.string().trim().max(200) }),
})
export type EarlierFigure = z.infer<typeof earlierFigure>

export const NO_CONDITIONS: WorkingConditions = { traffic: null, mountain: null, wetDays: null }

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
    /** What the letters mean: each from this many points on. */
    bands: z.array(z.object({ code: z.string(), name: bilingual, from: z.string() })),
  }),
  perspectives: z.array(
    z.object({
      code: z.string(),
      name: bilingual,
      score: z.string().nullable(),
      /** Of the overall score, in per cent; null in snapshots from before it was kept. */
      weight: z.string().nullable().default(null),
      band: z.string(),
      measures: z.array(publicMeasure),
    }),
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
    /** People in the groups that are shown: no other total is, since one would give a small group away by subtraction. */
    appraised: z.number(),
    /** n is null where a group is too small to be shown. */
    grades: z.array(z.object({ grade: z.string(), n: z.number().nullable() })),
    leastShown: z.number(),
  }),
  surveys: z.array(z.object({ name: bilingual, answers: z.number(), rate: z.string().nullable() })),
  conditions: workingConditions.default(NO_CONDITIONS),
  story: bilingual,
  contact: bilingual,
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
  /** ended: its last day is over, and it has gone from the page by itself. */
  state: z.enum(['draft', 'published', 'withdrawn', 'ended']),
  /** The last day it is read; of a withdrawn one, the day it was withdrawn. */
  endsOn: day.nullable(),
  hash: z.string(),
  preparedAt: z.string(),
  preparedBy: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  reason: bilingual,
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
    /** Whom to ask; English left out: the Chinese is shown to both. */
    contact: z.object({ zh: z.string().trim().min(3).max(200), en: z.string().trim().max(200) }),
    /** Left out: as in the newest snapshot, or not stated. */
    conditions: workingConditions.optional(),
    /** Left out: as in the newest snapshot. A year that has official scores keeps those. */
    earlier: z.array(earlierFigure).max(600).optional(),
    /** By code of a measure that missed its target: why, and what is being done. */
    misses: z.record(z.string().max(60), z.object({ zh: z.string().trim().max(1000), en: z.string().trim().max(1000) })).default({}),
  }),
  output: z.object({ publicationId: id }),
  audit: 'publication-prepared',
})

export const readMisses = endpoint({
  name: 'open.readMisses',
  method: 'GET',
  path: '/api/cycles/:cycleId/misses',
  permission: 'publication.prepare',
  summary: { zh: '未达到目标的公开指标', en: 'Public measures that missed their target' },
  input: z.object({ cycleId: id }),
  output: z.object({
    misses: z.array(
      z.object({ code: z.string(), name: bilingual, unit: bilingual, actual: z.string().nullable(), target: z.string().nullable() }),
    ),
    /** The measures the public reads. */
    measures: z.array(z.object({ code: z.string(), name: bilingual })),
    /** Figures of earlier years as the newest snapshot has them. */
    earlier: z.array(earlierFigure),
    /** What the newest snapshot of the cycle says, to go on with. */
    before: z
      .object({ story: bilingual, contact: bilingual, misses: z.record(z.string(), bilingual), conditions: workingConditions })
      .nullable(),
  }),
  audit: null,
})

export const previewPublication = endpoint({
  name: 'open.previewPublication',
  method: 'GET',
  path: '/api/publications/:publicationId',
  permission: 'publication.preview',
  summary: { zh: '以公众身份预览', en: 'Preview as the public' },
  input: z.object({ publicationId: id }),
  output: z.object({ publication: publicationLine, snapshot: publicSnapshot, inside: insideSnapshot }),
  audit: null,
})

/** Read by the public in both languages; English left out: the Chinese is shown to both. */
const publicReason = z.object({ zh: z.string().trim().min(5).max(2000), en: z.string().trim().max(2000) })

export const publishPublication = endpoint({
  name: 'open.publishPublication',
  method: 'POST',
  path: '/api/publications/:publicationId/publishing',
  permission: 'publication.publish',
  summary: { zh: '发布', en: 'Publish' },
  input: z.object({
    publicationId: id,
    reason: publicReason,
    /** The last day it is read; left out or null: until it is withdrawn. */
    endsOn: day.nullish(),
  }),
  output: done,
  audit: 'publication-published',
})

export const withdrawPublication = endpoint({
  name: 'open.withdrawPublication',
  method: 'POST',
  path: '/api/publications/:publicationId/withdrawal',
  permission: 'publication.publish',
  summary: { zh: '撤回', en: 'Withdraw' },
  input: z.object({
    publicationId: id,
    reason: publicReason,
    /**
     * What becomes of the revision it had replaced. gone: the year shows no figures until a new revision is published; stands: the earlier
     * figures are published again, as a revision of their own that says so.
     */
    earlier: z.enum(['gone', 'stands']).default('gone'),
  }),
  output: done,
  audit: 'publication-withdrawn',
})

/** An earlier revision of a year; left out: the newest one that was published. */
const revision = z.coerce.number().int().min(1).optional()

const figureChange = z.object({ name: bilingual, before: z.string().nullable(), after: z.string().nullable() })

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
        reason: bilingual,
        hash: z.string(),
        endsOn: day.nullable(),
        snapshot: publicSnapshot,
      })
      .nullable(),
    /** Why there are no figures to read: what was asked for never was, or is not read any more. Never is an older revision shown in its place. */
    absent: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('nothing-yet'), year: z.number().nullable(), revision: z.number().nullable() }),
        z.object({ kind: z.literal('no-such-year'), year: z.number(), revision: z.number().nullable() }),
        z.object({ kind: z.literal('no-such-revision'), year: z.number().nullable(), revision: z.number() }),
        z.object({ kind: z.enum(['withdrawn', 'ended']), year: z.number(), revision: z.number() }),
      ])
      .nullable(),
    /** Years that were published, newest first, and what was corrected in them. */
    years: z.array(
      z.object({
        year: z.number(),
        revisions: z.array(
          z.object({
            revision: z.number(),
            publishedOn: z.string(),
            reason: bilingual,
            withdrawn: z.boolean(),
            /** Its last day is over. */
            ended: z.boolean(),
            /** The day it was withdrawn, or its last day. */
            goneOn: day.nullable(),
            /** The newest earlier revision that is still read; null: there is none to compare with. */
            comparedWith: z.number().nullable(),
            /** What this revision shows otherwise than that one. */
            changes: z.array(figureChange),
          }),
        ),
      }),
    ),
    /** The audit chain at the end of the last finished day: whoever notes it down can tell later whether anything before was changed. */
    audit: z.object({ day: z.string(), seq: z.number(), head: z.string() }).nullable(),
    /** What the public said and the institution answered, newest first. */
    feedback: z.array(z.object({ saidOn: day, measureCode: z.string(), said: z.string(), answer: z.string(), answeredOn: day })),
    /** Surveys that anybody may answer now. */
    surveys: z.array(z.object({ path: z.string(), name: bilingual, closesOn: day.nullable() })),
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

export const downloadCorrections = endpoint({
  name: 'open.downloadCorrections',
  kind: 'download',
  method: 'GET',
  path: '/api/public/corrections',
  permission: 'publication.read',
  summary: { zh: '下载更正记录（CSV、JSON）', en: 'What was corrected, as CSV or JSON' },
  input: z.object({
    institution: z.string().max(60).optional(),
    format: z.enum(['csv', 'json']),
    language: z.enum(['zh', 'en']),
  }),
  output: empty,
  audit: null,
})
