import { z } from 'zod'
import { valueHolder } from '../design/card.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, done, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from '../institution/template.ts'
import { computedValue } from './computed.ts'
import { valueDetail } from './detail.ts'
import { gap } from './gap.ts'
import { periodKind } from './periods.ts'

/** `not-applicable-asked` counts only once somebody else has granted it; `withdrawn`: there is no value after all. */
export const valueState = z.enum(['reported', 'estimated', 'not-applicable-asked', 'not-applicable', 'suspended', 'withdrawn'])

/** What a rule needs beside or in place of a figure. */
export const valueQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('counts'), items: z.array(z.object({ key: z.string(), name: bilingual, points: z.string() })) }),
  z.object({ kind: z.literal('milestones'), items: z.array(z.object({ key: z.string(), name: bilingual, weight: z.string() })) }),
  z.object({ kind: z.literal('judgement'), bands: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })) }),
])
export type ValueQuestion = z.infer<typeof valueQuestion>

export const valueView = z.object({
  valueId: id,
  measureId: id,
  measure: z.object({ code: z.string(), name: bilingual, unit: bilingual, digits: z.int() }),
  holder: valueHolder,
  holderName: bilingual,
  holderCode: z.string(),
  period: z.object({ periodId: id, code: z.string(), kind: periodKind, state: z.enum(['open', 'closed']) }),
  state: valueState,
  actual: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  n: z.int().nullable(),
  detail: valueDetail.nullable(),
  /** Of a value that a formula gave: what went in. */
  computed: computedValue.nullable(),
  note: z.string(),
  source: z.string(),
  revision: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  grantedBy: z.string().nullable(),
  grantedAt: z.string().nullable(),
  /** What was doubtful about the figure when it was confirmed. */
  doubts: z.array(bilingual),
  /** Whether somebody other than the recorder has looked at it; null: nobody has. */
  check: z.object({ verdict: z.enum(['verified', 'returned']), by: z.string(), at: z.string(), note: z.string() }).nullable(),
  /** The one in front of the screen recorded it, and so neither verifies it nor decides on it. */
  isOwn: z.boolean(),
  /** The one in front of the screen may verify or return it. */
  mayVerify: z.boolean(),
  /** The one in front of the screen may grant or decline this not-applicable. */
  mayDecide: z.boolean(),
})
export type ValueView = z.infer<typeof valueView>

/** More rows than a screen can use; the filter narrows them. */
export const MOST_VALUES_SHOWN = 5000

export const readValues = endpoint({
  name: 'run.readValues',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/values',
  permission: 'value.read',
  summary: { zh: '一个周期的数据', en: 'The values of a cycle' },
  input: z.object({
    cycleId: id,
    measureId: id.optional(),
    /** The same by the code of the measure, in any of its versions. */
    measureCode: z.string().max(60).optional(),
    /** This unit, all below, and their people. */
    unitId: id.optional(),
    period: z.string().max(10).optional(),
    level: z.enum(['institution', 'unit', 'person']).optional(),
    /** Only not-applicables that wait to be granted. */
    asked: z.enum(['only']).optional(),
    /** Only figures nobody but the recorder has looked at; of these only the ones that wait for the reader; or only those that were returned. */
    check: z.enum(['none', 'mine', 'returned']).optional(),
  }),
  /** Persons' values only as far as the reader may see those persons. */
  output: z.object({ values: z.array(valueView), total: z.int() }),
  audit: null,
})

export const readValueHistory = endpoint({
  name: 'run.readValueHistory',
  method: 'GET',
  path: '/api/run/values/:valueId/history',
  permission: 'value.read',
  summary: { zh: '一个数据的历次修订', en: 'Every revision of a value' },
  input: z.object({ valueId: id }),
  output: z.object({ revisions: z.array(valueView) }),
  audit: null,
})

export const readMissing = endpoint({
  name: 'run.readMissing',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/missing',
  permission: 'value.read',
  summary: { zh: '应报未报', en: 'What is due and not there' },
  /** overdue: late while the period takes values; all: also what is not due yet; closed: what periods were closed without. */
  input: z.object({ cycleId: id, period: z.string().max(10).optional(), when: z.enum(['overdue', 'all', 'closed']).default('overdue') }),
  output: z.object({ gaps: z.array(gap), total: z.int() }),
  audit: null,
})

/** What the form needs to know about a measure and the ones who report it. */
export const readEntryChoices = endpoint({
  name: 'run.readEntryChoices',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/entry-choices',
  permission: 'value.import',
  summary: { zh: '录入数据时可选的指标、对象与期间', en: 'Measures, holders and periods a value can be entered for' },
  input: z.object({ cycleId: id }),
  output: z.object({
    measures: z.array(
      z.object({
        measureId: id,
        code: z.string(),
        name: bilingual,
        unit: bilingual,
        /** Asked for by numerator and denominator. */
        ratio: z.boolean(),
        weighted: z.boolean(),
        survey: z.boolean(),
        numerator: bilingual.nullable(),
        denominator: bilingual.nullable(),
        /** What is entered in place of a plain figure: counts, milestones, or a judgement. */
        asks: valueQuestion.nullable(),
      }),
    ),
    holders: z.array(z.object({ holder: valueHolder, name: bilingual, code: z.string() })),
    periods: z.array(z.object({ periodId: id, code: z.string(), kind: periodKind })),
  }),
  audit: null,
})

