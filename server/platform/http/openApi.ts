import { THE_PUBLIC } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { Endpoint } from '@milepost/contract/endpoint'
import { z } from 'zod'

type Json = { [key: string]: unknown }

/** OpenAPI 3.1, printed from the same objects the server mounts. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  const shared: Record<string, Json> = {}
  for (const endpoint of [...endpoints].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, shared) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Milepost', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'milepost' } },
      schemas: { Problem: problemSchema, ...shared },
    },
  }
}

function operation(endpoint: Endpoint, shared: Record<string, Json>): Json {
  const input: { properties?: Record<string, Json>; required?: string[] } = schemaOf(endpoint, 'input', shared)
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
  const others = Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' ? others : []
  const inBody = others.filter((name) => !inQuery.includes(name))
  const parameter = (name: string, where: 'path' | 'query'): Json => ({
    name,
    in: where,
    required: where === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? {},
  })
  const bodySchema: Json = {
    type: 'object',
    properties: Object.fromEntries(inBody.map((name) => [name, input.properties?.[name]])),
    required: (input.required ?? []).filter((name) => inBody.includes(name)),
  }
  return {
    operationId: endpoint.name,
    summary: endpoint.summary.en,
    'x-summary-zh': endpoint.summary.zh,
    'x-permission': endpoint.permission,
    tags: [endpoint.name.split('.')[0]],
    security: mayByRole(THE_PUBLIC, endpoint.permission) ? [] : [{ session: [] }],
    parameters: [...inPath.map((name) => parameter(name, 'path')), ...inQuery.map((name) => parameter(name, 'query'))],
    ...(inBody.length > 0 || takesFile(endpoint) ? { requestBody: requestBody(endpoint, bodySchema) } : {}),
    responses: {
      200:
        endpoint.kind === 'download'
          ? fileAnswer
          : { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint, 'output', shared) } } },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/**
 * The schema as it stands in the document. What a schema refers to within itself (a tree of its own kind) would lead nowhere there, so it is
 * moved to the shared schemas under a name of its own.
 */
function schemaOf(endpoint: Endpoint, side: 'input' | 'output', shared: Record<string, Json>): Json {
  const made = JSON.stringify(z.toJSONSchema(endpoint[side], { io: side, unrepresentable: 'any' }))
  const own = `${endpoint.name}.${side}`
  const moved = made
    .replaceAll('"#/$defs/', `"#/components/schemas/${own}.`)
    .replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${own}"`)
  const { $schema: _dialect, $defs: definitions, ...schema }: Json = JSON.parse(moved)
  for (const [name, definition] of Object.entries(definitions ?? {})) shared[`${own}.${name}`] = definition
  if (moved.includes(`"#/components/schemas/${own}"`)) shared[own] = schema
  return schema
}

function requestBody(endpoint: Endpoint, schema: Json): Json {
  if (!takesFile(endpoint)) return { required: true, content: { 'application/json': { schema } } }
  const properties = { input: schema, file: { type: 'string', format: 'binary' } }
  return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties, required: ['file'] } } } }
}

const fileAnswer: Json = {
  description: 'A file',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}

const bilingual: Json = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } }, required: ['zh', 'en'] }
const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'text', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    text: bilingual,
    details: { type: 'object' },
    fields: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string' }, text: bilingual } } },
  },
}

const takesFile = ({ kind }: Endpoint): boolean => kind === 'upload' || kind === 'attach'
