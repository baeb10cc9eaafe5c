import type { Route } from '../platform/http/serve.ts'

export const designRoutes: readonly Route[] = []
