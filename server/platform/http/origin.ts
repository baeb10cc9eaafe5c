import { Refusal } from '@milepost/contract/refusals'
import type { FastifyRequest } from 'fastify'
import { COOKIE } from './identify.ts'

/**
 * A write must come from our own page: the browser's Origin must be this host, or the public address when a proxy stands in front.
 * Without an Origin (not a browser) a request that carries the session must say that it means to write.
 */
export function refuseForeignOrigin(request: FastifyRequest, address?: string): void {
  const origin = request.headers.origin
  if (origin === undefined) {
    if (request.cookies[COOKIE] !== undefined && request.headers['x-milepost'] === undefined) throw new Refusal('origin-refused')
    return
  }
  const host = hostOf(origin)
  if (host === null || (host !== request.headers.host && host !== hostOf(address ?? ''))) throw new Refusal('origin-refused')
}

/** null: not an address ("null" is what a browser sends for a page without an origin). */
const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null)
