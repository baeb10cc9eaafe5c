import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'

export const recognitionKind = z.enum(['commendation', 'title', 'chance', 'thanks'])
export type RecognitionKind = z.infer<typeof recognitionKind>

/** Thanks that are not money, with the fact they are given for. */
export const recognition = z.object({
  recognitionId: id,
  kind: recognitionKind,
  /** One of the two. */
  person: z.object({ personId: id, name: z.string(), unit: bilingual }).nullable(),
  unit: bilingual.nullable(),
  givenOn: day,
  title: z.string(),
  reason: z.string(),
  document: z.string(),
  givenBy: z.string(),
  withdrawnBecause: z.string().nullable(),
})
export type Recognition = z.infer<typeof recognition>

export const listRecognition = endpoint({
  name: 'reward.listRecognition',
  method: 'GET',
  path: '/api/recognition',
  permission: 'recognition.read',
  summary: { zh: '表彰与认可', en: 'Recognition' },
  input: empty,
  output: z.object({ recognition: z.array(recognition) }),
  audit: null,
})

export const giveRecognition = endpoint({
  name: 'reward.giveRecognition',
  method: 'POST',
  path: '/api/recognition',
  permission: 'recognition.give',
  summary: { zh: '给予表彰或认可', en: 'Recognise a person or a unit' },
  input: z.object({
    kind: recognitionKind,
    /** People, or units; at least one of either, each gets a row of its own. */
    personIds: z.array(id).max(200),
    unitIds: z.array(id).max(100),
    givenOn: day,
    title: z.string().trim().min(2).max(200),
    /** What was done, in facts. */
    reason: z.string().trim().min(5).max(1000),
    document: z.string().trim().max(200),
  }),
  output: z.object({ given: z.int() }),
  audit: 'recognition-given',
})

export const withdrawRecognition = endpoint({
  name: 'reward.withdrawRecognition',
  method: 'POST',
  path: '/api/recognition/:recognitionId/withdrawal',
  permission: 'recognition.give',
  summary: { zh: '撤销表彰', en: 'Withdraw a recognition' },
  input: z.object({ recognitionId: id, because: z.string().trim().min(5).max(1000) }),
  output: done,
  audit: 'recognition-withdrawn',
})

export const trainingLine = z.object({
  creditId: id,
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  unit: bilingual,
  finishedOn: day,
  course: z.string(),
  hours: z.string(),
  document: z.string(),
})
export type TrainingLine = z.infer<typeof trainingLine>

export const listTraining = endpoint({
  name: 'reward.listTraining',
  method: 'GET',
  path: '/api/training/:year',
  permission: 'training.record',
  summary: { zh: '培训学时', en: 'Training credits of a year' },
  input: z.object({ year: z.coerce.number().int().min(1990).max(2100) }),
  output: z.object({ lines: z.array(trainingLine), people: z.int() }),
  audit: null,
})

export const trainingTemplate = endpoint({
  name: 'reward.trainingTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/training-template',
  permission: 'training.record',
  summary: { zh: '培训学时导入模板', en: 'Template for training credits' },
  input: z.object({ language: z.enum(['zh', 'en']) }),
  output: z.unknown(),
  audit: null,
})

export const importTraining = endpoint({
  name: 'reward.importTraining',
  kind: 'upload',
  method: 'POST',
  path: '/api/training/import',
  permission: 'training.record',
  summary: { zh: '导入培训学时', en: 'Import training credits' },
  input: importInput,
  output: importReport,
  audit: 'training-imported',
})
