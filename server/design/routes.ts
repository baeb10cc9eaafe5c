import type { Route } from '../platform/http/serve.ts'
import { amendPlanRoute } from './amendment/amendPlan.ts'
import { answerAmendmentRoute } from './amendment/answerAmendment.ts'
import { agreeUnitCardsRoute } from './card/agreeUnitCards.ts'
import { openCardRoute } from './card/openCard.ts'
import { readCardRoute } from './card/readCard.ts'
import { saveCardRoute } from './card/saveCard.ts'
import { cardFileTemplateRoute } from './cardFile/cardFileTemplate.ts'
import { importCardsRoute } from './cardFile/importCards.ts'
import { chooseTemplatesRoute } from './cascade/chooseTemplates.ts'
import { draftCascadeRoute } from './cascade/draftCascade.ts'
import { readCarriersRoute } from './cascade/readCarriers.ts'
import { readCascadeRoute } from './cascade/readCascade.ts'
import { readCoverageRoute } from './cascade/readCoverage.ts'
import { exportBudgetFormRoute } from './exchange/exportBudgetForm.ts'
import { exportCardsRoute } from './exchange/exportCards.ts'
import { exportSchemeRoute, schemeSchemaRoute } from './exchange/exportScheme.ts'
import { importSchemeRoute } from './exchange/importScheme.ts'
import { readLocalTargetsRoute } from './localTargets/readLocalTargets.ts'
import { setLocalTargetsRoute } from './localTargets/setLocalTargets.ts'
import { importMeasuresRoute } from './measure/importMeasures.ts'
import { measureFileTemplateRoute } from './measure/measureFileTemplate.ts'
import { readMeasureLibraryRoute } from './measure/readMeasureLibrary.ts'
import { retireMeasureRoute } from './measure/retireMeasure.ts'
import { saveMeasureRoute } from './measure/saveMeasure.ts'
import { agreePlanRoute } from './plan/agreePlan.ts'
import { agreePlansRoute } from './plan/agreePlans.ts'
import { exceptPlansRoute } from './plan/exceptPlans.ts'
import { giveBackPlanRoute } from './plan/giveBackPlan.ts'
import { listPlansRoute } from './plan/listPlans.ts'
import { proposePlanRoute } from './plan/proposePlan.ts'
import { readMyPlanRoute } from './plan/readMyPlan.ts'
import { recordGoalRoute } from './plan/recordGoal.ts'
import { savePlanRoute } from './plan/savePlan.ts'
import { carryForwardRoute } from './scorecard/carryForward.ts'
import { createScorecardRoute } from './scorecard/createScorecard.ts'
import { editScorecardRoute } from './scorecard/editScorecard.ts'
import { publishScorecardRoute } from './scorecard/publishScorecard.ts'
import { readScorecardRoute } from './scorecard/readScorecard.ts'
import { setSchemeRulesRoute } from './scorecard/setSchemeRules.ts'
import { listPerspectiveTemplatesRoute } from './strategy/listPerspectiveTemplates.ts'
import { placeObjectivesRoute } from './strategy/placeObjectives.ts'
import { removeLinkRoute } from './strategy/removeLink.ts'
import { removeObjectiveRoute } from './strategy/removeObjective.ts'
import { saveLinkRoute } from './strategy/saveLink.ts'
import { saveObjectiveRoute } from './strategy/saveObjective.ts'
import { savePerspectivesRoute } from './strategy/savePerspectives.ts'
import { saveThemesRoute } from './strategy/saveThemes.ts'
import { askTargetChangeRoute } from './targetChange/askTargetChange.ts'
import { decideTargetChangeRoute } from './targetChange/decideTargetChange.ts'
import { readTargetChangesRoute } from './targetChange/readTargetChanges.ts'
import { readScorecardVersionsRoute } from './version/readScorecardVersions.ts'

export const designRoutes: readonly Route[] = [
  readScorecardRoute,
  createScorecardRoute,
  carryForwardRoute,
  editScorecardRoute,
  setSchemeRulesRoute,
  publishScorecardRoute,
  savePerspectivesRoute,
  listPerspectiveTemplatesRoute,
  saveThemesRoute,
  placeObjectivesRoute,
  saveObjectiveRoute,
  removeObjectiveRoute,
  saveLinkRoute,
  removeLinkRoute,
  readMeasureLibraryRoute,
  saveMeasureRoute,
  retireMeasureRoute,
  importMeasuresRoute,
  measureFileTemplateRoute,
  readCardRoute,
  saveCardRoute,
  openCardRoute,
  agreeUnitCardsRoute,
  importCardsRoute,
  cardFileTemplateRoute,
  readMyPlanRoute,
  listPlansRoute,
  savePlanRoute,
  proposePlanRoute,
  agreePlanRoute,
  agreePlansRoute,
  amendPlanRoute,
  answerAmendmentRoute,
  exceptPlansRoute,
  giveBackPlanRoute,
  recordGoalRoute,
  readCascadeRoute,
  chooseTemplatesRoute,
  draftCascadeRoute,
  readCoverageRoute,
  readCarriersRoute,
  readLocalTargetsRoute,
  setLocalTargetsRoute,
  readScorecardVersionsRoute,
  readTargetChangesRoute,
  askTargetChangeRoute,
  decideTargetChangeRoute,
  exportCardsRoute,
  exportSchemeRoute,
  schemeSchemaRoute,
  importSchemeRoute,
  exportBudgetFormRoute,
]
