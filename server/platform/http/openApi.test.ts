import { endpoint } from '@milepost/contract/endpoint'
import { done, id } from '@milepost/contract/fields'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openApi } from './openApi.ts'

const common = { permission: 'value.read', summary: { zh: '测试', en: 'A test' }, output: done, audit: null } as const
const node: z.ZodType = z.lazy(() => z.object({ name: z.string(), below: z.array(node) }))
const document = openApi([
  endpoint({
    ...common,
    name: 'a.read',
    method: 'GET',
    path: '/api/a/:aId',
    input: z.object({ aId: id, year: z.coerce.number().optional() }),
  }),
  endpoint({
    ...common,
    name: 'a.change',
    method: 'PUT',
    path: '/api/a/:aId',
    input: z.object({ aId: id, name: z.string(), note: z.string().optional() }),
  }),
  endpoint({ ...common, name: 'a.drop', method: 'DELETE', path: '/api/a/:aId', input: z.object({ aId: id, reason: z.string() }) }),
  endpoint({
    ...common,
    name: 'a.bring',
    kind: 'upload',
    method: 'POST',
    path: '/api/a',
    input: z.object({ step: z.enum(['check', 'save']) }),
  }),
  endpoint({ ...common, name: 'a.file', kind: 'download', method: 'GET', path: '/api/a/file', input: z.object({}) }),
  endpoint({ ...common, name: 'a.tree', method: 'GET', path: '/api/tree', input: z.object({}), output: z.object({ root: node }) }),
])
const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>

test('path parameters, query and body are told apart', () => {
  expect(paths['/api/a/{aId}']?.get?.parameters).toMatchObject([
    { name: 'aId', in: 'path', required: true },
    { name: 'year', in: 'query', required: false },
  ])
  expect(paths['/api/a/{aId}']?.get?.requestBody).toBeUndefined()
  expect(paths['/api/a/{aId}']?.put).toMatchObject({
    operationId: 'a.change',
    requestBody: { content: { 'application/json': { schema: { properties: { name: { type: 'string' } }, required: ['name'] } } } },
  })
  expect(paths['/api/a/{aId}']?.delete?.parameters).toMatchObject([
    { name: 'aId', in: 'path' },
    { name: 'reason', in: 'query', required: true },
  ])
})

test('an upload is a multipart body of file and input, a download a file', () => {
  expect(paths['/api/a']?.post?.requestBody).toMatchObject({
    content: {
      'multipart/form-data': { schema: { properties: { file: { format: 'binary' }, input: { type: 'object' } }, required: ['file'] } },
    },
  })
  expect(paths['/api/a/file']?.get?.responses).toMatchObject({ 200: { content: { 'application/octet-stream': {} } } })
})

test('a schema that contains itself keeps its definitions where it points to them', () => {
  const text = JSON.stringify(document)
  const pointers = [...text.matchAll(/"\$ref":"(#[^"]*)"/g)].map((found) => found[1] ?? '')
  expect(pointers.length).toBeGreaterThan(1)
  for (const pointer of pointers) expect(resolve(document, pointer), pointer).toBeDefined()
})

function resolve(from: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .filter((part) => part !== '')
    .reduce<unknown>(
      (at, part) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[part.replaceAll('~1', '/')] : undefined),
      from,
    )
}
