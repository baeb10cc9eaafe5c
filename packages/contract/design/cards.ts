import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from '../institution/template.ts'
import { cardDesign, cascadeKind, developmentGoal, goalState, planAmendment, valueScope } from './card.ts'
import { lintFinding } from './lint.ts'
import { scoringRule } from './rule.ts'
import { seasonalProfile } from './schemeRules.ts'
import { wayUp } from './wayUp.ts'

/** A line as it is sent to be saved. The order of the lines is the order on the card. */
export const cardLineInput = z.object({
  /** null: a new line. */
  cardMeasureId: id.nullable().default(null),
  /** One of the institution's measures, or one of the library that is taken over by this. */
  measure: z.union([z.object({ measureId: id }), z.object({ libraryCode: z.string().min(1).max(40) })]),
  objectiveId: id.nullable(),
  weightBp: basisPoints,
  rule: scoringRule,
  valueScope: valueScope.default('own'),
  cascadeKind: cascadeKind.default('unique'),
  parentCardMeasureId: id.nullable().default(null),
  /** Left out: as it was; a new line has neither. */
  profile: seasonalProfile.optional(),
  critical: z.boolean().optional(),
})

export type CardLineInput = z.infer<typeof cardLineInput>
export const cardLines = z.array(cardLineInput).max(60)

/** A line on a card above that a line of this card may serve. */
export const possibleParent = z.object({
  cardMeasureId: id,
  measureId: id,
  card: bilingual,
  holderKind: z.enum(['institution', 'unit']),
  code: z.string(),
  name: bilingual,
})

export const cardView = cardDesign.extend({
  scorecard: z.object({ name: bilingual, year: z.int(), state: z.enum(['draft', 'published']) }),
  /** The unit of a unit's or person's card. */
  unit: z.object({ unitId: id, name: bilingual }).nullable(),
  post: bilingual.nullable(),
  plan: z.object({
    proposedAt: z.string().nullable(),
    proposedBy: z.string().nullable(),
    returnedNote: z.string(),
    agreedByPersonAt: z.string().nullable(),
    agreedByHeadAt: z.string().nullable(),
    agreedByHead: z.string().nullable(),
  }),
  goals: z.array(developmentGoal),
  /** Development goals of the person's plan of the year before, what came of each, and whether this plan goes on with it. null: there was no such plan. */
  goalsBefore: z
    .object({
      year: z.int(),
      cardId: id,
      goals: z.array(z.object({ title: bilingual, state: goalState, evidence: z.string(), goesOn: z.boolean() })),
    })
    .nullable(),
  /** Development goals the library offers for the template of this plan, not yet on it. */
  suggestedGoals: z.array(
    z.object({
      objectiveId: id.nullable(),
      title: bilingual,
      proof: bilingual,
      /** Left over from the plan of an earlier year, with what came of it there; null: offered by the template of the post. */
      carried: z.object({ year: z.int(), state: goalState, evidence: z.string() }).nullable(),
    }),
  ),
  objectives: z.array(z.object({ objectiveId: id, code: z.string(), name: bilingual, perspective: bilingual })),
  possibleParents: z.array(possibleParent),
  /** Of a plan; null on other cards. */
  wayUp: wayUp.nullable(),
  lint: z.array(lintFinding),
  /** Of a plan: newest first. */
  amendments: z.array(planAmendment),
  /** What the person in front of the screen may do with it now. */
  may: z.object({ edit: z.boolean(), propose: z.boolean(), agree: z.boolean(), giveBack: z.boolean(), amend: z.boolean() }),
})

export const readCard = endpoint({
  name: 'design.readCard',
  method: 'GET',
  path: '/api/design/cards/:cardId',
  permission: 'card.read',
  summary: { zh: '查看一张计分卡或绩效计划', en: 'Read a card or plan' },
  input: z.object({ cardId: id }),
  output: cardView,
  audit: null,
})

export const saveCard = endpoint({
  name: 'design.saveCard',
  method: 'PUT',
  path: '/api/design/cards/:cardId',
  permission: 'scorecard.edit',
  summary: { zh: '保存单位卡或部门卡的指标', en: 'Save the measures of the institution’s or a unit’s card' },
  input: z.object({ cardId: id, revision: z.int(), lines: cardLines }),
  output: z.object({ revision: z.int(), /** Lines of lower cards that served a line now gone. */ detached: z.int() }),
  audit: 'card-saved',
})

export const openCard = endpoint({
  name: 'design.openCard',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/cards',
  permission: 'scorecard.edit',
  summary: { zh: '为部门或个人新建一张空卡', en: 'Open an empty card for a unit or a person' },
  input: z.object({ scorecardId: id, holder: z.union([z.object({ unitId: id }), z.object({ personId: id })]) }),
  output: z.object({ cardId: id }),
  audit: 'card-opened',
})

export const agreeUnitCards = endpoint({
  name: 'design.agreeUnitCards',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/unit-cards/agree',
  permission: 'scorecard.publish',
  summary: { zh: '下达部门卡（确定后不再更改）', en: 'Agree the cards of units, which then no longer change' },
  input: z.object({ scorecardId: id, cardIds: z.array(id).max(2000).optional() }),
  output: z.object({ agreed: z.int() }),
  audit: 'unit-cards-agreed',
})

export const importCards = endpoint({
  name: 'design.importCards',
  kind: 'upload',
  method: 'POST',
  path: '/api/design/scorecards/:scorecardId/cards/import',
  permission: 'scorecard.edit',
  summary: { zh: '从表格导入计分卡', en: 'Import cards from a spreadsheet' },
  input: importInput.extend({ scorecardId: id }),
  output: importReport,
  audit: 'cards-imported',
})

export const cardFileTemplate = endpoint({
  name: 'design.cardFileTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/design/files/cards-template',
  permission: 'scorecard.edit',
  summary: { zh: '下载计分卡导入模板', en: 'Download the template for importing cards' },
  input: templateInput,
  output: aFile,
  audit: null,
})
