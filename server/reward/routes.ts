import type { Route } from '../platform/http/serve.ts'
import { readCorrectionsRoute } from './correction/readCorrections.ts'
import { settleCorrectionRoute } from './correction/settleCorrection.ts'
import { listConsequencesRoute } from './outcome/listConsequences.ts'
import { readOutcomeRoute } from './outcome/readOutcome.ts'
import { approvePoolRoute } from './pool/approvePool.ts'
import { computePoolRoute } from './pool/computePool.ts'
import { createPoolRoute } from './pool/createPool.ts'
import { exportPayrollRoute } from './pool/exportPayroll.ts'
import { listPoolsRoute, readPoolRoute } from './pool/readPool.ts'
import { savePoolRoute } from './pool/savePool.ts'

export const rewardRoutes: readonly Route[] = [
  listPoolsRoute,
  createPoolRoute,
  readPoolRoute,
  savePoolRoute,
  computePoolRoute,
  approvePoolRoute,
  exportPayrollRoute,
  readOutcomeRoute,
  listConsequencesRoute,
  readCorrectionsRoute,
  settleCorrectionRoute,
]
