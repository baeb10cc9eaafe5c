import type { Route } from '../platform/http/serve.ts'
import { sessionRoutes } from './session/routes.ts'

export const institutionRoutes: readonly Route[] = [...sessionRoutes]
