import type { ScoringRule } from '@milepost/scorecard/rules'
import { z } from 'zod'
import { bilingual, decimal } from '../fields.ts'

const way = z.enum(['up', 'down'])
const key = z.string().min(1).max(40)

/** A scoring rule on the wire: exactly what `packages/scorecard/rules` names. Whether it can score is asked of the engine. */
export const scoringRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('floor_target_stretch'), direction: way, floor: decimal, target: decimal, stretch: decimal }),
  z.object({ kind: z.literal('ratio_up'), target: decimal }),
  z.object({ kind: z.literal('ratio_down'), target: decimal }),
  z.object({ kind: z.literal('interpolate'), baseline: decimal, target: decimal, direction: way.optional() }),
  z.object({ kind: z.literal('maintain'), direction: way, target: decimal, tolerance: decimal }),
  z.object({ kind: z.literal('range'), low: decimal, high: decimal, tolerance: decimal, toleranceAbove: decimal.optional() }),
  z.object({ kind: z.literal('efficacy'), unacceptable: decimal, satisfactory: decimal }),
  z.object({ kind: z.literal('threshold3'), floor: decimal, target: decimal, stretch: decimal }),
  z.object({ kind: z.literal('threshold3_imported'), red: decimal, goal: decimal }),
  z.object({ kind: z.literal('step'), below: decimal, bands: z.array(z.object({ from: decimal, points: decimal })).max(30) }),
  z.object({ kind: z.literal('binary'), comparator: z.enum(['>=', '<=', '=', 'in']), values: z.array(decimal).max(30) }),
  z.object({
    kind: z.literal('deduct'),
    start: decimal.optional(),
    items: z.array(z.object({ key, name: bilingual.optional(), points: decimal })).max(60),
  }),
  z.object({
    kind: z.literal('milestone'),
    lateFactor: decimal,
    items: z.array(z.object({ key, name: bilingual.optional(), weight: decimal })).max(60),
  }),
  z.object({ kind: z.literal('judgement'), bands: z.array(z.object({ code: key, from: decimal, to: decimal })).max(20) }),
  z.object({ kind: z.literal('unscored') }),
]) satisfies z.ZodType<ScoringRule>
