import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { cardState } from './card.ts'
import { scoringRule } from './rule.ts'

/** A unit of a kind with the lines of its card that have a target, by code of the measure. */
const targetRow = z.object({
  unitId: id,
  code: z.string(),
  name: bilingual,
  cardId: id,
  state: cardState,
  revision: z.int(),
  /** In the order of the columns; null: the unit does not carry the measure, or its rule has no one target. */
  lines: z.array(z.object({ cardMeasureId: id, rule: scoringRule }).nullable()),
})
export type TargetRow = z.infer<typeof targetRow>

const unitKind = z.string().min(1).max(40)

export const readLocalTargets = endpoint({
  name: 'design.readLocalTargets',
  method: 'GET',
  path: '/api/design/scorecards/:scorecardId/local-targets',
  permission: 'cascade.read',
  summary: { zh: '同类部门的本地目标', en: 'The local targets of like units' },
  /** Without a kind: the one with the most cards. */
  input: z.object({ scorecardId: id, kind: unitKind.optional() }),
  output: z.object({
    kind: unitKind.nullable(),
    kinds: z.array(z.object({ kind: unitKind, cards: z.int() })),
    /** With the target on the institution's card, where it has one, to compare with. */
    measures: z.array(z.object({ code: z.string(), name: bilingual, unit: bilingual, above: scoringRule.nullable() })),
    rows: z.array(targetRow),
  }),
  audit: null,
})

export const setLocalTargets = endpoint({
  name: 'design.setLocalTargets',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/local-targets',
  permission: 'scorecard.edit',
  summary: { zh: '一次保存各部门的本地目标', en: 'Save the local targets of many units at once' },
  input: z.object({
    scorecardId: id,
    cards: z
      .array(
        z.object({
          cardId: id,
          revision: z.int(),
          /** As typed: a target, or floor / target / stretch. */
          cells: z
            .array(z.object({ cardMeasureId: id, figures: z.string().trim().max(100) }))
            .min(1)
            .max(60),
        }),
      )
      .min(1)
      .max(2000),
  }),
  /** Nothing is saved unless every row is right. */
  output: z.object({
    saved: z.boolean(),
    rows: z.array(
      z.object({
        cardId: id,
        verdict: z.enum(['changed', 'same', 'wrong']),
        changed: z.int(),
        problems: z.array(z.object({ cardMeasureId: id.nullable(), message: bilingual })),
      }),
    ),
  }),
  audit: 'local-targets-set',
})
