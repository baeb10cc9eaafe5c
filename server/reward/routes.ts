import type { Route } from '../platform/http/serve.ts'
import { recordConsequenceRoute } from './consequences/recordConsequence.ts'
import { exportSettlementRoute } from './correction/exportSettlement.ts'
import { readCorrectionsRoute } from './correction/readCorrections.ts'
import { settleCorrectionRoute } from './correction/settleCorrection.ts'
import { downloadEvidenceRoute } from './outcome/downloadEvidence.ts'
import { listConsequencesRoute } from './outcome/listConsequences.ts'
import { readOutcomeRoute } from './outcome/readOutcome.ts'
import { approvePoolRoute } from './pool/approvePool.ts'
import { computePoolRoute } from './pool/computePool.ts'
import { createPoolRoute } from './pool/createPool.ts'
import { exportPayrollRoute } from './pool/exportPayroll.ts'
import { listPoolsRoute, readPoolRoute } from './pool/readPool.ts'
import { savePoolRoute } from './pool/savePool.ts'
import { giveRecognitionRoute, listRecognitionRoute, withdrawRecognitionRoute } from './recognition/recognition.ts'
import { publishPayRulesRoute, readPayRulesRoute } from './rules/payRules.ts'
import { importTrainingRoute, listTrainingRoute, trainingTemplateRoute } from './training/training.ts'

export const rewardRoutes: readonly Route[] = [
  listPoolsRoute,
  createPoolRoute,
  readPoolRoute,
  savePoolRoute,
  computePoolRoute,
  approvePoolRoute,
  exportPayrollRoute,
  readPayRulesRoute,
  publishPayRulesRoute,
  readOutcomeRoute,
  listConsequencesRoute,
  readCorrectionsRoute,
  settleCorrectionRoute,
  exportSettlementRoute,
  downloadEvidenceRoute,
  recordConsequenceRoute,
  listRecognitionRoute,
  giveRecognitionRoute,
  withdrawRecognitionRoute,
  listTrainingRoute,
  trainingTemplateRoute,
  importTrainingRoute,
]
