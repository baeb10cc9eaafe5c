import { z } from 'zod'
import { areUnique, basisPoints, bilingual, code, heading, sumsTo } from './fields.ts'
import { perspectiveCode } from './measures.ts'

/**
 * What a line serves. `identical`: the same measure and value; `contributory`: a part that adds up; `shared`: a team result;
 * `causal`: drives the parent; `unique`: from the duties of the unit or post, no parent.
 */
const cascadeKind = z.enum(['identical', 'contributory', 'shared', 'causal', 'unique'])

/** The card on which the parent measure stands: the institution's, the unit above's, or (for a person) the own unit's. */
const parent = z.strictObject({ card: z.enum(['institution', 'parent-unit', 'own-unit']), measure: code })

const cascadedLine = z
  .strictObject({ measure: code, weightBp: basisPoints, cascade: cascadeKind, parent: parent.nullable() })
  .refine((l) => (l.cascade === 'unique') === (l.parent === null), 'every kind of cascade but unique names a parent measure')

const institutionLine = z.strictObject({ measure: code, objective: code, weightBp: basisPoints })

const unitCard = z.strictObject({
  code,
  name: bilingual,
  unitKind: z.enum(['office', 'station', 'work-area', 'team']),
  duty: bilingual,
  lines: z.array(cascadedLine).min(6).max(10),
})

const developmentGoal = z.strictObject({
  code,
  /** An objective of the learning perspective. */
  objective: code,
  goal: bilingual,
  /** What shows that it was reached. */
  evidence: bilingual,
})

const postCard = z.strictObject({
  code,
  name: bilingual,
  postClass: z.enum(['management', 'professional', 'skilled-worker']),
  /** Heads a unit of one of the cards below. */
  headsUnit: z.boolean(),
  /** Unit cards of the units in which the post is found. */
  unitCards: z.array(code).min(1),
  lines: z.array(cascadedLine).min(4).max(7),
  developmentGoals: z.array(developmentGoal).min(1),
})

export const strategy = z
  .strictObject({
    ...heading,
    mission: bilingual,
    vision: bilingual,
    perspectives: z
      .array(z.strictObject({ code: perspectiveCode, order: z.int(), name: bilingual, question: bilingual, weightBp: basisPoints }))
      .length(4),
    objectives: z.array(
      z.strictObject({
        code,
        perspective: perspectiveCode,
        order: z.int(),
        name: bilingual,
        /** What will be true when it is reached. */
        result: bilingual,
        /** Measures of the library that can show it. */
        measures: z.array(code).min(1),
      }),
    ),
    links: z.array(z.strictObject({ from: code, to: code, sign: z.enum(['+', '-']), rationale: bilingual })),
    institutionCard: z.strictObject({ code, name: bilingual, lines: z.array(institutionLine).min(18).max(24) }),
    unitCards: z.array(unitCard).min(1),
    postCards: z.array(postCard).min(1),
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message, input: value.id })
    const objectives = new Map(value.objectives.map((o) => [o.code, o]))
    if (
      !sumsTo(
        10_000,
        value.perspectives.map((p) => p.weightBp),
      )
    )
      say('perspective weights must sum to 10000')
    for (const card of [value.institutionCard, ...value.unitCards, ...value.postCards]) {
      if (
        !sumsTo(
          10_000,
          card.lines.map((l) => l.weightBp),
        )
      )
        say(`card ${card.code}: weights must sum to 10000`)
      if (!areUnique(card.lines.map((l) => l.measure))) say(`card ${card.code}: a measure stands on it twice`)
    }
    for (const p of value.perspectives) {
      const lines = value.institutionCard.lines.filter((l) => objectives.get(l.objective)?.perspective === p.code)
      if (
        !sumsTo(
          p.weightBp,
          lines.map((l) => l.weightBp),
        )
      )
        say(`institution card: lines of ${p.code} must sum to ${p.weightBp}`)
    }
    for (const l of value.institutionCard.lines)
      if (!objectives.get(l.objective)?.measures.includes(l.measure)) say(`institution card: ${l.measure} does not serve ${l.objective}`)
    for (const l of value.links)
      for (const end of [l.from, l.to]) if (!objectives.has(end)) say(`link ${l.from}-${l.to}: unknown objective ${end}`)
    for (const card of value.postCards)
      for (const g of card.developmentGoals)
        if (objectives.get(g.objective)?.perspective !== 'LG') say(`${card.code}: goal ${g.code} must serve a learning objective`)
  })

export type Strategy = z.infer<typeof strategy>
export type CardLine = z.infer<typeof cascadedLine>
export type UnitCard = z.infer<typeof unitCard>
export type PostCard = z.infer<typeof postCard>
