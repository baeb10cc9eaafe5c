import { z } from 'zod'
import { basisPoints, bilingual, day, id } from '../fields.ts'
import { rollRule, schemeRules } from './schemeRules.ts'

export const perspectiveDesign = z.object({
  perspectiveId: id,
  code: z.string(),
  name: bilingual,
  order: z.int(),
  /** Intended share of the institution's card. */
  weightBp: basisPoints,
  rollRule,
})

/** A focus area that crosses the perspectives. */
export const themeDesign = z.object({ themeId: id, name: bilingual, order: z.int() })

/** Where an objective stands on the map: units of the drawing from the top left of its perspective's band. */
export const mapPlace = z.object({ x: z.int().min(0).max(4000), y: z.int().min(0).max(4000) })

export const objectiveDesign = z.object({
  objectiveId: id,
  perspectiveId: id,
  code: z.string(),
  name: bilingual,
  /** What will be true when it is reached. */
  statement: bilingual,
  order: z.int(),
  /** The finding of the diagnosis it answers. */
  findingId: id.nullable(),
  themeId: id.nullable(),
  /** Who answers for it. */
  ownerPersonId: id.nullable(),
  /** null: laid out by itself. */
  place: mapPlace.nullable(),
  rollRule,
  /** Holds its perspective down where that is limited by its weakest. */
  critical: z.boolean(),
})

/** Cause to effect. */
export const mapLink = z.object({
  fromObjectiveId: id,
  toObjectiveId: id,
  sign: z.enum(['+', '-']),
  /** Periods until the cause shows in the effect. */
  lagPeriods: z.int().min(0).max(60),
  rationale: bilingual,
  /** How much of the effect is expected from this cause. */
  strength: z.enum(['weak', 'medium', 'strong']),
  ownerPersonId: id.nullable(),
  /** When the hypothesis is to be looked at again. */
  reviewOn: day.nullable(),
})

/** The strategy of a cycle: what the cards stand under. */
export const scorecardDesign = z.object({
  scorecardId: id,
  cycleId: id,
  name: bilingual,
  mission: bilingual,
  vision: bilingual,
  rules: schemeRules,
  choiceId: id.nullable(),
  state: z.enum(['draft', 'published']),
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable(),
  carriedFrom: id.nullable(),
  perspectives: z.array(perspectiveDesign),
  themes: z.array(themeDesign),
  objectives: z.array(objectiveDesign),
  links: z.array(mapLink),
})

export type ScorecardDesign = z.infer<typeof scorecardDesign>
export type ThemeDesign = z.infer<typeof themeDesign>
export type PerspectiveDesign = z.infer<typeof perspectiveDesign>
export type ObjectiveDesign = z.infer<typeof objectiveDesign>
export type MapLink = z.infer<typeof mapLink>
