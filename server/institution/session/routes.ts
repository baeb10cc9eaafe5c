import type { Route } from '../../platform/http/serve.ts'
import { changePasswordRoute } from './changePassword.ts'
import { readSessionRoute } from './readSession.ts'
import { openLinkRoute, useLinkRoute } from './useLink.ts'

export const sessionRoutes: readonly Route[] = [readSessionRoute, openLinkRoute, useLinkRoute, changePasswordRoute]
