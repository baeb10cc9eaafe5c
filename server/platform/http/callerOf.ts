import type { Actor } from '@milepost/access/actor'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import type { Table } from '../spreadsheet/table.ts'
import type { Route } from './serve.ts'
import type { Services } from './services.ts'

/** Calls endpoints without HTTP but by the same path: permission, parsing, one transaction, audit, output. For the command line and the demo year. */
export type Caller = <E extends Endpoint>(endpoint: E, input: InputOf<E>, table?: Table) => Promise<OutputOf<E>>

export function callerOf(services: Services, routes: readonly Route[], who: { institutionId: string; actor: Actor }): Caller {
  const byName = new Map(routes.map((route) => [route.endpoint.name, route]))
  return async (endpoint, input, table) => {
    const route = byName.get(endpoint.name)
    if (!route) throw new Error(`no route serves ${endpoint.name}`)
    const answer = await route.perform(services, { ...who, input, now: services.now(), ...(table ? { table } : {}) })
    return answer as OutputOf<typeof endpoint>
  }
}
