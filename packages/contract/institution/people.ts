import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { postClass } from './posts.ts'
import { aFile, templateInput } from './template.ts'

export const appraisalTrack = z.enum(['staff', 'leader', 'other'])
export const establishment = z.enum(['inside', 'outside'])
export const absenceKind = z.enum(['sick', 'personal', 'study', 'maternity', 'other'])

export const personRow = z.object({
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** Pinyin, the order of the list. */
  nameKey: z.string(),
  unit: z.object({ unitId: id, name: bilingual }),
  post: z.object({ title: bilingual, postClass }),
  isHead: z.boolean(),
  track: appraisalTrack,
  establishment,
  joinedOn: day,
  leftOn: day.nullable(),
})
export type PersonRow = z.infer<typeof personRow>

export const readPeople = endpoint({
  name: 'institution.readPeople',
  method: 'GET',
  path: '/api/people',
  permission: 'person.read',
  summary: { zh: '人员名册', en: 'The people' },
  input: z.object({
    /** Part of a name, of its pinyin (whole or initials) or of an employee number. */
    search: z.string().trim().max(80).optional(),
    /** This unit and all below. */
    unitId: id.optional(),
    postClass: postClass.optional(),
    /** Also those who have left. */
    left: z.enum(['with', 'without']).optional(),
  }),
  output: z.object({ people: z.array(personRow) }),
  audit: null,
})

export const personPage = z.object({
  person: personRow.extend({ firstJob: z.boolean() }),
  /** All posts held, newest first; validTo null: still held. */
  assignments: z.array(
    z.object({
      assignmentId: id,
      unit: bilingual,
      post: bilingual,
      postClass,
      coefficientHundredths: z.number(),
      kind: z.enum(['primary', 'concurrent', 'acting', 'secondment']),
      isHead: z.boolean(),
      validFrom: day,
      validTo: day.nullable(),
    }),
  ),
  absences: z.array(z.object({ absenceId: id, kind: absenceKind, startsOn: day, endsOn: day })),
  /** Who answers for this person. */
  head: z.object({ personId: id, name: z.string(), nameEn: z.string() }).nullable(),
})

export const readPerson = endpoint({
  name: 'institution.readPerson',
  method: 'GET',
  path: '/api/people/:personId',
  permission: 'person.open',
  summary: { zh: '人员信息', en: 'One person' },
  input: z.object({ personId: id }),
  output: personPage,
  audit: null,
})

export const personTemplate = endpoint({
  name: 'institution.personTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/people/template',
  permission: 'people.import',
  summary: { zh: '人员导入模板', en: 'Template for importing people' },
  input: templateInput,
  output: aFile,
  audit: null,
})

export const importPeople = endpoint({
  name: 'institution.importPeople',
  kind: 'upload',
  method: 'POST',
  path: '/api/people/import',
  permission: 'people.import',
  summary: { zh: '导入人员', en: 'Import people' },
  input: importInput,
  output: importReport,
  audit: 'people-imported',
})

export const absenceTemplate = endpoint({
  name: 'institution.absenceTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/absences/template',
  permission: 'people.import',
  summary: { zh: '请假情况导入模板', en: 'Template for importing absences' },
  input: templateInput,
  output: aFile,
  audit: null,
})

export const importAbsences = endpoint({
  name: 'institution.importAbsences',
  kind: 'upload',
  method: 'POST',
  path: '/api/absences/import',
  permission: 'people.import',
  summary: { zh: '导入请假情况', en: 'Import absences' },
  input: importInput,
  output: importReport,
  audit: 'absences-imported',
})
