import type { Route } from '../platform/http/serve.ts'

export const openRoutes: readonly Route[] = []
