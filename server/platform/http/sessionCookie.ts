import type { FastifyReply } from 'fastify'
import { COOKIE } from './identify.ts'

export function setSessionCookie(reply: FastifyReply, given: { institutionId: string; token: string; secure: boolean }): void {
  reply.setCookie(COOKIE, `${given.institutionId}.${given.token}`, { httpOnly: true, sameSite: 'lax', secure: given.secure, path: '/' })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}
