import type { Route } from '../platform/http/serve.ts'

export const diagnoseRoutes: readonly Route[] = []
