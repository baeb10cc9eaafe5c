import { z } from 'zod'
import { areUnique, bilingual, code, decimal, heading } from './fields.ts'

const PERSPECTIVES = ['PS', 'IP', 'LG', 'FB'] as const
export const perspectiveCode = z.enum(PERSPECTIVES)

/** floor scores 0, target 100, stretch is where the score is capped (equal to the target: nothing above 100). */
const triple = z.strictObject({ kind: z.literal('triple'), floor: decimal, target: decimal, stretch: decimal })
/** 100 inside low..high, falling to 0 one tolerance outside (`toleranceAbove` when the upper side differs). */
const band = z.strictObject({
  kind: z.literal('band'),
  low: decimal,
  high: decimal,
  tolerance: decimal,
  toleranceAbove: decimal.nullable(),
})

const exampleTarget = z.discriminatedUnion('kind', [triple, band])

const measure = z
  .strictObject({
    code,
    perspective: perspectiveCode,
    name: bilingual,
    definition: bilingual,
    formula: bilingual,
    /** For rates and quotients: what the two figures are. null for plain figures. */
    numerator: bilingual.nullable(),
    denominator: bilingual.nullable(),
    /** Factor on numerator / denominator: "100" for percentages, "1" for other quotients. null for plain figures. */
    ratioScale: decimal.nullable(),
    unit: bilingual,
    /** Digits after the point on screen; never used in computing. */
    digits: z.int().min(0).max(4),
    direction: z.enum(['up', 'down', 'band']),
    frequency: z.enum(['month', 'quarter', 'half-year', 'year']),
    dataSource: bilingual,
    owner: bilingual,
    levels: z.array(z.enum(['institution', 'unit', 'person'])).min(1),
    role: z.enum(['lead', 'lag']),
    /** Over periods. The rate of a flow is the ratio of the sums, never the mean of percentages; of a stock, the last one. */
    timeAggregation: z.enum(['sum', 'mean', 'last', 'ratio', 'weighted-mean', 'survey']),
    /** Over units inside a period. */
    unitAggregation: z.enum(['sum', 'mean', 'ratio', 'weighted-mean', 'survey']),
    control: z.enum(['own', 'shared', 'external']),
    purpose: bilingual,
    accuracy: bilingual,
    limitations: bilingual,
    /** In the official score. zero: the missing share scores 0; exclude: coverage falls; carry: the last level, once. */
    missingPolicy: z.enum(['zero', 'exclude', 'carry']),
    /** When the denominator is zero. */
    undefinedPolicy: z.enum(['not-applicable', 'full', 'carry']),
    /** Answers a survey measure needs before it is scored; null for others. */
    leastAnswers: z.int().min(1).nullable(),
    /** Any occurrence is brought before the committee as a veto item. */
    veto: z.boolean(),
    /** May be shown to the public as an aggregate. */
    public: z.boolean(),
    exampleTarget,
    /** Example targets are proposals: every institution sets its own. */
    verified: z.boolean(),
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message: `${value.code}: ${message}`, input: value.code })
    const isRatio = value.timeAggregation === 'ratio' || value.unitAggregation === 'ratio'
    if (isRatio !== (value.ratioScale !== null)) say('a measure aggregated as a ratio has a ratioScale, others have none')
    if ((value.numerator === null) !== (value.denominator === null)) say('numerator and denominator come together')
    if (isRatio && value.numerator === null) say('a ratio names its numerator and denominator')
    if ((value.direction === 'band') !== (value.exampleTarget.kind === 'band')) say('direction band and a band target go together')
    if ((value.timeAggregation === 'survey') !== (value.leastAnswers !== null)) say('survey measures, and only they, have leastAnswers')
  })

export type Measure = z.infer<typeof measure>

export const measureLibrary = z
  .strictObject({ ...heading, measures: z.array(measure).min(1) })
  .refine((l) => areUnique(l.measures.map((m) => m.code)), 'measure codes must be unique')

export type MeasureLibrary = z.infer<typeof measureLibrary>
