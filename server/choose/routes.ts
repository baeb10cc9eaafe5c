import type { Route } from '../platform/http/serve.ts'
import { decideChoiceRoute } from './choice/decideChoice.ts'
import { judgeChoiceRoute } from './choice/judgeChoice.ts'
import { openChoiceRoute } from './choice/openChoice.ts'
import { listChoicesRoute, readChoiceRoute } from './choice/readChoice.ts'

export const chooseRoutes: readonly Route[] = [listChoicesRoute, readChoiceRoute, openChoiceRoute, judgeChoiceRoute, decideChoiceRoute]
