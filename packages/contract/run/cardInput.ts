import type { CardInput } from '@milepost/scorecard/card'
import { z } from 'zod'
import { scoringRule } from '../design/rule.ts'
import { bilingual, day } from '../fields.ts'

/** What `scoreCard` takes, as it is stored with a score and sent with a ticket: see packages/scorecard/card for what each part means. */

const decimal = z.string()
const rollRule = z.enum(['weighted', 'limiting', 'min'])
const unitAggregation = z.enum(['sum', 'mean', 'min', 'max', 'ratio', 'weighted-mean', 'survey'])
const vetoEffect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zero'), node: z.string() }),
  z.object({ kind: z.literal('cap-band'), atMost: z.string() }),
])
const span = z.object({ from: day, to: day })

const scheme = z.object({
  notApplicable: z.enum(['siblings', 'global']).optional(),
  floor: decimal.optional(),
  cap: decimal.optional(),
  parentCap: decimal.optional(),
  coverageGateBp: z.number().optional(),
  notApplicableGateBp: z.number().optional(),
  admittedByCommittee: z.object({ coverage: z.boolean().optional(), notApplicable: z.boolean().optional() }).optional(),
  bands: z.array(z.object({ code: z.string(), name: bilingual, from: decimal })).optional(),
  bonusCap: decimal.optional(),
  strict100: z.boolean().optional(),
  minN: z.number().optional(),
})

const valueInput = z.object({
  period: z.string(),
  unit: z.string().optional(),
  state: z.enum(['not_due', 'reported', 'estimated', 'late', 'missing', 'not_applicable', 'undefined', 'insufficient', 'suspended']),
  actual: decimal.optional(),
  numerator: decimal.optional(),
  denominator: decimal.optional(),
  n: z.number().optional(),
  weight: decimal.optional(),
  target: decimal.optional(),
  counts: z.record(z.string(), decimal).optional(),
  milestones: z.record(z.string(), z.enum(['done', 'late', 'undone'])).optional(),
  judgement: z.object({ band: z.string(), points: decimal, by: z.string(), reason: z.string(), evidence: z.array(z.string()) }).optional(),
  quality: z.enum(['A', 'B', 'C', 'D']).optional(),
  revision: z.number().optional(),
})

const measureInput = z.object({
  id: z.string(),
  code: z.string().optional(),
  name: bilingual,
  unit: bilingual,
  weightBp: z.number(),
  rule: scoringRule,
  timeAggregation: z.enum(['sum', 'mean', 'last', 'min', 'max', 'ratio', 'weighted-mean', 'survey', 'hit-rate']).optional(),
  hit: z.object({ comparator: z.enum(['>=', '<=']), value: decimal }).optional(),
  unitAggregation: unitAggregation.optional(),
  ratioScale: decimal.optional(),
  missingPolicy: z.enum(['zero', 'exclude', 'carry']).optional(),
  undefinedPolicy: z.enum(['not-applicable', 'full', 'carry']).optional(),
  estimatedWaived: z.boolean().optional(),
  redistributionApproved: z.boolean().optional(),
  minN: z.number().optional(),
  cap: decimal.optional(),
  floor: decimal.optional(),
  critical: z.boolean().optional(),
  profile: z.array(decimal).optional(),
  window: span.optional(),
  veto: z.object({ whenScoreAtMost: decimal, effect: vetoEffect, reason: bilingual }).optional(),
  values: z.array(valueInput),
})

const group = {
  id: z.string(),
  name: bilingual,
  weightBp: z.number().optional(),
  rollRule: rollRule.optional(),
  parentCap: decimal.optional(),
  critical: z.boolean().optional(),
}

const perspectives = z.array(z.object({ ...group, objectives: z.array(z.object({ ...group, measures: z.array(measureInput) })) }))

export const cardInput = z.object({
  cardId: z.string(),
  scope: z.enum(['institution', 'unit', 'person']),
  name: bilingual,
  mode: z.enum(['live', 'official']),
  period: span.extend({ asOf: day.optional() }),
  scheme: scheme.optional(),
  perspectives,
  earlier: z.array(span.extend({ id: z.string(), perspectives })).optional(),
  inForce: span.optional(),
  bonuses: z.array(z.object({ id: z.string(), points: decimal, reason: bilingual, decidedBy: z.string() })).optional(),
  vetoes: z.array(z.object({ id: z.string(), reason: bilingual, decidedBy: z.string(), effect: vetoEffect })).optional(),
  engineVersion: z.string().optional(),
}) satisfies z.ZodType<CardInput>
