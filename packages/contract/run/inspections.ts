import type { SectionAssessment } from '@milepost/pavement/section'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from '../institution/template.ts'

export const conditionIndex = z.enum(['MQI', 'PQI', 'PCI', 'RQI', 'RDI', 'PBI', 'PWI', 'SRI', 'PSSI', 'SCI', 'BCI', 'TCI'])
export const conditionGrade = z.enum(['road-excellent', 'road-good', 'road-fair', 'road-poor', 'road-bad'])
export const roadDirection = z.enum(['up', 'down', 'both'])
export const roadClass = z.enum(['expressway', 'class-1', 'class-2', 'class-3', 'class-4'])
export const pavement = z.enum(['asphalt', 'concrete'])

const gradedValue = z.object({ value: z.string(), grade: conditionGrade })

export const sectionRow = z.object({
  inspectionId: id,
  route: z.string(),
  fromM: z.int(),
  toM: z.int(),
  direction: roadDirection,
  roadClass,
  pavement,
  unitId: id.nullable(),
  unit: bilingual.nullable(),
  /** Indices that have a value, computed or given; an index that is absent was not surveyed or does not apply. */
  indices: z.partialRecord(conditionIndex, gradedValue),
  given: z.array(conditionIndex),
  missing: z.array(conditionIndex),
  /** Indices the file states otherwise than they were computed. */
  disputed: z.array(conditionIndex),
})
export type SectionRow = z.infer<typeof sectionRow>

const rate = z.object({ km: z.string(), percent: z.string() })
/** Length-weighted rates of a network; null: nothing assessed. */
export const ratesView = z
  .object({
    km: z.string(),
    unassessedKm: z.string(),
    mean: z.string(),
    byGrade: z.record(conditionGrade, rate),
    excellent: rate,
    goodOrBetter: rate,
    poorOrWorse: rate,
  })
  .nullable()
export type RatesView = z.infer<typeof ratesView>

export const readInspections = endpoint({
  name: 'run.readInspections',
  method: 'GET',
  path: '/api/run/inspections',
  permission: 'inspection.read',
  summary: { zh: '路况检测与评定', en: 'Road condition: sections, rates and the parameters they rest on' },
  input: z.object({
    /** Left out: the newest period with records. */
    periodId: id.optional(),
  }),
  output: z.object({
    periods: z.array(z.object({ periodId: id, code: z.string(), sections: z.int() })),
    period: z.object({ periodId: id, code: z.string(), state: z.enum(['open', 'closed']) }).nullable(),
    standard: z.object({ name: bilingual, version: z.string(), source: bilingual, verified: z.boolean() }),
    sections: z.array(sectionRow),
    /** MQI and PQI of the whole network and of each unit with the units below. */
    rates: z.array(z.object({ unitId: id.nullable(), name: bilingual, sections: z.int(), mqi: ratesView, pqi: ratesView })),
    /** Parameters in use that nobody has compared with the official text yet. */
    toVerify: z.array(z.object({ parameter: z.string(), source: z.string() })),
    /** Measures computed from these records, with the value now in force. */
    measures: z.array(
      z.object({
        measureId: id,
        code: z.string(),
        name: bilingual,
        unit: bilingual,
        /** Trunk roads (national and provincial, no expressways) or every road inspected; null: an own measure without a formula. */
        roads: z.enum(['trunk', 'all']).nullable(),
        actual: z.string().nullable(),
        source: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

export const readInspection = endpoint({
  name: 'run.readInspection',
  method: 'GET',
  path: '/api/run/inspections/:inspectionId',
  permission: 'inspection.read',
  summary: { zh: '一个路段的评定依据', en: 'How one section was assessed' },
  input: z.object({ inspectionId: id }),
  output: z.object({
    section: sectionRow,
    revision: z.int(),
    importedAt: z.string(),
    importedBy: z.string(),
    /** As packages/pavement/section gives it: every index with its evidence, warnings and gaps. */
    assessment: z.custom<SectionAssessment>((value) => typeof value === 'object' && value !== null && 'indices' in value),
    stated: z.record(z.string(), z.string()),
  }),
  audit: null,
})

export const importInspections = endpoint({
  name: 'run.importInspections',
  kind: 'upload',
  method: 'POST',
  path: '/api/run/periods/:periodId/inspections/import',
  permission: 'inspection.import',
  summary: { zh: '导入路况检测记录', en: 'Import road inspection records' },
  input: importInput.extend({ periodId: id }),
  output: importReport,
  audit: 'inspections-imported',
})

export const inspectionsTemplate = endpoint({
  name: 'run.inspectionsTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/run/inspections/template',
  permission: 'inspection.import',
  summary: { zh: '下载路况检测记录导入模板', en: 'Template for road inspection records' },
  input: templateInput,
  output: aFile,
  audit: null,
})

export const feedPavementMeasures = endpoint({
  name: 'run.feedPavementMeasures',
  method: 'POST',
  path: '/api/run/periods/:periodId/pavement-values',
  permission: 'value.import',
  summary: { zh: '由路况检测计算并填报相关指标', en: 'Compute the pavement measures from the inspections and record them' },
  input: z.object({ periodId: id }),
  output: z.object({
    source: z.string(),
    recorded: z.int(),
    same: z.int(),
    /** Measures or units for which nothing could be computed. */
    notComputed: z.array(z.object({ measure: z.string(), holder: bilingual, because: z.enum(['no-formula', 'nothing-assessed']) })),
  }),
  audit: 'pavement-values-recorded',
})
