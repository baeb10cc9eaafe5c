import type { Endpoint } from '@milepost/contract/endpoint'
import { DONE } from '@milepost/contract/fields'
import { signIn, signInToDemo, signOut } from '@milepost/contract/institution/session'
import { Refusal } from '@milepost/contract/refusals'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { COOKIE, findInstitution, identify } from '../../platform/http/identify.ts'
import { isLoopback } from '../../platform/http/loopback.ts'
import { refuseForeignOrigin } from '../../platform/http/origin.ts'
import { parseInput } from '../../platform/http/parseInput.ts'
import type { Scene } from '../../platform/http/serve.ts'
import type { Services } from '../../platform/http/services.ts'
import { clearSessionCookie, setSessionCookie } from '../../platform/http/sessionCookie.ts'
import { endSession } from '../../platform/session/sessionStore.ts'
import { openDemoSession, openSessionByPassword } from './signIn.ts'

/** Endpoints that answer with a cookie; declared in the contract like all others. */
export const COOKIE_ENDPOINTS: readonly Endpoint[] = [signIn, signInToDemo, signOut]

/** The same, ready to be mounted. */
export const cookieRoutes = (services: Services) => ({
  endpoints: COOKIE_ENDPOINTS,
  mount: (app: FastifyInstance) => mountCookieRoutes(app, services),
})

function mountCookieRoutes(app: FastifyInstance, services: Services): void {
  const sceneOf = async (request: FastifyRequest, code?: string): Promise<Scene & { token: string | null }> => {
    refuseForeignOrigin(request, services.config.address)
    const identity = await identify(services, { cookie: request.cookies[COOKIE], institutionCode: code })
    const institutionId = code === undefined ? identity.institutionId : await findInstitution(services, code)
    return { ...identity, institutionId, input: request.body, now: services.now() }
  }
  const secure = services.config.secureCookies

  app.post(signIn.path, async (request, reply) => {
    const input = parseInput(signIn.input, request.body)
    const scene = await sceneOf(request, input.institution)
    const token = await openSessionByPassword({ services, scene, input })
    setSessionCookie(reply, { institutionId: scene.institutionId, token, secure })
    return DONE
  })
  app.post(signInToDemo.path, async (request, reply) => {
    const input = parseInput(signInToDemo.input, request.body)
    const scene = await sceneOf(request)
    // a page elsewhere whose name was made to point at this machine is not this machine
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) throw new Refusal('demo-only')
    const token = await openDemoSession({ services, scene, input })
    setSessionCookie(reply, { institutionId: scene.institutionId, token, secure })
    return DONE
  })
  app.delete(signOut.path, async (request, reply) => {
    const { token, institutionId, actor, now } = await sceneOf(request)
    if (token === null) throw new Refusal('not-signed-in')
    await services.database.inInstitution(institutionId, async (tx) => {
      await endSession(tx, institutionId, token)
      await appendAudit(tx, {
        institutionId,
        actor,
        now,
        action: signOut.audit ?? '',
        subject: { kind: 'account', id: actor.accountId ?? '' },
      })
    })
    clearSessionCookie(reply)
    return DONE
  })
}
