import type { PostClass } from '@milepost/terms/posts'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { aFile, templateInput } from './template.ts'

export const postClass = z.enum(['management', 'professional', 'skilled-worker', 'leader'] as const satisfies readonly PostClass[])

export const postRow = z.object({
  postId: id,
  code: z.string(),
  title: bilingual,
  postClass,
  /** Pay coefficient in hundredths: 100 is 1.00. */
  coefficientHundredths: z.number(),
  cardTemplate: z.string().nullable(),
  /** People whose primary post this is today. */
  holders: z.number(),
})
export type PostRow = z.infer<typeof postRow>

export const readPosts = endpoint({
  name: 'institution.readPosts',
  method: 'GET',
  path: '/api/posts',
  permission: 'unit.read',
  summary: { zh: '岗位一览', en: 'The posts' },
  input: empty,
  output: z.object({ posts: z.array(postRow) }),
  audit: null,
})

export const postTemplate = endpoint({
  name: 'institution.postTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/posts/template',
  permission: 'people.import',
  summary: { zh: '岗位导入模板', en: 'Template for importing posts' },
  input: templateInput,
  output: aFile,
  audit: null,
})

export const importPosts = endpoint({
  name: 'institution.importPosts',
  kind: 'upload',
  method: 'POST',
  path: '/api/posts/import',
  permission: 'people.import',
  summary: { zh: '导入岗位', en: 'Import posts' },
  input: importInput,
  output: importReport,
  audit: 'posts-imported',
})
