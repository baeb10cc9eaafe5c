import type { Route } from '../platform/http/serve.ts'
import { decideBonusRoute } from './bonuses/decideBonus.ts'
import { enterBonusRoute } from './bonuses/enterBonus.ts'
import { readBonusesRoute } from './bonuses/readBonuses.ts'
import { readMidYearMattersRoute, readMidYearRoute } from './checkIns/midYear.ts'
import { downloadMidYearRoute } from './checkIns/midYearPaper.ts'
import { readCheckInsOfRoute, readCheckInsRoute } from './checkIns/readCheckIns.ts'
import { confirmCheckInRoute, recordCheckInRoute } from './checkIns/recordCheckIn.ts'
import { computeValuesRoute } from './computed/computeValues.ts'
import { readDryRunChoicesRoute, readDryRunFactsRoute } from './dryRun/readDryRun.ts'
import {
  attachEvidenceRoute,
  confirmIncidentRoute,
  downloadEvidenceRoute,
  readIncidentsRoute,
  recordIncidentRoute,
} from './incidents/incidents.ts'
import { planInitiativeRoute, readInitiativesRoute, settleInitiativeRoute } from './initiatives/initiatives.ts'
import { feedPavementMeasuresRoute } from './inspections/feedPavementMeasures.ts'
import { importInspectionsRoute, inspectionsTemplateRoute } from './inspections/importInspections.ts'
import { readInspectionRoute, readInspectionsRoute } from './inspections/readInspections.ts'
import { type LaterLinks, readLinksRoute } from './links/readLinks.ts'
import { readLinkVerdictsRoute } from './linkVerdicts/readLinkVerdicts.ts'
import { closePeriodRoute, readClosingRoute } from './periods/closePeriod.ts'
import { createPeriodsRoute, setDueDayRoute } from './periods/createPeriods.ts'
import { readClosesRoute, readPeriodsRoute } from './periods/readPeriods.ts'
import { readWaiversRoute, reopenPeriodRoute } from './periods/reopenPeriod.ts'
import { checkRedLineNoteRoute, readRedLinesRoute, writeRedLineNoteRoute } from './redLines/redLines.ts'
import { downloadMinutesRoute } from './reviews/minutes.ts'
import {
  addReviewItemRoute,
  closeReviewRoute,
  openReviewRoute,
  readReviewRoute,
  readReviewsRoute,
  saveReviewItemRoute,
} from './reviews/reviews.ts'
import { feedSurveyMeasureRoute } from './scoring/feedSurveyMeasure.ts'
import { readCardScoreRoute, readMyCardScoreRoute } from './scoring/readCardScore.ts'
import { readScoreOverviewRoute } from './scoring/readOverview.ts'
import { readOfficialRunsRoute, runOfficialScoresRoute } from './scoring/runOfficialScores.ts'
import { declineNotApplicableRoute, grantNotApplicableRoute } from './values/decideNotApplicable.ts'
import { importValuesRoute } from './values/importValues.ts'
import { readEntryChoicesRoute } from './values/readEntryChoices.ts'
import { readMissingRoute, readValueHistoryRoute, readValuesRoute } from './values/readValues.ts'
import { recordValueRoute, withdrawValueRoute } from './values/recordValue.ts'
import { valuesTemplateRoute } from './values/valuesTemplate.ts'
import { returnValueRoute, verifyValuesRoute } from './values/verifyValues.ts'
import { decideVetoRoute, readVetoesRoute } from './vetoes/vetoes.ts'
import { adoptWeightsRoute } from './weighing/adoptWeights.ts'
import { readWeighingRoute } from './weighing/readWeighing.ts'
import { saveWeighingRoute } from './weighing/saveWeighing.ts'

export const runRoutes: readonly Route[] = [
  readPeriodsRoute,
  createPeriodsRoute,
  setDueDayRoute,
  readClosingRoute,
  closePeriodRoute,
  reopenPeriodRoute,
  readWaiversRoute,
  readClosesRoute,
  readValuesRoute,
  readValueHistoryRoute,
  readMissingRoute,
  readEntryChoicesRoute,
  recordValueRoute,
  withdrawValueRoute,
  verifyValuesRoute,
  returnValueRoute,
  grantNotApplicableRoute,
  declineNotApplicableRoute,
  importValuesRoute,
  computeValuesRoute,
  valuesTemplateRoute,
  feedSurveyMeasureRoute,
  inspectionsTemplateRoute,
  readInspectionsRoute,
  readInspectionRoute,
  importInspectionsRoute,
  feedPavementMeasuresRoute,
  readCheckInsRoute,
  readCheckInsOfRoute,
  recordCheckInRoute,
  confirmCheckInRoute,
  readMidYearMattersRoute,
  readMidYearRoute,
  downloadMidYearRoute,
  readCardScoreRoute,
  readMyCardScoreRoute,
  readRedLinesRoute,
  writeRedLineNoteRoute,
  checkRedLineNoteRoute,
  readReviewsRoute,
  readReviewRoute,
  openReviewRoute,
  addReviewItemRoute,
  saveReviewItemRoute,
  closeReviewRoute,
  readLinkVerdictsRoute,
  readVetoesRoute,
  decideVetoRoute,
  readBonusesRoute,
  enterBonusRoute,
  decideBonusRoute,
  readScoreOverviewRoute,
  runOfficialScoresRoute,
  readOfficialRunsRoute,
  readDryRunChoicesRoute,
  readDryRunFactsRoute,
  readWeighingRoute,
  saveWeighingRoute,
  adoptWeightsRoute,
  readIncidentsRoute,
  recordIncidentRoute,
  attachEvidenceRoute,
  downloadEvidenceRoute,
  confirmIncidentRoute,
  readInitiativesRoute,
  planInitiativeRoute,
  settleInitiativeRoute,
  downloadMinutesRoute,
]

/** The completeness of a cycle asks the appraisal too, which stands above this room. */
export const linkRoutes = (later: LaterLinks): readonly Route[] => [readLinksRoute(later)]
