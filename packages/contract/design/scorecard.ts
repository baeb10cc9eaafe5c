import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, done, id } from '../fields.ts'
import { cardDesign, cardState } from './card.ts'
import { lintFinding } from './lint.ts'
import { rollRule, schemeRules } from './schemeRules.ts'
import { mapLink, scorecardDesign } from './scorecardDesign.ts'

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/)
const named = z
  .object({ zh: z.string().trim().max(200), en: z.string().trim().max(200) })
  .refine((name) => name.zh !== '' || name.en !== '')
const text = z.object({ zh: z.string().trim().max(2000), en: z.string().trim().max(2000) })

export const scorecardView = z.object({
  cycle: z.object({ cycleId: id, year: z.int(), name: bilingual, stage: z.string() }),
  /** Other cycles, and which of them have a scorecard to carry forward or still need one. */
  otherCycles: z.array(z.object({ cycleId: id, year: z.int(), name: bilingual, scorecardId: id.nullable() })),
  scorecard: scorecardDesign.nullable(),
  /** The institution's card. */
  card: cardDesign.nullable(),
  lint: z.array(lintFinding),
  /** What the diagnosis found, for objectives that answer it. */
  findings: z.array(z.object({ findingId: id, problem: z.string(), name: bilingual, verdict: z.string() })),
  /** The remedies the diagnosis chose: which problem or cause each answers, and the stage in which it happens. */
  remedies: z.array(z.object({ remedyId: id, answers: z.string(), about: bilingual, name: bilingual, stage: z.string() })),
  /** Who is named as owner of an objective or a link. */
  people: z.array(z.object({ personId: id, name: z.string(), hasLeft: z.boolean() })),
  /** The decision on the method that the design rests on. */
  decision: z.object({ choiceId: id, title: bilingual, method: bilingual, decidedBy: z.string(), decidedAt: z.string() }).nullable(),
  /** Cards of units, in the order of the house. */
  unitCards: z.array(z.object({ cardId: id, unitId: id, name: bilingual, state: cardState })),
  counts: z.object({ unitCards: z.int(), unitCardsAgreed: z.int(), plans: z.int(), plansAgreed: z.int() }),
})

export const readScorecard = endpoint({
  name: 'design.readScorecard',
  method: 'GET',
  path: '/api/design/cycles/:cycleId/scorecard',
  permission: 'scorecard.read',
  summary: { zh: '查看某一周期的单位计分卡', en: 'Read the scorecard of a cycle' },
  input: z.object({ cycleId: id }),
  output: scorecardView,
  audit: null,
})

export const createScorecard = endpoint({
  name: 'design.createScorecard',
  method: 'POST',
  path: '/api/design/cycles/:cycleId/scorecard',
  permission: 'scorecard.edit',
  summary: { zh: '新建计分卡（按模板或空白）', en: 'Make a scorecard, from the template or empty' },
  input: z.object({ cycleId: id, from: z.enum(['template', 'empty']) }),
  output: z.object({ scorecardId: id }),
  audit: 'scorecard-created',
})

export const carryForward = endpoint({
  name: 'design.carryForward',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/carry-forward',
  permission: 'scorecard.edit',
  summary: { zh: '沿用到另一周期', en: 'Carry a scorecard and its unit cards forward to another cycle' },
  input: z.object({ scorecardId: id, cycleId: id }),
  output: z.object({ scorecardId: id }),
  audit: 'scorecard-carried-forward',
})

export const editScorecard = endpoint({
  name: 'design.editScorecard',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId',
  permission: 'scorecard.edit',
  summary: { zh: '修改名称、使命和愿景', en: 'Change name, mission and vision' },
  input: z.object({ scorecardId: id, name: named, mission: text, vision: text }),
  output: done,
  audit: 'scorecard-edited',
})

export const setSchemeRules = endpoint({
  name: 'design.setSchemeRules',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/rules',
  permission: 'scorecard.edit',
  summary: {
    zh: '设定计分规则：封顶、不适用的处理、覆盖率门槛、权重严格或归一',
    en: 'Set how the scheme scores: caps, what does not apply, gates, weights strict or normalised',
  },
  input: z.object({ scorecardId: id, rules: schemeRules }),
  output: done,
  audit: 'scheme-rules-set',
})

export const savePerspectives = endpoint({
  name: 'design.savePerspectives',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/perspectives',
  permission: 'scorecard.edit',
  summary: { zh: '保存维度、顺序和权重', en: 'Save perspectives, their order and weights' },
  input: z.object({
    scorecardId: id,
    /** In order; one that is not listed is removed. */
    perspectives: z
      .array(
        z.object({ perspectiveId: id.nullable().default(null), code, name: named, weightBp: basisPoints, rollRule: rollRule.optional() }),
      )
      .max(12),
  }),
  output: done,
  audit: 'perspectives-saved',
})

export const saveObjective = endpoint({
  name: 'design.saveObjective',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/objectives',
  permission: 'scorecard.edit',
  summary: { zh: '新增或修改战略目标', en: 'Add or change an objective' },
  input: z.object({
    scorecardId: id,
    objectiveId: id.nullable().default(null),
    perspectiveId: id,
    code,
    name: named,
    statement: text,
    findingId: id.nullable().default(null),
    themeId: id.nullable().default(null),
    ownerPersonId: id.nullable().default(null),
    /** Left out: as they were. */
    rollRule: rollRule.optional(),
    critical: z.boolean().optional(),
  }),
  output: z.object({ objectiveId: id }),
  audit: 'objective-saved',
})

export const removeObjective = endpoint({
  name: 'design.removeObjective',
  method: 'DELETE',
  path: '/api/design/scorecards/:scorecardId/objectives/:objectiveId',
  permission: 'scorecard.edit',
  summary: { zh: '删除战略目标及其连线', en: 'Remove an objective and its links' },
  input: z.object({ scorecardId: id, objectiveId: id }),
  output: done,
  audit: 'objective-removed',
})

export const saveLink = endpoint({
  name: 'design.saveLink',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/links',
  permission: 'scorecard.edit',
  summary: { zh: '新增或修改因果连线', en: 'Add or change a link from cause to effect' },
  input: mapLink.extend({
    scorecardId: id,
    rationale: text,
    strength: mapLink.shape.strength.default('medium'),
    ownerPersonId: id.nullable().default(null),
    reviewOn: mapLink.shape.reviewOn.default(null),
  }),
  output: done,
  audit: 'link-saved',
})

export const removeLink = endpoint({
  name: 'design.removeLink',
  method: 'DELETE',
  path: '/api/design/scorecards/:scorecardId/links/:fromObjectiveId/:toObjectiveId',
  permission: 'scorecard.edit',
  summary: { zh: '删除因果连线', en: 'Remove a link' },
  input: z.object({ scorecardId: id, fromObjectiveId: id, toObjectiveId: id }),
  output: done,
  audit: 'link-removed',
})

/** Letters of the reason that publishing without a finished hearing takes. */
export const FEWEST_REASON_LETTERS = 4

export const publishScorecard = endpoint({
  name: 'design.publishScorecard',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/publish',
  permission: 'scorecard.publish',
  summary: { zh: '发布计分卡（发布后不再更改）', en: 'Publish the scorecard, which then no longer changes' },
  input: z.object({
    scorecardId: id,
    /** Why it is published although staff were not heard, or not to the end; kept with the version. Without a gap it may stay empty. */
    reason: z.string().trim().max(1000).default(''),
  }),
  output: z.object({ publishedAt: z.string(), unitCardsAgreed: z.int() }),
  audit: 'scorecard-published',
})
