import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from '../institution/template.ts'
import { lintFinding } from './lint.ts'
import { definitionCard, measureDraft } from './measure.ts'

/** A measure one can choose: from the library, or the institution's own. */
export const libraryEntry = measureDraft.extend({
  origin: z.enum(['library', 'own']),
  /** null: in the library, not taken over yet. */
  measureId: id.nullable(),
  version: z.int().nullable(),
  /** Perspective and objective it serves in the library's strategy. */
  perspective: z.object({ code: z.string(), name: bilingual }).nullable(),
  objectives: z.array(z.object({ code: z.string(), name: bilingual })),
  /** Cards of any cycle that hold it. */
  cards: z.int(),
  lint: z.array(lintFinding),
})

export type LibraryEntry = z.infer<typeof libraryEntry>

export const readMeasureLibrary = endpoint({
  name: 'design.readMeasureLibrary',
  method: 'GET',
  path: '/api/design/measures',
  permission: 'scorecard.read',
  summary: { zh: '指标库', en: 'The measure library' },
  input: z.object({}),
  output: z.object({ source: bilingual, verified: z.boolean(), measures: z.array(libraryEntry) }),
  audit: null,
})

const required = z
  .object({ zh: z.string().trim().max(200), en: z.string().trim().max(200) })
  .refine((name) => name.zh !== '' || name.en !== '')

export const saveMeasure = endpoint({
  name: 'design.saveMeasure',
  method: 'POST',
  path: '/api/design/measures',
  permission: 'scorecard.edit',
  summary: {
    zh: '新建或修改自有指标（已在发布的卡上使用的，另存为新版本）',
    en: 'Make or change an own measure; one in published use becomes a new version',
  },
  input: measureDraft.omit({ libraryCode: true }).extend({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
    name: required,
    unit: required,
    definition: definitionCard,
  }),
  output: z.object({ measureId: id, version: z.int() }),
  audit: 'measure-saved',
})

export const retireMeasure = endpoint({
  name: 'design.retireMeasure',
  method: 'POST',
  path: '/api/design/measures/:code/retire',
  permission: 'scorecard.edit',
  summary: { zh: '停用指标，或恢复使用', en: 'Retire a measure, or take it up again' },
  /** An empty reason takes it up again. */
  input: z.object({ code: z.string().min(1).max(40), reason: z.string().trim().max(500) }),
  output: z.object({ retired: z.boolean() }),
  audit: 'measure-retired',
})

export const importMeasures = endpoint({
  name: 'design.importMeasures',
  kind: 'upload',
  method: 'POST',
  path: '/api/design/measures/import',
  permission: 'scorecard.edit',
  summary: { zh: '从表格导入自有指标', en: 'Import own measures from a spreadsheet' },
  input: importInput,
  output: importReport,
  audit: 'measures-imported',
})

export const measureFileTemplate = endpoint({
  name: 'design.measureFileTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/design/files/measures-template',
  permission: 'scorecard.edit',
  summary: { zh: '下载指标导入模板', en: 'Download the template for importing measures' },
  input: templateInput,
  output: aFile,
  audit: null,
})
