import type { Route } from '../platform/http/serve.ts'
import { readDiagnosisRoute } from './results/readDiagnosis.ts'
import { readGuideRoute } from './results/readGuide.ts'
import { readItemsRoute } from './results/readItems.ts'
import { recordFindingsRoute } from './results/recordFindings.ts'
import { answersTemplateRoute, importAnswersRoute } from './waves/importAnswers.ts'
import {
  adoptQuestionnaireRoute,
  createQuestionnaireRoute,
  listQuestionnairesRoute,
  readQuestionnaireRoute,
} from './waves/questionnaires.ts'
import { closeWaveRoute, listWavesRoute, openWaveRoute } from './waves/waves.ts'

export const diagnoseRoutes: readonly Route[] = [
  listQuestionnairesRoute,
  readQuestionnaireRoute,
  adoptQuestionnaireRoute,
  createQuestionnaireRoute,
  openWaveRoute,
  listWavesRoute,
  closeWaveRoute,
  importAnswersRoute,
  answersTemplateRoute,
  readDiagnosisRoute,
  readItemsRoute,
  recordFindingsRoute,
  readGuideRoute,
]
