import { z } from 'zod'
import { bilingual, day, decimal, id } from '../fields.ts'
import { scoringRule } from './rule.ts'

export const direction = z.enum(['up', 'down', 'band'])
export const timeAggregation = z.enum(['sum', 'mean', 'last', 'ratio', 'weighted-mean', 'survey', 'min', 'max'])
export const unitAggregation = z.enum(['sum', 'mean', 'ratio', 'weighted-mean', 'survey', 'min', 'max', 'none'])
export const missingPolicy = z.enum(['zero', 'exclude', 'carry'])
export const undefinedPolicy = z.enum(['not-applicable', 'full', 'carry'])

/** What it may be held against: one's own best year, the best unit, a peer, the nation. */
export const benchmark = z.object({
  kind: z.enum(['own-best', 'best-unit', 'peer', 'national']),
  value: decimal,
  /** The year or day it is of. */
  asOf: z.string().trim().min(1).max(20),
  source: z.string().trim().min(1).max(200),
})

const NOT_SAID = { zh: '', en: '' } as const
/** What a definition need not say. */
export const UNSAID = {
  collection: NOT_SAID,
  updater: NOT_SAID,
  verifier: NOT_SAID,
  compensation: NOT_SAID,
  calculation: '',
  comparability: 'minor',
  retired: null,
  benchmarks: [],
} as const

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
  /** How the figures are gathered, who enters and who checks them, and what makes up for the limits. */
  collection: bilingual.default(NOT_SAID),
  updater: bilingual.default(NOT_SAID),
  verifier: bilingual.default(NOT_SAID),
  compensation: bilingual.default(NOT_SAID),
  /** From which measures it is computed, by their codes, as packages/scorecard/formula reads it; empty: its values are reported. */
  calculation: z.string().trim().max(500).default(''),
  /** To the version before: wording only, the series goes on; or something else is measured, and a new series begins. */
  comparability: z.enum(['minor', 'major']).default('minor'),
  /** No longer put on new cards; what was scored by it stays. */
  retired: z.object({ on: day, reason: z.string() }).nullable().default(null),
  benchmarks: z.array(benchmark).max(4).default([]),
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

/** What is put together as a sum over a sum has a factor; where none was said it is 1. */
export const withFactor = (draft: MeasureDraft): MeasureDraft =>
  draft.ratioScale === null && (draft.timeAggregation === 'ratio' || draft.unitAggregation === 'ratio')
    ? { ...draft, ratioScale: '1' }
    : draft

/** Its values come from those of the measures its formula names, not from people. */
export const isComputedByFormula = ({ definition, computedFrom }: Pick<MeasureDesign, 'definition' | 'computedFrom'>): boolean =>
  definition.calculation !== '' && computedFrom === null
