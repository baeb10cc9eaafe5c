import type { UnitKind } from '@milepost/terms/institution'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from './template.ts'

export const unitKind = z.enum(['bureau', 'office', 'station', 'work-area', 'team'] as const satisfies readonly UnitKind[])

export const unitRow = z.object({
  unitId: id,
  code: z.string(),
  name: bilingual,
  kind: unitKind,
  parentUnitId: id.nullable(),
  orderNo: z.number(),
  closedOn: day.nullable(),
  /** People whose primary post is here today; and with all units below. */
  people: z.number(),
  peopleWithBelow: z.number(),
  head: z.object({ personId: id, name: z.string(), nameEn: z.string() }).nullable(),
})
export type UnitRow = z.infer<typeof unitRow>

export const readUnits = endpoint({
  name: 'institution.readUnits',
  method: 'GET',
  path: '/api/units',
  permission: 'unit.read',
  summary: { zh: '部门树', en: 'The tree of units' },
  input: empty,
  output: z.object({ units: z.array(unitRow) }),
  audit: null,
})

export const unitTemplate = endpoint({
  name: 'institution.unitTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/units/template',
  permission: 'people.import',
  summary: { zh: '部门导入模板', en: 'Template for importing units' },
  input: templateInput,
  output: aFile,
  audit: null,
})

export const importUnits = endpoint({
  name: 'institution.importUnits',
  kind: 'upload',
  method: 'POST',
  path: '/api/units/import',
  permission: 'people.import',
  summary: { zh: '导入部门', en: 'Import units' },
  input: importInput,
  output: importReport,
  audit: 'units-imported',
})
