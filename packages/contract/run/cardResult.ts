import type { CardResult } from '@milepost/scorecard/cardResult'
import type { Explanation } from '@milepost/scorecard/explanation'
import type { Because } from '@milepost/scorecard/nodeStates'
import { z } from 'zod'
import { bilingual, day } from '../fields.ts'

/** What `scoreCard` gives back, as it goes over the wire: see packages/scorecard/cardResult for what each part means. */

/** A decimal, or a fraction such as "250/3" where no decimal says it without loss. */
const exactText = z.string()
const official = z.string()
const because = z.custom<Because>((value) => typeof value === 'string')
const dataState = z.enum([
  'not_due',
  'reported',
  'estimated',
  'late',
  'missing',
  'not_applicable',
  'undefined',
  'insufficient',
  'suspended',
])
const nodeState = z.enum(['scored', 'not-applicable', 'excluded', 'suspended', 'monitored', 'unscored'])

export const scoreStatus = z.object({
  kind: z.enum(['suspended', 'not-applicable', 'insufficient-coverage', 'late', 'veto', 'band', 'unscored', 'monitored']),
  band: z.string().nullable(),
  label: bilingual,
})

const coverage = z.object({
  withData: exactText.nullable(),
  decided: exactText.nullable(),
  notApplicable: exactText.nullable(),
  shown: z.object({ withData: official.nullable(), decided: official.nullable(), notApplicable: official.nullable() }),
})

const node = {
  id: z.string(),
  name: bilingual,
  rule: z.enum(['weighted', 'limiting', 'min']).nullable(),
  state: nodeState,
  because: because.optional(),
  weight: z.object({
    nominal: exactText,
    redistributed: exactText,
    nominalOnWhole: exactText,
    effective: exactText,
    shown: z.object({ nominal: official, redistributed: official, effective: official }),
  }),
  score: exactText.nullable(),
  official: official.nullable(),
  takenUp: official.nullable(),
  pace: official.nullable(),
  contribution: exactText.nullable(),
  coverage,
  status: scoreStatus,
  flags: z.array(
    z.enum([
      'missing-as-zero',
      'has-missing',
      'has-late',
      'effective-weight-doubled',
      'coverage-below-gate',
      'not-applicable-above-gate',
      'admitted-by-committee',
      'limited-by-critical-child',
      'vetoed',
      'child-capped',
    ]),
  ),
}

const measureNode = z.object({ ...node, kind: z.literal('measure'), children: z.array(z.never()) })
const objectiveNode = z.object({ ...node, kind: z.literal('objective'), children: z.array(measureNode) })
const perspectiveNode = z.object({ ...node, kind: z.literal('perspective'), children: z.array(objectiveNode) })
const cardNode = z.object({ ...node, kind: z.literal('card'), children: z.array(perspectiveNode) })

const valueRef = z.object({ period: z.string(), unit: z.string().optional(), state: dataState })

const actual = z.object({
  value: exactText,
  shown: z.string(),
  how: z.enum(['sum', 'mean', 'last', 'min', 'max', 'ratio', 'weighted-mean', 'survey', 'counts', 'milestones', 'judgement']),
  numerator: exactText.optional(),
  denominator: exactText.optional(),
  n: z.number().optional(),
  used: z.array(valueRef),
  excluded: z.array(valueRef.extend({ because })),
})

const move = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('needs'), actual: exactText, shown: z.string(), change: exactText, changeShown: z.string() }),
  z.object({
    kind: z.literal('cannot'),
    because: z.enum(['not-scored', 'at-cap', 'not-within-cap', 'not-a-line', 'no-weight']),
    mostPoints: z.string().optional(),
  }),
])

const measureResult = z.object({
  id: z.string(),
  perspectiveId: z.string(),
  objectiveId: z.string(),
  state: nodeState,
  because: because.optional(),
  actual: actual.nullable(),
  targetScale: exactText,
  attainment: exactText.nullable(),
  attainmentOfficial: official.nullable(),
  score: exactText.nullable(),
  official: official.nullable(),
  pace: z.object({ expectedShare: exactText, attainment: z.string(), score: exactText, official }).nullable(),
  anchors: z.array(z.object({ x: exactText, y: exactText })).nullable(),
  segment: z.union([z.number(), z.enum(['before', 'after'])]).nullable(),
  flags: z.array(
    z.enum([
      'capped',
      'floored',
      'extrapolated',
      'regress',
      'target-too-low',
      'estimated',
      'carried',
      'partial',
      'stale',
      'missing-as-zero',
      'undefined-as-full',
      'redistribution-approved',
    ]),
  ),
  whatMoves: z.object({ measureByOne: move, cardByOne: move }),
})

export const cardResult = z.object({
  engineVersion: z.string(),
  cardId: z.string(),
  scope: z.enum(['institution', 'unit', 'person']),
  mode: z.enum(['live', 'official']),
  tree: cardNode,
  measures: z.array(measureResult),
  final: z.object({ score: exactText, official }).nullable(),
  status: scoreStatus,
  provisional: z.boolean(),
  bonus: z.object({ points: exactText, applied: exactText, items: z.array(z.string()) }),
  vetoes: z.array(
    z.object({
      id: z.string(),
      reason: bilingual,
      effect: z.enum(['zero', 'cap-band']),
      target: z.string(),
      scoreBefore: exactText.nullable(),
    }),
  ),
  stretches: z
    .array(
      z.object({
        id: z.string().nullable(),
        from: day,
        to: day,
        days: z.int(),
        score: exactText.nullable(),
        official: official.nullable(),
      }),
    )
    .optional(),
  findings: z.array(
    z.object({ code: z.string(), severity: z.enum(['blocks', 'warns']), node: z.string(), message: bilingual, mend: bilingual }),
  ),
  /** The tree of reasons, see packages/scorecard/explanation. */
  explanation: z.custom<Explanation>((value) => typeof value === 'object' && value !== null && 'formulaId' in value),
}) satisfies z.ZodType<CardResult, unknown>
