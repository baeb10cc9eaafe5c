import { z } from 'zod'
import { basisPoints, bilingual, day, id } from '../fields.ts'
import { measureDesign } from './measure.ts'
import { scoringRule } from './rule.ts'
import { rollRule, schemeRules, seasonalProfile } from './schemeRules.ts'

export const holderKind = z.enum(['institution', 'unit', 'person'])
export const valueScope = z.enum(['own', 'unit', 'institution'])
export const cascadeKind = z.enum(['identical', 'contributory', 'shared', 'causal', 'unique'])
export const cardState = z.enum(['draft', 'proposed', 'agreed'])

/** Whose values a line is scored with. */
export const valueHolder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('institution') }),
  z.object({ kind: z.literal('unit'), unitId: id }),
  z.object({ kind: z.literal('person'), personId: id }),
])

/** A measure as it stands on a card, with everything a score needs but the values. */
export const cardMeasure = z.object({
  cardMeasureId: id,
  ...measureDesign.omit({ definition: true }).shape,
  digits: z.int(),
  /** Share of the whole card, basis points. */
  weightBp: basisPoints,
  rule: scoringRule,
  valueScope,
  /** `valueScope` worked out for this holder. */
  valuesOf: valueHolder,
  cascadeKind,
  parentCardMeasureId: id.nullable(),
  profile: seasonalProfile,
  /** Holds its objective down where that is limited by its weakest. */
  critical: z.boolean(),
  veto: z.boolean(),
  public: z.boolean(),
  role: z.enum(['lead', 'lag']),
  control: z.enum(['own', 'shared', 'external']),
})

/** A measure that serves no objective stands under `OWN_DUTIES`. */
export const OWN_DUTIES = { code: 'DUTY', name: { zh: '本职工作', en: 'Duties of the post' } } as const

export const cardObjective = z.object({
  /** null: `OWN_DUTIES`. */
  objectiveId: id.nullable(),
  code: z.string(),
  name: bilingual,
  rollRule,
  critical: z.boolean(),
  measures: z.array(cardMeasure),
})

export const cardPerspective = z.object({
  perspectiveId: id.nullable(),
  code: z.string(),
  name: bilingual,
  rollRule,
  objectives: z.array(cardObjective),
})

/** The card of the institution, a unit or a person: perspectives that hold a measure, in scorecard order. */
export const cardDesign = z.object({
  cardId: id,
  scorecardId: id,
  cycleId: id,
  holderKind,
  unitId: id.nullable(),
  personId: id.nullable(),
  /** Of the institution, the unit or the person. */
  name: bilingual,
  state: cardState,
  revision: z.int(),
  templateCode: z.string().nullable(),
  /** Of the scorecard it belongs to. */
  scheme: schemeRules,
  perspectives: z.array(cardPerspective),
})

export const goalState = z.enum(['planned', 'achieved', 'partly-achieved', 'not-achieved'])

export const developmentGoal = z.object({
  goalId: id,
  cardId: id,
  objectiveId: id.nullable(),
  title: bilingual,
  /** What will show that it was reached. */
  proof: bilingual,
  support: z.string(),
  dueOn: day,
  state: goalState,
  /** What was shown. */
  evidence: z.string(),
})

export const amendmentState = z.enum(['open', 'in-force', 'declined', 'withdrawn'])

/** A change to an agreed plan. */
export const planAmendment = z.object({
  amendmentId: id,
  state: amendmentState,
  reason: z.string(),
  askedSide: z.enum(['person', 'head']),
  askedAt: z.string(),
  askedBy: z.string(),
  /** Late in the period the level above agrees as well. */
  needsLevelAbove: z.boolean(),
  agreedBy: z.string().nullable(),
  answer: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Of an open one: the plan as it would be; of one in force: the plan as it was before. */
  plan: z.object({ perspectives: z.array(cardPerspective), goals: z.array(developmentGoal) }).nullable(),
  /** What the reader may do with it now. */
  may: z.object({ agree: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
})

export type CardDesign = z.infer<typeof cardDesign>
export type CardPerspective = z.infer<typeof cardPerspective>
export type CardMeasure = z.infer<typeof cardMeasure>
export type DevelopmentGoal = z.infer<typeof developmentGoal>
export type HolderKind = z.infer<typeof holderKind>
export type ValueScope = z.infer<typeof valueScope>
