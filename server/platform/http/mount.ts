import { mayByRole } from '@milepost/access/may'
import type { Endpoint } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readTable } from '../spreadsheet/readTable.ts'
import type { Table } from '../spreadsheet/table.ts'
import type { FileOut } from './call.ts'
import { COOKIE, identify } from './identify.ts'
import type { Route } from './serve.ts'
import type { Services } from './services.ts'

/** Puts a route on the wire: who asks, may they, read the input, perform, answer. */
export function mount(app: FastifyInstance, services: Services, route: Route): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      if (endpoint.method !== 'GET') refuseForeignOrigin(request)
      const identity = await identify(services, { cookie: request.cookies[COOKIE], institutionCode: institutionNamedBy(request) })
      if (!mayByRole(identity.actor, endpoint.permission)) {
        throw new Refusal(identity.actor.accountId === null ? 'not-signed-in' : 'not-permitted')
      }
      const { input, table } = await readInput(endpoint, request, services)
      const answer = await route.perform(services, { ...identity, input, now: services.now(), ...(table ? { table } : {}) })
      return endpoint.kind === 'download' ? sendFile(reply, answer as FileOut) : reply.header('cache-control', 'no-store').send(answer)
    },
  })
}

const institutionNamedBy = (request: FastifyRequest): string | undefined => {
  const query = request.query as Record<string, string | undefined>
  const body = request.body as { institution?: unknown } | null | undefined
  return query.institution ?? (typeof body?.institution === 'string' ? body.institution : undefined)
}

/** A write must come from our own page: the browser's Origin must be this host. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  if (origin === undefined) {
    if (request.cookies[COOKIE] !== undefined && request.headers['x-milepost'] === undefined) throw new Refusal('origin-refused')
    return
  }
  if (origin === 'null' || new URL(origin).host !== request.headers.host) throw new Refusal('origin-refused')
}

async function readInput(endpoint: Endpoint, request: FastifyRequest, services: Services): Promise<{ input: unknown; table?: Table }> {
  const parameters = request.params as Record<string, string>
  if (endpoint.kind === 'upload') return readUpload(request, parameters, services)
  const query = request.query as Record<string, unknown>
  return { input: { ...query, ...(request.body as object | null), ...parameters } }
}

async function readUpload(request: FastifyRequest, parameters: Record<string, string>, services: Services) {
  if (!request.isMultipart()) throw new Refusal('file-missing')
  let fields: object = {}
  let table: Table | undefined
  const tooLarge = new Refusal('file-too-large', { limitMb: services.config.uploadMb })
  if (Number(request.headers['content-length'] ?? 0) > (services.config.uploadMb + 1) * 1_048_576) throw tooLarge
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') table = await readTable({ name: part.filename || 'file', bytes: await part.toBuffer() })
      else if (part.fieldname === 'input') fields = JSON.parse(String(part.value)) as object
    }
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new Refusal('input-invalid')
    throw isTooLarge(fault) ? tooLarge : fault
  }
  if (!table) throw new Refusal('file-missing')
  return { input: { ...fields, ...parameters }, table }
}

const isTooLarge = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'FST_REQ_FILE_TOO_LARGE'

function sendFile(reply: FastifyReply, file: FileOut) {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(file.bytes))
}
