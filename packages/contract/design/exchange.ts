import type { SchemeText } from '@milepost/scorecard/schemeDifference'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, id } from '../fields.ts'
import { aFile, templateInput } from '../institution/template.ts'
import { cascadeKind, valueScope } from './card.ts'
import { scoringRule } from './rule.ts'
import { rollRule, schemeRules, seasonalProfile } from './schemeRules.ts'
import { mapLink } from './scorecardDesign.ts'
import { schemeChange } from './versions.ts'

const NOTHING = { zh: '', en: '' }

/** A scheme as JSON: named by codes, so that another program, or another year, can read it. Weights in basis points. */
export const schemeFile = z.object({
  format: z.literal('milepost-scheme'),
  formatVersion: z.literal(1),
  year: z.int(),
  state: z.enum(['draft', 'published']),
  /** sha256 over `scheme` with sorted keys: the same as that of a published version with the same content. */
  hash: z.string(),
  scheme: z.object({
    name: bilingual,
    mission: bilingual.default(NOTHING),
    vision: bilingual.default(NOTHING),
    rules: schemeRules,
    perspectives: z.array(z.object({ code: z.string(), name: bilingual, weightBp: basisPoints, rollRule: rollRule.default('weighted') })),
    objectives: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        statement: bilingual,
        perspective: z.string(),
        rollRule: rollRule.default('weighted'),
        critical: z.boolean().default(false),
      }),
    ),
    links: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        sign: mapLink.shape.sign,
        lagPeriods: mapLink.shape.lagPeriods,
        strength: mapLink.shape.strength.default('medium'),
        rationale: bilingual.default(NOTHING),
      }),
    ),
    cards: z.array(
      z.object({
        /** "institution", or the code of a unit. */
        holder: z.string(),
        name: bilingual,
        lines: z.array(
          z.object({
            code: z.string(),
            name: bilingual,
            version: z.int(),
            weightBp: basisPoints,
            rule: scoringRule,
            objective: z.string().nullable(),
            serves: z.string().nullable(),
            cascadeKind: cascadeKind.default('unique'),
            valueScope: valueScope.default('own'),
            profile: seasonalProfile.default(null),
            critical: z.boolean().default(false),
          }),
        ),
      }),
    ),
  }) satisfies z.ZodType<SchemeText>,
})

export const importScheme = endpoint({
  name: 'design.importScheme',
  method: 'POST',
  path: '/api/design/cycles/:cycleId/scheme',
  permission: 'scorecard.edit',
  summary: {
    zh: '导入方案（JSON）：核对，或存为该周期的草稿',
    en: 'Bring in a scheme (JSON): look at it, or save it as the draft of a cycle',
  },
  input: z.object({ cycleId: id, step: z.enum(['check', 'save']), file: schemeFile }),
  output: z.object({
    scorecardId: id.nullable(),
    perspectives: z.int(),
    objectives: z.int(),
    links: z.int(),
    cards: z.int(),
    lines: z.int(),
    /** The fingerprint in the file is that of its content: nobody changed it by hand since. */
    intact: z.boolean(),
    /** The scheme of the latest year before the cycle (else the earliest after it), and what the file says otherwise; null: there is none yet. */
    against: z.object({ year: z.int(), name: bilingual, changes: z.array(schemeChange) }).nullable(),
  }),
  audit: 'scheme-imported',
})

const download = { kind: 'download', method: 'GET', permission: 'scorecard.edit', output: aFile, audit: null } as const

export const exportCards = endpoint({
  ...download,
  name: 'design.exportCards',
  path: '/api/design/scorecards/:scorecardId/files/cards',
  summary: { zh: '导出全部计分卡（可修改后再导入）', en: 'Export every card as the file that can be edited and imported again' },
  input: templateInput.extend({ scorecardId: id, /** Plans of people too. */ people: z.enum(['yes', 'no']).default('no') }),
})

export const exportScheme = endpoint({
  ...download,
  name: 'design.exportScheme',
  path: '/api/design/scorecards/:scorecardId/files/scheme',
  summary: { zh: '导出方案（JSON）', en: 'Export the scheme as JSON' },
  input: z.object({ scorecardId: id }),
})

export const schemeSchema = endpoint({
  ...download,
  name: 'design.schemeSchema',
  path: '/api/design/files/scheme-schema',
  summary: { zh: '方案 JSON 的结构说明（JSON Schema）', en: 'The JSON Schema of the scheme file' },
  input: z.object({}),
})

export const exportBudgetForm = endpoint({
  ...download,
  name: 'design.exportBudgetForm',
  path: '/api/design/scorecards/:scorecardId/files/budget-form',
  summary: { zh: '导出项目支出绩效自评表（待核实）', en: 'Export the finance bureau’s self-evaluation form (to verify)' },
  input: templateInput.extend({ scorecardId: id }),
})
