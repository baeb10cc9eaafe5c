import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, id } from '../fields.ts'
import { cardState, cascadeKind, goalState, holderKind } from './card.ts'

/** Why a template stands beside a unit or post: chosen by the office, said by the post, or proposed. */
export const templateBecause = z.enum([
  'chosen',
  'chosen-none',
  'said-by-post',
  'same-code',
  'only-one-of-its-kind',
  'name-alike',
  'several-alike',
  'nothing-alike',
  'not-cascaded',
])

const templateOf = z.object({
  /** null: no card will be drafted. */
  templateCode: z.string().nullable(),
  because: templateBecause,
  /** The words that made it a proposal by name. */
  words: z.string(),
})

const cardBrief = z.object({
  cardId: id,
  state: cardState,
  totalBp: z.int(),
  measures: z.int(),
  goals: z.int(),
  /** Lines that serve nothing above. */
  unlinked: z.int(),
})

export const cascadeUnit = z.object({
  unitId: id,
  parentUnitId: id.nullable(),
  code: z.string(),
  name: bilingual,
  kind: z.string(),
  template: templateOf,
  card: cardBrief.nullable(),
})

export const cascadePerson = z.object({
  personId: id,
  unitId: id,
  name: z.string(),
  employeeNo: z.string(),
  isHead: z.boolean(),
  leader: z.boolean(),
  postId: id,
  card: cardBrief.nullable(),
})

export const readCascade = endpoint({
  name: 'design.readCascade',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/cascade',
  permission: 'cascade.read',
  summary: { zh: '分解情况：单位—部门—个人', en: 'The cascade: institution, units, persons' },
  input: z.object({ scorecardId: id }),
  output: z.object({
    scorecard: z.object({ scorecardId: id, name: bilingual, state: z.enum(['draft', 'published']) }),
    units: z.array(cascadeUnit),
    people: z.array(cascadePerson),
    posts: z.array(z.object({ postId: id, title: bilingual, people: z.int(), template: templateOf })),
    unitTemplates: z.array(z.object({ code: z.string(), name: bilingual, unitKind: z.string() })),
    postTemplates: z.array(z.object({ code: z.string(), name: bilingual })),
  }),
  audit: null,
})

const chosen = z.string().min(1).max(60).nullable()

export const chooseTemplates = endpoint({
  name: 'design.chooseTemplates',
  method: 'PUT',
  path: '/api/design/card-templates',
  permission: 'scorecard.edit',
  summary: { zh: '为部门和岗位选定卡片模板', en: 'Choose the templates of units and posts' },
  input: z.object({
    units: z
      .array(z.object({ unitId: id, templateCode: chosen }))
      .max(2000)
      .default([]),
    posts: z
      .array(z.object({ postId: id, templateCode: chosen }))
      .max(2000)
      .default([]),
  }),
  output: z.object({ chosen: z.int() }),
  audit: 'card-templates-chosen',
})

/** A line of a template that could not be linked as the template says. */
const draftWarning = z.object({
  holder: bilingual,
  measure: z.string(),
  because: z.enum(['parent-not-on-card', 'no-objective', 'cannot-be-scored']),
})

export const draftCascade = endpoint({
  name: 'design.draftCascade',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/cascade',
  permission: 'scorecard.edit',
  summary: { zh: '一键分解：起草尚无卡片的部门卡和个人计划', en: 'Draft the cards of every unit and person that has none yet' },
  input: z.object({ scorecardId: id }),
  output: z.object({
    units: z.object({ drafted: z.int(), existing: z.int(), withoutTemplate: z.array(bilingual) }),
    people: z.object({
      drafted: z.int(),
      existing: z.int(),
      leaders: z.int(),
      withoutTemplate: z.array(z.object({ name: z.string(), post: bilingual })),
    }),
    goals: z.int(),
    warnings: z.array(draftWarning),
  }),
  audit: 'cascade-drafted',
})

const carried = z.object({
  cardId: id,
  holder: bilingual,
  holderKind,
  cardMeasureId: id.nullable(),
  code: z.string(),
  name: bilingual,
  weightBp: z.int(),
})

export const readCoverage = endpoint({
  name: 'design.readCoverage',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/coverage',
  permission: 'cascade.read',
  summary: {
    zh: '承接情况：无人承接、无上级目标、承担过多、没有发展目标',
    en: 'What nobody carries, what serves nothing, who carries too much',
  },
  input: z.object({ scorecardId: id }),
  output: z.object({
    scorecard: z.object({ scorecardId: id, name: bilingual, state: z.enum(['draft', 'published']) }),
    cards: z.object({ units: z.int(), people: z.int() }),
    /** Share of the institution's weight that a person carries; null without cards. */
    coveredWeightBp: z.int().nullable(),
    /** Measures of the institution and how far down they are carried. */
    reach: z.array(
      carried.extend({ objective: bilingual, reach: z.enum(['person', 'unit', 'nobody']), owners: z.int(), by: z.array(bilingual) }),
    ),
    uncoveredObjectives: z.array(
      z.object({ objectiveId: id, code: z.string(), name: bilingual, perspective: bilingual, measures: z.int() }),
    ),
    orphans: z.array(carried.extend({ cascadeKind })),
    overloaded: z.array(z.object({ cardId: id, holder: bilingual, measures: z.int() })),
    sharedByTooMany: z.array(carried.extend({ owners: z.int() })),
    withoutDevelopmentGoal: z.array(z.object({ cardId: id, holder: bilingual, unit: bilingual })),
    goalsServingNothing: z.array(z.object({ cardId: id, holder: bilingual, goal: bilingual })),
    brokenLinks: z.array(
      z.object({ holder: bilingual, code: z.string(), because: z.enum(['unknown-child', 'unknown-parent', 'not-upward']) }),
    ),
    /** The thresholds used. */
    mostOwners: z.int(),
    mostPerPerson: z.int(),
  }),
  audit: null,
})

/** Every line of every card, each pointing at the line it serves: who carries what. Names stand once in the lists the lines point into. */
export const readCarriers = endpoint({
  name: 'design.readCarriers',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/carriers',
  permission: 'cascade.read',
  summary: { zh: '谁承担什么：目标—单位—部门—个人', en: 'Who carries what, from objective to person' },
  input: z.object({ scorecardId: id }),
  output: z.object({
    /** In scorecard order. */
    objectives: z.array(z.object({ objectiveId: id, code: z.string(), name: bilingual, perspective: bilingual })),
    measures: z.array(z.object({ code: z.string(), name: bilingual })),
    holders: z.array(z.object({ cardId: id, name: bilingual, holderKind, unit: bilingual.nullable() })),
    lines: z.array(
      z.object({
        id,
        /** The line it serves; null: none. */
        parent: id.nullable(),
        /** Places in `objectives` (null: a duty of its own), `measures` and `holders`. */
        o: z.int().nullable(),
        m: z.int(),
        h: z.int(),
        weightBp: basisPoints,
        kind: cascadeKind,
      }),
    ),
    /** Development goals, by the objective they serve. */
    goals: z.array(z.object({ id, o: z.int().nullable(), h: z.int(), title: bilingual, state: goalState })),
  }),
  audit: null,
})
