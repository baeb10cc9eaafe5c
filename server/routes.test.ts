import { readdirSync } from 'node:fs'
import path from 'node:path'
import { PERMISSIONS } from '@milepost/access/permissions'
import type { Endpoint } from '@milepost/contract/endpoint'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { COOKIE_ENDPOINTS } from './institution/session/cookieRoutes.ts'
import { openApi } from './platform/http/openApi.ts'
import { ROUTES } from './routes.ts'
import { openTestApp } from './testing/testApp.ts'

const SERVED = [...ROUTES.map((route) => route.endpoint), ...COOKIE_ENDPOINTS]
const shape = ({ method, path: address }: Endpoint) => `${method} ${address.replaceAll(/:\w+/g, ':')}`
/** Sends what it asks about, too much for an address, and changes nothing. */
const ONLY_LOOKS = [
  'appraise.tryRules',
  'diagnose.matchAnswers',
  'diagnose.readQuestionnaireFile',
  'diagnose.readQuestionnaireSheet',
  'diagnose.readTranscriptFile',
  'open.checkTicket',
]
/** An audit event has a time and an order: one for each ballot would tell who sent which. */
const NEVER_TOLD = ['diagnose.castBallot', 'diagnose.openOwnInvitation', 'diagnose.readInvitation', 'diagnose.signBallot']
/** Kept while somebody types and seen by nobody else; handing in is told. */
const DRAFTS = ['appraise.saveRatingDraft', 'appraise.saveSelfReport', 'choose.saveMyJudging']
/** Links with their keys, and words that may have to be erased: never kept to be given again. */
const SHOWN_ONCE = ['appraise.issueVoteLinks', 'diagnose.issueInvitations', 'diagnose.saveTranscript', 'institution.issueLinks']
const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at)

describe('every endpoint', () => {
  test('has a name and an address of its own', () => {
    expect(twice(SERVED.map((endpoint) => endpoint.name))).toEqual([])
    expect(twice(SERVED.map(shape))).toEqual([])
  })

  test.each(SERVED.map((endpoint) => [endpoint.name, endpoint] as const))('%s is declared whole', (name, endpoint) => {
    expect(name).toMatch(/^(institution|diagnose|choose|design|run|appraise|reward|open)\.[a-zA-Z]+$/)
    expect(endpoint.path).toMatch(/^\/api\/[a-z0-9:/-]+$/i)
    expect(Object.keys(PERMISSIONS)).toContain(endpoint.permission)
    expect(endpoint.summary.zh).toMatch(/\p{Script=Han}/u)
    expect(endpoint.summary.en).toMatch(/^[A-Z]/)
    const parameters = [...endpoint.path.matchAll(/:(\w+)/g)].map((found) => found[1])
    expect(Object.keys(endpoint.input.shape)).toEqual(expect.arrayContaining(parameters))
  })

  test('that changes something is audited; one that only reads is not, unless it hands out a file', () => {
    const reads = SERVED.filter((endpoint) => endpoint.method === 'GET' && endpoint.kind !== 'download')
    expect(reads.filter((endpoint) => endpoint.audit !== null).map((endpoint) => endpoint.name)).toEqual([])
    const writes = SERVED.filter((endpoint) => endpoint.method !== 'GET')
    expect(
      writes
        .filter((endpoint) => endpoint.audit === null)
        .map((endpoint) => endpoint.name)
        .sort(),
    ).toEqual([...ONLY_LOOKS, ...NEVER_TOLD, ...DRAFTS].sort())
  })

  test('that hands out keys or words of an interview keeps no answer', () => {
    const names = (given: readonly Endpoint[]) => given.map(({ name }) => name).sort()
    expect(names(SERVED.filter(({ shownOnce }) => shownOnce))).toEqual(SHOWN_ONCE)
    const acts = SERVED.filter(({ kind, audit, output }) => kind === 'json' && audit !== null && output instanceof z.ZodObject)
    const telling = acts.filter(({ output }) =>
      ['invitations', 'text', 'token', 'path', 'link'].some((key) => key in (output as z.ZodObject).shape),
    )
    expect(names(telling).filter((name) => !SHOWN_ONCE.includes(name))).toEqual([])
  })

  test('declared in the contract is served by somebody', async () => {
    const declared = await declaredEndpoints()
    const names = SERVED.map((endpoint) => endpoint.name)
    expect(declared.length).toBeGreaterThan(60)
    expect(declared.filter((name) => !names.includes(name))).toEqual([])
  })
})

async function declaredEndpoints(): Promise<string[]> {
  const folder = path.resolve('packages/contract')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(institution|diagnose|choose|design|run|appraise|reward|open)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'),
  )
  const names: string[] = []
  for (const file of files) {
    const module: Record<string, unknown> = await import(path.join(folder, file))
    for (const one of Object.values(module)) if (isEndpoint(one)) names.push(one.name)
  }
  return names
}

const isEndpoint = (one: unknown): one is Endpoint =>
  one !== null && typeof one === 'object' && 'permission' in one && 'summary' in one && 'method' in one && 'output' in one

describe('the OpenAPI document', () => {
  test('that the program serves is the whole one, the session calls among it', async () => {
    const app = await openTestApp()
    const served = (await app.app.inject({ method: 'GET', url: '/api/openapi.json' })).json()
    await app.close()
    expect(served).toEqual(JSON.parse(JSON.stringify(openApi(SERVED))))
    expect(Object.keys(served.paths['/api/session']).sort()).toEqual(['delete', 'get', 'post'])
  })

  type Operation = {
    operationId: string
    summary: string
    parameters: { name: string; in: string; required: boolean; schema: object }[]
    requestBody?: { content: Record<string, { schema: object }> }
    responses: Record<string, { description: string; content: Record<string, { schema: object }> }>
  }
  const document = openApi(SERVED) as {
    openapi: string
    info: { title: string; version: string }
    paths: Record<string, Record<string, Operation>>
  }
  const operations = Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ address, method, operation })),
  )

  test('names its version and holds every endpoint once', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Milepost', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(SERVED.map((endpoint) => endpoint.name).sort())
  })

  test('every parameter of an address is described, once, as required, and none is described that is not there', () => {
    for (const { address, operation } of operations) {
      const inAddress = [...address.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(inPath.map((parameter) => parameter.name)).toEqual(inAddress)
      expect(inPath.every((parameter) => parameter.required)).toBe(true)
      expect(twice(operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`))).toEqual([])
    }
  })

  test('a read has no body, and every answer is described', () => {
    for (const { method, operation } of operations) {
      if (method === 'get') expect(operation.requestBody).toBeUndefined()
      expect(Object.keys(operation.responses).sort()).toEqual(['200', 'default'])
      for (const answer of Object.values(operation.responses)) {
        expect(answer.description).not.toBe('')
        for (const { schema } of Object.values(answer.content)) expect(typeof schema).toBe('object')
      }
    }
  })

  test('every reference leads somewhere in the document', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map((found) => found[1] ?? '')
    expect(pointers.length).toBeGreaterThan(0)
    for (const pointer of new Set(pointers)) {
      expect(pointer).toMatch(/^#\//)
      const target = pointer
        .slice(2)
        .split('/')
        .reduce<unknown>(
          (at, part) => (at as Record<string, unknown> | undefined)?.[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')],
          document,
        )
      expect(target, pointer).toBeDefined()
    }
  })
})
