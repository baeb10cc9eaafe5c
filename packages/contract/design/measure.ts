import { z } from 'zod'
import { bilingual, decimal, id } from '../fields.ts'
import { scoringRule } from './rule.ts'

export const direction = z.enum(['up', 'down', 'band'])
export const timeAggregation = z.enum(['sum', 'mean', 'last', 'ratio', 'weighted-mean', 'survey', 'min', 'max'])
export const unitAggregation = z.enum(['sum', 'mean', 'ratio', 'weighted-mean', 'survey', 'min', 'max', 'none'])
export const missingPolicy = z.enum(['zero', 'exclude', 'carry'])
export const undefinedPolicy = z.enum(['not-applicable', 'full', 'carry'])

/** The part of a measure that people read: what it is for, how it is counted, where it comes from, what it cannot say. */
export const definitionCard = z.object({
  definition: bilingual,
  purpose: bilingual,
  formula: bilingual,
  numerator: bilingual.nullable(),
  denominator: bilingual.nullable(),
  /** Digits after the point on screen; never used in computing. */
  digits: z.int().min(0).max(4),
  frequency: z.enum(['month', 'quarter', 'half-year', 'year']),
  dataSource: bilingual,
  owner: bilingual,
  levels: z.array(z.enum(['institution', 'unit', 'person'])),
  role: z.enum(['lead', 'lag']),
  control: z.enum(['own', 'shared', 'external']),
  accuracy: bilingual,
  limitations: bilingual,
  /** Any occurrence is brought before the committee as a veto item. */
  veto: z.boolean(),
  /** May be shown to the public as an aggregate. */
  public: z.boolean(),
  /** An example to start from; every institution sets its own. */
  exampleRule: scoringRule.nullable(),
  verified: z.boolean(),
})

/** How a measure's values become one figure: the part that computes. */
const computing = {
  unit: bilingual,
  direction,
  timeAggregation,
  /** `none`: a period with several units cannot be put together. */
  unitAggregation,
  /** A factor on numerator / denominator: "100" when the measure is a percentage; null for plain figures. */
  ratioScale: decimal.nullable(),
  missingPolicy,
  undefinedPolicy,
  minN: z.int().min(1).nullable(),
  /** Computed by the program from inspection records or from a survey; null: recorded by people. */
  computedFrom: z.enum(['pavement', 'survey']).nullable(),
}

/** A measure of the institution, one version of it. */
export const measureDesign = z.object({
  measureId: id,
  code: z.string(),
  version: z.int(),
  name: bilingual,
  libraryCode: z.string().nullable(),
  ...computing,
  definition: definitionCard,
})

export type MeasureDesign = z.infer<typeof measureDesign>
export type DefinitionCard = z.infer<typeof definitionCard>
/** A measure before it has an id: from the library, a form or a file. */
export const measureDraft = measureDesign.omit({ measureId: true, version: true })
export type MeasureDraft = z.infer<typeof measureDraft>
