import type { Endpoint } from '@milepost/contract/endpoint'

export type Values = Readonly<Record<string, unknown>>

/**
 * Where a call goes: `:parameters` of the path are filled from the input; for GET and DELETE the rest becomes the query
 * (lists repeat the name, absent and null fields are left out), otherwise the rest is the body.
 */
export function address(endpoint: Pick<Endpoint, 'path' | 'method'>, input: Values): { url: string; rest: Values } {
  const used = new Set<string>()
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    used.add(name)
    return encodeURIComponent(String(input[name]))
  })
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !used.has(name)))
  const byQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
  const query = byQuery ? queryOf(rest) : ''
  return { url: query === '' ? path : `${path}?${query}`, rest: byQuery ? {} : rest }
}

function queryOf(values: Values): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) query.append(name, String(one))
  return query.toString()
}
