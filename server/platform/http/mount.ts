import { THE_PUBLIC } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { Endpoint } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { IN_STEPS } from '@milepost/contract/steps'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FileIn, Table } from '../spreadsheet/table.ts'
import { answerInSteps, type Tell } from './answerInSteps.ts'
import type { FileOut } from './call.ts'
import { COOKIE, identify } from './identify.ts'
import { refuseForeignOrigin } from './origin.ts'
import { problemOf } from './problem.ts'
import { type PublicAnswers, type ReadyAnswer, readyAnswer } from './publicAnswers.ts'
import { readAttachment, readUpload } from './readUpload.ts'
import { ACT_KEY, keyIn } from './sentAct.ts'
import type { Route } from './serve.ts'
import type { Services } from './services.ts'

/** Puts a route on the wire: who asks, may they, read the input, perform, answer. */
export function mount(app: FastifyInstance, services: Services, route: Route, answers: PublicAnswers): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      if (endpoint.method !== 'GET') refuseForeignOrigin(request, services.config.address)
      if (isForEverybody(endpoint)) return sendReady(request, reply, await answers.take(keyOf(endpoint, request), () => readyFor(request)))
      if (endpoint.kind === 'json' && request.headers.accept === IN_STEPS)
        return answerInSteps(reply, {
          perform: async (tell) => {
            const answer = await answered(request, tell)
            if (changesWhatIsPublic(endpoint)) answers.forget()
            return answer
          },
          problemOf: (fault) => problemOf(fault, (reference, cause) => app.log.error({ reference, cause }, 'internal fault')),
        })
      const answer = await answered(request)
      if (changesWhatIsPublic(endpoint)) answers.forget()
      return endpoint.kind === 'download' ? sendFile(reply, answer as FileOut) : reply.header('cache-control', 'no-store').send(answer)
    },
  })

  async function answered(request: FastifyRequest, tell?: Tell): Promise<unknown> {
    const cookie = answersForTheAddressed(endpoint) ? undefined : request.cookies[COOKIE]
    const identity = await identify(services, { cookie, institutionCode: institutionNamedBy(request) })
    if (!mayByRole(identity.actor, endpoint.permission)) {
      throw new Refusal(identity.actor.accountId === null ? 'not-signed-in' : 'not-permitted')
    }
    const { input, table, file } = await readInput(endpoint, request, services)
    const key = keyIn(request.headers[ACT_KEY])
    return route.perform(services, {
      ...identity,
      input,
      now: services.now(),
      ...(table ? { table } : {}),
      ...(file ? { file } : {}),
      ...(tell ? { tell } : {}),
      ...(key ? { key } : {}),
    })
  }

  async function readyFor(request: FastifyRequest): Promise<ReadyAnswer> {
    const answer = await answered(request)
    if (endpoint.kind === 'download') {
      const file = answer as FileOut
      return readyAnswer(headersOf(file), Buffer.from(file.bytes))
    }
    return readyAnswer({ 'content-type': 'application/json; charset=utf-8' }, Buffer.from(JSON.stringify(answer)))
  }
}

/** What is published, and what is asked in a survey: the same for everybody who asks the same. */
const isForEverybody = ({ method, permission }: Endpoint): boolean =>
  method === 'GET' && (permission === 'publication.read' || permission === 'ballot.cast')

/** A ballot changes nothing that everybody reads, and hundreds may come in a second. */
const changesWhatIsPublic = ({ method, permission }: Endpoint): boolean => method !== 'GET' && permission !== 'ballot.cast'

const keyOf = (endpoint: Endpoint, request: FastifyRequest): string => {
  const given = { ...(request.query as object), ...(request.params as object) } as Record<string, unknown>
  return JSON.stringify([endpoint.name, ...Object.keys(endpoint.input.shape).map((name) => given[name] ?? null)])
}

function sendReady(request: FastifyRequest, reply: FastifyReply, { headers, body, gzip }: ReadyAnswer) {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  reply.headers({ ...headers, 'cache-control': 'no-store', vary: 'accept-encoding' })
  return zipped ? reply.header('content-encoding', 'gzip').send(gzip) : reply.send(body)
}

/**
 * What everybody may read of an institution that is named answers for that one, whoever is signed in where: a reader with the session of
 * one institution who opens the public page of another gets the other's figures.
 */
const answersForTheAddressed = (endpoint: Endpoint): boolean =>
  'institution' in endpoint.input.shape && mayByRole(THE_PUBLIC, endpoint.permission)

const institutionNamedBy = (request: FastifyRequest): string | undefined => {
  const query = request.query as Record<string, string | undefined>
  const body = request.body as { institution?: unknown } | null | undefined
  return query.institution ?? (typeof body?.institution === 'string' ? body.institution : undefined)
}

type Read = { readonly input: unknown; readonly table?: Table; readonly file?: FileIn }

async function readInput(endpoint: Endpoint, request: FastifyRequest, services: Services): Promise<Read> {
  const parameters = request.params as Record<string, string>
  if (endpoint.kind === 'upload') {
    const { fields, table } = await readUpload(request, services.config.uploadMb)
    return { input: { ...fields, ...parameters }, table }
  }
  if (endpoint.kind === 'attach') {
    const { fields, file } = await readAttachment(request, services.config.uploadMb)
    return { input: { ...fields, ...parameters }, file }
  }
  const { body } = request
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) throw new Refusal('input-invalid')
  return { input: { ...(request.query as object), ...body, ...parameters } }
}

const headersOf = (file: FileOut) => ({
  'content-type': file.mediaType,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
})

function sendFile(reply: FastifyReply, file: FileOut) {
  return reply.headers({ ...headersOf(file), 'cache-control': 'no-store' }).send(Buffer.from(file.bytes))
}