const figure = decimal.nullable().default(null)

export const recordValue = endpoint({
  name: 'run.recordValue',
  method: 'POST',
  path: '/api/run/values',
  permission: 'value.import',
  summary: { zh: '录入或更正一个数据', en: 'Record or correct one value' },
  input: z.object({
    measureId: id,
    periodId: id,
    holder: valueHolder,
    state: z.enum(['reported', 'estimated', 'not-applicable-asked', 'suspended']).default('reported'),
    actual: figure,
    numerator: figure,
    denominator: figure,
    n: z.int().min(0).max(1_000_000_000).nullable().default(null),
    detail: valueDetail.nullable().default(null),
    note: z.string().trim().max(2000).default(''),
    /** The revision that is corrected; 0: there is no value yet. A correction needs its reason in the note. */
    baseRevision: z.int().min(0).optional(),
    /** A doubtful figure has been looked at and is right; the note says on what grounds. */
    confirmed: z.boolean().optional(),
  }),
  output: z.object({ valueId: id, revision: z.int() }),
  audit: 'value-recorded',
})

const reason = z.string().trim().min(4).max(2000)

export const withdrawValue = endpoint({
  name: 'run.withdrawValue',
  method: 'POST',
  path: '/api/run/values/:valueId/withdrawal',
  permission: 'value.import',
  summary: { zh: '撤回一个数据', en: 'Withdraw a value' },
  input: z.object({ valueId: id, reason }),
  output: done,
  audit: 'value-withdrawn',
})

export const computeValues = endpoint({
  name: 'run.computeValues',
  method: 'POST',
  path: '/api/run/cycles/:cycleId/computed-values',
  permission: 'value.import',
  summary: { zh: '按公式重新计算未关闭期间的数据', en: 'Compute the values of open periods by their formulas' },
  input: z.object({ cycleId: id }),
  output: z.object({ computed: z.int() }),
  audit: 'values-computed',
})

/** Looked at by somebody other than the recorder and found right, or sent back with a reason. */
export const verifyValues = endpoint({
  name: 'run.verifyValues',
  method: 'POST',
  path: '/api/run/values/verification',
  permission: 'value.verify',
  summary: { zh: '核验数据', en: 'Verify values' },
  input: z.object({ valueIds: z.array(id).min(1).max(20_000), note: z.string().trim().max(2000).default('') }),
  output: z.object({ verified: z.int(), ownLeft: z.int() }),
  audit: 'values-verified',
})

export const returnValue = endpoint({
  name: 'run.returnValue',
  method: 'POST',
  path: '/api/run/values/:valueId/return',
  permission: 'value.verify',
  summary: { zh: '退回数据', en: 'Return a value to its recorder' },
  input: z.object({ valueId: id, reason }),
  output: done,
  audit: 'value-returned',
})

export const grantNotApplicable = endpoint({
  name: 'run.grantNotApplicable',
  method: 'POST',
  path: '/api/run/values/:valueId/grant',
  permission: 'value.confirm',
  summary: { zh: '同意“不适用”', en: 'Grant a not-applicable' },
  input: z.object({ valueId: id, note: z.string().trim().max(2000).default('') }),
  output: done,
  audit: 'not-applicable-granted',
})

export const declineNotApplicable = endpoint({
  name: 'run.declineNotApplicable',
  method: 'POST',
  path: '/api/run/values/:valueId/refusal',
  permission: 'value.confirm',
  summary: { zh: '不同意“不适用”', en: 'Decline a not-applicable' },
  input: z.object({ valueId: id, reason }),
  output: done,
  audit: 'not-applicable-declined',
})

/** Which columns of a wide table hold what: one row a unit and period, one column a measure. */
export const valueMapping = z.object({
  /** Heading of the column with unit codes or names; null: every row is the institution's. */
  unitColumn: z.string().nullable().default(null),
  /** Heading of the column with periods. */
  periodColumn: z.string(),
  /** Heading -> measure code. */
  columns: z.record(z.string(), z.string()),
  /** Heading of the weights (km, money) of weighted means. */
  weightColumn: z.string().nullable().default(null),
  /** Heading of the number of answers. */
  nColumn: z.string().nullable().default(null),
  /** Why values that are there already change. */
  note: z.string().trim().max(2000).optional(),
})
export type ValueMapping = z.infer<typeof valueMapping>

export const importValues = endpoint({
  name: 'run.importValues',
  kind: 'upload',
  method: 'POST',
  path: '/api/run/values/import',
  permission: 'value.import',
  summary: { zh: '导入数据（一行一值，或按列对应）', en: 'Import values: one a row, or one column a measure' },
  input: importInput.extend({
    mapping: valueMapping.optional(),
    /** Doubtful figures have been looked at and are right. */
    confirmed: z.boolean().optional(),
  }),
  output: importReport,
  audit: 'values-imported',
})

export const valuesTemplate = endpoint({
  name: 'run.valuesTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/run/values/template',
  permission: 'value.import',
  summary: { zh: '下载数据导入模板（可预填某期间应报未报各项）', en: 'Template for values, filled with what a period still lacks' },
  input: templateInput.extend({ periodId: id.optional() }),
  output: aFile,
  audit: null,
})
