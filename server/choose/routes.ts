import type { Route } from '../platform/http/serve.ts'

export const chooseRoutes: readonly Route[] = []
