import { appraiseRoutes } from './appraise/routes.ts'
import { chooseRoutes } from './choose/routes.ts'
import { cycleStepRoutes } from './cycleSteps.ts'
import { designRoutes } from './design/routes.ts'
import { diagnoseRoutes } from './diagnose/routes.ts'
import { downstreamRoutes } from './downstream.ts'
import { readHearingRoute } from './hearingOfPlan.ts'
import { institutionRoutes } from './institution/routes.ts'
import { nextCycleRoutes } from './nextCycle.ts'
import { normRoutes } from './norms.ts'
import { openRoutes } from './open/routes.ts'
import { opennessRoutes } from './openness.ts'
import type { Route } from './platform/http/serve.ts'
import { rewardRoutes } from './reward/routes.ts'
import { runRoutes } from './run/routes.ts'
import { readMyTasksRoute } from './tasks.ts'
import { trailRoute } from './trail.ts'

/** Every endpoint of the house, in loop order. */
export const ROUTES: readonly Route[] = [
  ...institutionRoutes,
  ...diagnoseRoutes,
  ...chooseRoutes,
  ...designRoutes,
  ...runRoutes,
  ...appraiseRoutes,
  ...rewardRoutes,
  ...openRoutes,
  readMyTasksRoute,
  trailRoute,
  ...cycleStepRoutes,
  readHearingRoute,
  ...downstreamRoutes,
  ...normRoutes,
  ...opennessRoutes,
  ...nextCycleRoutes,
]
