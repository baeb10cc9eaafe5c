import type { Scheme } from '@milepost/scorecard/card'
import { z } from 'zod'
import { basisPoints, decimal } from '../fields.ts'

/** How the scores below a perspective or objective become one: see `RollRule` in packages/scorecard/card. */
export const rollRule = z.enum(['weighted', 'limiting', 'min'])
export type RollRuleCode = z.infer<typeof rollRule>

/** Between 100 and 150 points: what over-achievement may bring. */
const cap = decimal.refine((points) => Number(points) >= 100 && Number(points) <= 150)

/** Something that earns points outside the weights, or costs them where `points` is below zero. */
export const bonusItem = z.object({
  code: z.string().trim().min(1).max(20),
  name: z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }),
  /** The most one occasion brings; below zero: the most it costs. */
  points: decimal.refine((points) => Number(points) !== 0 && Math.abs(Number(points)) <= 20),
})
export type BonusItem = z.infer<typeof bonusItem>

/** Outside the weights: what counts, and how far above 100 a card may come by it. */
export const bonusRule = z.object({
  cap: decimal.refine((points) => Number(points) >= 0 && Number(points) <= 20),
  items: z
    .array(bonusItem)
    .max(30)
    .refine((items) => new Set(items.map(({ code }) => code)).size === items.length),
})
export type BonusRule = z.infer<typeof bonusRule>

/** What a scheme decides once for all its cards; the defaults are those of the engine. */
export const schemeRules = z.object({
  /** Weight of what does not apply: to the siblings, or over the whole card. */
  notApplicable: z.enum(['siblings', 'global']).default('siblings'),
  /** The most a measure can score, by whose card it stands on. */
  cap: z.object({ institution: cap, unit: cap, person: cap }).default({ institution: '100', unit: '100', person: '100' }),
  /** The most a measure's score brings into its objective, an objective's into its perspective, and so on. */
  parentCap: cap.default('100'),
  /** Below this share of weight with data a score is provisional. */
  coverageGateBp: basisPoints.default(7000),
  /** Above this share of approved N/A the committee must agree. */
  notApplicableGateBp: basisPoints.default(3000),
  /** Weights must total 100 % to be published; without it they are normalised. */
  strict100: z.boolean().default(true),
  /** Fewest answers a survey measure needs where the measure itself says nothing. */
  minN: z.int().min(1).max(1000).default(30),
  /** Without items nothing is entered outside the weights. */
  bonus: bonusRule.default({ cap: '0', items: [] }),
})

export type SchemeRules = z.infer<typeof schemeRules>
export const DEFAULT_RULES: SchemeRules = schemeRules.parse({})

/** Shares of the year by month, January first, in any scale; null: every month alike. Only flows have one. */
export const seasonalProfile = z
  .array(decimal.refine((share) => !share.startsWith('-')))
  .length(12)
  .refine((shares) => shares.some((share) => Number(share) > 0))
  .nullable()

/** What the engine is told of a scheme for one card; undefined where everything is as the engine does it anyway. */
export function engineScheme(rules: SchemeRules, scope: keyof SchemeRules['cap']): Scheme | undefined {
  const { cap, ...others } = rules
  const { cap: _usual, ...usual } = DEFAULT_RULES
  const told: Scheme = {
    ...(cap[scope] === '100' ? {} : { cap: cap[scope] }),
    ...(others.notApplicable === usual.notApplicable ? {} : { notApplicable: others.notApplicable }),
    ...(others.parentCap === usual.parentCap ? {} : { parentCap: others.parentCap }),
    ...(others.coverageGateBp === usual.coverageGateBp ? {} : { coverageGateBp: others.coverageGateBp }),
    ...(others.notApplicableGateBp === usual.notApplicableGateBp ? {} : { notApplicableGateBp: others.notApplicableGateBp }),
    ...(others.strict100 ? {} : { strict100: false }),
    ...(others.minN === usual.minN ? {} : { minN: others.minN }),
    ...(Number(others.bonus.cap) === 0 ? {} : { bonusCap: others.bonus.cap }),
  }
  return Object.keys(told).length === 0 ? undefined : told
}
