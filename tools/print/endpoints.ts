import { COOKIE_ENDPOINTS } from '../../server/institution/session/cookieRoutes.ts'
import { openApi } from '../../server/platform/http/openApi.ts'
import { ROUTES } from '../../server/routes.ts'
import { GENERATED, type Paper, table } from './paper.ts'

const endpoints = () => [...ROUTES.map((route) => route.endpoint), ...COOKIE_ENDPOINTS]

/** Every endpoint as a table, and as OpenAPI 3.1. */
export function printEndpoints(): Paper[] {
  const rows = endpoints()
    .toSorted((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1))
    .map((one) => [
      `${one.method} \`${one.path}\``,
      `\`${one.permission}\``,
      one.audit === null ? '' : `\`${one.audit}\``,
      one.summary.zh,
      one.summary.en,
    ])
  return [
    { file: 'endpoints.md', text: `${GENERATED}# Endpoints · 接口\n\n${table(['', 'permission', 'audit', '中文', 'English'], rows)}` },
    { file: 'openapi.json', text: `${JSON.stringify(openApi(endpoints()), null, 1)}\n` },
  ]
}
