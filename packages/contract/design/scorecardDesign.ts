import { z } from 'zod'
import { basisPoints, bilingual, id } from '../fields.ts'

export const perspectiveDesign = z.object({
  perspectiveId: id,
  code: z.string(),
  name: bilingual,
  order: z.int(),
  /** Intended share of the institution's card. */
  weightBp: basisPoints,
})

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
})

/** Cause to effect. */
export const mapLink = z.object({
  fromObjectiveId: id,
  toObjectiveId: id,
  sign: z.enum(['+', '-']),
  /** Periods until the cause shows in the effect. */
  lagPeriods: z.int().min(0).max(60),
  rationale: bilingual,
})

/** The strategy of a cycle: what the cards stand under. */
export const scorecardDesign = z.object({
  scorecardId: id,
  cycleId: id,
  name: bilingual,
  mission: bilingual,
  vision: bilingual,
  choiceId: id.nullable(),
  state: z.enum(['draft', 'published']),
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable(),
  carriedFrom: id.nullable(),
  perspectives: z.array(perspectiveDesign),
  objectives: z.array(objectiveDesign),
  links: z.array(mapLink),
})

export type ScorecardDesign = z.infer<typeof scorecardDesign>
export type PerspectiveDesign = z.infer<typeof perspectiveDesign>
export type ObjectiveDesign = z.infer<typeof objectiveDesign>
export type MapLink = z.infer<typeof mapLink>
