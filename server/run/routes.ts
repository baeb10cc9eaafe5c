import type { Route } from '../platform/http/serve.ts'

export const runRoutes: readonly Route[] = []
