import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { Endpoint } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { mount } from './mount.ts'
import { openApi } from './openApi.ts'
import { MOST_JSON_MB, type Problem, problemOf } from './problem.ts'
import { publicAnswers } from './publicAnswers.ts'
import type { Route } from './serve.ts'
import type { Services } from './services.ts'
import { mountWeb } from './webPages.ts'

export type AppParts = {
  readonly services: Services
  readonly routes: readonly Route[]
  /** Routes that need the reply itself (they set the session cookie). */
  readonly extra?: { readonly endpoints: readonly Endpoint[]; readonly mount: (app: FastifyInstance) => void }
  /** The built pages; absent in tests of the API. */
  readonly webFolder?: string
  /** How long an answer everybody reads alike is kept; left out: not at all. */
  readonly keepPublicMs?: number
  readonly logLevel?: string
}

/** What is under way when the program is stopped has so long to end. */
const MS_TO_END = 2_000

/** The whole HTTP side: every endpoint mounted, every fault a problem, the built pages with a strict policy. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const answerWith = (reply: FastifyReply, problem: Problem) =>
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem))
  const app = Fastify({
    logger: { level: parts.logLevel ?? 'warn' },
    bodyLimit: MOST_JSON_MB * 1_048_576,
    trustProxy: false,
    // an address that cannot be read leads nowhere
    frameworkErrors: (_fault, _request, reply) =>
      answerWith(
        reply,
        problemOf(new Refusal('not-found'), () => {}),
      ),
  })
  // browsers open connections in advance and leave them unused: nothing but this ends them, and the program would stop only after 72 s
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), MS_TO_END).unref()
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: parts.services.config.uploadMb * 1_048_576, files: 1, fields: 4, parts: 6 } })

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY')
  })
  app.setErrorHandler((fault, _request, reply) => {
    return answerWith(
      reply,
      problemOf(fault, (reference, cause) => app.log.error({ reference, cause }, 'internal fault')),
    )
  })

  const answers = publicAnswers(parts.keepPublicMs ?? 0)
  for (const route of parts.routes) mount(app, parts.services, route, answers)
  parts.extra?.mount(app)
  const document = openApi([...parts.routes.map((route) => route.endpoint), ...(parts.extra?.endpoints ?? [])])
  app.get('/api/openapi.json', async () => document)
  app.get('/api/health', async () => ({ up: true }))
  await mountWeb(app, parts.webFolder)
  return app
}
